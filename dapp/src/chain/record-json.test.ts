// SPDX-License-Identifier: Apache-2.0

import { expect, it } from 'vitest'
import { canonicalRecord } from './record-json'

it.each([
	['{}', '{}'],
	[' { "name" : "Ada",\n"age":"36" }\r\n', '{"age":"36","name":"Ada"}'],
	['{"b":[1,{"d":null,"c":true}],"a":false}', '{"a":false,"b":[1,{"c":true,"d":null}]}'],
	['{"n":9007199254740991,"m":-9007199254740991}', '{"m":-9007199254740991,"n":9007199254740991}'],
	['{"n":9007199254740992}', '{"n":"9007199254740992"}'],
	['{"n":-123456789012345678901234567890}', '{"n":"-123456789012345678901234567890"}'],
	['{"n":-0,"m":-0.0,"k":1.0,"l":1e21,"j":0.1e-6}', '{"j":1e-7,"k":1,"l":1e+21,"m":0,"n":0}'],
	['{"a":"\\u0041\\/\\u000a\\u00e9\\u2028\\ud83d\\ude00\\u007f"}', '{"a":"A/\\né\u2028😀\u007f"}'],
	['{"\\ufb33":1,"😀":2}', '{"😀":2,"\ufb33":1}'],
	['{"__proto__":1,"2":0,"10":0}', '{"10":0,"2":0,"__proto__":1}'],
])('%s is canonical', (text, canonical) => {
	expect(canonicalRecord(text)).toBe(canonical)
	expect(canonicalRecord(canonical)).toBe(canonical)
})

it.each([
	'',
	'[]',
	'"text"',
	'{"a":1}{}',
	'{"a":1,"a":2}',
	'{"a":1,"\\u0061":2}',
	'{"a":01}',
	'{"a":1.}',
	'{"a":1e999}',
	'{"a":.5}',
	'{"a":+1}',
	'{"a":"\\ud800"}',
	'{"a":"\t"}',
	'{"a":}',
	'{a:1}',
	'{"a":1,}',
	'{"a":[1,]}',
	'{"a" 1}',
	'{"a":NaN}',
	`{"a":${'['.repeat(200)}${']'.repeat(200)}}`,
])('%s is refused', text => {
	expect(() => canonicalRecord(text)).toThrow()
})

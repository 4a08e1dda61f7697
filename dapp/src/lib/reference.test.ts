// SPDX-License-Identifier: Apache-2.0

import { expect, it } from 'vitest'
import { parseReference } from './reference'

const publisher = '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY'

it('a reference is a publisher and a name, with a number or without', () => {
	expect(parseReference(` ${publisher}/a.b@12 `)).toEqual({ publisher, name: 'a.b', number: 12 })
	expect(parseReference(`${publisher}/a`)).toEqual({ publisher, name: 'a', number: undefined })
	expect(parseReference(`${publisher}/a@4294967295`)?.number).toBe(4_294_967_295)
})

it('nothing else is one', () => {
	const wrong = ['', 'a', 'me/a', 'iris@1', publisher, `${publisher}/`, `${publisher}/A`, `${publisher}/@1`, `${publisher}/a@`]
	wrong.push(`${publisher}/a@0`, `${publisher}/a@1/b`, `${publisher}/a/b@1`, `${publisher}/a@4294967296`, `${publisher}/ a`)
	for (const text of wrong) expect(parseReference(text), text).toBeUndefined()
})

it('an address that was mistyped is none', () => {
	expect(parseReference(`${publisher.replace('Grwva', 'Grwvb')}/a@1`)).toBeUndefined()
})

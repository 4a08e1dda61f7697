// SPDX-License-Identifier: Apache-2.0

import { expect, it } from 'vitest'
import { toHtml } from './parse'
import { quiet } from './quiet'

it('renames what browsers report', () => {
	expect(quiet('<p STYLE = "a"><img/onerror=x src="y"onload=z>')).toBe('<p x-STYLE = "a"><img/x-onerror=x src="y"x-onload=z>')
	expect(quiet('<style media=x>a{}</style ><base href=x>')).toBe('<script media=x>a{}</script ><wbr href=x>')
	expect(quiet('<basefont><style-x>')).toBe('<basefont><style-x>')
})

it('leaves what a card says in its text and its code', () => {
	const html = toHtml('Set the style = bold with `<p style="x">`.\n\n    <b onclick="x">\n\n![ onerror=y](z)')
	expect(html).toContain('the style = bold')
	expect(html).toContain('&lt;p style=')
	expect(html).toContain('&lt;b onclick=')
	expect(html).toContain('alt=" onerror=y"')
})

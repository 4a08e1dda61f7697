// SPDX-License-Identifier: Apache-2.0

import { expect, it } from 'vitest'
import { addressOf, imageOf, pathOf } from './address'

const base = { location: 'https://x.org/m?t=1', path: 'guide/README.md' }

it('links to the web and to mail are themselves', () => {
	expect(addressOf('https://a.org/b?c#d', base)).toBe('https://a.org/b?c#d')
	expect(addressOf('//a.org/b', base)).toBe('https://a.org/b')
	expect(addressOf('mailto:me@x.org', base)).toBe('mailto:me@x.org')
	// As the browser will read it, not as it looks.
	expect(addressOf('https://аpple.com', base)).toBe('https://xn--pple-43d.com/')
})

it('files beside the card are below its location', () => {
	expect(addressOf('../config.json', base)).toBe('https://x.org/m/config.json?t=1')
	expect(addressOf('./a%20b.png', base)).toBe('https://x.org/m/guide/a%20b.png?t=1')
	expect(pathOf('fig/1.png#x', base)).toBe('guide/fig/1.png')
})

it('everything else leads nowhere', () => {
	const nowhere = ['#part', '', '/etc/passwd', '../../x', '%2e%2e/%2e%2e/x', '..\\x', '%ff', 'https://', 'http://[/']
	const schemes = ['javascript:alert(1)', ' JaVaScRiPt:alert(1)', 'java\nscript:x', 'data:text/html,x', 'vbscript:x']
	for (const reference of [...nowhere, ...schemes, 'blob:https://x.org/1', 'file:///etc', 'ws://x.org']) {
		expect(addressOf(reference, base), reference).toBeUndefined()
	}
	expect(imageOf('mailto:me@x.org', base)).toBeUndefined()
})

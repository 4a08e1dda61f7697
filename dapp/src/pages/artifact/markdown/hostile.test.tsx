// SPDX-License-Identifier: Apache-2.0

// @vitest-environment jsdom

// A card full of attempts to run, load or fake something, from Markdown to the page.

import { readFileSync } from 'node:fs'
import { cleanup, render } from '@testing-library/react'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { splitFrontMatter } from '../../../lib/front-matter'
import { nodesOf } from './nodes'
import { toHtml } from './parse'
import { sanitise } from './sanitise'

const hostile = readFileSync('tests/fixtures/hostile.md', 'utf8')
const base = { location: 'https://files.example/m', path: 'README.md' }
const hacked = () => (globalThis as { hacked?: string }).hacked

function show(markdown: string) {
	const { nodes, whole } = nodesOf(sanitise(toHtml(markdown) ?? ''), base, () => undefined)
	return { page: render(<div>{...nodes}</div>).container, whole }
}
afterEach(cleanup)

describe('a hostile card', () => {
	let page: HTMLElement
	let elements: Element[]
	beforeAll(() => {
		page = show(splitFrontMatter(hostile).body).page.cloneNode(true) as HTMLElement
		elements = [...page.querySelectorAll('*')]
	})

	it('runs nothing', async () => {
		await new Promise(resolve => setTimeout(resolve, 50))
		expect(hacked()).toBeUndefined()
	})

	it('becomes elements of a short list', () => {
		const tags = new Set(elements.map(({ tagName }) => tagName.toLowerCase()))
		const known = 'a b bdi blockquote button center code details div em h3 h4 h5 h6 hr li ol p pre span strong summary'
		const tables = 'table tbody td th thead tr ul'
		for (const tag of tags) expect(`${known} ${tables}`.split(' '), tag).toContain(tag)
	})

	it('has attributes of a short list, and no handler, style, id or name', () => {
		const known = 'aria-label class colspan dir href rel role rowspan start tabindex target'.split(' ')
		for (const element of elements) {
			for (const { name, value } of element.attributes) {
				expect(known, element.outerHTML).toContain(name)
				// Classes are ours, and so is what is made to be found by the keyboard.
				if (name === 'class') expect(value).toMatch(/^_(address|figure|table)/)
				if (name === 'tabindex') expect(value).toBe('0')
				if (name === 'role') expect(value).toBe('group')
			}
		}
	})

	it('leads to the web and to mail alone, each address in full', () => {
		const links = [...page.querySelectorAll('a')]
		expect(links.length).toBeGreaterThan(8)
		for (const link of links) {
			const address = link.getAttribute('href') ?? ''
			expect(address).toMatch(/^(https?:\/\/|mailto:)/)
			expect(link.target).toBe('_blank')
			expect(link.rel).toBe('noopener noreferrer nofollow')
			const beside = [link, link.nextSibling, link.nextElementSibling].map(node => node?.textContent)
			expect(beside.join(' ')).toContain(address)
		}
		expect(page.textContent).toContain('https://good.example/login (https://evil.example/login)')
		expect(page.textContent).toContain('https://good.example@evil.example/')
		expect(page.textContent).toContain('https://xn--pple-43d.com/')
	})

	it('shows places of images, and no image', () => {
		expect(page.querySelector('img, picture, svg, video, input')).toBeNull()
		const buttons = [...page.querySelectorAll('button')].map(({ textContent }) => textContent)
		expect(buttons.length).toBeGreaterThan(3)
		expect(new Set(buttons)).toEqual(new Set(['Load this image']))
		expect(page.textContent).toContain('https://evil.example/pixel.png')
	})

	it('keeps what is harmless, to its end', () => {
		for (const text of ['a thing that is done', '☑', '☐', 'bold with handlers', 'deep in quotes', 'deep in lists']) {
			expect(page.textContent).toContain(text)
		}
		expect(page.textContent).toContain("<script>window.hacked = 'code'</script>")
		expect(page.textContent).toContain('deep in elements')
		expect(page.textContent).toContain('The end of the card.')
	})

	it('has headings below those of the page, none of which skips a level', () => {
		const levels = [...page.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(({ tagName }) => Number(tagName[1]))
		expect(levels[0]).toBe(3)
		levels.reduce((before, level) => {
			expect(level).toBeLessThanOrEqual(before + 1)
			return level
		}, 2)
	})
})

describe('a card without an end', () => {
	it('is given up on before it is laid out', () => {
		expect(toHtml('>'.repeat(5_000))).toBeUndefined()
		expect(toHtml('<b>'.repeat(70_000))).toBeUndefined()
		const address = `https://x.org/${'a'.repeat(10_000)}`
		expect(toHtml(`[a]: ${address}\n\n${'[a] '.repeat(1_000)}`)).toBeUndefined()
	})
	it('is text alone where it is too deep, and cut where it is too long', () => {
		const tree = document.createDocumentFragment()
		let deepest: Node = tree
		for (let depth = 0; depth < 1_000; depth += 1) deepest = deepest.appendChild(document.createElement('div'))
		deepest.appendChild(document.createTextNode('the bottom'))
		const nothing = () => undefined
		const { container } = render(<div>{...nodesOf(tree, base, nothing).nodes}</div>)
		expect(container.textContent).toBe('the bottom')
		expect(container.querySelectorAll('*').length).toBeLessThan(60)
		for (let many = 0; many < 12_001; many += 1) tree.appendChild(document.createTextNode('a'))
		const cut = nodesOf(tree, base, nothing)
		expect(cut.whole).toBe(false)
		expect(cut.nodes.length).toBeLessThan(12_001)
	})
})

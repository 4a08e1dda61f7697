// SPDX-License-Identifier: Apache-2.0

// Builds what is shown of a card from its sanitised tree: elements of a list of its own, with
// nothing of the tree's but text, structure and addresses that were looked at.

import { createElement, type ReactNode } from 'react'
import { addressOf, type Base, imageOf, pathOf } from './address'
import { Figure } from './figure'
import { Headings } from './headings'
import { CardLink } from './link'
import css from './markdown.module.css'
import { TAGS } from './sanitise'

/** Deeper, only the text is taken. */
const MAX_DEPTH = 48
/** Elements and texts; what comes after is left out, and said to be. */
const MAX_NODES = 12_000

const PLAIN = new Set(TAGS.filter(tag => !/^(a|img|input|table|pre|h[1-6])$/.test(tag)))
const VOID = new Set(['br', 'hr'])

interface State {
	base: Base
	/** The digest that a file of this path has, if that is known. */
	digestOf: (path: string) => string | undefined
	headings: Headings
	left: number
	key: number
}

/** The elements to show, and whether all of the card is among them. */
export function nodesOf(
	tree: ParentNode,
	base: Base,
	digestOf: (path: string) => string | undefined,
): { nodes: ReactNode[]; whole: boolean } {
	const state: State = { base, digestOf, headings: new Headings(), left: MAX_NODES, key: 0 }
	const nodes = childrenOf(tree, state, 0)
	return { nodes, whole: state.left > 0 }
}

function childrenOf(parent: ParentNode, state: State, depth: number): ReactNode[] {
	const nodes: ReactNode[] = []
	for (const child of parent.childNodes) {
		if (state.left <= 0) break
		state.left -= 1
		if (child.nodeType === Node.TEXT_NODE) nodes.push(child.textContent)
		else if (child.nodeType === Node.ELEMENT_NODE) nodes.push(element(child as Element, state, depth + 1))
	}
	return nodes
}

function element(from: Element, state: State, depth: number): ReactNode {
	if (depth > MAX_DEPTH) return from.textContent
	const tag = from.tagName.toLowerCase()
	state.key += 1
	const key = state.key
	if (VOID.has(tag)) return createElement(tag, { key })
	if (tag === 'img') return image(from, state, key)
	if (tag === 'input') {
		if (from.getAttribute('type') !== 'checkbox') return null
		return from.hasAttribute('checked') ? '☑' : '☐'
	}
	if (/^h[1-6]$/.test(tag)) {
		return createElement(state.headings.next(Number(tag[1])), { key }, ...childrenOf(from, state, depth))
	}
	if (tag === 'a') {
		const address = addressOf(from.getAttribute('href') ?? '', state.base)
		const children = childrenOf(from, state, depth)
		if (!address) return <span key={key}>{...children}</span>
		const plain = from.querySelector('img, a, input, details, summary') === null
		return (
			<CardLink key={key} address={address} text={plain ? (from.textContent ?? '') : undefined}>
				{...children}
			</CardLink>
		)
	}
	const children = childrenOf(from, state, depth)
	if (tag === 'table') {
		return (
			<div key={key} className={css.table} tabIndex={0} role="group" aria-label="Table">
				<table>{...withoutSpace(children)}</table>
			</div>
		)
	}
	if (tag === 'pre') {
		return (
			<pre key={key} tabIndex={0}>
				{...children}
			</pre>
		)
	}
	if (!PLAIN.has(tag)) return <span key={key}>{...children}</span>
	const inTable = /^(thead|tbody|tfoot|tr)$/.test(tag)
	return createElement(tag, { key, ...attributes(from, tag) }, ...(inTable ? withoutSpace(children) : children))
}

/** White space between the rows of a table is nothing there. */
const withoutSpace = (nodes: ReactNode[]): ReactNode[] =>
	nodes.filter(node => typeof node !== 'string' || node.trim() !== '')

function attributes(from: Element, tag: string): Record<string, number | string> {
	const number = (name: string) => {
		const value = Number(from.getAttribute(name) ?? Number.NaN)
		return Number.isInteger(value) && value >= 0 && value <= 1_000 ? value : undefined
	}
	const found: Record<string, number | string | undefined> = {}
	if (tag === 'ol') found.start = number('start')
	if (tag === 'th' || tag === 'td') {
		found.colSpan = number('colspan')
		found.rowSpan = number('rowspan')
	}
	return Object.fromEntries(Object.entries(found).filter(entry => entry[1] !== undefined)) as Record<string, number>
}

function image(from: Element, { base, digestOf }: State, key: number): ReactNode {
	const source = from.getAttribute('src') ?? ''
	const alternative = from.getAttribute('alt') ?? ''
	const address = imageOf(source, base)
	return <Figure key={key} address={address} alternative={alternative} digest={ownDigest(source, base, digestOf)} />
}

/** The digest of an image that is one of the version's files. */
function ownDigest(source: string, base: Base, digestOf: State['digestOf']): string | undefined {
	const path = pathOf(source, base)
	return path === undefined ? undefined : digestOf(path)
}

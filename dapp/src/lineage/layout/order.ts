// SPDX-License-Identifier: Apache-2.0

// In which order slots stand in their columns, so that few lines cross: each goes where those that
// it is joined with are on the average, back and forth a few times; the best order is taken.

import type { Slot } from './slots'

const SWEEPS = 8

/** The slots of each column, from top to bottom. */
export function orderOf(slots: readonly Slot[]): number[][] {
	const columns: number[][] = []
	for (const [index, { column }] of slots.entries()) (columns[column] ??= []).push(index)
	const place = new Array<number>(slots.length).fill(0)
	const note = (column: number[]) => {
		for (const [at, slot] of column.entries()) place[slot] = at
	}
	columns.forEach(note)
	let best = columns.map(column => [...column])
	let fewest = crossings(columns, slots, place)
	for (let sweep = 0; sweep < SWEEPS && fewest > 0; sweep++) {
		const right = sweep % 2 === 0
		const side = right ? 'left' : 'right'
		const numbers = columns.keys()
		for (const number of right ? numbers : [...numbers].reverse()) {
			const column = columns[number] ?? []
			const beside = columns[right ? number - 1 : number + 1]
			if (!beside) continue
			const wish = new Map(
				column.map((slot, at) => {
					const joined = slots[slot]?.[side] ?? []
					if (joined.length === 0) return [slot, (at * beside.length) / column.length]
					return [slot, joined.reduce((sum, other) => sum + (place[other] ?? 0), 0) / joined.length]
				}),
			)
			column.sort((a, b) => (wish.get(a) ?? 0) - (wish.get(b) ?? 0) || (place[a] ?? 0) - (place[b] ?? 0))
			note(column)
		}
		const now = crossings(columns, slots, place)
		if (now < fewest) {
			fewest = now
			best = columns.map(column => [...column])
		}
	}
	return best
}

/** How many pairs of lines between neighbouring columns cross. */
export function crossings(columns: readonly number[][], slots: readonly Slot[], place: readonly number[]): number {
	let sum = 0
	for (const [number, column] of columns.entries()) {
		const size = columns[number + 1]?.length ?? 0
		// A Fenwick tree of the ends of the lines seen so far.
		const tree = new Array<number>(size + 1).fill(0)
		let seen = 0
		for (const slot of column) {
			const ends = (slots[slot]?.right ?? []).map(end => place[end] ?? 0)
			for (const end of ends) {
				let above = 0
				for (let at = end + 1; at > 0; at -= at & -at) above += tree[at] ?? 0
				sum += seen - above
			}
			for (const end of ends) {
				seen += 1
				for (let at = end + 1; at <= size; at += at & -at) tree[at] = (tree[at] ?? 0) + 1
			}
		}
	}
	return sum
}

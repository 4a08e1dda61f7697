// SPDX-License-Identifier: Apache-2.0

// How far down each slot stands: as near as can be to those that it is joined with, in the order
// of its column and with room between.

import type { Slot } from './slots'

export const NODE_HEIGHT = 46
const SWEEPS = 10

/** The least distance between the middles of two slots, one above the other. */
export function distance(above: Slot | undefined, below: Slot | undefined): number {
	const nodes = Number(above?.node !== undefined) + Number(below?.node !== undefined)
	return [8, 10 + NODE_HEIGHT / 2, 14 + NODE_HEIGHT][nodes] ?? 0
}

/** The middle of each slot. */
export function placesOf(slots: readonly Slot[], columns: readonly number[][]): number[] {
	const y = new Array<number>(slots.length).fill(0)
	const settle = (column: readonly number[], wish: (slot: number) => number) => {
		for (const [at, place] of settled(column, slots, wish).entries()) y[column[at] ?? 0] = place
	}
	for (const column of columns) settle(column, () => 0)
	for (let sweep = 0; sweep < SWEEPS; sweep++) {
		const right = sweep % 2 === 0
		const last = sweep >= SWEEPS - 2
		for (const column of right ? columns : [...columns].reverse()) {
			settle(column, slot => {
				const { left = [], right: following = [] } = slots[slot] ?? {}
				const joined = last ? [...left, ...following] : right ? left : following
				if (joined.length === 0) return y[slot] ?? 0
				return joined.reduce((sum, other) => sum + (y[other] ?? 0), 0) / joined.length
			})
		}
	}
	const top = Math.min(...y.map((middle, slot) => middle - (slots[slot]?.node === undefined ? 0 : NODE_HEIGHT / 2)))
	return y.map(middle => middle - top)
}

interface Block {
	from: number
	sum: number
	many: number
}

/**
 * The places in a column that are nearest to those wished for, by least squares: neighbours that
 * would come too near become a block, which stands at the mean of its wishes.
 */
function settled(column: readonly number[], slots: readonly Slot[], wish: (slot: number) => number): number[] {
	const offsets: number[] = []
	const blocks: Block[] = []
	for (const [at, slot] of column.entries()) {
		const before = column[at - 1]
		const gap = before === undefined ? 0 : distance(slots[before], slots[slot])
		const offset = (offsets[at - 1] ?? 0) + gap
		offsets.push(offset)
		let block: Block = { from: at, sum: wish(slot) - offset, many: 1 }
		for (let last = blocks.at(-1); last && last.sum / last.many > block.sum / block.many; last = blocks.at(-1)) {
			block = { from: last.from, sum: last.sum + block.sum, many: last.many + block.many }
			blocks.pop()
		}
		blocks.push(block)
	}
	const places: number[] = []
	for (const { from, sum, many } of blocks) {
		for (let at = from; at < from + many; at++) places.push(sum / many + (offsets[at] ?? 0))
	}
	return places
}

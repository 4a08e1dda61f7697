// SPDX-License-Identifier: Apache-2.0

// Places in columns: of nodes, and of lines that pass through a column on their way further. All
// lines from one node share their way, and leave it one column before they end.

import type { Link } from './columns'

export interface Slot {
	column: number
	/** Which node stands here; nothing where only a line passes. */
	node: number | undefined
	/** The slots in the column before that lines come from, and in the next that they go to. */
	left: number[]
	right: number[]
}

export interface Slots {
	/** The first ones are those of nodes, by the nodes' index. */
	slots: Slot[]
	/** The slots that each link goes through, both ends included. */
	ways: number[][]
}

export function slotsOf(column: readonly number[], links: readonly Link[]): Slots {
	const slots: Slot[] = column.map((at, node) => ({ column: at, node, left: [], right: [] }))
	const bends = new Map<string, number>()
	const joined = new Set<string>()
	const join = (from: number, to: number) => {
		const key = `${from} ${to}`
		if (joined.has(key)) return
		joined.add(key)
		slots[from]?.right.push(to)
		slots[to]?.left.push(from)
	}
	const ways = links.map(([source, derived]) => {
		const way = [source]
		const end = column[derived] ?? 0
		for (let at = (column[source] ?? 0) + 1; at < end; at++) {
			const key = `${source} ${at}`
			let bend = bends.get(key)
			if (bend === undefined) {
				bend = slots.push({ column: at, node: undefined, left: [], right: [] }) - 1
				bends.set(key, bend)
			}
			way.push(bend)
		}
		way.push(derived)
		for (const [step, to] of way.slice(1).entries()) join(way[step] ?? source, to)
		return way
	})
	return { slots, ways }
}

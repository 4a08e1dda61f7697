// SPDX-License-Identifier: Apache-2.0

// Which column each node stands in: right of all that it was made from.

/** From a node to one that was made from it, by index; the first is always the lower. */
export type Link = readonly [source: number, derived: number]

/** So many nodes stand in one column at most, so that the picture is about as high as it is wide. */
export const highest = (nodes: number): number => Math.max(8, Math.ceil(Math.sqrt(2.5 * nodes)))

/**
 * The column of each node, as far to the left as its sources and the room in columns allow. Those
 * without sources stand next to the first thing that was made from them.
 */
export function columnsOf(nodes: number, links: readonly Link[]): number[] {
	const most = highest(nodes)
	const sources: number[][] = Array.from({ length: nodes }, () => [])
	const uses: number[][] = Array.from({ length: nodes }, () => [])
	for (const [source, derived] of links) {
		sources[derived]?.push(source)
		uses[source]?.push(derived)
	}
	const column: number[] = []
	const filled: number[] = []
	const put = (node: number, at: number) => {
		column[node] = at
		filled[at] = (filled[at] ?? 0) + 1
	}
	const isFull = (at: number) => (filled[at] ?? 0) >= most
	for (let node = 0; node < nodes; node++) {
		let at = 0
		for (const source of sources[node] ?? []) at = Math.max(at, (column[source] ?? 0) + 1)
		while (isFull(at)) at += 1
		put(node, at)
	}
	for (let node = nodes - 1; node >= 0; node--) {
		const from = column[node] ?? 0
		if (sources[node]?.length !== 0 || uses[node]?.length === 0) continue
		let at = Math.min(...(uses[node] ?? []).map(use => column[use] ?? 0)) - 1
		while (at > from && isFull(at)) at -= 1
		if (at <= from) continue
		filled[from] = (filled[from] ?? 1) - 1
		put(node, at)
	}
	// Columns that everybody left.
	const kept = [...new Set(column)].sort((a, b) => a - b)
	const number = new Map(kept.map((at, index) => [at, index]))
	return column.map(at => number.get(at) ?? 0)
}

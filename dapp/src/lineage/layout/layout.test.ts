// SPDX-License-Identifier: Apache-2.0

import { describe, expect, it } from 'vitest'
import type { Lineage } from '../../chain/lineage'
import { edgesOf } from '../../chain/lineage'
import { madeLineage } from '../made'
import { columnsOf, highest, type Link } from './columns'
import { draw, NODE_HEIGHT, NODE_WIDTH } from '.'
import { crossings, orderOf } from './order'
import { slotsOf } from './slots'

const fan = (many: number): Lineage => ({
	asked: 1n,
	nodes: Array.from({ length: many + 1 }, (_, at) => ({ sequence: BigInt(at + 1), label: undefined })),
	sources: [],
	descendants: Array.from({ length: many }, (_, at) => ({
		source: 1n,
		derived: BigInt(at + 2),
		relation: 'FineTune',
		royalty: 0,
		depth: 1,
	})),
	beyondDepth: false,
	beyondLimit: false,
})

const LINEAGES = [fan(0), fan(1), fan(90), ...[2, 3, 10, 60, 200, 500].map(many => madeLineage(many, many))]

describe.each(LINEAGES)('a lineage of $nodes.length versions', lineage => {
	const drawing = draw(lineage)

	it('has no versions that overlap, and all within its size', () => {
		const cells = [...drawing.nodes].sort((a, b) => a.x - b.x || a.y - b.y)
		for (const [at, cell] of cells.entries()) {
			const above = cells[at - 1]
			if (above?.x === cell.x) expect(cell.y - above.y).toBeGreaterThanOrEqual(NODE_HEIGHT)
			expect(cell.y).toBeGreaterThanOrEqual(0)
			expect(cell.x + NODE_WIDTH).toBeLessThanOrEqual(drawing.width)
			expect(cell.y + NODE_HEIGHT).toBeLessThanOrEqual(drawing.height + 0.1)
		}
	})

	it('has everything on the right of what it was made from', () => {
		const x = new Map(drawing.nodes.map(({ node, x }) => [node.sequence, x]))
		for (const { source, derived } of edgesOf(lineage)) {
			expect(x.get(derived)).toBeGreaterThan((x.get(source) ?? 0) + NODE_WIDTH)
		}
	})

	it('has lines that pass no version', () => {
		for (const { edge, path } of drawing.edges) {
			// Where a line goes straight through a column.
			for (const [, right, y, to] of path.matchAll(/ (\d+) ([\d.-]+)H(\d+)/g)) {
				expect(Number(to) - Number(right)).toBe(NODE_WIDTH)
				const hit = drawing.nodes.find(
					node => node.x === Number(right) && node.y < Number(y) && Number(y) < node.y + NODE_HEIGHT,
				)
				expect(hit, `${edge.source} to ${edge.derived}`).toBeUndefined()
			}
		}
	})

	it('is drawn the same each time', () => {
		expect(draw(structuredClone(lineage))).toEqual(drawing)
	})

	it('is not much higher than wide', () => {
		const columns = new Map<number, number>()
		for (const { x } of drawing.nodes) columns.set(x, (columns.get(x) ?? 0) + 1)
		expect(Math.max(...columns.values())).toBeLessThanOrEqual(highest(lineage.nodes.length))
	})
})

it('a source without sources stands next to what was made from it', () => {
	const chain: Link[] = [[0, 1], [1, 2], [3, 4], [2, 4]]
	expect(columnsOf(5, chain)).toEqual([0, 1, 2, 2, 3])
})

it('lines are untangled', () => {
	const links: Link[] = [[0, 5], [1, 4], [2, 3]]
	const { slots } = slotsOf([0, 0, 0, 1, 1, 1], links)
	const count = (columns: number[][]) => {
		const place: number[] = []
		for (const column of columns) for (const [at, slot] of column.entries()) place[slot] = at
		return crossings(columns, slots, place)
	}
	expect(count([[0, 1, 2], [3, 4, 5]])).toBe(3)
	expect(count(orderOf(slots))).toBe(0)
})

it('lines of one version share their way', () => {
	const { slots, ways } = slotsOf([0, 1, 2, 3, 3], [[0, 1], [1, 2], [2, 3], [0, 3], [0, 4]])
	expect(slots.length).toBe(5 + 2)
	expect(ways[3]?.slice(0, 3)).toEqual(ways[4]?.slice(0, 3))
})

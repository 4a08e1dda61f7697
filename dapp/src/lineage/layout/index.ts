// SPDX-License-Identifier: Apache-2.0

// Where the versions of a lineage and the lines between them are drawn: in columns, what a version
// was made from on its left, what was made from it on its right. The same lineage is always drawn
// the same way.

import { edgesOf, type Lineage, type LineageEdge, type LineageNode } from '../../chain/lineage'
import { columnsOf, type Link } from './columns'
import { orderOf } from './order'
import { NODE_HEIGHT, placesOf } from './place'
import { slotsOf } from './slots'

export { NODE_HEIGHT }
export const NODE_WIDTH = 204
const GAP = 128

export interface DrawnNode {
	node: LineageNode
	/** Its left upper corner. */
	x: number
	y: number
	/** Whether lines come in from the left. */
	hasSources: boolean
}

export interface DrawnEdge {
	edge: LineageEdge
	/** The whole line, as the `d` of a path. */
	path: string
	/** Where its label has its middle. */
	x: number
	y: number
}

export interface DrawnLine {
	path: string
	/** Whether it is measuring alone, which passes on neither terms nor royalty. */
	isEvaluation: boolean
}

export interface Drawing {
	nodes: DrawnNode[]
	edges: DrawnEdge[]
	/** All lines, what several edges share only once. */
	lines: DrawnLine[]
	width: number
	height: number
}

export function draw(lineage: Lineage): Drawing {
	const index = new Map(lineage.nodes.map(({ sequence }, at) => [sequence, at]))
	const edges = edgesOf(lineage)
	const links = edges.map(({ source, derived }): Link => [index.get(source) ?? 0, index.get(derived) ?? 0])
	const column = columnsOf(lineage.nodes.length, links)
	const { slots, ways } = slotsOf(column, links)
	const order = orderOf(slots)
	const middle = placesOf(slots, order)
	const x = (slot: number) => (slots[slot]?.column ?? 0) * (NODE_WIDTH + GAP)
	const y = (slot: number) => middle[slot] ?? 0

	/** A line from one slot to one in the next column, and on through that column if it is a bend. */
	const step = (from: number, to: number): string => {
		const [left, right] = [x(from) + NODE_WIDTH, x(to)]
		const half = (left + right) / 2
		const curve = `C${half} ${round(y(from))} ${half} ${round(y(to))} ${right} ${round(y(to))}`
		return slots[to]?.node === undefined ? `${curve}H${right + NODE_WIDTH}` : curve
	}
	const start = (from: number) => `M${x(from) + NODE_WIDTH} ${round(y(from))}`

	const drawn: DrawnEdge[] = []
	const lines = new Map<string, DrawnLine>()
	for (const [at, edge] of edges.entries()) {
		const way = ways[at] ?? []
		const steps = way.slice(1).map((to, i) => ({ from: way[i] ?? 0, to }))
		for (const { from, to } of steps) {
			const isEvaluation = edge.relation === 'EvaluatedOn' && slots[to]?.node !== undefined
			lines.set(`${from} ${to}`, { path: start(from) + step(from, to), isEvaluation })
		}
		const [from = 0, to = 0] = way.slice(-2)
		drawn.push({
			edge,
			path: start(way[0] ?? 0) + steps.map(({ from, to }) => step(from, to)).join(''),
			x: (x(from) + NODE_WIDTH + x(to)) / 2,
			y: round((y(from) + y(to)) / 2),
		})
	}
	const nodes = lineage.nodes.map((node, at) => ({
		node,
		x: x(at),
		y: round(y(at) - NODE_HEIGHT / 2),
		hasSources: (slots[at]?.left.length ?? 0) > 0,
	}))
	return {
		nodes,
		edges: drawn,
		lines: [...lines.values()],
		width: Math.max(...nodes.map(({ x }) => x)) + NODE_WIDTH,
		height: Math.max(...slots.map((_, slot) => y(slot))) + NODE_HEIGHT / 2,
	}
}

const round = (value: number): number => Math.round(value * 10) / 10

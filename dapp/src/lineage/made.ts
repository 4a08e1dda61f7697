// SPDX-License-Identifier: Apache-2.0

// Lineages that are made up, for tests and figures: always the same for the same numbers.

import type { Lineage, LineageEdge, LineageNode, Relation } from '../chain/lineage'

/** Numbers from 0 to 1 that look random (mulberry32). */
export function numbers(seed: number): () => number {
	let state = seed
	return () => {
		state = (state + 0x6d2b79f5) | 0
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
	}
}

const NAMES = ['iris', 'minilm', 'common-speech', 'llama-like-instruct', 'tiny', 'code-and-comments-deduplicated']

/** Versions with one to three sources each; the one asked for is in the middle. */
export function madeLineage(versions: number, seed = 1): Lineage {
	const next = numbers(seed)
	const below = (end: number) => Math.floor(next() * end)
	const nodes: LineageNode[] = Array.from({ length: versions }, (_, at) => {
		const state = below(20)
		return {
			sequence: BigInt(at + 1),
			label: {
				publisher: '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY',
				name: `${NAMES[below(NAMES.length)]}-${at + 1}`,
				number: 1 + below(3),
				kind: at % 4 === 0 ? 'Dataset' : 'Model',
				status: state === 0 ? 'Yanked' : state === 1 ? 'Superseded' : 'Live',
				retired: state === 2,
			},
		}
	})
	const asked = Math.floor(versions / 2)
	const sources: LineageEdge[] = []
	const descendants: LineageEdge[] = []
	for (let derived = 1; derived < versions; derived++) {
		const near = new Set(Array.from({ length: 1 + below(3) }, () => Math.max(0, derived - 1 - below(60))))
		for (const source of near) {
			const dataset = nodes[source]?.label?.kind === 'Dataset'
			const relation: Relation = dataset ? (below(5) === 0 ? 'EvaluatedOn' : 'TrainedOn') : 'FineTune'
			const royalty = relation === 'EvaluatedOn' ? 0 : below(20) * 5_000
			const edge = { source: BigInt(source + 1), derived: BigInt(derived + 1), relation, royalty, depth: 1 }
			;(derived <= asked ? sources : descendants).push(edge)
		}
	}
	return { asked: BigInt(asked + 1), nodes, sources, descendants, beyondDepth: false, beyondLimit: false }
}

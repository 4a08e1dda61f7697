// SPDX-License-Identifier: Apache-2.0

// The lineage of a version: what it was made from, and what was made from it.

import { textOf } from '../lib/bytes'
import type { Api } from './connection'

/** Most edges that the chain gives in one direction, and one less than the labels that it gives. */
const MOST_EDGES = 1_000
/** Most generations that the chain follows. */
const MOST_GENERATIONS = 16

/** How a version was made from a source, as people say it. */
const RELATIONS = {
	FineTune: 'fine-tune',
	Adapter: 'adapter',
	Merge: 'merge',
	Quantization: 'quantization',
	Pruning: 'pruning',
	Conversion: 'conversion',
	Distillation: 'distillation',
	TrainedOn: 'trained on',
	EvaluatedOn: 'evaluated on',
	Subset: 'subset',
	Synthetic: 'synthetic',
} as const

export type Relation = keyof typeof RELATIONS

export const relationName = (relation: Relation): string => RELATIONS[relation]

/** What a version is called. */
export interface LineageLabel {
	publisher: string
	name: string
	number: number
	kind: 'Model' | 'Dataset'
	status: 'Live' | 'Yanked' | 'Superseded'
	/** Whether its artifact is retired. */
	retired: boolean
}

export interface LineageNode {
	sequence: bigint
	/** Nothing for a version that was removed. */
	label: LineageLabel | undefined
}

export interface LineageEdge {
	source: bigint
	derived: bigint
	relation: Relation
	/** The share of the derived version's income that is due to the source, per million. */
	royalty: number
	/** How many generations lie between its far end and the version asked for. */
	depth: number
}

export interface Lineage {
	/** The version asked for. */
	asked: bigint
	/** By ascending sequence, so that what was made from a version comes after it. */
	nodes: LineageNode[]
	/** Towards what it was made from, nearest first. */
	sources: LineageEdge[]
	/** Towards what was made from it, nearest first. */
	descendants: LineageEdge[]
	/** Whether there are more generations than are followed. */
	beyondDepth: boolean
	/** Whether there are more edges than one answer has. */
	beyondLimit: boolean
}

export const edgesOf = (lineage: Lineage): LineageEdge[] => [...lineage.sources, ...lineage.descendants]

/** `name@number`, or what is known of a version that has no name any more. */
export const nodeName = ({ sequence, label }: LineageNode): string =>
	label ? `${label.name}@${label.number}` : `removed version ${sequence}`

/** What speaks against a version, in words; nothing where nothing does. */
export function troubleOf({ label }: LineageNode): string | undefined {
	if (!label) return 'removed'
	if (label.status === 'Yanked') return 'yanked'
	if (label.status === 'Superseded') return 'superseded'
	return label.retired ? 'retired' : undefined
}

/** The lineage of a version in both directions; nothing if there is no such version. */
export async function readLineage(api: Api, asked: bigint): Promise<Lineage | undefined> {
	const at = { at: 'best' } as const
	const [up, down] = await Promise.all([
		api.apis.RegistryApi.ancestors(asked, MOST_GENERATIONS, MOST_EDGES, at),
		api.apis.RegistryApi.descendants(asked, MOST_GENERATIONS, MOST_EDGES, at),
	])
	if (!up || !down) return undefined
	const edge = (from: (typeof up.edges)[number]): LineageEdge => ({ ...from, relation: from.relation.type })
	const sources = up.edges.map(edge)
	const descendants = down.edges.map(edge)
	const sequences = new Set([asked])
	for (const { source, derived } of [...sources, ...descendants]) sequences.add(source).add(derived)
	const sorted = [...sequences].sort((a, b) => (a < b ? -1 : 1))
	const labels = await readLabels(api, sorted)
	return {
		asked,
		nodes: sorted.map(sequence => ({ sequence, label: labels.get(sequence) })),
		sources,
		descendants,
		beyondDepth: up.beyond_depth || down.beyond_depth,
		beyondLimit: up.beyond_limit || down.beyond_limit,
	}
}

/** What versions are called, as many as one asks for. */
export async function readLabels(api: Api, sequences: bigint[]): Promise<Map<bigint, LineageLabel>> {
	const parts: bigint[][] = []
	for (let from = 0; from < sequences.length; from += MOST_EDGES) {
		parts.push(sequences.slice(from, from + MOST_EDGES))
	}
	const answers = await Promise.all(parts.map(part => api.apis.CatalogApi.labels(part, { at: 'best' })))
	const labels = new Map<bigint, LineageLabel>()
	for (const { sequence, publisher, name, number, kind, status, retired } of answers.flat()) {
		const label = { publisher, name: textOf(name), number, kind: kind.type, status: status.type, retired }
		labels.set(sequence, label)
	}
	return labels
}

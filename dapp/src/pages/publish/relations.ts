// SPDX-License-Identifier: Apache-2.0

// How a version can be made from a source, and whether the source's terms allow it: what the
// registry checks, told before anything is signed.

import { perMillion } from '../../lib/format'

export type Kind = 'Model' | 'Dataset'
export type Use = 'train' | 'evaluate' | 'commercial'
export type Uses = Record<Use, boolean>
export type Derivation = 'Open' | 'LicenseRequired' | 'Forbidden'

interface Rule {
	name: string
	/** The kinds that it joins, the derived one first. */
	joins: readonly `${Kind}-${Kind}`[]
	/** The use that the source must allow. */
	needs?: Use
}

const MODELS = ['Model-Model'] as const
const ALIKE = ['Model-Model', 'Dataset-Dataset'] as const
const MEASURED = ['Model-Dataset'] as const

export type Relation =
	| 'FineTune'
	| 'Adapter'
	| 'Merge'
	| 'Quantization'
	| 'Pruning'
	| 'Conversion'
	| 'Distillation'
	| 'TrainedOn'
	| 'EvaluatedOn'
	| 'Subset'
	| 'Synthetic'

export const RELATIONS: Record<Relation, Rule> = {
	FineTune: { name: 'fine-tune of', joins: MODELS, needs: 'train' },
	Adapter: { name: 'adapter for', joins: MODELS, needs: 'train' },
	Merge: { name: 'merge of', joins: ALIKE },
	Quantization: { name: 'quantization of', joins: MODELS },
	Pruning: { name: 'pruned from', joins: MODELS },
	Conversion: { name: 'conversion of', joins: ALIKE },
	Distillation: { name: 'distilled from', joins: MODELS, needs: 'train' },
	TrainedOn: { name: 'trained on', joins: MEASURED, needs: 'train' },
	EvaluatedOn: { name: 'evaluated on', joins: MEASURED, needs: 'evaluate' },
	Subset: { name: 'subset of', joins: ['Dataset-Dataset'] },
	Synthetic: { name: 'synthetic, made from', joins: ['Dataset-Model', 'Dataset-Dataset'], needs: 'train' },
}

/** The relations that a version of one kind can have to a source of another, likely ones first. */
export function relationsBetween(derived: Kind, source: Kind): Relation[] {
	const all = Object.keys(RELATIONS) as Relation[]
	return all.filter(relation => RELATIONS[relation].joins.includes(`${derived}-${source}`))
}

/** Measuring with a dataset passes on neither terms nor royalty. */
export const passesTerms = (relation: Relation): boolean => relation !== 'EvaluatedOn'

/** A version as it was found, and what the account may do with it. */
export interface FoundSource {
	sequence: bigint
	/** `publisher/name@number`. */
	reference: string
	publisher: string
	name: string
	number: number
	kind: Kind
	status: 'Live' | 'Yanked' | 'Superseded'
	retired: boolean
	/** Records whose contributors do not agree any more. */
	withdrawn: boolean
	derivation: Derivation
	uses: Uses
	/** The share that it asks for, in parts per million. */
	royalty: number
	/** Whether the account owns the artifact. */
	own: boolean
	/** Whether it holds a license that lasts, and one that counts for citing. */
	licensed: 'no' | 'refundable' | 'yes'
}

/** A source that was picked, and how it was used. */
export interface CitedSource extends FoundSource {
	relation: Relation
}

const USE_NAMES: Record<Use, string> = { train: 'training', evaluate: 'evaluation', commercial: 'commercial use' }

/** Why the source cannot be cited by a version of this kind; nothing if it can. */
export function sourceFault(source: CitedSource, kind: Kind): string | undefined {
	const { relation, licensed } = source
	const { needs } = RELATIONS[relation]
	if (source.status === 'Yanked') return 'It is yanked: its owner advises against it. Use another version.'
	if (source.status === 'Superseded') return 'It is superseded: cite the version that its digest belongs to.'
	if (source.retired) return 'Its artifact is retired, and cannot be cited any more.'
	if (!relationsBetween(kind, source.kind).includes(relation)) {
		return `A ${kind.toLowerCase()} cannot be ${RELATIONS[relation].name} a ${source.kind.toLowerCase()}.`
	}
	if (needs && !source.uses[needs]) return `It does not allow ${USE_NAMES[needs]}.`
	if (source.withdrawn && source.kind === 'Dataset' && relation !== 'Subset') {
		return 'Contributors withdrew their consent for some of its records. Only a subset can be made from it.'
	}
	if (!passesTerms(relation) || source.derivation === 'Open') return undefined
	if (source.derivation === 'Forbidden') return 'It forbids to derive from it.'
	if (source.own || licensed === 'yes') return undefined
	return licensed === 'refundable'
		? 'Your license for it can still be refunded, and counts when the refund window is over. Waive the refund to go on now.'
		: 'It may only be derived from with a license for it. Get one first.'
}

/** What a version may allow: every use that all sources allow whose terms pass on. */
export function allowedUses(sources: readonly CitedSource[]): Uses {
	const binding = sources.filter(({ relation }) => passesTerms(relation))
	const allows = (use: Use) => binding.every(({ uses }) => uses[use])
	return { train: allows('train'), evaluate: allows('evaluate'), commercial: allows('commercial') }
}

/** Which uses are allowed that a source does not allow, in a sentence. */
export function usesFault(uses: Uses, sources: readonly CitedSource[]): string | undefined {
	const allowed = allowedUses(sources)
	const more = (Object.keys(uses) as Use[]).filter(use => uses[use] && !allowed[use])
	if (more.length === 0) return undefined
	return `Its sources do not allow ${more.map(use => USE_NAMES[use]).join(' and ')}, so it cannot either.`
}

/** What a source is due of the income, in parts per million. */
export const royaltyDue = ({ relation, royalty }: CitedSource): number => (passesTerms(relation) ? royalty : 0)

export const royaltySum = (sources: readonly CitedSource[]): number =>
	sources.reduce((sum, source) => sum + royaltyDue(source), 0)

export function royaltySumFault(sources: readonly CitedSource[], most: number): string | undefined {
	const sum = royaltySum(sources)
	if (sum <= most) return undefined
	return `The sources together ask for ${perMillion(sum)}, and ${perMillion(most)} is the most that a version may owe.`
}

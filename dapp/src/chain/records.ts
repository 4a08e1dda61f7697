// SPDX-License-Identifier: Apache-2.0

// What versions say of their records, and how a record stands.

import type { Api } from './connection'
import { type LineageLabel, readLabels } from './lineage'

const AT = { at: 'best' } as const

export type Commitment = NonNullable<Awaited<ReturnType<Api['apis']['ProvenanceApi']['commitment']>>>
export type Share = NonNullable<Awaited<ReturnType<Api['apis']['RoyaltiesApi']['share']>>>

/** A version as this page knows it: it can be gone, and its records still be there. */
export interface VersionRecords {
	sequence: bigint
	/** Nothing for a version that was removed, or never was. */
	label: LineageLabel | undefined
	/** Nothing where the version did not commit to its records. */
	commitment: Commitment | undefined
	/** The versions that it extends and is extended by, by their names. */
	previous: LineageLabel | undefined
	next: LineageLabel | undefined
}

export async function readVersionRecords(api: Api, sequence: bigint): Promise<VersionRecords> {
	const [labels, commitment] = await Promise.all([
		readLabels(api, [sequence]),
		api.apis.ProvenanceApi.commitment(sequence, AT),
	])
	const beside = [commitment?.previous, commitment?.next].filter(each => each !== undefined)
	const others = beside.length > 0 ? await readLabels(api, beside) : new Map<bigint, LineageLabel>()
	const other = (at: bigint | undefined) => (at === undefined ? undefined : others.get(at))
	return {
		sequence,
		label: labels.get(sequence),
		commitment,
		previous: other(commitment?.previous),
		next: other(commitment?.next),
	}
}

export type RecordState = 'Unproven' | 'Proven' | 'Withdrawn'

/** How a record in some place of a version stands. */
export interface Standing {
	state: RecordState
	/** The version that brought the record into the dataset; of a proven one. */
	origin?: bigint
	contributor?: string
	/** What the contributor holds for it, in planck. */
	deposit?: bigint
	/** What the contributor has of all their records of the origin; nothing once all are withdrawn. */
	share?: Share | undefined
	/** Whether its deposit can be given back: the commitment is gone. */
	isReleasable: boolean
}

export async function readStanding(api: Api, version: bigint, index: bigint): Promise<Standing> {
	const view = await api.apis.ProvenanceApi.record(version, index, AT)
	if (view) {
		const { origin, contributor, deposit, withdrawn } = view
		const share = await api.apis.RoyaltiesApi.share(origin, contributor, AT)
		return { state: withdrawn ? 'Withdrawn' : 'Proven', origin, contributor, deposit, share, isReleasable: false }
	}
	// What is left of a version that was removed is found by its origin alone.
	const left = await api.query.Provenance.Records.getValue(version, index, AT)
	if (!left) return { state: 'Unproven', isReleasable: false }
	const { contributor, deposit, withdrawn } = left
	return { state: withdrawn ? 'Withdrawn' : 'Proven', origin: version, contributor, deposit, isReleasable: true }
}

/** The bytes that a proven record takes on chain: a key of two numbers, and account, flag, deposit. */
const RECORD_BYTES = 32n + 2n * 8n + 32n + 1n + 16n

/** What proving a record holds, in planck. */
export async function readProofDeposit(api: Api): Promise<bigint> {
	const [item, byte] = await Promise.all([
		api.constants.Provenance.ItemDeposit(),
		api.constants.Provenance.ByteDeposit(),
	])
	return item + byte * RECORD_BYTES
}

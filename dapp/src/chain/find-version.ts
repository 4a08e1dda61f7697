// SPDX-License-Identifier: Apache-2.0

// Finds versions by what somebody typed: a sequence, a reference, or words.

import { bytesOf } from '../lib/bytes'
import { parseReference, type Reference } from '../lib/reference'
import { readArtifact } from './artifact'
import type { Api } from './connection'
import { type LineageLabel, readLabels } from './lineage'

const AT = { at: 'best' } as const
const MOST = 8

export type Sought =
	| { type: 'sequence'; sequence: bigint }
	| ({ type: 'reference' } & Reference)
	| { type: 'words'; words: string }

/** What somebody looks for, from what they typed. */
export function soughtOf(text: string): Sought {
	const bare = text.trim()
	if (/^\d{1,19}$/.test(bare)) return { type: 'sequence', sequence: BigInt(bare) }
	const reference = parseReference(bare)
	return reference ? { type: 'reference', ...reference } : { type: 'words', words: bare }
}

export interface Hit {
	sequence: bigint
	label: LineageLabel
	/** How many records the version committed to; nothing if it did not. */
	records: bigint | undefined
}

/** Versions to choose from, the newest of each dataset first. */
export async function findVersions(api: Api, text: string): Promise<Hit[]> {
	const sequences = await sequencesOf(api, soughtOf(text))
	const [labels, commitments] = await Promise.all([
		readLabels(api, sequences),
		Promise.all(sequences.map(sequence => api.apis.ProvenanceApi.commitment(sequence, AT))),
	])
	return sequences.flatMap((sequence, at) => {
		const label = labels.get(sequence)
		return label ? [{ sequence, label, records: commitments[at]?.count }] : []
	})
}

async function sequencesOf(api: Api, sought: Sought): Promise<bigint[]> {
	if (sought.type === 'sequence') return [sought.sequence]
	if (sought.type === 'reference') {
		const found = await readArtifact(api, sought.publisher, sought.name, sought.number)
		return found?.version ? [found.version.sequence] : []
	}
	const query = {
		order: { type: 'Newest', value: undefined },
		kind: { type: 'Dataset', value: undefined },
		text: bytesOf(sought.words),
		tag: undefined,
		publisher: undefined,
		owner: undefined,
		license: undefined,
		max_price: undefined,
		retired: true,
	} as const
	const page = await api.apis.CatalogApi.search(query, undefined, MOST, AT)
	return page.items.flatMap(({ latest }) => (latest ? [latest.sequence] : []))
}

/** A version's whole name. */
export const referenceOf = ({ publisher, name, number }: LineageLabel): string => `${publisher}/${name}@${number}`

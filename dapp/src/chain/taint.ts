// SPDX-License-Identifier: Apache-2.0

// What is known against a version and all that it was made from.

import type { Api } from './connection'

type Page = NonNullable<Awaited<ReturnType<Api['apis']['ProvenanceApi']['taint']>>>
export type Taint = Page['items'][number]

export interface Taints {
	items: Taint[]
	/** How many versions were looked at. */
	examined: number
	/** Whether there is more behind it that was not looked at. */
	beyond: boolean
}

const DEPTH = 16
const LIMIT = 250

/** Pages that are asked for: what is further away is said to be there, and not looked at. */
const MAX_PAGES = 8

/** Most attesters that the chain looks at. */
export const MAX_ATTESTERS = 16

/** Page through what the chain knows; `attesters` are those whose negative word counts. */
export async function readTaints(api: Api, sequence: bigint, attesters: string[]): Promise<Taints> {
	const found: Taints = { items: [], examined: 0, beyond: false }
	let after: Page['next']
	for (let page = 0; page < MAX_PAGES; page += 1) {
		const answer: Page | undefined = await api.apis.ProvenanceApi.taint(
			sequence,
			attesters.slice(0, MAX_ATTESTERS),
			DEPTH,
			LIMIT,
			after,
			{ at: 'best' },
		)
		if (!answer) return found
		found.items.push(...answer.items)
		found.examined += answer.examined
		found.beyond ||= answer.beyond_depth
		after = answer.next
		if (after === undefined) return found
	}
	return { ...found, beyond: true }
}

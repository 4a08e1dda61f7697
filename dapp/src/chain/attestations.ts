// SPDX-License-Identifier: Apache-2.0

// The attestations on a version, page by page.

import type { Api } from './connection'

type Page = Awaited<ReturnType<Api['apis']['ProvenanceApi']['attestations']>>
export type AttestationView = Page['items'][number]

const LIMIT = 25

/** As many pages, the oldest first, and where the next one begins. */
export async function readAttestations(api: Api, sequence: bigint, pages: number): Promise<Page> {
	const items: AttestationView[] = []
	let next: Page['next']
	for (let page = 0; page < pages; page += 1) {
		const answer = await api.apis.ProvenanceApi.attestations(sequence, next, LIMIT, { at: 'best' })
		items.push(...answer.items)
		next = answer.next
		if (next === undefined) break
	}
	return { items, next }
}

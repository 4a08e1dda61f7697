// SPDX-License-Identifier: Apache-2.0

// The attestations on a version, page by page.

import type { Api } from './connection'

type Page = Awaited<ReturnType<Api['apis']['ProvenanceApi']['attestations']>>
export type AttestationView = Page['items'][number]

const LIMIT = 25

/** All pages that begin after these, and where the next one begins. */
export async function readAttestations(
	api: Api,
	sequence: bigint,
	afters: readonly (bigint | undefined)[],
): Promise<Page> {
	const ask = (after: bigint | undefined) =>
		api.apis.ProvenanceApi.attestations(sequence, after, LIMIT, { at: 'best' })
	const pages = await Promise.all(afters.map(ask))
	return { items: pages.flatMap(page => page.items), next: pages.at(-1)?.next }
}

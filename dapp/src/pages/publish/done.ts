// SPDX-License-Identifier: Apache-2.0

// What a publication became, as its events say.

import { findEvent, type Progress } from '../../chain/transaction'
import type { Publication } from './draft'

export interface Done {
	publisher: string
	name: string
	number: number
	sequence: bigint
	/** The offer that was made with it. */
	offer: bigint | undefined
	locations: string[]
	block: number
}

export function doneOf(
	{ events, number: block }: Extract<Progress, { type: 'final' }>,
	publication: Publication,
	signer: string,
): Done | undefined {
	const published = findEvent(events, 'Registry', 'VersionPublished')
	if (!published) return undefined
	const { sequence, version } = published.value
	return {
		publisher: publication.artifact?.publisher ?? signer,
		name: publication.name,
		number: version.number,
		sequence,
		offer: findEvent(events, 'Market', 'OfferCreated')?.value.offer,
		locations: publication.locations,
		block,
	}
}

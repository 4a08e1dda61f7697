// SPDX-License-Identifier: Apache-2.0

// What is being published, as it is typed, and what is wrong with it.

import { perMillion } from '../../lib/format'
import { locationFault, locationsOf } from '../../lib/locations'
import { type OfferDraft, type OfferLimits, type OfferTerms, readOffer } from './offer'
import {
	type CitedSource,
	type Derivation,
	type Kind,
	royaltySumFault,
	sourceFault,
	type Uses,
	usesFault,
} from './relations'
import { licenseFault } from './spdx'
import { nameFault, partsOf, tagsFault, tagsOf } from './words'

export const MAX_SOURCES = 16

/** An artifact of the account that takes new versions. */
export interface OwnArtifact {
	id: string
	publisher: string
	name: string
	kind: Kind
	tags: string[]
	/** What its next version will be called. */
	next: number
}

export interface Draft {
	/** The artifact that gets a new version; nothing for a new one. */
	artifact: OwnArtifact | undefined
	kind: Kind
	name: string
	tags: string
	license: string
	/** Whether `README.md` is named as the card. */
	card: boolean
	derivation: Derivation
	uses: Uses
	/** In per cent. */
	royalty: string
	locations: [string, string]
	sources: CitedSource[]
	offer: OfferDraft | undefined
}

export const EMPTY: Draft = {
	artifact: undefined,
	kind: 'Model',
	name: '',
	tags: '',
	license: '',
	card: true,
	derivation: 'Open',
	uses: { train: true, evaluate: true, commercial: true },
	royalty: '0',
	locations: ['', ''],
	sources: [],
	offer: undefined,
}

/** What the chain allows at most and at least. */
export interface Limits extends OfferLimits {
	/** In parts per million. */
	maxRoyalty: number
}

export interface Faults {
	name?: string
	tags?: string
	license?: string
	royalty?: string
	uses?: string
	locations: [string | undefined, string | undefined]
	/** Of each source, by its sequence. */
	sources: Map<bigint, string>
	royalties?: string
	offer: Partial<Record<keyof OfferDraft, string>>
}

/** A draft that can be published. */
export interface Publication {
	artifact: OwnArtifact | undefined
	kind: Kind
	name: string
	tags: string[]
	license: string
	card: boolean
	terms: { derivation: Derivation; uses: Uses; royalty: number }
	locations: string[]
	sources: CitedSource[]
	offer: OfferTerms | undefined
}

/** The publication, or what is in its way; `taken` is why its name cannot be had. */
export function readDraft(
	draft: Draft,
	limits: Limits,
	taken?: string,
): { publication: Publication } | { faults: Faults } {
	const kind = draft.artifact?.kind ?? draft.kind
	const name = draft.artifact?.name ?? draft.name.trim()
	const [first, second] = draft.locations
	const faults: Faults = {
		locations: [locationFault(first), locationFault(second, [first])],
		sources: new Map(),
		offer: {},
	}
	const set = (field: 'name' | 'tags' | 'license' | 'royalty' | 'uses' | 'royalties', fault: string | undefined) => {
		if (fault) faults[field] = fault
	}
	set('name', draft.artifact ? undefined : (nameFault(name) ?? taken))
	set('tags', tagsFault(draft.tags))
	set('license', licenseFault(draft.license))
	const royalty = partsOf(draft.royalty)
	if (royalty === undefined) set('royalty', 'Write per cent with at most four decimals, such as 2.5.')
	else if (royalty > limits.maxRoyalty) set('royalty', `A version may ask for ${perMillion(limits.maxRoyalty)} at most.`)
	set('uses', usesFault(draft.uses, draft.sources))
	set('royalties', royaltySumFault(draft.sources, limits.maxRoyalty))
	for (const source of draft.sources) {
		const fault = sourceFault(source, kind)
		if (fault) faults.sources.set(source.sequence, fault)
	}
	const offer = draft.offer && readOffer(draft.offer, draft.uses.commercial, limits)
	if (offer && 'faults' in offer) faults.offer = offer.faults

	if (faulty(faults) || royalty === undefined) return { faults }
	return {
		publication: {
			artifact: draft.artifact,
			kind,
			name,
			tags: tagsOf(draft.tags),
			license: draft.license.trim(),
			card: draft.card,
			terms: { derivation: draft.derivation, uses: draft.uses, royalty },
			locations: locationsOf(draft.locations),
			sources: draft.sources,
			offer: offer && 'terms' in offer ? offer.terms : undefined,
		},
	}
}

function faulty({ locations, sources, offer, ...rest }: Faults): boolean {
	return (
		locations.some(Boolean) || sources.size > 0 || Object.keys(offer).length > 0 || Object.values(rest).some(Boolean)
	)
}

// SPDX-License-Identifier: Apache-2.0

// The catalog: models and datasets as the chain finds them.

import { addressOf } from '../lib/address'
import { bytesOf, textOf } from '../lib/bytes'
import { planckOf } from '../lib/format'
import type { Api, Connection } from './connection'

type Query = Parameters<Api['apis']['CatalogApi']['search']>[0]
type Page = Awaited<ReturnType<Api['apis']['CatalogApi']['search']>>
/** Where a list goes on. */
export type Cursor = NonNullable<Page['next']>

export type Kind = 'Model' | 'Dataset'

/** What is looked for. Empty text means that it does not matter. */
export interface Filters {
	/** Words of the name and the tags; an address among them is the publisher's. */
	text: string
	kind: Kind | ''
	/** A whole tag. */
	tag: string
	/** The publisher's address. */
	publisher: string
	/** An identifier such as `MIT` that the license has to name. */
	license: string
	/** `sale` for whatever is on sale, `free` for what costs nothing, or the most that it costs, in AGO. */
	price: string
	order: 'Newest' | 'MostLicensed'
}

export const EVERYTHING: Filters = {
	text: '',
	kind: '',
	tag: '',
	publisher: '',
	license: '',
	price: '',
	order: 'Newest',
}

/** A model or dataset as lists show it. */
export interface Listing {
	id: string
	publisher: string
	name: string
	kind: Kind
	tags: string[]
	/** Nothing where no version is published, or every one was removed. */
	latest: Latest | undefined
	/** How many licenses were sold and not given back. */
	licenses: number
	/** What the cheapest open offer asks, in planck. */
	price: bigint | undefined
}

export interface Latest {
	sequence: bigint
	number: number
	bytes: bigint
	files: number
	license: string
	publishedAt: number
	status: 'Live' | 'Yanked' | 'Superseded'
}

const ANY_PRICE = 2n ** 128n - 1n

/** What typed words ask for: `<publisher>/<name>@<number>` and an address are understood too. */
export function wordsOf(text: string): { words: string; publisher: string | undefined } {
	let publisher: string | undefined
	const words: string[] = []
	for (const word of text.split(/\s+/).filter(Boolean)) {
		const [first = '', ...rest] = word.split('/')
		const address = addressOf(first)
		if (address) publisher = address
		words.push(...(address ? rest.map(name => name.replace(/@\d*$/, '')) : [word]))
	}
	return { words: words.filter(Boolean).join(' '), publisher }
}

/** The most that a license may cost, in planck; nothing if it does not matter. */
export function maxPriceOf(price: string): bigint | undefined {
	if (price === 'free') return 0n
	return price === 'sale' ? ANY_PRICE : planckOf(price)
}

export function queryOf(filters: Filters): Query {
	const { words, publisher } = wordsOf(filters.text)
	const license = filters.license.trim()
	return {
		order: { type: filters.order, value: undefined },
		kind: filters.kind ? { type: filters.kind, value: undefined } : undefined,
		text: bytesOf(words),
		tag: filters.tag ? bytesOf(filters.tag) : undefined,
		publisher: addressOf(filters.publisher) ?? publisher,
		owner: undefined,
		license: license ? bytesOf(license) : undefined,
		max_price: maxPriceOf(filters.price),
		retired: false,
	}
}

export function listingOf({ id, artifact, latest, licenses, price }: Page['items'][number]): Listing {
	return {
		id,
		publisher: artifact.publisher,
		name: textOf(artifact.name),
		kind: artifact.kind.type,
		tags: artifact.tags.map(textOf),
		latest: latest && {
			sequence: latest.sequence,
			number: latest.version.number,
			bytes: latest.version.bytes,
			files: latest.version.files,
			license: textOf(latest.version.license),
			publishedAt: latest.version.published_at,
			status: latest.version.status.type,
		},
		licenses,
		price,
	}
}

/** What one question to the chain finds. It may be little, and still not all. */
export interface Found {
	listings: Listing[]
	next: Cursor | undefined
	/** How many artifacts were looked at. */
	examined: number
	/** The chain's last block then. */
	best: number
}

export async function searchCatalog(
	{ api, client }: Connection,
	filters: Filters,
	after: Cursor | undefined,
	limit: number,
): Promise<Found> {
	const [page, [best]] = await Promise.all([
		api.apis.CatalogApi.search(queryOf(filters), after, limit, { at: 'best' }),
		client.getBestBlocks(),
	])
	return {
		listings: page.items.map(listingOf),
		next: page.next,
		examined: page.examined,
		best: best?.number ?? 0,
	}
}

/** All pages as one list, nothing twice: what was sold or published meanwhile moves between them. */
export function merged(pages: Found[]): Found {
	const byId = new Map<string, Listing>()
	for (const listing of pages.flatMap(({ listings }) => listings)) {
		if (!byId.has(listing.id)) byId.set(listing.id, listing)
	}
	return {
		listings: [...byId.values()],
		next: pages.at(-1)?.next,
		examined: pages.reduce((sum, page) => sum + page.examined, 0),
		best: Math.max(0, ...pages.map(({ best }) => best)),
	}
}

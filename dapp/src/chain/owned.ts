// SPDX-License-Identifier: Apache-2.0

// The artifacts that an account owns.

import { bytesOf } from '../lib/bytes'
import type { Api } from './connection'

const BEST = { at: 'best' } as const
/** Artifacts on a page, and pages of the chain that are asked for to fill it: each looks at 2,000. */
const PAGE = 20
const SEARCHES = 10
/** Versions of an artifact that can be seen here, from the newest back. */
export const VERSIONS = 100

/** Everything, whatever it is. */
const ALL = {
	order: { type: 'Any' as const, value: undefined },
	text: bytesOf(''),
	kind: undefined,
	tag: undefined,
	publisher: undefined,
	license: undefined,
	max_price: undefined,
	retired: true,
}

type Search = Api['apis']['CatalogApi']['search']
export type Listing = Awaited<ReturnType<Search>>['items'][number]
export type Cursor = Awaited<ReturnType<Search>>['next']

/** A page of what an account owns, retired artifacts too; `next` where there may be more. */
export async function readOwned(api: Api, owner: string, after: Cursor): Promise<{ items: Listing[]; next: Cursor }> {
	const items: Listing[] = []
	let next = after
	for (let search = 0; search < SEARCHES && items.length < PAGE; search += 1) {
		const answer = await api.apis.CatalogApi.search(
			{ ...ALL, owner },
			next,
			PAGE - items.length,
			BEST,
		)
		items.push(...answer.items)
		next = answer.next
		if (next === undefined) break
	}
	return { items, next }
}

/** The newest versions of an artifact, newest first. */
export async function readVersionsOf(api: Api, listing: Listing) {
	const from = Math.max(1, listing.artifact.next_number - VERSIONS)
	const page = await api.apis.RegistryApi.versions(listing.id, from, VERSIONS, BEST)
	return page.items.reverse()
}

export type SalesView = NonNullable<Awaited<ReturnType<Api['apis']['MarketApi']['sales']>>>

/** What these artifacts sold so far; those that were never offered are left out. */
export async function readSales(api: Api, artifacts: string[]): Promise<Map<string, SalesView>> {
	const sales = await Promise.all(artifacts.map(artifact => api.apis.MarketApi.sales(artifact, BEST)))
	return new Map(artifacts.flatMap((artifact, i) => (sales[i] ? [[artifact, sales[i]] as const] : [])))
}

/** What an owner wants to know of an artifact now: its versions, offers and sales. */
export async function readInside(api: Api, listing: Listing) {
	const [versions, offers, sales, offerDeposit] = await Promise.all([
		readVersionsOf(api, listing),
		api.apis.MarketApi.offers(listing.id, BEST),
		api.apis.MarketApi.sales(listing.id, BEST),
		api.apis.MarketApi.offer_deposit(listing.id, BEST),
	])
	return { versions, offers, sales, offerDeposit }
}
export type Inside = Awaited<ReturnType<typeof readInside>>
export type OwnVersion = Inside['versions'][number]

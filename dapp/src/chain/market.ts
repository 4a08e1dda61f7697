// SPDX-License-Identifier: Apache-2.0

// Offers, purchases and licenses: what is read of them, and what is signed.

import type { Api } from './connection'

/** What is read here is read of the newest block. */
const BEST = { at: 'best' } as const
/** How many items are asked for at a time, and of how many pages at most. */
const PAGE = 100
const PAGES = 20

type Answer<T extends (...args: any) => Promise<unknown>> = NonNullable<Awaited<ReturnType<T>>>
export type Quote = Answer<Api['apis']['MarketApi']['quote']>
export type OfferView = Quote['offer']
export type Payout = Quote['distribution']['payouts'][number]
export type LicenseView = Answer<Api['apis']['MarketApi']['license']>
export type Term = LicenseView['license']['grant']['term']
export type ArtifactView = Answer<Api['apis']['RegistryApi']['artifact']>

/** An offer as somebody sees it before buying. */
export interface Deal {
	quote: Quote
	artifact: ArtifactView
	versions: Map<bigint, VersionName>
}

/** What a version is called. */
export interface VersionName {
	publisher: string
	name: Uint8Array
	number: number
}

/** The offer with all that a buyer should know; nothing if there is no such offer. */
export async function readDeal(api: Api, offer: bigint): Promise<Deal | null> {
	const quote = await api.apis.MarketApi.quote(offer, BEST)
	if (!quote) return null
	const sequences = quote.distribution.payouts.map(({ version }) => version)
	const [artifact, versions] = await Promise.all([
		api.apis.RegistryApi.artifact(quote.offer.offer.artifact, BEST),
		versionNames(api, [quote.offer.offer.terms.version, ...sequences]),
	])
	return artifact ? { quote, artifact, versions } : null
}

/** What these versions are called; unknown ones are left out. */
export async function versionNames(api: Api, sequences: bigint[]): Promise<Map<bigint, VersionName>> {
	const labels = sequences.length === 0 ? [] : await api.apis.CatalogApi.labels([...new Set(sequences)], BEST)
	return new Map(labels.map(({ sequence, publisher, name, number }) => [sequence, { publisher, name, number }]))
}

/** The account's license for an artifact, whether it lasts or not. */
export const readLicense = async (api: Api, artifact: string, account: string): Promise<LicenseView | null> =>
	(await api.apis.MarketApi.license(artifact, account, BEST)) ?? null

/** All licenses of an account. */
export async function readLicenses(
	api: Api,
	account: string,
): Promise<{ licenses: LicenseView[]; more: boolean }> {
	const licenses: LicenseView[] = []
	let after: string | undefined
	for (let page = 0; page < PAGES; page += 1) {
		const answer = await api.apis.MarketApi.licenses(account, after, PAGE, BEST)
		licenses.push(...answer.items)
		after = answer.next
		if (after === undefined) break
	}
	return { licenses, more: after !== undefined }
}

/** Artifacts by their identifiers; unknown ones are left out. */
export async function readArtifacts(api: Api, ids: string[]): Promise<Map<string, ArtifactView>> {
	const found = await Promise.all(ids.map(id => api.apis.RegistryApi.artifact(id, BEST)))
	return new Map(ids.flatMap((id, at) => (found[at] ? [[id, found[at]] as const] : [])))
}

/** What somebody can do under an offer, or why they cannot. */
export type Way = 'buy' | 'renew' | { hindered: string }

/** Whether the account buys, renews, or can do neither: what the chain would say, before it costs a fee. */
export function wayToBuy(deal: Deal, account: string, license: LicenseView | null): Way {
	const { offer } = deal.quote.offer
	if (deal.artifact.artifact.owner === account) {
		return { hindered: 'You own this artifact: an owner needs no license.' }
	}
	if (license?.license.purchase) {
		return {
			hindered: 'Your last purchase can still be refunded. Give up the refund, or wait for its time to end, before you buy more.',
		}
	}
	if (license?.license.grant.term.type === 'Perpetual') {
		return { hindered: 'You have a license that lasts for ever: there is nothing to add to it.' }
	}
	if (!deal.quote.offer.open) {
		const soldOut = offer.terms.supply === 0 && license?.license.grant.offer !== deal.quote.offer.id
		if (soldOut) return { hindered: 'All licenses of this offer are sold.' }
		if (offer.terms.supply !== 0) return { hindered: 'The version was yanked or superseded, or the artifact retired: nothing is sold.' }
	}
	return license ? 'renew' : 'buy'
}

/** The block with which a license would end that is bought or renewed now; nothing for one that lasts for ever. */
export function endOf(quote: Quote, license: LicenseView | null, now: number): number | undefined {
	const { duration } = quote.offer.offer.terms
	if (duration === undefined) return undefined
	const term = license?.license.grant.term
	const begin = term?.type === 'Until' ? Math.max(now, term.value) : now
	return begin + duration
}

/** The transaction that buys or renews at the price and with the terms that were seen, and no others. */
export function purchase(api: Api, quote: Quote, way: 'buy' | 'renew') {
	const agreed = { offer: quote.offer.id, max_price: quote.price, revision: quote.offer.offer.revision }
	return way === 'buy' ? api.tx.Market.buy(agreed) : api.tx.Market.renew(agreed)
}

/** Whether two quotes are for the same deal: what one signed of the first holds for the second. */
export const sameDeal = (seen: Quote, now: Quote): boolean =>
	seen.offer.offer.revision === now.offer.offer.revision && now.price <= seen.price && seen.offer.open === now.offer.open

/** What the holder of a license can do with it in a block. */
export function licenseChoices({ license, lasts }: LicenseView, now: number) {
	const { purchase, grant } = license
	const refundable = purchase !== undefined && now < purchase.refundable_until
	return {
		// What is signed now is in the next block at the earliest.
		refund: refundable,
		waive: refundable,
		settle: purchase !== undefined && !refundable,
		transfer: purchase === undefined && grant.transferable && lasts,
		release: purchase === undefined,
	}
}

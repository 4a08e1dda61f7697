// SPDX-License-Identifier: Apache-2.0

// An artifact, its versions, and what the chain says of them.

import { bytesOf, textOf } from '../lib/bytes'
import type { Api } from './connection'

type Answer<T> = T extends (...args: any[]) => Promise<infer R> ? NonNullable<R> : never
type Apis = Api['apis']

export type ArtifactView = Answer<Apis['RegistryApi']['artifact']>
export type VersionView = Answer<Apis['RegistryApi']['version']>
export type Version = VersionView['version']
export type OfferView = Answer<Apis['MarketApi']['offers']>[number]
export type SalesView = Answer<Apis['MarketApi']['sales']>
export type SplitView = Answer<Apis['RoyaltiesApi']['split']>
export type VaultView = Answer<Apis['RoyaltiesApi']['vault']>
export type RewardView = Answer<Apis['RewardsApi']['pending']>['items'][number]
export type CommitmentView = Answer<Apis['ProvenanceApi']['commitment']>

const AT = { at: 'best' } as const

/** Versions on one page of the list. */
export const VERSIONS_PAGE = 50

/** The most that an answer of the runtime has. */
const MAX_PAGE = 100

export interface Found {
	view: ArtifactView
	/** The version asked for; nothing if there is none such. */
	version: VersionView | undefined
	/** The number of the newest version; nothing if there are none. */
	newest: number | undefined
}

/** An artifact and one of its versions, the newest if no number is given. */
export async function readArtifact(
	api: Api,
	publisher: string,
	name: string,
	number: number | undefined,
): Promise<Found | null> {
	const view = await api.apis.RegistryApi.artifact_by_name(publisher, bytesOf(name), AT)
	if (!view) return null
	const asked = number && api.apis.RegistryApi.version_by_number(view.id, number, AT)
	const [newest, version] = await Promise.all([readNewest(api, view), asked])
	return { view, version: number ? version || undefined : newest, newest: newest?.version.number }
}

/** The version with the highest number: versions can be removed, also the last. */
async function readNewest(api: Api, { id, artifact }: ArtifactView): Promise<VersionView | undefined> {
	if (artifact.versions === 0) return undefined
	const last = artifact.next_number - 1
	const newest = await api.apis.RegistryApi.version_by_number(id, last, AT)
	if (newest) return newest
	for (let end = last; end >= 1; end -= MAX_PAGE) {
		const from = Math.max(1, end - MAX_PAGE + 1)
		const page = await api.apis.RegistryApi.versions(id, from, MAX_PAGE, AT)
		const found = page.items.filter(item => item.version.number <= end).at(-1)
		if (found) return found
	}
	return undefined
}

/** Versions of an artifact, newest first, below a number; `next` is where the page after begins. */
export async function readVersions(
	api: Api,
	{ id }: ArtifactView,
	below: number,
): Promise<{ items: VersionView[]; next: number | undefined }> {
	const from = Math.max(1, below - VERSIONS_PAGE)
	const { items } = await api.apis.RegistryApi.versions(id, from, VERSIONS_PAGE, AT)
	const found = items.filter(item => item.version.number < below).reverse()
	return { items: found, next: from > 1 ? from : undefined }
}

/** What is sold of an artifact, and who gets what comes in. */
export async function readMarket(api: Api, id: string) {
	const [offers, sales, split] = await Promise.all([
		api.apis.MarketApi.offers(id, AT),
		api.apis.MarketApi.sales(id, AT),
		api.apis.RoyaltiesApi.split(id, AT),
	])
	return { offers, sales, split }
}

/** What waits in a version's vault, and which rewards it earned. */
export async function readIncome(api: Api, sequence: bigint) {
	const [vault, rewards] = await Promise.all([
		api.apis.RoyaltiesApi.vault(sequence, AT),
		api.apis.RewardsApi.pending(sequence, undefined, MAX_PAGE, AT),
	])
	return { vault, rewards: rewards.items, more: rewards.next !== undefined }
}

/** `name@number`, as people write it where the publisher is known. */
export const titleOf = ({ name, version }: VersionView): string => `${textOf(name)}@${version.number}`

/** The cheapest offer that can be bought now. */
export const cheapest = (offers: OfferView[]): OfferView | undefined =>
	offers.filter(({ open }) => open).reduce<OfferView | undefined>(
		(best, offer) => (best && best.price <= offer.price ? best : offer),
		undefined,
	)

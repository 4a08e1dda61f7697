// SPDX-License-Identifier: Apache-2.0

// What the chain says to somebody who publishes: limits, their artifacts, sources, and what became
// of a digest.

import type { Api } from '../../chain/connection'
import { bytesOf, textOf } from '../../lib/bytes'
import { parseReference } from '../../lib/reference'
import type { Limits, OwnArtifact } from './draft'
import type { FoundSource } from './relations'

const AT = { at: 'best' } as const
/** Of a search, as many as are worth looking through. */
const FOUND = 12
/** As many as one page of the catalog has. */
const PAGE = 100

type View = NonNullable<Awaited<ReturnType<Api['apis']['RegistryApi']['version']>>>

export async function readLimits(api: Api): Promise<Limits> {
	const [maxRoyalty, minPrice, maxRefundWindow, blockTime] = await Promise.all([
		api.constants.Registry.MaxRoyalty(),
		api.constants.Market.MinPrice(),
		api.constants.Market.MaxRefundWindow(),
		api.constants.Babe.ExpectedBlockTime(),
	])
	return { maxRoyalty, minPrice, maxRefundWindow, blockTime: Number(blockTime) }
}

const query = { kind: undefined, tag: undefined, publisher: undefined, owner: undefined, license: undefined, max_price: undefined }

/** The artifacts that an account owns and that take new versions, by name. */
export async function readOwn(api: Api, owner: string): Promise<OwnArtifact[]> {
	const own: OwnArtifact[] = []
	let after: Awaited<ReturnType<Api['apis']['CatalogApi']['search']>>['next']
	do {
		const asked = { ...query, order: { type: 'Any', value: undefined }, text: new Uint8Array(), owner, retired: false } as const
		const page = await api.apis.CatalogApi.search(asked, after, PAGE, AT)
		for (const { id, artifact } of page.items) {
			own.push({
				id,
				publisher: artifact.publisher,
				name: textOf(artifact.name),
				kind: artifact.kind.type,
				tags: artifact.tags.map(textOf),
				next: artifact.next_number,
			})
		}
		after = page.next
	} while (after && own.length < 500)
	return own.sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** The artifact of this name that the account registered, whoever owns it now. */
export async function readTaken(api: Api, publisher: string, name: string) {
	const found = await api.apis.RegistryApi.artifact_by_name(publisher, bytesOf(name), AT)
	return found ? { owner: found.artifact.owner, kind: found.artifact.kind.type } : null
}

/** Newest versions whose name or tags have these words; one version, for a reference. */
export async function searchSources(api: Api, text: string, account: string | undefined): Promise<FoundSource[]> {
	const reference = parseReference(text)
	if (reference) {
		const found = await readVersion(api, reference.publisher, reference.name, reference.number)
		return found ? [await sourceOf(api, found, account)] : []
	}
	const asked = { ...query, order: { type: 'MostLicensed', value: undefined }, text: bytesOf(text.trim()), retired: false } as const
	const page = await api.apis.CatalogApi.search(asked, undefined, FOUND, AT)
	const views = page.items.flatMap(({ artifact, latest }) =>
		latest ? [{ ...latest, publisher: artifact.publisher, name: artifact.name }] : [],
	)
	return Promise.all(views.map(view => sourceOf(api, view, account)))
}

/** A version by what it is called; the newest without a number. */
export async function readVersion(api: Api, publisher: string, name: string, number?: number): Promise<View | undefined> {
	const artifact = await api.apis.RegistryApi.artifact_by_name(publisher, bytesOf(name), AT)
	if (!artifact) return undefined
	if (number) return api.apis.RegistryApi.version_by_number(artifact.id, number, AT)
	// The newest may be removed; then one before it is.
	for (let last = artifact.artifact.next_number - 1; last >= 1; last -= PAGE) {
		const from = Math.max(1, last - PAGE + 1)
		const page = await api.apis.RegistryApi.versions(artifact.id, from, last - from + 1, AT)
		const newest = page.items.at(-1)
		if (newest) return newest
	}
	return undefined
}

/** A version as a source, with what its terms and the account's license say. */
async function sourceOf(api: Api, view: View, account: string | undefined): Promise<FoundSource> {
	const { version, publisher, sequence } = view
	const [found, commitment, license] = await Promise.all([
		api.apis.RegistryApi.artifact(version.artifact, AT),
		api.apis.ProvenanceApi.commitment(sequence, AT),
		account ? api.apis.MarketApi.license(version.artifact, account, AT) : undefined,
	])
	const name = textOf(view.name)
	return {
		sequence,
		reference: `${publisher}/${name}@${version.number}`,
		publisher,
		name,
		number: version.number,
		kind: found?.artifact.kind.type ?? 'Dataset',
		status: version.status.type,
		retired: found?.artifact.status.type === 'Retired',
		withdrawn: (commitment?.withdrawn ?? 0n) > 0n,
		derivation: version.terms.derivation.type,
		uses: version.terms.uses,
		royalty: version.terms.royalty,
		own: account !== undefined && found?.artifact.owner === account,
		licensed: license?.counts_for_citing ? 'yes' : license?.lasts ? 'refundable' : 'no',
	}
}

/** What became of these bytes, if anybody published them. */
export async function readDigest(api: Api, digest: string) {
	const found = await api.apis.RegistryApi.version_by_digest(`0x${digest}`, AT)
	if (found.type === 'Unknown') return { type: 'new' } as const
	if (found.type === 'Removed') return { type: 'removed', sequence: found.value.sequence } as const
	const { publisher, name, version, sequence } = found.value
	return { type: 'published', publisher, name: textOf(name), number: version.number, sequence } as const
}

/** Versions as sources again, as they stand now; those that are gone are left out. */
export async function readSources(api: Api, sequences: readonly bigint[], account: string | undefined): Promise<FoundSource[]> {
	const views = await Promise.all(sequences.map(sequence => api.apis.RegistryApi.version(sequence, AT)))
	return Promise.all(views.filter(view => view !== undefined).map(view => sourceOf(api, view, account)))
}

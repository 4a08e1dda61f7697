// SPDX-License-Identifier: Apache-2.0

// What an account has earned, and what waits for it.

import type { Api } from './connection'

const BEST = { at: 'best' } as const

/** What the account can withdraw, in planck. */
export const readEarnings = (api: Api, account: string): Promise<bigint> => api.apis.RoyaltiesApi.earnings(account, BEST)

/** What these versions have in their vaults, in planck; those without anything are left out. */
export async function readVaults(api: Api, versions: bigint[]): Promise<Map<bigint, bigint>> {
	const vaults = await Promise.all(versions.map(version => api.apis.RoyaltiesApi.vault(version, BEST)))
	return new Map(
		versions.flatMap((version, i) => {
			const amount = vaults[i]?.amount ?? 0n
			return amount > 0n ? [[version, amount] as const] : []
		}),
	)
}

/** What a contributor has of the records that a version brought into its dataset. */
export interface ContributorShare {
	version: bigint
	records: bigint
	due: bigint
}

/** The share in a version that somebody names; says why where there is none. */
export async function readShare(
	api: Api,
	publisher: string,
	name: Uint8Array,
	number: number,
	contributor: string,
): Promise<ContributorShare | string> {
	const artifact = await api.apis.RegistryApi.artifact_by_name(publisher, name, BEST)
	if (!artifact) return 'There is no such artifact.'
	const version = await api.apis.RegistryApi.version_by_number(artifact.id, number, BEST)
	if (!version) return 'It has no version of this number.'
	const share = await api.apis.RoyaltiesApi.share(version.sequence, contributor, BEST)
	if (!share) return 'The account has proven no record that came into the dataset with this version.'
	return { version: version.sequence, records: share.records, due: share.due }
}

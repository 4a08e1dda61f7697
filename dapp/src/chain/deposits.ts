// SPDX-License-Identifier: Apache-2.0

// What is held on an account, and for what.

import type { Api } from './connection'
import { words } from './errors'

export interface Held {
	/** The pallet and its reason, such as `Market.Offer`. */
	code: string
	reason: string
	planck: bigint
}

const REASONS: Record<string, string> = {
	'Registry.Artifact': 'Artifacts that you own',
	'Registry.Version': 'Versions of your artifacts',
	'Registry.Reservation': 'Reservations of files that are not published yet',
	'Registry.Tombstone': 'Names and digests of what you removed, for ever',
	'Provenance.Commitment': 'Commitments to records',
	'Provenance.Record': 'Records that you proved',
	'Provenance.Attestation': 'Attestations',
	'Market.Offer': 'Offers',
	'Market.License': 'Licenses',
	'Market.Purchase': 'Prices that can still be refunded',
	'Market.Sales': 'What your artifacts sell',
	'Royalties.Split': 'Splits',
	'Royalties.Share': 'Shares in the income of datasets with your records',
}

/** All that is held on the account, most first. */
export async function readHeld(api: Api, account: string): Promise<Held[]> {
	const holds = await api.query.Balances.Holds.getValue(account, { at: 'best' })
	return holds
		.map(({ id, amount }) => {
			const code = `${id.type}.${id.value?.type ?? ''}`
			return { code, reason: REASONS[code] ?? `${id.type}: ${words(id.value?.type ?? 'deposit')}`, planck: amount }
		})
		.filter(({ planck }) => planck > 0n)
		.sort((a, b) => (a.planck > b.planck ? -1 : 1))
}

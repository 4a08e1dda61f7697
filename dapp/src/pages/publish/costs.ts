// SPDX-License-Identifier: Apache-2.0

// What a publication will cost, as the chain itself says: deposits that come back, and the fee.

import type { Api } from '../../chain/connection'
import { bytesOf } from '../../lib/bytes'
import { artifactId, newVersion, publicationCall } from './calls'
import type { Publication } from './draft'
import type { Hashed } from './hashed'

export interface Costs {
	/** Held for the artifact's name, if it is new. */
	artifact: bigint
	version: bigint
	/** Held for the offer, and for the record of sales if that is new. */
	offer: bigint
	/** Paid. */
	fee: bigint
	/** What the account can spend or have held now. */
	free: bigint
	/** What the version will be known by if nobody publishes before. */
	sequence: bigint
}

/** All that the account must have, besides what an account must have anyway. */
export const totalOf = ({ artifact, version, offer, fee }: Costs): bigint => artifact + version + offer + fee

export async function readCosts(api: Api, signer: string, publication: Publication, hashed: Hashed): Promise<Costs> {
	const { artifact, name, tags, offer } = publication
	const at = { at: 'best' } as const
	const sequence = await api.query.Registry.NextSequence.getValue(at)
	const call = publicationCall(api, signer, publication, hashed, sequence)
	const publisher = artifact?.publisher ?? signer
	const version = newVersion(publication, hashed)
	const [deposits, held, fee, account] = await Promise.all([
		api.apis.RegistryApi.publication_deposits(publisher, bytesOf(name), tags.map(bytesOf), version, at),
		offer ? api.apis.MarketApi.offer_deposit(artifact?.id ?? artifactId(signer, name), at) : 0n,
		call.getEstimatedFees(signer),
		api.query.System.Account.getValue(signer, at),
	])
	const { free, frozen } = account.data
	return { ...deposits, offer: held, fee, free: free > frozen ? free - frozen : 0n, sequence }
}

// SPDX-License-Identifier: Apache-2.0

// What a publication will cost, as the chain itself says: deposits that come back, and the fee.

import type { Api } from '../../chain/connection'
import { type Funds, readFunds, shortOf } from '../../chain/funds'
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
	/** What the account has now. */
	funds: Funds
	/** What the version will be known by if nobody publishes before. */
	sequence: bigint
}

/** What the account has for it, if that is not enough. */
export const shortFor = ({ artifact, version, offer, fee, funds }: Costs): bigint | undefined =>
	shortOf(funds, { paid: fee, held: artifact + version + offer })

export async function readCosts(api: Api, signer: string, publication: Publication, hashed: Hashed): Promise<Costs> {
	const { artifact, name, tags, offer } = publication
	const at = { at: 'best' } as const
	const sequence = await api.query.Registry.NextSequence.getValue(at)
	const call = publicationCall(api, signer, publication, hashed, sequence)
	const publisher = artifact?.publisher ?? signer
	const version = newVersion(publication, hashed)
	const [deposits, held, fee, funds] = await Promise.all([
		api.apis.RegistryApi.publication_deposits(publisher, bytesOf(name), tags.map(bytesOf), version, at),
		offer ? api.apis.MarketApi.offer_deposit(artifact?.id ?? artifactId(signer, name), at) : 0n,
		call.getEstimatedFees(signer),
		readFunds(api, signer),
	])
	return { ...deposits, offer: held, fee, funds, sequence }
}

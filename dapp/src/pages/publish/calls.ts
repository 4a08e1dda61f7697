// SPDX-License-Identifier: Apache-2.0

// What is signed: register, publish and offer, together or not at all.

import { AccountId, Blake2256 } from '@polkadot-api/substrate-bindings'
import type { Api } from '../../chain/connection'
import { bytesOf, hexOf } from '../../lib/bytes'
import type { Hashed } from './hashed'
import type { Publication } from './draft'
import { passesTerms } from './relations'

/** The id that the artifact of this publisher and name has, whether or not it is there yet. */
export function artifactId(publisher: string, name: string): string {
	const text = bytesOf(name)
	// A compact length: one byte for what is below 64, and names have 64 at most.
	const length = text.length < 64 ? [text.length << 2] : [((text.length << 2) & 0xff) | 1, text.length >> 6]
	const bytes = [...bytesOf('agora/artifact'), ...AccountId().enc(publisher), ...length, ...text]
	return `0x${hexOf(Blake2256(Uint8Array.from(bytes)))}`
}

/** The version as the registry takes it. */
export function newVersion(publication: Publication, hashed: Hashed) {
	const { license, terms, sources, locations, card } = publication
	return {
		manifest: `0x${hashed.digest}`,
		bytes: BigInt(hashed.bytes),
		files: hashed.files.length,
		card: card && hashed.card ? `0x${hashed.card}` : undefined,
		license: bytesOf(license),
		terms: {
			derivation: { type: terms.derivation, value: undefined },
			uses: terms.uses,
			royalty: terms.royalty,
		},
		sources: sources.map(({ sequence, relation, royalty }) => ({
			sequence,
			relation: { type: relation, value: undefined },
			max_royalty: passesTerms(relation) ? royalty : 0,
		})),
		locations: locations.map(bytesOf),
	}
}

/** Were other tags written than the artifact has? */
const retags = ({ artifact, tags }: Publication): boolean =>
	artifact !== undefined && (tags.length !== artifact.tags.length || tags.some((tag, at) => tag !== artifact.tags[at]))

/**
 * The transaction. `sequence` is what the version will be known by if nobody publishes before: an
 * offer names it, and the chain refuses the whole if it came to be another's.
 */
export function publicationCall(
	api: Api,
	signer: string,
	publication: Publication,
	hashed: Hashed,
	sequence: bigint,
) {
	const { artifact, kind, name, tags, offer } = publication
	const id = artifact?.id ?? artifactId(signer, name)
	const publish = api.tx.Registry.publish({
		artifact: id,
		version: newVersion(publication, hashed),
		reservation: undefined,
	})
	const calls = [publish.decodedCall]
	if (!artifact) {
		const register = api.tx.Registry.register({
			kind: { type: kind, value: undefined },
			name: bytesOf(name),
			tags: tags.map(bytesOf),
		})
		calls.unshift(register.decodedCall)
	} else if (retags(publication)) {
		calls.unshift(api.tx.Registry.update_tags({ artifact: id, tags: tags.map(bytesOf) }).decodedCall)
	}
	if (offer) calls.push(api.tx.Market.create_offer({ terms: { version: sequence, ...offer } }).decodedCall)
	return calls.length === 1 ? publish : api.tx.Utility.batch_all({ calls })
}

// SPDX-License-Identifier: Apache-2.0

// Why something failed, in the sentence that the runtime itself has for it.

import { decAnyMetadata, unifyMetadata } from '@polkadot-api/substrate-bindings'
import type { Connection } from './connection'

/** A failure that says what happened and, where there is one, what it is called on chain. */
export class ChainError extends Error {
	override name = 'ChainError'
	constructor(
		message: string,
		/** As in `Market.OfferNotFound`. */
		readonly code?: string,
	) {
		super(message)
	}
}

interface Tagged {
	type: string
	value?: unknown
}
const isTagged = (value: unknown): value is Tagged =>
	typeof value === 'object' && value !== null && typeof (value as Tagged).type === 'string'

/** The names in an error as the chain gives it: `['Module', 'Market', 'OfferNotFound']`. */
export function namesOf(error: unknown): string[] {
	const names: string[] = []
	for (let at = error; isTagged(at); at = at.value) names.push(at.type)
	return names
}

/** `PriceChanged` as words: `price changed`. */
export const words = (name: string): string =>
	name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase()

const GENERAL: Record<string, string> = {
	BadOrigin: 'This account may not do that.',
	CannotLookup: 'There is no such account.',
	'Token.FundsUnavailable': 'The account has not enough tokens that it can spend.',
	'Token.OnlyProvider': 'The account would go below the least that an account must have.',
	'Token.BelowMinimum': 'That is less than the least that an account must have.',
	'Token.Frozen': 'The tokens are locked.',
	'Invalid.Payment': 'The account cannot pay the fee.',
	'Invalid.Stale': 'The account sent another transaction meanwhile. Try again.',
	'Invalid.Future': 'An earlier transaction of the account is missing. Try again.',
	'Invalid.BadProof': 'The signature does not fit. Is the wallet up to date with this chain?',
	'Invalid.AncientBirthBlock': 'The transaction is too old. Sign it again.',
	'Invalid.ExhaustsResources': 'The block is full. Try again.',
}

/** The doc comment of a pallet's error in the metadata of the runtime; nothing if there is none. */
async function documented(
	connection: Connection,
	pallet: string,
	error: string,
): Promise<string | undefined> {
	const block = await connection.client.getFinalizedBlock()
	const metadata = unifyMetadata(decAnyMetadata(await connection.client.getMetadata(block.hash)))
	const found = metadata.pallets.find(({ name }) => name === pallet)
	const type = found?.errors && metadata.lookup[found.errors.type]
	if (type?.def.tag !== 'variant') return undefined
	const sentence = type.def.value.find(({ name }) => name === error)?.docs.join(' ').trim()
	return sentence || undefined
}

/** What the chain said against a transaction, as an error with a sentence. */
export async function explain(connection: Connection, error: unknown): Promise<ChainError> {
	const [kind, first, second] = namesOf(error)
	if (kind === 'Module' && first && second) {
		const sentence = await documented(connection, first, second).catch(() => undefined)
		return new ChainError(sentence ?? `${first}: ${words(second)}.`, `${first}.${second}`)
	}
	const code = [kind, first].filter(Boolean).join('.')
	const sentence = GENERAL[code] ?? GENERAL[kind ?? '']
	return new ChainError(sentence ?? `The chain refused it: ${words(code || 'unknown')}.`, code)
}

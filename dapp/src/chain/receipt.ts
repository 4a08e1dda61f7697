// SPDX-License-Identifier: Apache-2.0

// What a contributor is handed: the proof that a record is in a version, as `docs/records.md` has
// it and `agora dataset receipt` writes it.

import { AccountId } from 'polkadot-api'
import { addressOf } from '../lib/address'
import { bytesOf, bytesOfHex } from '../lib/bytes'
import { includes, leafHash } from './merkle'
import { canonicalRecord } from './record-json'
import { equalBytes, sha256 } from './sha256'

const FORMAT = 'agora-record-receipt/1'
const KEYS = ['format', 'genesis', 'version', 'reference', 'root', 'count', 'index', 'contributor', 'salt', 'record', 'proof']

/** The most bytes of a receipt. */
export const MAX_RECEIPT = 64 * 1024
/** The most bytes of a record as it is given; its canonical form has an eighth of that at most. */
export const MAX_RECORD = 8 * 1024 * 1024
const MAX_RECORDS = 2 ** 32
const MAX_PROOF = 32

/** Who contributed a record of nobody. */
export const NOBODY = AccountId(42).dec(new Uint8Array(32))

export interface Receipt {
	/** The hash of the chain's first block. */
	genesis: string
	/** The version's sequence. */
	version: bigint
	/** Its name for people, as whoever wrote the receipt has it. */
	reference: string
	root: string
	count: number
	index: number
	/** The account's address, or that of zeros for nobody. */
	contributor: string
	salt: string
	/** The record's digest. */
	record: string
	/** The siblings on the way to the root, lowest first. */
	proof: string[]
}

/** Why something is no receipt, in a sentence. */
export class ReceiptFault extends Error {
	override name = 'ReceiptFault'
}

/** Read a receipt, strictly. Throws `ReceiptFault`. */
export function parseReceipt(text: string): Receipt {
	if (bytesOf(text).length > MAX_RECEIPT) {
		throw new ReceiptFault('This is too long for a receipt, which has at most 64 KiB. Is it the dataset itself?')
	}
	const found = parsed(text)
	const named = found.format
	if (named === undefined) throw new ReceiptFault(`This is no receipt of a record: it has no “format”.`)
	if (named !== FORMAT) {
		throw new ReceiptFault(`This is no receipt that is known here: its format is not “${FORMAT}”.`)
	}
	const unknown = Object.keys(found).find(key => !KEYS.includes(key))
	if (unknown !== undefined) throw new ReceiptFault(`The receipt has a field that receipts do not have: “${cut(unknown)}”.`)
	const missing = KEYS.find(key => !(key in found))
	if (missing) throw new ReceiptFault(`The receipt is not whole: it has no “${missing}”.`)
	return {
		genesis: hash(found, 'genesis'),
		version: BigInt(whole(found, 'version', Number.MAX_SAFE_INTEGER)),
		reference: reference(found.reference),
		root: hash(found, 'root'),
		count: whole(found, 'count', MAX_RECORDS),
		index: whole(found, 'index', Number.MAX_SAFE_INTEGER),
		contributor: contributor(found.contributor),
		salt: hash(found, 'salt'),
		record: hash(found, 'record'),
		proof: siblings(found.proof),
	}
}

type Fields = Record<string, unknown>

const cut = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text)

function parsed(text: string): Fields {
	let found: unknown
	try {
		found = JSON.parse(text)
	} catch {
		throw new ReceiptFault('This is not JSON. A receipt is the file that `agora dataset receipt` writes.')
	}
	if (typeof found !== 'object' || found === null || Array.isArray(found)) {
		throw new ReceiptFault('This is JSON, but no object, and so no receipt.')
	}
	return found as Fields
}

function hashText(value: unknown, what: string): string {
	if (typeof value === 'string' && /^0x[0-9a-fA-F]{64}$/.test(value)) return value.toLowerCase()
	throw new ReceiptFault(`The receipt's ${what} is not a hash: 0x and 64 hex digits.`)
}

const hash = (found: Fields, key: string): string => hashText(found[key], `“${key}”`)

function whole(found: Fields, key: string, most: number): number {
	const value = found[key]
	if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= most) return value
	throw new ReceiptFault(`The receipt's “${key}” is not a number that a version can have.`)
}

function reference(value: unknown): string {
	if (typeof value === 'string') return value
	throw new ReceiptFault('The receipt\'s “reference” is no text.')
}

function contributor(value: unknown): string {
	if (value === null) return NOBODY
	if (typeof value === 'string') {
		const bytes = /^0x[0-9a-fA-F]{64}$/.test(value) ? bytesOfHex(value) : undefined
		const address = bytes ? AccountId(42).dec(bytes) : addressOf(value)
		if (address) return address
	}
	throw new ReceiptFault('The receipt\'s “contributor” is neither an account nor null.')
}

function siblings(value: unknown): string[] {
	if (!Array.isArray(value) || value.length > MAX_PROOF) {
		throw new ReceiptFault(`The receipt's “proof” is not a list of at most ${MAX_PROOF} hashes.`)
	}
	return value.map((each, at) => hashText(each, `sibling ${at}`))
}

const bytesOfHash = (text: string): Uint8Array => bytesOfHex(text) ?? new Uint8Array()

/** Whether the receipt's proof leads from its leaf to this root of so many records. */
export async function leadsTo(receipt: Receipt, root: string, count: number): Promise<boolean> {
	const leaf = await leafHash(AccountId(42).enc(receipt.contributor), bytesOfHash(receipt.record))
	return includes(bytesOfHash(root), count, receipt.index, leaf, receipt.proof.map(bytesOfHash))
}

/**
 * Whether the receipt is that of the record in these bytes: as they are, without the line break at
 * their end, or in the canonical form of the JSON object that they hold.
 */
export async function isOfRecord(receipt: Receipt, bytes: Uint8Array): Promise<boolean> {
	for (const candidate of candidates(bytes)) {
		const digest = await sha256(bytesOfHash(receipt.salt), candidate)
		if (equalBytes(digest, bytesOfHash(receipt.record))) return true
	}
	return false
}

function candidates(bytes: Uint8Array): Uint8Array[] {
	const all = [bytes]
	if (bytes.at(-1) === 10) all.push(bytes.subarray(0, bytes.at(-2) === 13 ? -2 : -1))
	try {
		all.push(bytesOf(canonicalRecord(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes))))
	} catch {
		// A line of text is a record, too, and so is a block of bytes.
	}
	return all
}

// SPDX-License-Identifier: Apache-2.0

// What a wallet signs: the bytes of the payload that a page hands it as polkadot.js has it. Written
// anew here, as a wallet would, so that a page that describes its transaction wrongly is found.

import { Blake2256 } from '@polkadot-api/substrate-bindings'

const bytes = hex => Buffer.from(hex.replace(/^0x/, ''), 'hex')

function u32(hex) {
	const out = Buffer.alloc(4)
	out.writeUInt32LE(Number(BigInt(hex)))
	return out
}

function compact(hex) {
	const value = BigInt(hex)
	if (value < 64n) return Buffer.from([Number(value) << 2])
	if (value < 1n << 14n) return Buffer.from([(Number(value) << 2) & 0xff | 1, Number(value) >> 6])
	if (value < 1n << 30n) return u32(((value << 2n) | 2n).toString())
	throw new Error(`no wallet signs a number as large as ${value}`)
}

const NONE = Buffer.alloc(0)
const nothing = () => [NONE, NONE]

/** Of each transaction extension: what it adds to the transaction, and what is signed beside. */
const EXTENSIONS = {
	AuthorizeCall: nothing,
	CheckNonZeroSender: nothing,
	CheckSpecVersion: ({ specVersion }) => [NONE, u32(specVersion)],
	CheckTxVersion: ({ transactionVersion }) => [NONE, u32(transactionVersion)],
	CheckGenesis: ({ genesisHash }) => [NONE, bytes(genesisHash)],
	CheckMortality: ({ era, blockHash }) => [bytes(era), bytes(blockHash)],
	CheckNonce: ({ nonce }) => [compact(nonce), NONE],
	CheckWeight: nothing,
	ChargeTransactionPayment: ({ tip }) => [compact(tip), NONE],
	// The mode, which is off, and that there is no hash.
	CheckMetadataHash: () => [Buffer.from([0]), Buffer.from([0])],
	WeightReclaim: nothing,
}

/** The bytes to sign. Fails for an extension that this wallet does not know. */
export function payloadBytes(payload) {
	const parts = payload.signedExtensions.map(name => {
		const encode = EXTENSIONS[name]
		if (!encode) throw new Error(`this wallet does not know ${name}`)
		return encode(payload)
	})
	const [extra, additional] = [0, 1].map(of => parts.map(part => part[of]))
	const whole = Buffer.concat([bytes(payload.method), ...extra, ...additional])
	return whole.length > 256 ? Blake2256(whole) : whole
}

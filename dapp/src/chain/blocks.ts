// SPDX-License-Identifier: Apache-2.0

// The last blocks: who made them, when, and how much is in them.

import type { BlockHeader, BlockInfo } from 'polkadot-api'
import { bytesOfHex } from '../lib/bytes'
import type { Connection } from './connection'

export interface Block {
	number: number
	hash: string
	/** The slot that it was made in. Genesis has none. */
	slot: number | undefined
	/** Who made it, where that can be told. */
	author: string | undefined
	/** What somebody sent; what the block's author put in is not counted. */
	transactions: number
}

/** What BABE writes into a header: which of its authorities made the block, and in which slot. */
export function claimOf(header: Pick<BlockHeader, 'digests'>): { authority: number; slot: number } | undefined {
	for (const digest of header.digests) {
		if (digest.type !== 'preRuntime' || digest.value.engine !== 'BABE') continue
		const bytes = bytesOfHex(digest.value.payload)
		// The kind of slot is the first byte; the number of the authority follows, then the slot.
		if (!bytes || bytes.length < 13) return undefined
		const view = new DataView(bytes.buffer)
		return { authority: view.getUint32(1, true), slot: Number(view.getBigUint64(5, true)) }
	}
	return undefined
}

/** Whether somebody sent this extrinsic: those that are bare are the author's own. */
export function isTransaction(extrinsic: Uint8Array): boolean {
	// The length comes first, in as many bytes as the two lowest bits of the first say.
	const [first = 0] = extrinsic
	const mode = first & 0b11
	const start = mode === 3 ? 5 + (first >> 2) : 1 << mode
	return ((extrinsic[start] ?? 0) & 0b1100_0000) !== 0
}

async function read({ api, client }: Connection, number: number, hash: string): Promise<Block> {
	const [header, body] = await Promise.all([client.getBlockHeader(hash), client.getBlockBody(hash)])
	const claim = claimOf(header)
	// The first block of a session was made by one of the session before.
	const authorities =
		claim && (await api.query.Session.Validators.getValue({ at: header.parentHash }).catch(() => undefined))
	return {
		number,
		hash,
		slot: claim?.slot,
		author: claim && authorities?.[claim.authority],
		transactions: body.filter(isTransaction).length,
	}
}

/** The chain's last blocks, as many as that, the best one first. */
async function lastHashes({ api }: Connection, best: BlockInfo, many: number): Promise<[number, string][]> {
	const numbers = Array.from({ length: Math.min(many - 1, best.number) }, (_, back) => best.number - 1 - back)
	const hashes = await api.query.System.BlockHash.getValues(
		numbers.map(number => [number]),
		{ at: best.hash },
	)
	return [[best.number, best.hash], ...numbers.map((number, at): [number, string] => [number, hashes[at] ?? ''])]
}

export interface RecentBlocks {
	/** The newest first. */
	blocks: Block[]
	/** The number of the last one that is final. */
	final: number
}

/** Reads the last blocks. What `known` has is not read again; it is brought up to date. */
export async function readBlocks(
	connection: Connection,
	many: number,
	known: Map<string, Block>,
): Promise<RecentBlocks> {
	const chain = await connection.client.getBestBlocks()
	const [best] = chain
	if (!best) return { blocks: [], final: 0 }
	const hashes = await lastHashes(connection, best, many)
	const blocks = await Promise.all(
		hashes.map(([number, hash]) => known.get(hash) ?? read(connection, number, hash)),
	)
	known.clear()
	for (const block of blocks) known.set(block.hash, block)
	return { blocks, final: chain.at(-1)?.number ?? 0 }
}

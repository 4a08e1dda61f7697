// SPDX-License-Identifier: Apache-2.0

// Inclusion proofs of RFC 9162, section 2.1.3.2, over SHA-256.

import { equalBytes, sha256 } from './sha256'

const LEAF = Uint8Array.of(0)
const NODE = Uint8Array.of(1)

/** The hash of a leaf, from its data. */
export const leafHash = (...data: Uint8Array[]): Promise<Uint8Array> => sha256(LEAF, ...data)

export const nodeHash = (left: Uint8Array, right: Uint8Array): Promise<Uint8Array> => sha256(NODE, left, right)

/**
 * Whether the siblings lead from a leaf's hash to the root of a tree with so many leaves.
 *
 * Indices and counts are at most 2^53, which is far more leaves than a version can have.
 */
export async function includes(
	root: Uint8Array,
	count: number,
	index: number,
	leaf: Uint8Array,
	siblings: readonly Uint8Array[],
): Promise<boolean> {
	if (!Number.isSafeInteger(count) || !Number.isSafeInteger(index) || index < 0 || index >= count) return false
	let node = index
	let last = count - 1
	let hash = leaf
	const up = () => {
		node = Math.floor(node / 2)
		last = Math.floor(last / 2)
	}
	for (const sibling of siblings) {
		if (last === 0) return false
		if (node % 2 === 1 || node === last) {
			hash = await nodeHash(sibling, hash)
			while (node % 2 === 0 && node !== 0) up()
		} else {
			hash = await nodeHash(hash, sibling)
		}
		up()
	}
	return last === 0 && equalBytes(hash, root)
}

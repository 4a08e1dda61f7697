// SPDX-License-Identifier: Apache-2.0

// The Merkle tree of RFC 9162, section 2.1, over SHA-256, written down as the RFC defines it.

import { createHash } from 'node:crypto';

/** The SHA-256 hash of these bytes behind each other. */
export function sha256(...parts) {
	const hash = createHash('sha256');
	for (const part of parts) {
		hash.update(part);
	}
	return hash.digest();
}

/** A leaf is hashed with a zero before it, so that it cannot pass for an inner node. */
export const leafHash = (data) => sha256(Uint8Array.of(0), data);

/** An inner node is hashed with a one before it. */
export const nodeHash = (left, right) => sha256(Uint8Array.of(1), left, right);

/** The tree of a list of leaves, whose data are bytes. Hashes are hexadecimal. */
export class MerkleTree {
	#hashes;
	// Of inner nodes, by the leaves they are above.
	#nodes = new Map();

	constructor(leaves) {
		this.#hashes = leaves.map(leafHash);
	}

	get count() {
		return this.#hashes.length;
	}

	get root() {
		return hex(this.#hash(0, this.count));
	}

	/** `PATH(index, D_n)`: that the leaf is in its place. */
	inclusionProof(index) {
		return this.#path(index, 0, this.count).map(hex);
	}

	/** `PROOF(count, D_n)`: that the tree begins with the leaves of the one that had `count`. */
	consistencyProof(count) {
		return this.#subproof(count, 0, this.count, true).map(hex);
	}

	/** `MTH(D[from:to])` */
	#hash(from, to) {
		if (to - from === 1) {
			return this.#hashes[from];
		}
		const key = `${from}:${to}`;
		let hash = this.#nodes.get(key);
		if (hash === undefined) {
			const middle = from + split(to - from);
			hash = nodeHash(this.#hash(from, middle), this.#hash(middle, to));
			this.#nodes.set(key, hash);
		}
		return hash;
	}

	/** `PATH(index, D[from:to])` */
	#path(index, from, to) {
		if (to - from === 1) {
			return [];
		}
		const middle = from + split(to - from);
		return index < middle
			? [...this.#path(index, from, middle), this.#hash(middle, to)]
			: [...this.#path(index, middle, to), this.#hash(from, middle)];
	}

	/** `SUBPROOF(count, D[from:to], known)`, `count` being counted from the first leaf of all. */
	#subproof(count, from, to, known) {
		if (count === to) {
			return known ? [] : [this.#hash(from, to)];
		}
		const middle = from + split(to - from);
		return count <= middle
			? [...this.#subproof(count, from, middle, known), this.#hash(middle, to)]
			: [...this.#subproof(count, middle, to, false), this.#hash(from, middle)];
	}
}

/** The largest power of two below `count`. */
function split(count) {
	let power = 1;
	while (power * 2 < count) {
		power *= 2;
	}
	return power;
}

const hex = (hash) => `0x${hash.toString('hex')}`;

// SPDX-License-Identifier: Apache-2.0

// Where the state keeps what: keys of storage are hashes of names.

const MASK = (1n << 64n) - 1n;
const PRIMES = [
	11400714785074694791n,
	14029467366897019727n,
	1609587929392839161n,
	9650029242287828579n,
	2870177450012600261n,
];
const [P1, P2, P3, P4, P5] = PRIMES;

const left = (value, bits) => ((value << bits) | (value >> (64n - bits))) & MASK;
const round = (lane, input) => (left((lane + input * P2) & MASK, 31n) * P1) & MASK;

/** XXH64, as its specification says. */
function xxh64(bytes, seed) {
	let at = 0;
	let hash;
	if (bytes.length >= 32) {
		const lanes = [seed + P1 + P2, seed + P2, seed, seed - P1].map((lane) => lane & MASK);
		for (; at + 32 <= bytes.length; at += 32) {
			for (let lane = 0; lane < 4; lane += 1) {
				lanes[lane] = round(lanes[lane], bytes.readBigUInt64LE(at + lane * 8));
			}
		}
		const [a, b, c, d] = lanes;
		hash = (left(a, 1n) + left(b, 7n) + left(c, 12n) + left(d, 18n)) & MASK;
		for (const lane of lanes) {
			hash = ((hash ^ round(0n, lane)) * P1 + P4) & MASK;
		}
	} else {
		hash = (seed + P5) & MASK;
	}
	hash = (hash + BigInt(bytes.length)) & MASK;
	for (; at + 8 <= bytes.length; at += 8) {
		hash = (left(hash ^ round(0n, bytes.readBigUInt64LE(at)), 27n) * P1 + P4) & MASK;
	}
	if (at + 4 <= bytes.length) {
		const part = BigInt(bytes.readUInt32LE(at));
		hash = (left(hash ^ ((part * P1) & MASK), 23n) * P2 + P3) & MASK;
		at += 4;
	}
	for (; at < bytes.length; at += 1) {
		hash = (left(hash ^ ((BigInt(bytes[at]) * P5) & MASK), 11n) * P1) & MASK;
	}
	hash = ((hash ^ (hash >> 33n)) * P2) & MASK;
	hash = ((hash ^ (hash >> 29n)) * P3) & MASK;
	return hash ^ (hash >> 32n);
}

/** Two XXH64 one after the other, in hex. */
export function twox128(name) {
	const bytes = Buffer.from(name);
	const hash = Buffer.alloc(16);
	hash.writeBigUInt64LE(xxh64(bytes, 0n), 0);
	hash.writeBigUInt64LE(xxh64(bytes, 1n), 8);
	return hash.toString('hex');
}

/** The key of a storage item of a pallet, which begins all keys of a map. */
export const keyOf = (pallet, item) => `0x${twox128(pallet)}${twox128(item)}`;

// SPDX-License-Identifier: Apache-2.0

// What a block's header and the state behind it say of who made it.

const PRE_RUNTIME = 6;
const BABE = Buffer.from('BABE');

/** Slot and index of the authority from a header's claim of a slot. */
export function claimOf(header) {
	const logs = header.digest.logs.map((log) => Buffer.from(log.slice(2), 'hex'));
	const log = logs.find((log) => log[0] === PRE_RUNTIME && log.subarray(1, 5).equals(BABE));
	if (!log) {
		throw new Error('the header has no claim of a slot');
	}
	// The lowest two bits of a compact number say how long it is: here one byte or two.
	const claim = log.subarray(log[5] % 4 === 0 ? 6 : 7);
	return { index: claim.readUInt32LE(1), slot: Number(claim.readBigUInt64LE(5)) };
}

// An epoch begins with three numbers: its index, its first slot and its length.
const NUMBERS = 24;
const KEY = 32;
const KEY_AND_WEIGHT = 40;

/** The BABE keys of a session, from what `BabeApi_current_epoch` answers. */
export function authoritiesOf(epoch) {
	const bytes = Buffer.from(epoch.slice(2), 'hex');
	// Fewer than 64 have a length of one byte.
	const count = bytes[NUMBERS] >> 2;
	return Array.from({ length: count }, (_, place) => {
		const from = NUMBERS + 1 + place * KEY_AND_WEIGHT;
		return `0x${bytes.toString('hex', from, from + KEY)}`;
	});
}

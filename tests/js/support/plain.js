// SPDX-License-Identifier: Apache-2.0

// What the chain says, as values that can be compared.

import { Compact, Enum, Null, Option, Struct, Tuple, UInt, Vec } from '@polkadot/types';

// Blocks, counts and shares have up to eight bytes, amounts have sixteen.
const NUMBER_BYTES = 8;

/**
 * Records, events and answers as plain JavaScript: amounts are BigInts, other numbers are numbers,
 * what may be missing is null where it is, and accounts are addresses.
 */
export function plain(value) {
	if (value instanceof Option) {
		return value.isSome ? plain(value.unwrap()) : null;
	}
	if (value instanceof Compact) {
		return plain(value.unwrap());
	}
	if (value instanceof Enum) {
		const { type, inner } = value;
		return inner instanceof Null ? type : { [type]: plain(inner) };
	}
	if (value instanceof UInt) {
		return value.encodedLength > NUMBER_BYTES ? value.toBigInt() : value.toNumber();
	}
	if (value instanceof Struct) {
		return Object.fromEntries([...value].map(([name, field]) => [name, plain(field)]));
	}
	if (value instanceof Vec || value instanceof Tuple) {
		return [...value].map(plain);
	}
	if (Object.getPrototypeOf(value) === Object.prototype) {
		const fields = Object.entries(value).map(([name, field]) => [name, plain(field)]);
		return Object.fromEntries(fields);
	}
	return value.toJSON();
}

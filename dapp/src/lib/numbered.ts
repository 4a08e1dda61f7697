// SPDX-License-Identifier: Apache-2.0

// Numbers that stand for things too large to be compared or to be part of a key.

const numbers = new WeakMap<object, number>()
let last = 0

/** The number of this very thing: always the same, and never that of another. */
export function numberOf(thing: object): number {
	const known = numbers.get(thing)
	if (known !== undefined) return known
	last += 1
	numbers.set(thing, last)
	return last
}

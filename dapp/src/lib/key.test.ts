// SPDX-License-Identifier: Apache-2.0

import { expect, it } from 'vitest'
import { keyOf } from './key'

const call = (price: bigint, tag: number[] = [1]) => ({
	type: 'Market',
	value: { type: 'create_offer', value: { terms: { price, supply: undefined, tag: Uint8Array.from(tag) } } },
})

it('equal things have the same key, and others another', () => {
	expect(keyOf(call(2n ** 100n))).toBe(keyOf(call(2n ** 100n)))
	expect(keyOf(call(1n))).not.toBe(keyOf(call(2n)))
	expect(keyOf(call(1n))).not.toBe(keyOf(call(1n, [2])))
	expect(keyOf(1n)).not.toBe(keyOf(1))
	expect(keyOf(undefined)).toBe('')
})

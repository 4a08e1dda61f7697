// SPDX-License-Identifier: Apache-2.0

import { expect, it } from 'vitest'
import { numberOf } from './numbered'

it('is the same for the same bytes, and another for others, though they are equal', () => {
	const record = new Uint8Array([1, 2])
	const first = numberOf(record)
	expect(numberOf(new Uint8Array([1, 2]))).not.toBe(first)
	expect(numberOf(record)).toBe(first)
	expect(first).toBeGreaterThan(0)
})

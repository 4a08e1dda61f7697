// SPDX-License-Identifier: Apache-2.0

import { describe, expect, it } from 'vitest'
import { claimOf, isTransaction } from './blocks'

const bytes = (...values: number[]) => Uint8Array.from(values)

describe('who made a block', () => {
	const payload = '0x03000000005ff9ab2300000000be98a3e0'
	it('is in its header', () => {
		const digests = [{ type: 'preRuntime' as const, value: { engine: 'BABE', payload } }]
		expect(claimOf({ digests })).toEqual({ authority: 0, slot: 598_473_055 })
	})
	it('is not there at genesis, nor in what others write', () => {
		expect(claimOf({ digests: [] })).toBeUndefined()
		const digests = [{ type: 'preRuntime' as const, value: { engine: 'aura', payload } }]
		expect(claimOf({ digests })).toBeUndefined()
		expect(claimOf({ digests: [{ type: 'preRuntime', value: { engine: 'BABE', payload: '0x03' } }] })).toBeUndefined()
	})
})

describe('a transaction is told from what the author put in', () => {
	it('by the byte behind the length, however long the length is', () => {
		expect(isTransaction(bytes(0x28, 0x05, 0x02))).toBe(false)
		expect(isTransaction(bytes(0x28, 0x04, 0x02))).toBe(false)
		expect(isTransaction(bytes(0x28, 0x84, 0x00))).toBe(true)
		expect(isTransaction(bytes(0x1d, 0x02, 0x84, 0x00))).toBe(true)
		expect(isTransaction(bytes(0x1d, 0x02, 0x05, 0x00))).toBe(false)
		expect(isTransaction(bytes(0x02, 0x00, 0x01, 0x00, 0x45))).toBe(true)
		expect(isTransaction(bytes(0x03, 0, 0, 0, 0x40, 0x84))).toBe(true)
	})
	it('and nothing is none', () => {
		expect(isTransaction(bytes())).toBe(false)
	})
})

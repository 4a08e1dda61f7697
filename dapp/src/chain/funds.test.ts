// SPDX-License-Identifier: Apache-2.0

import { describe, expect, it } from 'vitest'
import { fundsOf, shortOf } from './funds'

describe('funds', () => {
	it('are what is free, but for the least that must stay', () => {
		expect(fundsOf({ free: 10n, reserved: 4n, frozen: 0n }, 1n)).toEqual({ spendable: 9n, available: 9n, held: 4n, locked: 0n })
		expect(fundsOf({ free: 0n, reserved: 0n, frozen: 0n }, 1n)).toEqual({ spendable: 0n, available: 0n, held: 0n, locked: 0n })
	})
	it('that are locked beyond what is held can be held, and not be spent', () => {
		expect(fundsOf({ free: 10n, reserved: 4n, frozen: 3n }, 1n)).toEqual({ spendable: 9n, available: 9n, held: 4n, locked: 0n })
		expect(fundsOf({ free: 10n, reserved: 4n, frozen: 7n }, 1n)).toEqual({ spendable: 7n, available: 9n, held: 4n, locked: 3n })
		expect(fundsOf({ free: 1n, reserved: 0n, frozen: 7n }, 1n)).toEqual({ spendable: 0n, available: 0n, held: 0n, locked: 1n })
	})
})

describe('what something takes', () => {
	const funds = fundsOf({ free: 101n, reserved: 0n, frozen: 61n }, 1n)
	it('is there', () => {
		expect(shortOf(funds, { paid: 40n, held: 60n })).toBeUndefined()
		expect(shortOf(funds, { paid: 0n, held: 100n })).toBeUndefined()
	})
	it('or is not, of one kind or the other', () => {
		expect(shortOf(funds, { paid: 41n, held: 0n })).toBe(40n)
		expect(shortOf(funds, { paid: 1n, held: 100n })).toBe(100n)
	})
})

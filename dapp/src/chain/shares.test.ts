// SPDX-License-Identifier: Apache-2.0

import { describe, expect, it } from 'vitest'
import type { Quote } from './market'
import { percent, sharesOf, total, toUnits } from './shares'

const payout = (version: bigint, income: bigint, royalties: bigint, contributors: bigint) => ({
	version,
	artifact: '0x00',
	income,
	royalties,
	contributors,
	earnings: income - royalties - contributors,
})
const AGO = 10n ** 12n

/** 100 AGO, of which a tenth goes on at each of three steps, the cap above 90 of the income. */
const quote = {
	price: 100n * AGO,
	fee: (25n * AGO) / 10n,
	excess: (75n * AGO) / 10n,
	income: 90n * AGO,
	distribution: {
		payouts: [
			payout(3n, 90n * AGO, 9n * AGO, 0n),
			payout(2n, 9n * AGO, (9n * AGO) / 10n, 0n),
			payout(1n, (9n * AGO) / 10n, 0n, 1_234_567n),
		],
		rest: 0n,
	},
} as unknown as Quote

describe('the parts of a price', () => {
	it('add up to it, planck by planck', () => {
		expect(total(sharesOf(quote))).toBe(quote.price)
	})
	it('begin with the version that is sold and leave out those who get nothing', () => {
		const shares = sharesOf(quote)
		expect(shares.map(({ to }) => to)).toEqual(['version', 'version', 'version', 'contributors', 'fee', 'commons'])
		expect(shares[0]).toEqual({ to: 'version', version: 3n, planck: 81n * AGO })
	})
})

describe('drawing', () => {
	it('uses exactly the units that there are, however odd the amounts', () => {
		for (const amounts of [[1n, 1n, 1n], [81n * AGO, 1n, 7n], [3n, 5n, 7n, 11n, 13n, 1n], [10n ** 30n, 1n]]) {
			const units = toUnits(amounts, 1000)
			expect(units.reduce((sum, part) => sum + part, 0)).toBe(1000)
			expect(units.every(part => part >= 0)).toBe(true)
		}
	})
	it('gives what is over to the largest remainders, the first of equals', () => {
		expect(toUnits([1n, 1n, 1n], 100)).toEqual([34, 33, 33])
		expect(toUnits([5n, 15n], 10)).toEqual([3, 7])
		expect(toUnits([0n, 0n], 10)).toEqual([0, 0])
	})
})

it('shares are told in per cent, and never as nothing', () => {
	expect(percent(1n, 3n)).toBe('33.33 %')
	expect(percent(1n, 1n)).toBe('100 %')
	expect(percent(1n, 10n ** 12n)).toBe('< 0.01 %')
	expect(percent(0n, 5n)).toBe('0 %')
})

// SPDX-License-Identifier: Apache-2.0

import { expect, it } from 'vitest'
import { summed } from '../chain/incomes'
import { bars, greatestOf, MOST_BARS, share, ticks } from './scale'

const income = (epoch: number, sales: bigint, royalties = 0n) => ({ epoch, sales, royalties })

it('ticks are round, few, and reach the greatest', () => {
	expect(ticks(0n)).toEqual([0n, 1n])
	expect(ticks(7n)).toEqual([0n, 2n, 4n, 6n, 8n])
	expect(ticks(97_500_000_000_000n)).toEqual([0n, 20n, 40n, 60n, 80n, 100n].map(tick => tick * 10n ** 12n))
	for (let greatest = 1n; greatest < 10n ** 30n; greatest = greatest * 3n + 1n) {
		const marks = ticks(greatest)
		expect(marks.at(-1)).toBeGreaterThanOrEqual(greatest)
		expect(marks.at(-2)).toBeLessThan(greatest)
		expect(marks.length).toBeLessThanOrEqual(6)
	}
})

it('versions are summed by epoch', () => {
	expect(summed([[income(1, 5n), income(3, 1n, 2n)], [], [income(3, 1n, 1n), income(2, 0n, 7n)]])).toEqual([
		income(1, 5n),
		income(2, 0n, 7n),
		income(3, 2n, 3n),
	])
})

it('epochs without income have a place, and only the newest are drawn', () => {
	expect(bars([])).toEqual([])
	expect(bars([income(2, 1n), income(5, 1n)]).map(({ epoch }) => epoch)).toEqual([2, 3, 4, 5])
	const long = bars([income(0, 1n), income(100_000, 1n)])
	expect(long.length).toBe(MOST_BARS)
	expect(long.at(-1)?.epoch).toBe(100_000)
})

it('shares are exact enough', () => {
	expect(greatestOf([income(1, 5n, 6n), income(2, 10n)])).toBe(11n)
	expect(share(1n, 3n)).toBeCloseTo(1 / 3, 5)
	expect(share(0n, 0n)).toBe(0)
	expect(share(10n ** 30n, 10n ** 30n)).toBe(1)
})

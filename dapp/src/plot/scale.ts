// SPDX-License-Identifier: Apache-2.0

// From amounts and epochs to places in a plot.

import { type EpochIncome, totalOf } from '../chain/incomes'

/** So many epochs are drawn at most, the newest. */
export const MOST_BARS = 60

/** Round amounts from zero to the first that is not below the greatest: three to six of them. */
export function ticks(greatest: bigint): bigint[] {
	let step = 1n
	const steps = [2n, 5n, 10n]
	for (let at = 0, power = 1n; step * 5n < greatest; at++) {
		step = power * (steps[at % 3] ?? 1n)
		if (at % 3 === 2) power *= 10n
	}
	const marks = [0n]
	while ((marks.at(-1) ?? 0n) < greatest || marks.length < 2) marks.push((marks.at(-1) ?? 0n) + step)
	return marks
}

/** Every epoch from the first with an income to the last, those without one too; the newest only. */
export function bars(incomes: readonly EpochIncome[]): EpochIncome[] {
	const [first, last] = [incomes[0], incomes.at(-1)]
	if (!first || !last) return []
	const byEpoch = new Map(incomes.map(income => [income.epoch, income]))
	const from = Math.max(first.epoch, last.epoch - MOST_BARS + 1)
	return Array.from({ length: last.epoch - from + 1 }, (_, at) => {
		const epoch = from + at
		return byEpoch.get(epoch) ?? { epoch, sales: 0n, royalties: 0n }
	})
}

export const greatestOf = (incomes: readonly EpochIncome[]): bigint =>
	incomes.reduce((most, income) => (totalOf(income) > most ? totalOf(income) : most), 0n)

/** The share of an amount in another, as exact as drawing needs. */
export const share = (part: bigint, whole: bigint): number =>
	whole === 0n ? 0 : Number((part * 1_000_000n) / whole) / 1_000_000

// SPDX-License-Identifier: Apache-2.0

// Who gets what of a price: parts that add up to it, and how to draw them.

import type { Quote } from './market'

/** A part of a price. */
export interface Share {
	/** Who gets it. */
	to: 'version' | 'contributors' | 'fee' | 'commons' | 'beyond'
	/** The version that earns it, for the first two. */
	version?: bigint
	planck: bigint
}

/** The price, part by part: the version that is sold first, its sources behind it, the protocol last. */
export function sharesOf({ distribution, fee, excess }: Quote): Share[] {
	const parts: Share[] = distribution.payouts.flatMap(({ version, earnings, contributors }) => [
		{ to: 'version' as const, version, planck: earnings },
		{ to: 'contributors' as const, version, planck: contributors },
	])
	parts.push(
		{ to: 'beyond', planck: distribution.rest },
		{ to: 'fee', planck: fee },
		{ to: 'commons', planck: excess },
	)
	return parts.filter(({ planck }) => planck > 0n)
}

/** The sum of all parts. */
export const total = (shares: Share[]): bigint => shares.reduce((sum, { planck }) => sum + planck, 0n)

/**
 * Amounts as whole units of a drawing that add up to `units`: those with the largest remainders are
 * rounded up. For drawing alone; what is paid is exact.
 */
export function toUnits(amounts: bigint[], units: number): number[] {
	const sum = amounts.reduce((all, amount) => all + amount, 0n)
	if (sum === 0n) return amounts.map(() => 0)
	const scaled = amounts.map(amount => amount * BigInt(units))
	const drawn = scaled.map(amount => Number(amount / sum))
	const missing = units - drawn.reduce((all, part) => all + part, 0)
	const byRemainder = scaled
		.map((amount, at) => ({ at, rest: amount % sum }))
		.sort((a, b) => (a.rest === b.rest ? a.at - b.at : a.rest > b.rest ? -1 : 1))
	for (const { at } of byRemainder.slice(0, missing)) drawn[at] = (drawn[at] ?? 0) + 1
	return drawn
}

/** A part of a whole as per cent, with as many digits as it takes to not be nothing. */
export function percent(part: bigint, whole: bigint): string {
	if (whole === 0n || part === 0n) return '0 %'
	const hundredths = (part * 10_000n + whole / 2n) / whole
	return hundredths === 0n ? '< 0.01 %' : `${Number(hundredths) / 100} %`
}

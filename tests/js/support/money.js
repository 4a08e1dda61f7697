// SPDX-License-Identifier: Apache-2.0

// What becomes of money, computed a second time: in whole planck, with each rounding named.

const WHOLE = 1_000_000n;

/** A share, in parts of a million, of an amount: rounded down. */
export const floorOf = (share, amount) => (amount * BigInt(share)) / WHOLE;

/** The same rounded up. */
export const ceilOf = (share, amount) => (amount * BigInt(share) + WHOLE - 1n) / WHOLE;

/** The sum of amounts. */
export const sum = (amounts) => amounts.reduce((total, amount) => total + amount, 0n);

/** What a price becomes, with no more income than `limit`, if there is one. */
export function divide(chain, gross, limit) {
	const fee = ceilOf(chain.api.consts.royalties.protocolFee.toNumber(), gross);
	const net = gross - fee;
	const income = limit !== undefined && limit < net ? limit : net;
	return { fee, excess: net - income, income };
}

/** The highest price of which no more than this is left after the fee. */
export function priceFor(chain, net) {
	const fee = chain.api.consts.royalties.protocolFee.toBigInt();
	let price = (net * WHOLE) / (WHOLE - fee) + 2n;
	while (divide(chain, price).income > net) {
		price -= 1n;
	}
	return price;
}

/** The credit for the fee of what a price became: none for what is above a cap. */
export function creditFor({ fee, excess, income }) {
	const net = income + excess;
	return net === 0n ? 0n : (fee * income) / net;
}

/**
 * Where an income, and the credit for its fee, end up along a lineage.
 *
 * `lineage` has each version that gets some, by its sequence: its `artifact`, its `sources` with
 * their royalties, and, for a dataset whose contributors share, `pool`: their `share`, the count of
 * the `committed` records and of those that are `active`, and the `carry` that earlier incomes
 * left, which is brought up to date. Answers with the payouts, newest first; the `credit` of each
 * is what comes to rest there.
 */
export function cascade(lineage, version, income, credit = 0n) {
	const parts = new Map([[version, { income, credit }]]);
	const payouts = [];
	while (parts.size > 0) {
		const newest = Math.max(...parts.keys());
		const whole = parts.get(newest);
		parts.delete(newest);
		const { artifact, sources = [], pool } = lineage[newest];
		const left = { ...whole };
		for (const { sequence, royalty } of sources) {
			const income = floorOf(royalty, whole.income);
			if (income === 0n) {
				// Its credit stays here as well.
				continue;
			}
			const credit = floorOf(royalty, whole.credit);
			const had = parts.get(sequence) ?? { income: 0n, credit: 0n };
			parts.set(sequence, { income: had.income + income, credit: had.credit + credit });
			left.income -= income;
			left.credit -= credit;
		}
		const [contributors, earnings] = contribute(pool, left.income);
		payouts.push({
			version: newest,
			artifact,
			income: whole.income,
			royalties: whole.income - left.income,
			contributors,
			earnings,
			credit: left.credit,
		});
	}
	return payouts;
}

/** Payouts as a simulation tells them, which knows of no fee. */
export const forecast = (payouts) => payouts.map(({ credit: _, ...payout }) => payout);

/** What contributors and the owner have of what is left after royalties, or of a reward. */
export function contribute(pool, rest) {
	if (pool === undefined || pool.active === 0) {
		return [0n, rest];
	}
	const shared = floorOf(pool.share, rest);
	const all = shared + (pool.carry ?? 0n);
	// Each record has the same, whether it counts or not. What cannot be divided stays for later.
	const perRecord = all / BigInt(pool.committed);
	pool.carry = all - perRecord * BigInt(pool.committed);
	const inactive = BigInt(pool.committed - pool.active);
	return [perRecord * BigInt(pool.active), rest - shared + perRecord * inactive];
}

/** What the members of a split have of an amount: rounded down, and the first has what is left. */
export function divideAmong(shares, amount) {
	const parts = shares.map((share) => floorOf(share, amount));
	parts[0] += amount - sum(parts);
	return parts;
}

const BILLION = 1_000_000_000n;

/** How many parts of a billion one is of another: rounded down, as the chain's `Perbill` is. */
export const ratioOf = (part, whole) => (BigInt(part) * BILLION) / BigInt(whole);

/** So many parts of a billion of an amount: to the nearest, and down where there are two. */
export function nearestOf(share, amount) {
	const exact = amount * BigInt(share);
	return exact / BILLION + ((exact % BILLION) * 2n > BILLION ? 1n : 0n);
}

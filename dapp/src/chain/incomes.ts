// SPDX-License-Identifier: Apache-2.0

// What versions earned, by epoch. The chain keeps bounded totals, so nobody needs an indexer.

import type { Api } from './connection'

export interface EpochIncome {
	epoch: number
	/** What licenses brought, in planck. */
	sales: bigint
	/** What came from versions that were made from these, in planck. */
	royalties: bigint
}

/** So many epochs with an income are kept of each version. */
export const KEPT_EPOCHS = 30

/** The incomes of several versions together, the oldest first; epochs without any are left out. */
export async function readIncomes(api: Api, versions: readonly bigint[]): Promise<EpochIncome[]> {
	const each = await Promise.all(versions.map(version => api.apis.RoyaltiesApi.incomes(version, { at: 'best' })))
	return summed(each)
}

export function summed(incomes: readonly (readonly EpochIncome[])[]): EpochIncome[] {
	const byEpoch = new Map<number, EpochIncome>()
	for (const { epoch, sales, royalties } of incomes.flat()) {
		const before = byEpoch.get(epoch) ?? { epoch, sales: 0n, royalties: 0n }
		byEpoch.set(epoch, { epoch, sales: before.sales + sales, royalties: before.royalties + royalties })
	}
	return [...byEpoch.values()].sort((a, b) => a.epoch - b.epoch)
}

export const totalOf = ({ sales, royalties }: EpochIncome): bigint => sales + royalties

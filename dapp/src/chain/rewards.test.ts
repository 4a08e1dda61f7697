// SPDX-License-Identifier: Apache-2.0

import { describe, expect, it } from 'vitest'
import { byEpoch, claim, claimsOf, firstBatch, inOrder, MAX_CLAIMS, readClaimable, type Reward, sum } from './rewards'

const reward = (epoch: number, version: bigint, amount: bigint, split = 0, before = 0) =>
	({ epoch, version, amount, split, before, expires: epoch + 90 }) as Reward

describe('rewards', () => {
	it('are grouped by epoch, and no planck is lost', () => {
		const rewards = [reward(1, 5n, 3n), reward(2, 5n, 4n), reward(1, 6n, 7n)]
		const groups = byEpoch(rewards)
		expect(groups.map(({ epoch, amount, expires }) => [epoch, amount, expires])).toEqual([
			[1, 10n, 91],
			[2, 4n, 92],
		])
		expect(sum(groups)).toBe(sum(rewards))
	})
	it('come by what expires first, then by version and split', () => {
		const sorted = inOrder([reward(2, 1n, 1n), reward(1, 2n, 1n, 1), reward(1, 2n, 1n), reward(1, 1n, 1n)])
		expect(sorted.map(({ epoch, version, split }) => [epoch, version, split])).toEqual([
			[1, 1n, 0],
			[1, 2n, 0],
			[1, 2n, 1],
			[2, 1n, 0],
		])
	})
})

describe('a batch of claims', () => {
	const api = {
		tx: {
			Rewards: { claim: (args: object) => ({ decodedCall: args }) },
			Utility: { force_batch: ({ calls }: { calls: object[] }) => ({ batch: calls }) },
		},
	} as any
	it('is bounded, and has those that expire first', () => {
		const many = Array.from({ length: 60 }, (_, i) => reward(60 - i, 1n, 1n))
		const batch = firstBatch(many)
		expect(batch).toHaveLength(MAX_CLAIMS)
		expect(batch[0]?.epoch).toBe(1)
		expect(batch.at(-1)?.epoch).toBe(MAX_CLAIMS)
	})
	it('is a plain call where there is one', () => {
		expect(claim(api, [reward(3, 4n, 1n)])).toEqual({ decodedCall: { epoch: 3, version: 4n } })
		expect(claim(api, [reward(3, 4n, 1n), reward(3, 5n, 1n)])).toEqual({
			batch: [
				{ epoch: 3, version: 4n },
				{ epoch: 3, version: 5n },
			],
		})
	})
	it('pays the older splits first that are in the way', () => {
		const late = reward(3, 4n, 1n, 7, 2)
		expect(claimsOf([late])).toEqual(Array(3).fill({ epoch: 3, version: 4n }))
		expect(claimsOf([late, reward(3, 4n, 1n, 2, 1), reward(2, 4n, 1n)])).toEqual([
			{ epoch: 2, version: 4n },
			...Array(3).fill({ epoch: 3, version: 4n }),
		])
		expect((claim(api, [late]) as any).batch).toHaveLength(3)
	})
	it('counts those as well', () => {
		const batch = firstBatch([reward(1, 1n, 1n, 20, 20), reward(2, 1n, 1n, 3, 3), reward(3, 1n, 1n)])
		expect(batch.map(({ epoch }) => epoch)).toEqual([1, 2])
		expect(firstBatch([reward(1, 1n, 1n, 40, 40), reward(2, 1n, 1n)]).map(({ epoch }) => epoch)).toEqual([2])
	})
	it('knows them from the chain', async () => {
		const mine = [reward(1, 5n, 3n, 4), reward(1, 6n, 3n)]
		const asked: bigint[] = []
		const chain = {
			apis: {
				RewardsApi: {
					claimable: async () => ({ items: mine, next: undefined }),
					rewards: async (_: number, version: bigint) => {
						asked.push(version)
						return [0, 2, 4, 5].map(split => reward(1, version, 1n, split))
					},
				},
				CatalogApi: { labels: async () => [] },
			},
		} as any
		const { rewards } = await readClaimable(chain, 'me')
		expect(rewards.map(({ version, before }) => [version, before])).toEqual([
			[5n, 2],
			[6n, 0],
		])
		expect(asked).toEqual([5n])
	})
})

// SPDX-License-Identifier: Apache-2.0

// Rewards: what can be claimed, what the running epoch would pay, and claims.

import type { Api } from './connection'
import { type VersionName, versionNames } from './market'

const BEST = { at: 'best' } as const
/** Rewards that are read at a time, and how often at most. */
const PAGE = 100
const PAGES = 20
/** Claims in one transaction at most: as many as `agora rewards claim` sends. */
export const MAX_CLAIMS = 25

export type RewardView = Awaited<ReturnType<Api['apis']['RewardsApi']['claimable']>>['items'][number]
export type RunningEpoch = Awaited<ReturnType<Api['apis']['RewardsApi']['running_epoch']>>

export interface Claimable {
	rewards: RewardView[]
	names: Map<bigint, VersionName>
	/** Whether there are more than were read. */
	more: boolean
}

/** The rewards in which the account has a share and that can be claimed, oldest epoch first. */
export async function readClaimable(api: Api, account: string): Promise<Claimable> {
	const rewards: RewardView[] = []
	let after: [number, bigint, number] | undefined
	for (let page = 0; page < PAGES; page += 1) {
		const answer = await api.apis.RewardsApi.claimable(account, after, PAGE, BEST)
		rewards.push(...answer.items)
		after = answer.next
		if (after === undefined) break
	}
	const names = await versionNames(
		api,
		rewards.map(({ version }) => version),
	)
	return { rewards: inOrder(rewards), names, more: after !== undefined }
}

/** What the running epoch would pay to these versions if it ended now. */
export async function readRunning(api: Api, versions: bigint[]): Promise<{ epoch: RunningEpoch; rewards: RewardView[] }> {
	const epoch = await api.apis.RewardsApi.running_epoch(BEST)
	const each = await Promise.all(versions.map(version => api.apis.RewardsApi.rewards(epoch.index, version, BEST)))
	return { epoch, rewards: inOrder(each.flat()) }
}

/** What expires first comes first: by epoch, version and split. */
export const inOrder = (rewards: RewardView[]): RewardView[] =>
	[...rewards].sort((a, b) => a.epoch - b.epoch || Number(a.version - b.version) || a.split - b.split)

export interface EpochRewards {
	epoch: number
	expires: number
	amount: bigint
	rewards: RewardView[]
}

/** Rewards by the epoch that they are for. */
export function byEpoch(rewards: RewardView[]): EpochRewards[] {
	const groups = new Map<number, EpochRewards>()
	for (const reward of rewards) {
		const { epoch, expires, amount } = reward
		const group = groups.get(epoch) ?? { epoch, expires, amount: 0n, rewards: [] }
		group.amount += amount
		group.rewards.push(reward)
		groups.set(epoch, group)
	}
	return [...groups.values()]
}

/** The sum of rewards. */
export const sum = (rewards: { amount: bigint }[]): bigint => rewards.reduce((all, { amount }) => all + amount, 0n)

/** What one transaction claims of these: those that expire first, and no more than it may. */
export const firstBatch = (rewards: RewardView[]): RewardView[] => inOrder(rewards).slice(0, MAX_CLAIMS)

/** A transaction that claims rewards. One that somebody else claims first does not stop the others. */
export function claim(api: Api, rewards: RewardView[]) {
	const calls = rewards.map(({ epoch, version }) => api.tx.Rewards.claim({ epoch, version }))
	const [only] = calls
	if (only && calls.length === 1) return only
	return api.tx.Utility.force_batch({ calls: calls.map(call => call.decodedCall) })
}

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

/** A reward that can be claimed. A claim pays the oldest split of a version that is left. */
export interface Reward extends RewardView {
	/** How many splits of the same version and epoch are paid before this one. */
	before: number
}

export interface Claimable {
	rewards: Reward[]
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
	const [names, before] = await Promise.all([
		versionNames(
			api,
			rewards.map(({ version }) => version),
		),
		Promise.all(rewards.map(reward => splitsBefore(api, reward))),
	])
	const counted = rewards.map((reward, at) => ({ ...reward, before: before[at] ?? 0 }))
	return { rewards: inOrder(counted), names, more: after !== undefined }
}

/** How many splits are paid before this one. Nothing is before the first, which most have alone. */
async function splitsBefore(api: Api, { epoch, version, split }: RewardView): Promise<number> {
	if (split === 0) return 0
	const left = await api.apis.RewardsApi.rewards(epoch, version, BEST)
	return left.filter(other => other.split < split).length
}

/** What the running epoch would pay to these versions if it ended now. */
export async function readRunning(api: Api, versions: bigint[]): Promise<{ epoch: RunningEpoch; rewards: RewardView[] }> {
	const epoch = await api.apis.RewardsApi.running_epoch(BEST)
	const each = await Promise.all(versions.map(version => api.apis.RewardsApi.rewards(epoch.index, version, BEST)))
	return { epoch, rewards: inOrder(each.flat()) }
}

/** What expires first comes first: by epoch, version and split. */
export const inOrder = <R extends RewardView>(rewards: R[]): R[] =>
	[...rewards].sort((a, b) => a.epoch - b.epoch || Number(a.version - b.version) || a.split - b.split)

export interface EpochRewards {
	epoch: number
	expires: number
	amount: bigint
	rewards: Reward[]
}

/** Rewards by the epoch that they are for. */
export function byEpoch(rewards: Reward[]): EpochRewards[] {
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

/** The claims that pay these rewards, in order: older splits of their versions are paid on the way. */
export function claimsOf(rewards: Reward[]): { epoch: number; version: bigint }[] {
	const needed = new Map<string, { epoch: number; version: bigint; claims: number }>()
	for (const { epoch, version, before } of inOrder(rewards)) {
		const key = `${epoch} ${version}`
		const claims = Math.max(before + 1, needed.get(key)?.claims ?? 0)
		needed.set(key, { epoch, version, claims })
	}
	return [...needed.values()].flatMap(({ epoch, version, claims }) => Array.from({ length: claims }, () => ({ epoch, version })))
}

/** What one transaction claims of these: those that expire first, and no more than it may. */
export function firstBatch(rewards: Reward[]): Reward[] {
	const batch: Reward[] = []
	for (const reward of inOrder(rewards)) {
		// One that takes more claims than a transaction has is left to many.
		if (claimsOf([...batch, reward]).length <= MAX_CLAIMS) batch.push(reward)
		else if (batch.length > 0) break
	}
	return batch
}

/** A transaction that claims rewards. One that somebody else claims first does not stop the others. */
export function claim(api: Api, rewards: Reward[]) {
	const calls = claimsOf(rewards).slice(0, MAX_CLAIMS).map(each => api.tx.Rewards.claim(each))
	const [only] = calls
	if (only && calls.length === 1) return only
	return api.tx.Utility.force_batch({ calls: calls.map(call => call.decodedCall) })
}

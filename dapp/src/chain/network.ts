// SPDX-License-Identifier: Apache-2.0

// How the chain itself is: its time, its validators, its money.

import type { Connection } from './connection'

/** How far something is, counted in slots or in blocks. */
export interface Span {
	done: number
	total: number
}

/** A span with its number, such as session 4. */
export interface Numbered extends Span {
	index: number
}

export interface Clock {
	/** Counted in slots. */
	session: Numbered
	/** Counted in slots. */
	era: Numbered
	/** Counted in blocks: the span whose use is rewarded together. */
	epoch: Numbered
	/** When the best block was made, in milliseconds since 1970; nothing at genesis. */
	time: number | undefined
	/** How long a slot lasts, in milliseconds. */
	slotMillis: number
}

export interface Validator {
	address: string
	/** What stands behind it, in planck, its own stake included. */
	total: bigint
	own: bigint
	nominators: number
	/** Its share of what its nominators earn, per billion. */
	commission: number
	/** Earned in the running era, for blocks. */
	points: number
}

const AT = { at: 'best' } as const

const within = (done: number, total: number): Span => ({ done: Math.min(Math.max(0, done), total), total })

/** How many slots of its session have passed; none before the first block. */
export function sessionSpan(epoch: { start_slot: bigint; duration: bigint }, slot: bigint): Span {
	return within(slot === 0n ? 0 : Number(slot - epoch.start_slot) + 1, Number(epoch.duration))
}

/** How far an era is that began with session `first` and lasts for so many sessions. */
export function eraSpan(session: Numbered, first: number, sessions: number): Span {
	return within((session.index - first) * session.total + session.done, sessions * session.total)
}

/** How far an epoch of rewards is, of which `end` is the first block that is not in it. */
export function epochSpan(block: number, end: number, blocks: number): Span {
	return within(block + 1 - (end - blocks), blocks)
}

/** The time that is left of a span, in seconds, if none of its slots or blocks is missed. */
export const secondsLeft = (span: Span, slotMillis: number): number =>
	((span.total - span.done) * slotMillis) / 1000

/** How the chain's time runs beside the clock's. */
export type Pace =
	/** Blocks come with time. */
	| 'regular'
	/** The newest block is old: none come, or only when somebody asks. */
	| 'quiet'
	/** Blocks were made faster than time passes, as chains do for development. */
	| 'ahead'

const PATIENCE_SLOTS = 10

export function paceOf(time: number | undefined, slotMillis: number, now: number): Pace {
	if (time === undefined || now - time > PATIENCE_SLOTS * slotMillis) return 'quiet'
	return time - now > PATIENCE_SLOTS * slotMillis ? 'ahead' : 'regular'
}

export async function readClock({ api, client }: Connection): Promise<Clock> {
	const [best, epoch, slot, spans, session, active, running, now, slotMillis] = await Promise.all([
		client.getBestBlocks(),
		api.apis.BabeApi.current_epoch(AT),
		api.query.Babe.CurrentSlot.getValue(AT),
		// What genesis chose. The constants of the metadata are another chain's where the metadata is kept.
		api.query.Pace.Chosen.getValue(AT),
		api.query.Session.CurrentIndex.getValue(AT),
		activeEra(api),
		api.apis.RewardsApi.running_epoch(AT),
		api.query.Timestamp.Now.getValue(AT),
		api.constants.Babe.ExpectedBlockTime(),
	])
	const inSession = { index: session, ...sessionSpan(epoch, slot) }
	return {
		session: inSession,
		era: { index: active.era, ...eraSpan(inSession, active.firstSession, spans.era_sessions) },
		epoch: {
			index: running.index,
			...epochSpan(best[0]?.number ?? 0, running.end, spans.epoch_blocks),
		},
		time: now === 0n ? undefined : Number(now),
		slotMillis: Number(slotMillis),
	}
}

async function activeEra(api: Connection['api']): Promise<{ era: number; firstSession: number }> {
	const era = (await api.query.Staking.ActiveEra.getValue(AT))?.index ?? 0
	return { era, firstSession: (await api.query.Staking.ErasStartSessionIndex.getValue(era, AT)) ?? 0 }
}

/** The validators of the running session, the greatest stake first. */
export async function readValidators({ api }: Connection): Promise<Validator[]> {
	const [addresses, active] = await Promise.all([
		api.query.Session.Validators.getValue(AT),
		api.query.Staking.ActiveEra.getValue(AT),
	])
	const era = active?.index ?? 0
	const [stakes, preferences, points] = await Promise.all([
		api.query.Staking.ErasStakersOverview.getEntries(era, AT),
		api.query.Staking.ErasValidatorPrefs.getEntries(era, AT),
		api.query.Staking.ErasRewardPoints.getValue(era, AT),
	])
	const stake = new Map(stakes.map(({ keyArgs, value }) => [keyArgs[1], value]))
	const commission = new Map(preferences.map(({ keyArgs, value }) => [keyArgs[1], value.commission]))
	const earned = new Map(points.individual)
	return addresses
		.map(address => ({
			address,
			total: stake.get(address)?.total ?? 0n,
			own: stake.get(address)?.own ?? 0n,
			nominators: stake.get(address)?.nominator_count ?? 0,
			commission: commission.get(address) ?? 0,
			points: earned.get(address) ?? 0,
		}))
		.sort((a, b) => Number(b.total > a.total) - Number(b.total < a.total) || b.points - a.points)
}

// SPDX-License-Identifier: Apache-2.0

// Blocks as time: the chain counts in blocks, people in days.

import { duration } from '../lib/format'
import type { Api } from './connection'
import { useChain } from './context'

export interface Clock {
	/** The best block. */
	now: number
	/** Seconds between two blocks, as the chain aims for. */
	seconds: number
}

export async function readClock(api: Api): Promise<Clock> {
	const [now, milliseconds] = await Promise.all([
		api.query.System.Number.getValue({ at: 'best' }),
		api.constants.Babe.ExpectedBlockTime(),
	])
	return { now, seconds: Number(milliseconds) / 1_000 }
}

export const useClock = (): Clock | undefined => useChain(['clock'], ({ api }) => readClock(api)).data

/** How long so many blocks take: `30 d`. */
export const blocksAsTime = (blocks: number, clock: Clock | undefined): string =>
	clock ? duration(blocks * clock.seconds) : `${blocks} blocks`

/** How long ago a block was: `2 h ago`, or nothing while that is not known. */
export const since = (block: number, clock: Clock | undefined): string | undefined =>
	clock && (clock.now <= block ? 'now' : `about ${duration((clock.now - block) * clock.seconds)} ago`)

// SPDX-License-Identifier: Apache-2.0

// What time it is on the chain, which counts in blocks.

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

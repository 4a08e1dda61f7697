// SPDX-License-Identifier: Apache-2.0

// Blocks as time. A block's time is what the chain aims at, so all of this is roughly so.

import { duration } from '../lib/format'
import type { Clock } from './clock'

const grouped = (block: number): string => block.toLocaleString('en-US')

/** So many blocks: `1,200 blocks (1 h)`. */
export const span = (blocks: number, { seconds }: Clock): string =>
	`${grouped(blocks)} ${blocks === 1 ? 'block' : 'blocks'} (${duration(blocks * seconds)})`

/** Up to and including a block: `up to block 1,200, 1 h left`, or `up to block 1,200, which is over`. */
export function upTo(block: number, { now, seconds }: Clock): string {
	const left = block - now
	if (left < 0) return `up to block ${grouped(block)}, which is over`
	return `up to block ${grouped(block)}, ${left === 0 ? 'the newest one' : `${duration(left * seconds)} left`}`
}

/** How long so many blocks take: `30 d`. */
export const blocksAsTime = (blocks: number, clock: Clock | undefined): string =>
	clock ? duration(blocks * clock.seconds) : `${blocks} blocks`

/** How long ago a block was: `about 2 h ago`; nothing while that is not known. */
export const since = (block: number, clock: Clock | undefined): string | undefined =>
	clock && (clock.now <= block ? 'now' : `about ${duration((clock.now - block) * clock.seconds)} ago`)

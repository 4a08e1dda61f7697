// SPDX-License-Identifier: Apache-2.0

// The last blocks, live.

import { useRef } from 'react'
import { type Block, type RecentBlocks, readBlocks } from '../../chain/blocks'
import { useChain } from '../../chain/context'
import { type Clock, paceOf } from '../../chain/network'
import { count, duration, numeral } from '../../lib/format'
import { Card } from '../../ui/parts'
import { Notice, Read } from '../../ui/states'
import { BlockTable } from './block-table'
import css from './network.module.css'
import { Strip } from './strip'
import { useNow } from './use-now'

const SHOWN = 24

export function Blocks({ clock }: { clock: Clock | undefined }) {
	const known = useRef(new Map<string, Block>())
	const recent = useChain(['network', 'blocks'], connection => readBlocks(connection, SHOWN, known.current))
	return (
		<Card title="Blocks">
			<Read query={recent} what="the last blocks" lines={8}>
				{data => <Recent recent={data} clock={clock} />}
			</Read>
		</Card>
	)
}

function Recent({ recent: { blocks, final }, clock }: { recent: RecentBlocks; clock: Clock | undefined }) {
	const now = useNow()
	const best = blocks[0]
	if (!best) return <p>The node knows no block yet.</p>
	const pace = clock && paceOf(clock.time, clock.slotMillis, now)
	const age = clock?.time === undefined ? undefined : Math.max(0, now - clock.time) / 1000
	return (
		<>
			<dl className={css.figures}>
				<Figure name="Best block" value={numeral(best.number)}>
					{pace === 'regular' && age !== undefined && `${duration(age)} ago`}
				</Figure>
				<Figure name="Final block" value={numeral(final)}>
					never undone
				</Figure>
				<Figure name="Finality behind by" value={count(Math.max(0, best.number - final), 'block')}>
					{clock && pace === 'regular' && `about ${duration(((best.number - final) * clock.slotMillis) / 1000)}`}
				</Figure>
				<Figure name="Between blocks" value={intervalOf(blocks, clock)}>
					{clock && `${duration(clock.slotMillis / 1000)} a slot`}
				</Figure>
			</dl>
			{pace === 'quiet' && best.number > 0 && age !== undefined && (
				<Notice>
					<p>
						The last block is {duration(age)} old. A development chain may make one only when there is something to put
						into it.
					</p>
				</Notice>
			)}
			{pace === 'ahead' && (
				<Notice>
					<p>This chain made blocks faster than time passes, so its clock is ahead of yours.</p>
				</Notice>
			)}
			<Strip blocks={blocks} final={final} />
			<BlockTable blocks={blocks.slice(0, 6)} final={final} />
		</>
	)
}

function Figure({ name, value, children }: { name: string; value: string; children: React.ReactNode }) {
	return (
		<div>
			<dt>{name}</dt>
			<dd>
				<strong>{value}</strong>
				<span>{children}</span>
			</dd>
		</div>
	)
}

/** The mean time between the blocks, by their slots. */
function intervalOf(blocks: Block[], clock: Clock | undefined): string {
	const slots = blocks.flatMap(({ slot }) => (slot === undefined ? [] : [slot]))
	const [last, first] = [slots[0], slots.at(-1)]
	if (!clock || slots.length < 2 || last === undefined || first === undefined) return '–'
	return `${(((last - first) / (slots.length - 1)) * (clock.slotMillis / 1000)).toFixed(1)} s`
}

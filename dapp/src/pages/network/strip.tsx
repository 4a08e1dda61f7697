// SPDX-License-Identifier: Apache-2.0

// The last blocks as a row of bars: the fuller, the higher; pale until they are final.

import type { Block } from '../../chain/blocks'
import { count } from '../../lib/format'
import css from './network.module.css'

/** The height of a block's bar, in per cent: grows with its transactions, ever more slowly. */
export const heightOf = (transactions: number): number =>
	Math.min(100, Math.round(22 + 26 * Math.log2(1 + transactions)))

export function Strip({ blocks, final }: { blocks: Block[]; final: number }) {
	const transactions = blocks.reduce((sum, block) => sum + block.transactions, 0)
	const says = `${count(transactions, 'transaction')} in the last ${count(blocks.length, 'block')}`
	return (
		<figure className={css.strip}>
			<div className={css.bars} role="img" aria-label={says}>
				{blocks.toReversed().map(block => (
					<div
						key={block.hash}
						className={css.block}
						data-final={block.number <= final}
						title={`Block ${block.number}: ${count(block.transactions, 'transaction')}`}
						style={{ height: `${heightOf(block.transactions)}%` }}
					/>
				))}
			</div>
			<figcaption>{says}. Outlined ones are not final yet.</figcaption>
		</figure>
	)
}

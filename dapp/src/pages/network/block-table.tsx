// SPDX-License-Identifier: Apache-2.0

import type { Block } from '../../chain/blocks'
import { numeral, short } from '../../lib/format'
import { Badge, Scroll } from '../../ui/parts'
import css from './network.module.css'

/** The newest blocks, one a row. */
export function BlockTable({ blocks, final }: { blocks: Block[]; final: number }) {
	return (
		<Scroll label="The newest blocks">
			<table className={css.table}>
				<thead>
					<tr>
						<th scope="col">Block</th>
						<th scope="col">State</th>
						<th scope="col" className="number">
							Transactions
						</th>
						<th scope="col">Made by</th>
						<th scope="col">Hash</th>
					</tr>
				</thead>
				<tbody>
					{blocks.map(block => (
						<tr key={block.hash}>
							<td>{numeral(block.number)}</td>
							<td>{block.number <= final ? <Badge tone="good">final</Badge> : <Badge>best</Badge>}</td>
							<td className="number">{block.transactions}</td>
							<td>{block.author ? <code title={block.author}>{short(block.author)}</code> : '–'}</td>
							<td>
								<code title={block.hash}>{short(block.hash)}</code>
							</td>
						</tr>
					))}
				</tbody>
			</table>
		</Scroll>
	)
}

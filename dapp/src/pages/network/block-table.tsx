// SPDX-License-Identifier: Apache-2.0

import type { Block } from '../../chain/blocks'
import { numeral, short } from '../../lib/format'
import { Badge } from '../../ui/parts'
import { Table } from '../../ui/table'
import css from './network.module.css'

/** The newest blocks, one a row. */
export function BlockTable({ blocks, final }: { blocks: Block[]; final: number }) {
	return (
		<Table
			label="The newest blocks"
			className={css.table}
			columns={['Block', 'State', { number: 'Transactions' }, 'Made by', 'Hash']}
		>
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
		</Table>
	)
}

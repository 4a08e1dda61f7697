// SPDX-License-Identifier: Apache-2.0

// A table with a row of headings, in room of its own where it is too wide.

import type { ReactNode } from 'react'
import { Scroll } from './parts'

/** A heading; numbers stand to the right, and so does the heading above them. */
export type Column = string | { number: string }

export function Table({
	label,
	columns,
	className,
	foot,
	children,
}: {
	/** What is in it, for those who do not see where it stands. */
	label: string
	columns: Column[]
	className?: string | undefined
	/** The rows. */
	children: ReactNode
	/** A row below them, such as their sum. */
	foot?: ReactNode
}) {
	return (
		<Scroll label={label}>
			<table className={className}>
				<thead>
					<tr>
						{columns.map(column =>
							typeof column === 'string' ? (
								<th key={column} scope="col">
									{column}
								</th>
							) : (
								<th key={column.number} scope="col" className="number">
									{column.number}
								</th>
							),
						)}
					</tr>
				</thead>
				<tbody>{children}</tbody>
				{foot && <tfoot>{foot}</tfoot>}
			</table>
		</Scroll>
	)
}

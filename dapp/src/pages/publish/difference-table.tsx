// SPDX-License-Identifier: Apache-2.0

import type { Difference } from '../../chain/difference'
import { count, short, size } from '../../lib/format'
import { Badge } from '../../ui/parts'
import type { Tone } from '../../ui/states'
import { Table } from '../../ui/table'
import css from './publish.module.css'

/** As many as are shown: who changed more has another folder. */
const MOST = 500

interface Row {
	path: string
	what: string
	tone: Tone
	says: string
}

function rowsOf({ different, missing, extra }: Difference): Row[] {
	return [
		...different.map(({ path, published, local }): Row => {
			const says =
				published.size === local.size
					? `other bytes: BLAKE3 ${short(local.blake3)}, published ${short(published.blake3)}`
					: `${size(local.size)}, published with ${size(published.size)}`
			return { path, what: 'different', tone: 'bad', says }
		}),
		...missing.map((file): Row => ({ path: file.path, what: 'missing', tone: 'bad', says: `${size(file.size)} published` })),
		...extra.map((file): Row => ({ path: file.path, what: 'extra', tone: 'warn', says: `${size(file.size)}, not published` })),
	]
}

export function DifferenceTable({ difference }: { difference: Difference }) {
	const { different, missing, extra } = difference
	const rows = rowsOf(difference)
	const parts = [
		different.length > 0 && `${count(different.length, 'file')} with other bytes`,
		missing.length > 0 && `${count(missing.length, 'file')} missing`,
		extra.length > 0 && `${count(extra.length, 'file')} too many`,
	]
	return (
		<>
			<p>{parts.filter(Boolean).join(', ')}:</p>
			<Table label="Files that differ" className={css.files} columns={['File', 'Is', 'With']}>
				{rows.slice(0, MOST).map(({ path, what, tone, says }) => (
					<tr key={`${what} ${path}`} data-difference={what}>
						<th scope="row">{path}</th>
						<td>
							<Badge tone={tone}>{what}</Badge>
						</td>
						<td>{says}</td>
					</tr>
				))}
			</Table>
			{rows.length > MOST && <p>and {count(rows.length - MOST, 'more file', 'more files')}.</p>}
		</>
	)
}

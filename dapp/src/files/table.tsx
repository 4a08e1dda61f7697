// SPDX-License-Identifier: Apache-2.0

// The files that a manifest lists, a hundred at a time.

import { useDeferredValue, useMemo, useState } from 'react'
import type { Manifest } from '../chain/manifest'
import { count, size } from '../lib/format'
import { Copyable, Field } from '../ui/parts'
import { Table } from '../ui/table'
import css from './files.module.css'

const PAGE = 100

export function FileTable({ files }: Manifest) {
	const [text, setText] = useState('')
	const [shown, setShown] = useState(PAGE)
	const wanted = useDeferredValue(text.trim().toLowerCase())
	const found = useMemo(
		() => (wanted === '' ? files : files.filter(file => file.path.toLowerCase().includes(wanted))),
		[files, wanted],
	)
	return (
		<>
			{files.length > 10 && (
				<Field label="Find a file" hint={`${count(found.length, 'file')} of ${count(files.length, 'file')}`}>
					{props => (
						<input
							{...props}
							type="search"
							value={text}
							onChange={event => {
								setText(event.target.value)
								setShown(PAGE)
							}}
						/>
					)}
				</Field>
			)}
			<Table
				label="Files that the manifest lists"
				className={css.files}
				columns={['Name', { number: 'Size' }, 'BLAKE3', 'SHA-256']}
			>
				{found.slice(0, shown).map(({ path, size: bytes, blake3, sha256 }) => (
					<tr key={path}>
						<th scope="row">
							<bdi>{path}</bdi>
						</th>
						<td className="number" title={`${bytes} bytes`}>
							{size(bytes)}
						</td>
						<td>
							<Copyable text={blake3} label={`the BLAKE3 hash of ${path}`} />
						</td>
						<td>
							<Copyable text={sha256} label={`the SHA-256 hash of ${path}`} />
						</td>
					</tr>
				))}
			</Table>
			{found.length > shown && (
				<button onClick={() => setShown(shown + PAGE)}>
					Show {Math.min(PAGE, found.length - shown)} more of {found.length - shown}
				</button>
			)}
		</>
	)
}

// SPDX-License-Identifier: Apache-2.0

// The manifest that was made: digest, sizes, and the files with their hashes.

import { useState } from 'react'
import { download } from '../../lib/download'
import { count, size } from '../../lib/format'
import { Copyable, Fact, Facts, Scroll } from '../../ui/parts'
import type { Hashed } from './hashed'
import css from './publish.module.css'

/** So many are shown at first, and so many more each time. */
const FIRST = 25
const MORE = 500

export const saveManifest = ({ manifest }: Hashed): void => download('agora.json', manifest, 'application/json')

export function Files({ hashed, seconds, onAnother }: { hashed: Hashed; seconds: number; onAnother: () => void }) {
	const { files, bytes, digest, folder } = hashed
	return (
		<div className={css.stack}>
			<Facts>
				<Fact name="Folder">{folder ?? 'Files that were dropped by themselves'}</Fact>
				<Fact name="Files">
					{count(files.length, 'file')}, {size(bytes)}
					<span className={css.soft}> · hashed in {seconds < 10 ? seconds.toFixed(1) : Math.round(seconds)} s</span>
					<span className={css.hint}>
						See that all are here: browsers leave out symbolic links. The command follows them.
					</span>
				</Fact>
				<Fact name="Digest">
					<span data-digest={digest}>
						<Copyable text={digest} label="the digest" full />
					</span>
					<span className={css.hint}>The BLAKE3 hash of the manifest. This is what goes on chain.</span>
				</Fact>
			</Facts>
			<div className={css.actions}>
				<button onClick={() => saveManifest(hashed)}>Save agora.json</button>
				<button onClick={onAnother}>Take another folder</button>
			</div>
			<FileTable hashed={hashed} />
		</div>
	)
}

function FileTable({ hashed: { files } }: { hashed: Hashed }) {
	const [most, setMost] = useState(FIRST)
	const shown = files.slice(0, most)
	return (
		<>
			<Scroll label="Files of the version">
				<table className={css.files}>
					<thead>
						<tr>
							<th scope="col">File</th>
							<th scope="col" className="number">
								Size
							</th>
							<th scope="col">BLAKE3</th>
							<th scope="col">SHA-256</th>
						</tr>
					</thead>
					<tbody>
						{shown.map(({ path, size: bytes, blake3, sha256 }) => (
							<tr key={path}>
								<th scope="row">{path}</th>
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
					</tbody>
				</table>
			</Scroll>
			{shown.length < files.length && (
				<div>
					<button onClick={() => setMost(most + MORE)}>
						{files.length > most + MORE ? `Show ${MORE} more` : 'Show all'} of {count(files.length, 'file')}
					</button>
				</div>
			)}
		</>
	)
}

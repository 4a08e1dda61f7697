// SPDX-License-Identifier: Apache-2.0

// The manifest that was made: digest, sizes, and the files with their hashes.

import { FileTable } from '../../files/table'
import { download } from '../../lib/download'
import { count, size } from '../../lib/format'
import { Copyable, Fact, Facts } from '../../ui/parts'
import type { Hashed } from './hashed'
import css from './publish.module.css'

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
			<FileTable files={hashed.files} />
		</div>
	)
}

// SPDX-License-Identifier: Apache-2.0

// The files of a version: its digest, its locations, and what its manifest lists.

import { Link } from 'wouter'
import { textOf, bareHex } from '../../lib/bytes'
import { count, size } from '../../lib/format'
import { Card, Copyable } from '../../ui/parts'
import { Failed, Loading, Notice } from '../../ui/states'
import { checkPath } from '../../routes'
import { titleOf, type VersionView } from '../../chain/artifact'
import css from './artifact.module.css'
import { FileTable } from '../../files/table'
import { LocationText } from './location'
import { Outcome } from './outcome'
import type { Files } from './use-files'

export function FilesCard({ version: view, files }: { version: VersionView; files: Files }) {
	const { version } = view
	const { manifest, listed, unfit, places } = files
	const again = () => void manifest.refetch()
	return (
		<Card title="Files">
			<div className={css.stack}>
				<div>
					<div className={css.soft}>Digest, the BLAKE3 hash of the manifest agora.json:</div>
					<Copyable text={bareHex(version.manifest)} label="the digest" full />
				</div>
				{manifest.isFetching && <Loading what="the manifest" lines={3} />}
				{manifest.isError && <Failed what="The manifest could not be checked." error={manifest.error} retry={again} />}
				{!manifest.isFetching && manifest.data && !unfit && (
					<Outcome what="The manifest" search={manifest.data} places={places} again={again}>
						<p>
							Its BLAKE3 hash is the digest on chain, and it lists {count(version.files, 'file')} with{' '}
							{size(version.bytes)}, as the chain says. It came from{' '}
							<code className={css.location}>{manifest.data.found?.location}</code>.
						</p>
					</Outcome>
				)}
				{unfit && (
					<Notice tone="bad" title="✗ What was published under this digest is no manifest of it">
						<p>{unfit}</p>
						<p>Nothing of it is shown. Its publisher has to publish another version.</p>
					</Notice>
				)}
				{listed && <FileTable files={listed.files} />}
				<Fetching view={view} />
			</div>
		</Card>
	)
}

/** Where the bytes are, and how to have and check them with no browser. */
function Fetching({ view }: { view: VersionView }) {
	const locations = view.version.locations.map(textOf)
	const reference = `${view.publisher}/${titleOf(view)}`
	return (
		<>
			<div>
				<h3 className={css.sub}>Locations</h3>
				{locations.length === 0 ? (
					<p>The chain names none. Ask the publisher where the files are.</p>
				) : (
					<ul className={css.plain}>
						{locations.map(location => (
							<li key={location}>
								<LocationText location={location} />
							</li>
						))}
					</ul>
				)}
			</div>
			<div>
				<h3 className={css.sub}>Fetch and check them yourself</h3>
				<pre className={css.command} tabIndex={0}>
					agora download {reference} {textOf(view.name)}
					{'\n'}cd {textOf(view.name)} && b3sum agora.json
				</pre>
				<p className={css.soft}>
					The first checks every file against the chain while it arrives, also from s3:// and ipfs://. The second prints
					the digest above.
				</p>
				<p>
					Have you got the files?{' '}
					<Link href={checkPath(view.publisher, textOf(view.name), view.version.number)}>
						Compare your folder with this version
					</Link>
					.
				</p>
			</div>
		</>
	)
}

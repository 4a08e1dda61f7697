// SPDX-License-Identifier: Apache-2.0

// The verdict on a folder, and which files differ.

import { useEffect, useId, useState } from 'react'
import { difference } from '../../chain/difference'
import { isWeb } from '../../chain/location'
import type { Manifest } from '../../chain/manifest'
import { count, size } from '../../lib/format'
import { Copyable } from '../../ui/parts'
import { Failed, Notice } from '../../ui/states'
import type { Target } from './check'
import { DifferenceTable } from './difference-table'
import type { Hashed } from './hashed'
import css from './publish.module.css'
import { fetchManifest, manifestOfFile } from './published-manifest'

interface Props {
	target: Target
	hashed: Hashed
	/** The `agora.json` that lies in the folder. */
	beside: File | undefined
}

export function Compare({ target, hashed, beside }: Props) {
	const about = `${count(hashed.files.length, 'file')}, ${size(hashed.bytes)}`
	if (hashed.digest === target.digest) {
		return (
			<div data-verdict="same">
				<Notice tone="good" title={`These are the very files of ${target.title}.`}>
					<p>Every byte of them is as it was published: {about}.</p>
				</Notice>
			</div>
		)
	}
	return (
		<div className={css.stack} data-verdict="different">
			<Notice tone="bad" title={`These are not the files of ${target.title}. Do not use them as such.`}>
				<p>
					The folder has {about}, and its digest is <Copyable text={hashed.digest} label="the folder's digest" />.
				</p>
			</Notice>
			<Differences key={target.digest} target={target} hashed={hashed} beside={beside} />
		</div>
	)
}

/** Which files differ takes the published manifest: in the folder, at a location, or by hand. */
function Differences({ target, hashed, beside }: Props) {
	const [published, setPublished] = useState<Manifest>()
	const [fault, setFault] = useState<unknown>()
	const [busy, setBusy] = useState(false)
	const id = useId()
	const { digest, locations } = target
	useEffect(() => {
		if (beside) manifestOfFile(beside, digest).then(setPublished, () => undefined)
	}, [beside, digest])
	if (published) return <DifferenceTable difference={difference(published.files, hashed.files)} />
	const take = async (manifest: Promise<Manifest>) => {
		setFault(undefined)
		setBusy(true)
		await manifest.then(setPublished, setFault)
		setBusy(false)
	}
	return (
		<>
			<p>Which files differ can be told with the manifest that was published. It is checked against the chain.</p>
			{fault !== undefined && <Failed what="That is not the published manifest." error={fault} />}
			<div className={css.actions}>
				{locations.filter(isWeb).map(location => (
					<button key={location} disabled={busy} onClick={() => void take(fetchManifest(location, digest))}>
						Fetch it from {new URL(location).host}
					</button>
				))}
				<input
					id={id}
					type="file"
					accept=".json,application/json"
					className="visually-hidden"
					onChange={event => {
						const [file] = event.target.files ?? []
						if (file) void take(manifestOfFile(file, digest))
					}}
				/>
				<label htmlFor={id} className={`button ${css.choose ?? ''}`}>
					Choose agora.json
				</label>
			</div>
		</>
	)
}

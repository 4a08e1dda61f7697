// SPDX-License-Identifier: Apache-2.0

// Compares a folder with a version: by the digest first, and file by file where it differs.

import { type FormEvent, useState } from 'react'
import { Link } from 'wouter'
import { useChain } from '../../chain/context'
import { bareHex, textOf } from '../../lib/bytes'
import { count, size } from '../../lib/format'
import { parseReference } from '../../lib/reference'
import { FolderPicker } from '../../hashing/picker'
import { useFolder } from '../../hashing/use-folder'
import { artifactPath } from '../../routes'
import { Address, Card, Copyable, Fact, Facts, Field } from '../../ui/parts'
import { Failed, Notice, Read } from '../../ui/states'
import { Compare } from './compare'
import css from './publish.module.css'
import { readVersion } from './reads'
import { useHashed } from './use-hashed'

/** What the version says of its files. */
export interface Target {
	title: string
	digest: string
	files: number
	bytes: bigint
	locations: string[]
}

export function Check({ reference }: { reference: string }) {
	const asked = parseReference(reference)
	return (
		<>
			<Card title="The version">
				<div className={css.stack}>
					{reference !== '' && !asked && <Notice tone="bad">“{reference}” is no reference to a version.</Notice>}
					{asked ? <Version asked={asked} /> : <Ask />}
				</div>
			</Card>
			{asked && <Folder asked={asked} />}
		</>
	)
}

function Ask() {
	const [text, setText] = useState('')
	const known = parseReference(text)
	const submit = (event: FormEvent) => {
		event.preventDefault()
		if (known) location.hash = `/publish?check=${text.trim()}`
	}
	return (
		<form className={css.stack} onSubmit={submit}>
			<Field
				label="Reference"
				hint="PUBLISHER/NAME, or PUBLISHER/NAME@NUMBER. The pages of artifacts lead here as well."
				fault={text !== '' && !known ? 'A reference is an address, “/” and a name.' : undefined}
			>
				{props => (
					<input
						{...props}
						autoComplete="off"
						spellCheck={false}
						value={text}
						onChange={event => setText(event.target.value)}
					/>
				)}
			</Field>
			<div>
				<button disabled={!known}>Compare with this version</button>
			</div>
		</form>
	)
}

type Asked = NonNullable<ReturnType<typeof parseReference>>

function useVersion({ publisher, name, number }: Asked) {
	return useChain(['checked', publisher, name, number], async ({ api }) => (await readVersion(api, publisher, name, number)) ?? null)
}

function Version({ asked }: { asked: Asked }) {
	const query = useVersion(asked)
	return (
		<Read query={query} what="the version">
			{view =>
				view ? (
					<Facts>
						<Fact name="Version">
							<Link href={artifactPath(view.publisher, textOf(view.name), view.version.number)}>
								{textOf(view.name)}@{view.version.number}
							</Link>
						</Fact>
						<Fact name="Publisher">
							<Address of={view.publisher} />
						</Fact>
						<Fact name="Files">
							{count(view.version.files, 'file')}, {size(view.version.bytes)}
						</Fact>
						<Fact name="Digest">
							<Copyable text={bareHex(view.version.manifest)} label="the digest" full />
						</Fact>
					</Facts>
				) : (
					<Failed what="There is no such version." error="See that its address, name and number are right." />
				)
			}
		</Read>
	)
}

function Folder({ asked }: { asked: Asked }) {
	const view = useVersion(asked).data
	const work = useFolder()
	const { hashed, fault } = useHashed(work.state)
	if (!view) return null
	const target: Target = {
		title: `${textOf(view.name)}@${view.version.number}`,
		digest: bareHex(view.version.manifest),
		files: view.version.files,
		bytes: view.version.bytes,
		locations: view.version.locations.map(textOf),
	}
	return (
		<Card title="Your folder">
			<div className={css.stack}>
				{fault !== undefined && <Failed what="These files make no version." error={fault} />}
				{hashed && work.state.type === 'hashed' ? (
					<>
						<Compare target={target} hashed={hashed} beside={work.state.folder.manifest} />
						<div>
							<button onClick={work.reset}>Check another folder</button>
						</div>
					</>
				) : (
					<FolderPicker work={work} label="Drop the folder to check here" />
				)}
			</div>
		</Card>
	)
}

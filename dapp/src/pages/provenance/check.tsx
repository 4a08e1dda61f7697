// SPDX-License-Identifier: Apache-2.0

// A receipt, pasted or dropped, and what is to be said of it.

import { useMemo, useState } from 'react'
import { bytesOf } from '../../lib/bytes'
import { MAX_RECEIPT, MAX_RECORD, parseReceipt, type Receipt } from '../../chain/receipt'
import { size } from '../../lib/format'
import { Field } from '../../ui/parts'
import { Notice } from '../../ui/states'
import { FileInput } from './file-input'
import css from './provenance.module.css'
import { Verdict } from './verdict'

interface Props {
	version: bigint | undefined
	onVersion: (sequence: bigint) => void
}

type Given = { receipt: Receipt } | { fault: string } | undefined

function readReceipt(text: string): Given {
	if (text.trim() === '') return undefined
	try {
		return { receipt: parseReceipt(text) }
	} catch (error) {
		return { fault: error instanceof Error ? error.message : String(error) }
	}
}

/** Browsers hand on a folder that is dropped as if it were a file, and read nothing of it. */
const cannotRead = ({ name }: File): string => `“${name}” could not be read. Is it a folder, or gone?`

export function Check({ version, onVersion }: Props) {
	const [text, setText] = useState('')
	const [fault, setFault] = useState<string>()
	const given = useMemo(() => readReceipt(text), [text])
	const take = async (file: File) => {
		setFault(undefined)
		if (file.size > MAX_RECEIPT) {
			setText('')
			setFault(`“${file.name}” has ${size(file.size)}. A receipt has at most 64 KiB: is this the dataset itself?`)
		} else setText(await file.text())
	}
	return (
		<div className={css.stack}>
			<p>
				A receipt is the file that <code>agora dataset receipt</code> writes and the publisher hands to a contributor. It
				proves that the record is in the version, and is as private as the record is. Of it the node is asked about the
				record’s digest and the hashes alone; the salt stays in this browser.
			</p>
			<FileInput label="Choose or drop a receipt" onFile={file => void take(file).catch(() => setFault(cannotRead(file)))}>
				<Field label="Receipt" hint="Paste it, drop the file here, or choose it.">
					{props => (
						<textarea
							{...props}
							spellCheck={false}
							value={text}
							maxLength={4 * MAX_RECEIPT}
							onChange={event => {
								setFault(undefined)
								setText(event.target.value)
							}}
						/>
					)}
				</Field>
			</FileInput>
			{fault && <Notice tone="bad" title="This is no receipt.">{fault}</Notice>}
			{given && 'fault' in given && <Notice tone="bad" title="This is no receipt.">{given.fault}</Notice>}
			{given && 'receipt' in given && <Checking key={text} receipt={given.receipt} {...{ version, onVersion }} />}
		</div>
	)
}

/** The receipt, and the record with it if that is given. */
function Checking({ receipt, version, onVersion }: Props & { receipt: Receipt }) {
	const [text, setText] = useState('')
	const [file, setFile] = useState<{ name: string; bytes: Uint8Array }>()
	const [fault, setFault] = useState<string>()
	const record = useMemo(() => file?.bytes ?? (text === '' ? undefined : bytesOf(text)), [file, text])
	const take = async (taken: File) => {
		setText('')
		setFile(undefined)
		setFault(undefined)
		if (taken.size > MAX_RECORD) setFault(`“${taken.name}” has ${size(taken.size)}, more than a record can have.`)
		else setFile({ name: taken.name, bytes: new Uint8Array(await taken.arrayBuffer()) })
	}
	return (
		<>
			{version !== undefined && version !== receipt.version && (
				<Notice tone="warn" title={`The receipt is of version ${receipt.version}, not of the one chosen above.`}>
					<p>It is checked for the version that it names.</p>
					<button onClick={() => onVersion(receipt.version)}>Show version {receipt.version.toString()}</button>
				</Notice>
			)}
			<Verdict receipt={receipt} record={record} />
			<details className={css.details}>
				<summary>Is it of a record that you have?</summary>
				<FileInput label="Choose or drop the record" onFile={taken => void take(taken).catch(() => setFault(cannotRead(taken)))}>
					<Field
						label="The record"
						hint={
							file
								? `The bytes of “${file.name}” are compared.`
								: 'Its canonical bytes, or any JSON of the same object: {"age":"36","name":"Ada"}. It stays in this browser.'
						}
						fault={fault}
					>
						{props => (
							<textarea
								{...props}
								className={css.short}
								spellCheck={false}
								value={text}
								maxLength={MAX_RECORD}
								onChange={event => {
									setFile(undefined)
									setFault(undefined)
									setText(event.target.value)
								}}
							/>
						)}
					</Field>
				</FileInput>
			</details>
		</>
	)
}

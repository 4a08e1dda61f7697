// SPDX-License-Identifier: Apache-2.0

// A record by its place, without a receipt: how it stands, and what its contributor can do.

import { type FormEvent, useState } from 'react'
import type { VersionRecords } from '../../chain/records'
import { count } from '../../lib/format'
import { Card, Field } from '../../ui/parts'
import css from './provenance.module.css'
import { RecordStanding } from './standing'

export function LookUp({ records: { sequence, label, commitment } }: { records: VersionRecords }) {
	const [text, setText] = useState('')
	const [index, setIndex] = useState<bigint>()
	if (label && !commitment) return null
	const fault = faultOf(text, commitment?.count)
	const submit = (event: FormEvent) => {
		event.preventDefault()
		if (text.trim() && !fault) setIndex(BigInt(text.trim()))
	}
	const hint = commitment
		? `The first is 0, the last ${commitment.count - 1n}. Nothing of the record is needed.`
		: 'The first is 0.'
	return (
		<Card title="Look up a record">
			<div className={css.stack}>
				<form className={css.row} onSubmit={submit}>
					<Field label="Its place among the records" hint={hint} fault={fault}>
						{props => (
							<input {...props} inputMode="numeric" value={text} onChange={event => setText(event.target.value)} />
						)}
					</Field>
					<button disabled={!text.trim() || fault !== undefined}>Look</button>
				</form>
				{index !== undefined && <RecordStanding key={index} version={sequence} index={index} isGone={!commitment} />}
			</div>
		</Card>
	)
}

function faultOf(text: string, records: bigint | undefined): string | undefined {
	const bare = text.trim()
	if (bare === '') return undefined
	if (!/^\d{1,19}$/.test(bare)) return 'A place is a whole number.'
	if (records !== undefined && BigInt(bare) >= records) {
		return `There is no record ${bare}: the version has ${count(records, 'record')}, and the first is 0.`
	}
	return undefined
}

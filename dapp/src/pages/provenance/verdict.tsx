// SPDX-License-Identifier: Apache-2.0

// What holds of a receipt and what does not, one claim after the other.

import { useChain } from '../../chain/context'
import { NOBODY, type Receipt } from '../../chain/receipt'
import { type Checked, checkReceipt, type Step } from '../../chain/record-check'
import { numberOf } from '../../lib/numbered'
import { Address, Fact, Facts } from '../../ui/parts'
import { Notice, Read } from '../../ui/states'
import css from './provenance.module.css'
import { RecordStanding } from './standing'

export function Verdict({ receipt, record }: { receipt: Receipt; record: Uint8Array | undefined }) {
	// A number stands for the bytes, which may be many.
	const given = record ? numberOf(record) : 0
	const query = useChain(['receipt', JSON.stringify({ ...receipt, version: receipt.version.toString() }), given], link =>
		checkReceipt(link, receipt, record),
	)
	return (
		<Read query={query} what="the chain’s answer" lines={5}>
			{checked => (
				<>
					<Summary checked={checked} receipt={receipt} />
					<ol className={css.steps} aria-label="What was checked">
						{checked.steps.map(step => (
							<Claim key={step.claim} step={step} />
						))}
					</ol>
					<Facts>
						<Fact name="Named in the receipt">{receipt.reference}</Fact>
						<Fact name="Contributor">
							{receipt.contributor === NOBODY ? 'nobody' : <Address of={receipt.contributor} />}
						</Fact>
					</Facts>
					{checked.state && (
						<RecordStanding version={receipt.version} index={BigInt(receipt.index)} {...(checked.holds ? { receipt } : {})} />
					)}
				</>
			)}
		</Read>
	)
}

function Summary({ checked, receipt }: { checked: Checked; receipt: Receipt }) {
	const place = `record ${receipt.index} of version ${receipt.version}`
	if (checked.holds) {
		return (
			<div role="status">
				<Notice tone="good" title={`The receipt holds: ${place} is what it says.`} />
			</div>
		)
	}
	const failed = checked.steps.filter(({ holds }) => holds === false).length
	return (
		<Notice tone="bad" title={`The receipt does not hold for ${place}.`}>
			{failed} of {checked.steps.length} claims {failed === 1 ? 'is' : 'are'} not so. See which.
		</Notice>
	)
}

const SIGNS = { true: '✓', false: '✗', undefined: '–' } as const
const WORDS = { true: 'Holds', false: 'Does not hold', undefined: 'Not checked' } as const

function Claim({ step: { claim, holds, why } }: { step: Step }) {
	const key = String(holds) as keyof typeof SIGNS
	return (
		<li data-holds={key}>
			<span className={css.sign} aria-hidden="true">
				{SIGNS[key]}
			</span>
			<div>
				<span className="visually-hidden">{WORDS[key]}: </span>
				{claim}
				{holds !== true && why && <div className={css.soft}>{why}</div>}
			</div>
		</li>
	)
}

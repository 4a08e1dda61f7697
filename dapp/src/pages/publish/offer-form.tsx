// SPDX-License-Identifier: Apache-2.0

// The first offer: what a license costs and gives.

import { readAs } from '../../lib/format'
import { Card, Field } from '../../ui/parts'
import type { Faults } from './draft'
import { FIRST_OFFER, type OfferDraft, type Span, type Unit } from './offer'
import css from './publish.module.css'
import type { DraftWork } from './use-draft'

interface Props {
	work: DraftWork
	faults: Faults | undefined
	attempted: boolean
}

export function OfferForm({ work: { draft, set }, faults, attempted }: Props) {
	const { offer } = draft
	const put = (patch: Partial<OfferDraft>) => set({ offer: { ...FIRST_OFFER, ...offer, ...patch } })
	return (
		<Card title="A first offer">
			<p className={css.first}>
				<label>
					<input
						type="checkbox"
						checked={offer !== undefined}
						onChange={event => set({ offer: event.target.checked ? FIRST_OFFER : undefined })}
					/>{' '}
					Offer licenses for it, with the same signature
				</label>
				<span className={css.hint}>You can do so later as well, and have up to sixteen offers.</span>
			</p>
			{offer && (
				<div className={css.grid}>
					<Field
						label="Price, in AGO"
						hint={readAs(offer.price, '0 gives licenses away.')}
						fault={attempted || offer.price !== '' ? faults?.offer.price : undefined}
					>
						{props => (
							<input
								{...props}
								inputMode="decimal"
								value={offer.price}
								onChange={event => put({ price: event.target.value })}
							/>
						)}
					</Field>
					<SpanField
						label="A license lasts"
						hint="Empty: for ever."
						span={offer.lasts}
						fault={faults?.offer.lasts}
						onChange={lasts => put({ lasts })}
					/>
					<SpanField
						label="Refund window"
						hint="For how long a buyer can have the price back. You are paid when it is over."
						span={offer.refund}
						fault={faults?.offer.refund}
						onChange={refund => put({ refund })}
					/>
					<Field label="Supply" hint="How many can be sold. Empty: any number." fault={faults?.offer.supply}>
						{props => (
							<input
								{...props}
								inputMode="numeric"
								value={offer.supply}
								onChange={event => put({ supply: event.target.value })}
							/>
						)}
					</Field>
					<label className={css.beside}>
						<input
							type="checkbox"
							checked={offer.transferable}
							onChange={event => put({ transferable: event.target.checked })}
						/>{' '}
						A license can be handed on to another account
					</label>
				</div>
			)}
		</Card>
	)
}

interface SpanProps {
	label: string
	hint: string
	span: Span
	fault: string | undefined
	onChange: (span: Span) => void
}

function SpanField({ label, hint, span, fault, onChange }: SpanProps) {
	return (
		<Field label={label} hint={hint} fault={fault}>
			{props => (
				<span className={css.span}>
					<input
						{...props}
						inputMode="decimal"
						value={span.many}
						onChange={event => onChange({ ...span, many: event.target.value })}
					/>
					<select
						aria-label={`${label}: unit`}
						value={span.unit}
						onChange={event => onChange({ ...span, unit: event.target.value as Unit })}
					>
						<option value="days">days</option>
						<option value="hours">hours</option>
						<option value="blocks">blocks</option>
					</select>
				</span>
			)}
		</Field>
	)
}

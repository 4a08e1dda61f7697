// SPDX-License-Identifier: Apache-2.0

// A new offer: what a license costs, and its terms.

import { type ChangeEvent, useState } from 'react'
import { useChain } from '../../chain/context'
import { readLimits, termsOf, type Typed } from '../../chain/offer-terms'
import type { Inside } from '../../chain/owned'
import { first } from '../../chain/events'
import { perMillion, readAs } from '../../lib/format'
import { Action } from '../../ui/action'
import { Amount, Field } from '../../ui/parts'
import type { Account } from '../../wallet/types'
import css from './mine.module.css'

const NOTHING: Typed = { price: '', days: '', supply: '', refundHours: '', transferable: false }

export function NewOffer({ of, inside, name }: { of: Account; inside: Inside; name: string }) {
	const live = inside.versions.filter(({ version }) => version.status.type === 'Live')
	const [typed, setTyped] = useState(NOTHING)
	const [chosen, setChosen] = useState<string>()
	const limits = useChain(['offer limits'], ({ api }) => readLimits(api), { live: false }).data
	const version = live.find(({ sequence }) => sequence.toString() === chosen) ?? live[0]
	if (!version) return <p className={css.soft}>No version of {name} can be sold now. Publish one, or take a yank back.</p>
	const { commercial } = version.version.terms.uses
	const result = limits && termsOf(typed, { ...limits, commercial })
	// An empty form is not wrong yet.
	const faults = result && 'faults' in result && typed.price !== '' ? result.faults : {}
	const field = (key: keyof typeof faults) => ({
		value: typed[key],
		autoComplete: 'off',
		onChange: (event: ChangeEvent<HTMLInputElement>) => setTyped({ ...typed, [key]: event.target.value }),
	})
	return (
		<Action
			id={`offer ${version.version.artifact}`}
			label="New offer"
			title={`Sell licenses for ${name}`}
			by={of}
			make={({ api }) =>
				result && 'terms' in result
					? api.tx.Market.create_offer({ terms: { version: version.sequence, ...result.terms } })
					: undefined
			}
			outcome={events => {
				const made = first(events, 'Market', 'OfferCreated')
				return made && `Offer ${made.offer} is open.`
			}}
		>
			<div className={css.form}>
				<Field
					label="Price in AGO"
					fault={faults.price}
					hint={readAs(typed.price, commercial ? '0 gives licenses away.' : 'Its terms allow 0 alone.')}
				>
					{props => <input {...props} {...field('price')} inputMode="decimal" />}
				</Field>
				<Field label="Lasts, in days" fault={faults.days} hint="Empty: for ever.">
					{props => <input {...props} {...field('days')} inputMode="decimal" />}
				</Field>
				<Field label="How many" fault={faults.supply} hint="Empty: any number.">
					{props => <input {...props} {...field('supply')} inputMode="numeric" />}
				</Field>
				<Field label="Refund within, in hours" fault={faults.refundHours} hint="Empty: none, you are paid at once.">
					{props => <input {...props} {...field('refundHours')} inputMode="decimal" />}
				</Field>
				<Field label="Pays for" hint="The version whose terms say what goes on to its sources.">
					{props => (
						<select {...props} value={version.sequence.toString()} onChange={event => setChosen(event.target.value)}>
							{live.map(({ sequence, version: { number } }) => (
								<option key={sequence.toString()} value={sequence.toString()}>
									{name}@{number}
								</option>
							))}
						</select>
					)}
				</Field>
			</div>
			<label className={css.check}>
				<input
					type="checkbox"
					checked={typed.transferable}
					onChange={event => setTyped({ ...typed, transferable: event.target.checked })}
				/>{' '}
				A license can be handed on
			</label>
			<p>
				<Amount planck={inside.offerDeposit} exact /> are held until you withdraw the offer. Of each sale the protocol takes{' '}
				{limits ? perMillion(limits.fee) : 'its fee'}; the rest is income of the version.
			</p>
		</Action>
	)
}

// SPDX-License-Identifier: Apache-2.0

// The offers of an artifact of one's own.

import { Link } from 'wouter'
import type { Clock } from '../../chain/clock'
import { span } from '../../chain/time'
import type { Inside } from '../../chain/owned'
import { first } from '../../chain/events'
import { ago, count } from '../../lib/format'
import { buyPath } from '../../routes'
import { Action, Actions } from '../../ui/action'
import { Amount, Badge } from '../../ui/parts'
import type { Account } from '../../wallet/types'
import css from './mine.module.css'
import { NewOffer } from './new-offer'

interface Props {
	of: Account
	clock: Clock
	inside: Inside
	name: string
	retired: boolean
}

export function Offers({ of, clock, inside, name, retired }: Props) {
	const { offers, sales } = inside
	// The pledge was that licenses are free from then on: that takes an offer.
	const bound = sales?.free === true && !retired
	return (
		<>
			<h4 className={css.sub}>Offers</h4>
			{offers.length === 0 && <p className={css.soft}>Licenses for {name} are not on sale.</p>}
			{bound && offers.length > 0 && (
				<p className={css.soft}>Your cap is reached, so the offers stay open at no price until you retire {name}.</p>
			)}
			<ul className={css.rows}>
				{offers.map(view => (
					<Offer key={view.id.toString()} {...{ of, clock, view, bound }} />
				))}
			</ul>
			{!retired && (
				<Actions>
					<NewOffer {...{ of, inside, name }} />
				</Actions>
			)}
		</>
	)
}

function Offer({ of, clock, view, bound }: { of: Account; clock: Clock; view: Inside['offers'][number]; bound: boolean }) {
	const { id, offer, open, price } = view
	const { terms, deposit } = offer
	const says = [
		terms.duration === undefined ? 'for ever' : `for ${span(terms.duration, clock)}`,
		terms.supply === undefined ? 'any number' : `${count(terms.supply, 'license')} left`,
		terms.refund_window === 0 ? 'no refund' : `refund within ${span(terms.refund_window, clock)}`,
		terms.transferable ? 'can be handed on' : 'for one account',
	]
	return (
		<li className={css.thing} data-offer={id.toString()}>
			<p className={css.name}>
				<Link href={buyPath(id)}>Offer {id.toString()}</Link> <strong>{price === 0n ? 'free' : <Amount planck={price} />}</strong>
				{!open && <Badge tone="warn">{terms.supply === 0 ? 'sold out' : 'not sold now'}</Badge>}
			</p>
			<p className={css.soft}>{says.join(' · ')}</p>
			{!bound && (
				<Actions>
					<Action
						id={`close ${id}`}
						label="Withdraw the offer"
						title={`Withdraw offer ${id}`}
						by={of}
						make={({ api }) => api.tx.Market.close_offer({ offer: id })}
						outcome={events => {
							const closed = first(events, 'Market', 'OfferClosed')
							return closed && `The offer is closed; the deposit of ${ago(closed.deposit)} came back.`
						}}
					>
						<p>
							Nobody can buy under it any more. Licenses that were bought stay. The deposit of <Amount planck={deposit} exact />{' '}
							comes back.
						</p>
					</Action>
				</Actions>
			)}
		</li>
	)
}

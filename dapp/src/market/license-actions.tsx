// SPDX-License-Identifier: Apache-2.0

// What the holder of a license can do with it now.

import { licenseChoices, type LicenseView } from '../chain/market'
import type { Clock } from '../chain/clock'
import { upTo } from '../chain/time'
import { first } from '../chain/events'
import type { ChainEvent } from '../chain/transaction'
import { Action, Actions } from '../ui/action'
import { Amount } from '../ui/parts'
import type { Account } from '../wallet/types'
import { Transfer } from './transfer'

interface Props {
	view: LicenseView
	name: string
	account: Account
	clock: Clock
}

export function LicenseActions({ view, name, account, clock }: Props) {
	const { artifact } = view
	const { purchase, deposit, grant } = view.license
	const can = licenseChoices(view, clock.now)
	const common = (what: string) => ({ id: `${what} ${artifact} ${account.address}`, by: account })
	return (
		<Actions>
			{can.refund && purchase && (
				<Action
					{...common('refund')}
					label="Refund"
					title={`Have the price for ${name} back`}
					make={({ api }) => api.tx.Market.refund({ artifact })}
					outcome={events => {
						const refunded = first(events, 'Market', 'PurchaseRefunded')
						return refunded && <>You have <Amount planck={refunded.price + refunded.deposit} exact /> back.</>
					}}
				>
					<p>
						You get <Amount planck={purchase.price} exact /> back
						{purchase.previous ? (
							', and the license is as it was before the renewal.'
						) : (
							<>
								{' '}
								and the deposit of <Amount planck={deposit} exact />; the license ends.
							</>
						)}{' '}
						This is possible {upTo(purchase.refundable_until, clock)}.
					</p>
				</Action>
			)}
			{can.waive && purchase && (
				<Action
					{...common('waive')}
					label="Give up the refund"
					title={`Pay for ${name} now`}
					make={({ api }) => api.tx.Market.waive_refund({ artifact })}
					outcome={events => settled(events)}
				>
					<p>
						<Amount planck={purchase.price} exact /> are paid at once and cannot be had back. The license counts for
						publishing something derived from {name} from then on.
					</p>
				</Action>
			)}
			{can.settle && purchase && (
				<Action
					{...common('settle')}
					label="Settle"
					title={`Settle the purchase of ${name}`}
					make={({ api }) => api.tx.Market.settle({ artifact, account: view.account })}
					outcome={events => settled(events)}
				>
					<p>The time for a refund is over. The chain settles by itself when it has room; this does it now.</p>
				</Action>
			)}
			{can.transfer && <Transfer {...common('transfer')} {...{ artifact, name, deposit }} />}
			{can.release && (
				<Action
					{...common('release')}
					label="End it"
					title={`End the license for ${name}`}
					make={({ api }) => api.tx.Market.release_license({ artifact, account: view.account })}
					outcome={events => {
						const released = first(events, 'Market', 'LicenseReleased')
						return released && <>Ended; the deposit of <Amount planck={released.deposit} exact /> is yours again.</>
					}}
				>
					<p>
						The deposit of <Amount planck={deposit} exact /> comes back. No price does
						{view.lasts && grant.term.type === 'Perpetual' && ', and the license would have lasted for ever'}.
					</p>
				</Action>
			)}
		</Actions>
	)
}

/** What settling a purchase did: it was paid, or given back where licenses became free meanwhile. */
function settled(events: ChainEvent[]) {
	const paid = first(events, 'Market', 'PurchaseSettled')
	if (paid) return <>Paid: <Amount planck={paid.price} exact />. The license is settled.</>
	const back = first(events, 'Market', 'PurchaseReleased')
	return back && <>Licenses became free: you have <Amount planck={back.price} exact /> back, and keep the license.</>
}

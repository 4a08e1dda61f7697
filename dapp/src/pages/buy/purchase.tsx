// SPDX-License-Identifier: Apache-2.0

// The one signature: what is paid and held, whether the account can, and the transaction.

import { useEffect, useRef } from 'react'
import { Link } from 'wouter'
import { useChain, useConnection } from '../../chain/context'
import { type Deal, endOf, type LicenseView, purchase, readDeal, sameDeal, wayToBuy } from '../../chain/market'
import { readFunds } from '../../chain/funds'
import { useTransaction } from '../../chain/use-transaction'
import type { Clock } from '../../chain/clock'
import { upTo } from '../../chain/time'
import { ago } from '../../lib/format'
import { routes } from '../../routes'
import { Fee } from '../../ui/action'
import { Amount, Fact, Facts } from '../../ui/parts'
import { Notice } from '../../ui/states'
import { TransactionSteps } from '../../ui/transaction'
import type { Account } from '../../wallet/types'
import css from './buy.module.css'

interface Props {
	deal: Deal
	license: LicenseView | null
	account: Account
	clock: Clock
	lookAgain: () => void
}

export function Purchase({ deal, license, account, clock, lookAgain }: Props) {
	const { api } = useConnection()
	const { progress, busy, run, reset } = useTransaction()
	const { quote } = deal
	const { id } = quote.offer
	const now = useChain(['deal now', id.toString()], ({ api }) => readDeal(api, id))
	const way = wayToBuy(deal, account.address, license)
	// The button that was pressed goes: what follows is said here.
	const panel = useRef<HTMLDivElement>(null)
	const again = () => {
		panel.current?.focus()
		reset()
		lookAgain()
	}
	// A purchase that was refunded here is none to be shown. Before it is final, its license can also be
	// gone for a while because its block lost: then it is still to be watched.
	const final = progress?.type === 'final'
	const held = useRef(license)
	useEffect(() => {
		if (held.current && !license && final) reset()
		if (license || final || !busy) held.current = license
	}, [license, final, busy, reset])
	if (progress?.type === 'final' || progress?.type === 'block') {
		return (
			<div ref={panel} tabIndex={-1} className={css.purchase}>
				<Notice tone="good" title="The license is yours.">
					<p>
						It stands at the top of this page, and among <Link href={routes.mine}>your things</Link>.
					</p>
				</Notice>
				<TransactionSteps progress={progress} />
			</div>
		)
	}
	if (typeof way === 'object') {
		return (
			<Notice title="Nothing to buy here">
				<p>{way.hindered}</p>
			</Notice>
		)
	}
	const changed = now.data === null || (now.data !== undefined && !sameDeal(quote, now.data.quote))
	const transaction = purchase(api, quote, way)
	const buy = () => {
		panel.current?.focus()
		void run(transaction, account.signer)
	}
	const end = endOf(quote, license, clock.now)
	const deposit = way === 'buy' ? quote.deposit : 0n
	return (
		<div ref={panel} tabIndex={-1} className={css.purchase}>
			{way === 'renew' && (
				<Notice>
					<p>
						You have a license already. This adds to it{license?.lasts ? ' what is bought, from where it ends' : ', from now on'}:
						it is a renewal, and needs no second deposit.
					</p>
				</Notice>
			)}
			<Facts>
				<Fact name={quote.price > 0n && quote.offer.offer.terms.refund_window > 0 ? 'Held, then paid' : 'Paid'}>
					{quote.price === 0n ? 'nothing' : <Amount planck={quote.price} exact />}
				</Fact>
				<Fact name="Deposit">
					{deposit === 0n ? 'none' : (
						<>
							<Amount planck={deposit} exact />, which comes back when the license ends
						</>
					)}
				</Fact>
				<Fact name="Then it lasts">{end === undefined ? 'for ever' : upTo(end, clock)}</Fact>
				<Fact name="Transaction fee">
					<Fee transaction={transaction} from={account.address} />
				</Fact>
			</Facts>
			<Enough needed={quote.price + deposit} account={account} />
			{changed && !busy && progress?.type !== 'failed' && (
				<Notice tone="warn" title="The offer changed since you looked at it.">
					<p>What you would sign is what you saw, and the chain refuses it.</p>
					<button onClick={again}>Look again</button>
				</Notice>
			)}
			<TransactionSteps progress={progress} />
			{progress?.type === 'failed' ? (
				<div>
					<button onClick={again}>Look again</button>
				</div>
			) : (
				<button className="primary" disabled={busy} onClick={buy}>
					{way === 'buy' ? 'Buy' : 'Renew'} {quote.price === 0n ? 'for nothing' : `for ${ago(quote.price)}`}
				</button>
			)}
			<p className={css.small}>
				You sign this price at most, and these terms alone (revision {quote.offer.offer.revision}). If the owner changes
				them first, nothing is bought.
			</p>
		</div>
	)
}

function Enough({ needed, account }: { needed: bigint; account: Account }) {
	const funds = useChain(['my funds', account.address], ({ api }) => readFunds(api, account.address))
	if (!funds.data) return null
	const { available } = funds.data
	if (available > needed) {
		return (
			<p className={css.small}>
				{account.name} has <Amount planck={available} /> to spend.
			</p>
		)
	}
	return (
		<Notice tone="bad" title="Not enough">
			<p>
				It takes <Amount planck={needed} /> and the fee; {account.name} has <Amount planck={available} /> to spend.
				Send it more, or choose another account.
			</p>
		</Notice>
	)
}

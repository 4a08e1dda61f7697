// SPDX-License-Identifier: Apache-2.0

// Licenses that are sold, what they brought, and who shares in it.

import type { UseQueryResult } from '@tanstack/react-query'
import { Link } from 'wouter'
import type { OfferView, readMarket, SalesView, SplitView } from '../../chain/artifact'
import { useClock } from '../../chain/clock'
import { blocksAsTime } from '../../chain/time'
import { ago, count, perMillion } from '../../lib/format'
import { buyPath } from '../../routes'
import { Address, Amount, Badge, Card, Fact, Facts } from '../../ui/parts'
import { Read } from '../../ui/states'
import css from './artifact.module.css'
import { Share } from './share'

export function Market({ query }: { query: UseQueryResult<Awaited<ReturnType<typeof readMarket>>> }) {
	return (
		<>
			<Card title="Get a license">
				<Read query={query} what="offers">
					{({ offers, sales }) => <Offers offers={offers} sales={sales} />}
				</Read>
			</Card>
			{query.data && (
				<Card title="Where the money goes">
					<Sold sales={query.data.sales} />
					{query.data.split && <Split view={query.data.split} />}
				</Card>
			)}
		</>
	)
}

function Offers({ offers, sales }: { offers: OfferView[]; sales: SalesView | undefined }) {
	if (offers.length === 0) {
		return <p>No licenses are sold. The terms below say what may be done with it.</p>
	}
	return (
		<>
			{sales?.free && <p>The publisher's cap is reached: every license is free, for good.</p>}
			<p className={css.soft}>A license covers all versions.</p>
			<ul className={css.offers}>
				{offers.map(offer => (
					<Offer key={offer.id.toString()} view={offer} />
				))}
			</ul>
		</>
	)
}

function Offer({ view: { id, offer, open, price } }: { view: OfferView }) {
	const clock = useClock()
	const { duration, supply, transferable, refund_window } = offer.terms
	const details = [
		duration === undefined ? 'for ever' : `for ${blocksAsTime(duration, clock)} (${count(duration, 'block')})`,
		supply === undefined ? 'any number' : `${count(supply, 'license')} left`,
		refund_window > 0 ? `money back within ${blocksAsTime(refund_window, clock)}` : 'no refund',
		transferable ? 'can be handed on' : 'for one account',
	]
	return (
		<li>
			<div className={css.offer}>
				<strong>{price === 0n ? 'Free' : ago(price)}</strong>
				{open ? (
					<Link href={buyPath(id)} className="button" aria-label={`Buy under offer ${id}`}>
						Buy
					</Link>
				) : (
					<Badge tone="warn">{supply === 0 ? 'sold out' : 'not sold now'}</Badge>
				)}
			</div>
			<div className={css.soft}>{details.join(' · ')}</div>
		</li>
	)
}

function Sold({ sales }: { sales: SalesView | undefined }) {
	if (!sales) return <p>Nothing was offered yet.</p>
	return (
		<>
			<Facts>
				<Fact name="Licenses">{sales.licenses}</Fact>
				<Fact name="Income">
					<Amount planck={sales.income} />
				</Fact>
			</Facts>
			{sales.cap !== undefined && (
				<Share
					label={`Of the cap of ${ago(sales.cap)}`}
					of={sales.cap === 0n ? 1 : Number((sales.income * 1_000n) / sales.cap) / 1_000}
					says={sales.free ? 'reached: all licenses are free' : 'then all licenses are free'}
				/>
			)}
		</>
	)
}

function Split({ view: { owner, split } }: { view: SplitView }) {
	const members = split.members.length > 0 ? split.members : [{ account: owner, share: 1_000_000 }]
	return (
		<>
			<h3 className={css.sub}>After royalties, income is divided</h3>
			<ul className={css.plain}>
				{split.contributors > 0 && <li>{perMillion(split.contributors)} to contributors of its records; of the rest</li>}
				{members.map(({ account, share }) => (
					<li key={account}>
						{perMillion(share)} to <Address of={account} />
						{account === owner && <Badge>owner</Badge>}
					</li>
				))}
			</ul>
		</>
	)
}

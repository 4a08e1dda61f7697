// SPDX-License-Identifier: Apache-2.0

// What is offered: the artifact, the price and the terms.

import { Link } from 'wouter'
import type { Deal } from '../../chain/market'
import type { Clock } from '../../chain/clock'
import { span } from '../../chain/time'
import { textOf } from '../../lib/bytes'
import { count } from '../../lib/format'
import { artifactPath } from '../../routes'
import { Address, Amount, Card, Fact, Facts, KindBadge } from '../../ui/parts'
import { Notice } from '../../ui/states'
import css from './buy.module.css'

export function OfferCard({ deal, clock }: { deal: Deal; clock: Clock }) {
	const { artifact } = deal.artifact
	const { quote } = deal
	const { terms } = quote.offer.offer
	const name = textOf(artifact.name)
	const sold = deal.versions.get(terms.version)
	// The terms have a price that is not asked any more: the publisher's cap is reached.
	const free = quote.price === 0n && terms.price > 0n
	return (
		<Card title="What you buy">
			<p className={css.name}>
				<Link href={artifactPath(artifact.publisher, name)}>{name}</Link> <KindBadge kind={artifact.kind.type} />
			</p>
			<p className={css.price}>{quote.price === 0n ? 'Free' : <Amount planck={quote.price} exact />}</p>
			{free && (
				<Notice tone="good" title="Its publisher pledged to stop, and did.">
					<p>
						Sales brought as much as they may ever bring. The offer still says <Amount planck={terms.price} exact />, but
						a license costs nothing, for ever. Only the deposit is held.
					</p>
				</Notice>
			)}
			<Facts>
				<Fact name="Publisher">
					<Address of={artifact.publisher} />
				</Fact>
				<Fact name="Covers">All versions of it, those that are to come too.</Fact>
				<Fact name="Pays for">
					{sold ? (
						<Link href={artifactPath(sold.publisher, textOf(sold.name), sold.number)}>Version {sold.number}</Link>
					) : (
						`Version with sequence ${terms.version}`
					)}
				</Fact>
				<Fact name="Lasts">{terms.duration === undefined ? 'For ever' : span(terms.duration, clock)}</Fact>
				<Fact name="Refund">
					<RefundWindow price={quote.price} window={terms.refund_window} clock={clock} />
				</Fact>
				<Fact name="Can be handed on">{terms.transferable ? 'Yes, with its deposit, once it is paid' : 'No'}</Fact>
				<Fact name="Left">{terms.supply === undefined ? 'Any number' : count(terms.supply, 'license')}</Fact>
			</Facts>
		</Card>
	)
}

function RefundWindow({ price, window, clock }: { price: bigint; window: number; clock: Clock }) {
	if (price === 0n) return <>There is no price to have back.</>
	if (window === 0) return <>None: the price is paid at once.</>
	return (
		<>
			Within {span(window, clock)} you can have the whole price back. Until then it is held on your own account, and
			nobody has it.
		</>
	)
}

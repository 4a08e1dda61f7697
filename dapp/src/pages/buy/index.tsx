// SPDX-License-Identifier: Apache-2.0

// Buying a license: what it costs, who gets what, one signature, and the license.

import { Link, useParams } from 'wouter'
import { useChain } from '../../chain/context'
import { readDeal } from '../../chain/market'
import { useClock } from '../../chain/clock'
import { routes } from '../../routes'
import { Page } from '../../ui/parts'
import { Empty, Loading, Read } from '../../ui/states'
import { Checkout } from './checkout'

export default function Buy() {
	const { offer = '' } = useParams<{ offer: string }>()
	if (!/^\d{1,19}$/.test(offer)) {
		return (
			<Page title="Buy a license">
				<NoOffer what={`“${offer.slice(0, 40)}” is not the number of an offer.`} />
			</Page>
		)
	}
	return <Offered key={offer} id={BigInt(offer)} />
}

function Offered({ id }: { id: bigint }) {
	// What is on screen is what is signed: it changes when its reader looks again, and never by itself.
	const seen = useChain(['deal', id.toString()], ({ api }) => readDeal(api, id), { pinned: true })
	const clock = useClock()
	if (seen.data === null) {
		return (
			<Page title="Buy a license">
				<NoOffer what={`There is no offer ${id}. It may have been closed.`} />
			</Page>
		)
	}
	const deal = seen.data
	return (
		<Page title="Buy a license" lead={<p>Offer {id.toString()}. Look at who gets what; then sign once.</p>}>
			<Read query={seen} what="the offer" lines={8}>
				{() =>
					deal && clock ? (
						<Checkout deal={deal} clock={clock} lookAgain={() => void seen.refetch()} />
					) : (
						<Loading what="the time" />
					)
				}
			</Read>
		</Page>
	)
}

const NoOffer = ({ what }: { what: string }) => (
	<Empty title={what}>
		<Link href={routes.browse}>See what is on sale</Link>
	</Empty>
)

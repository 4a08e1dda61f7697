// SPDX-License-Identifier: Apache-2.0

// All of a purchase, for whoever is chosen to sign.

import { useChain } from '../../chain/context'
import { type Deal, readLicense } from '../../chain/market'
import type { Clock } from '../../chain/clock'
import { Card } from '../../ui/parts'
import { Read } from '../../ui/states'
import { useWallet } from '../../wallet/context'
import { AccountList } from '../../wallet/menu'
import { Certificate } from './certificate'
import css from './buy.module.css'
import { OfferCard } from './offer'
import { Purchase } from './purchase'
import { WhoGetsWhat } from './who-gets-what'

export function Checkout({ deal, clock, lookAgain }: { deal: Deal; clock: Clock; lookAgain: () => void }) {
	const { account } = useWallet()
	const { id } = deal.artifact
	const license = useChain(
		['my license', id, account?.address],
		({ api }) => (account ? readLicense(api, id, account.address) : Promise.resolve(null)),
	)
	return (
		<>
			{account && license.data && (
				<Certificate view={license.data} artifact={deal.artifact} account={account} clock={clock} />
			)}
			<div className={css.columns}>
				<OfferCard deal={deal} clock={clock} />
				<Card title="Your purchase">
					{account ? (
						<Read query={license} what="your license">
							{held => (
								<Purchase
									key={account.address}
									deal={deal}
									license={held}
									account={account}
									clock={clock}
									lookAgain={lookAgain}
								/>
							)}
						</Read>
					) : (
						<>
							<p>Choose who buys. Nothing is signed yet.</p>
							<AccountList />
						</>
					)}
				</Card>
			</div>
			<WhoGetsWhat deal={deal} />
		</>
	)
}

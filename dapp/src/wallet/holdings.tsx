// SPDX-License-Identifier: Apache-2.0

import { useChain } from '../chain/context'
import { readFunds } from '../chain/funds'
import { Address, Amount, Fact, Facts } from '../ui/parts'
import { Read } from '../ui/states'
import css from './menu.module.css'
import type { Account } from './types'

/** The chosen account, and what it has. */
export function Holdings({ account }: { account: Account }) {
	const funds = useChain(['my funds', account.address], ({ api }) => readFunds(api, account.address))
	return (
		<div className={css.holdings}>
			<p>
				<strong>{account.name}</strong> <Address of={account.address} />
			</p>
			<Read query={funds} what="the balance" lines={2}>
				{({ spendable, held, locked }) => (
					<Facts>
						<Fact name="Can spend">
							<Amount planck={spendable} />
						</Fact>
						<Fact name="Held as deposits">
							<Amount planck={held} />
						</Fact>
						{locked > 0n && (
							<Fact name="Locked">
								<Amount planck={locked} />
							</Fact>
						)}
					</Facts>
				)}
			</Read>
		</div>
	)
}

// SPDX-License-Identifier: Apache-2.0

// What the account earned, as it comes in, and how to have it paid out.

import { useState } from 'react'
import { first } from '../../chain/events'
import { ago } from '../../lib/format'
import { Action, Actions } from '../../ui/action'
import { Amount, Card } from '../../ui/parts'
import { Read } from '../../ui/states'
import type { Account } from '../../wallet/types'
import { Collect } from './collect'
import css from './mine.module.css'
import { useEarnings } from './reads'

export function Earnings({ of }: { of: Account }) {
	const query = useEarnings(of)
	return (
		<Card title="Earnings">
			<Read query={query} what="your earnings" lines={2}>
				{planck => (
					<>
						<p className={css.amount} data-earnings={planck.toString()}>
							<Amount planck={planck} exact />
						</p>
						<Arrived planck={planck} />
						<p className={css.soft}>
							{planck === 0n
								? 'Nothing waits to be withdrawn. Income of your artifacts and royalties of what is made from them arrive here by themselves.'
								: 'Income, royalties and rewards that are yours. They wait in the ledger until they are paid out.'}
						</p>
						<Actions>
							{planck > 0n && (
								<Action
									id={`withdraw ${of.address}`}
									label="Withdraw"
									title="Have all earnings paid out"
									by={of}
									primary
									make={({ api }) => api.tx.Royalties.withdraw({ account: of.address })}
									outcome={events => {
										const paid = first(events, 'Royalties', 'Withdrawn')
										return paid && <>{ago(paid.amount)} were paid to your account.</>
									}}
								>
									<p>
										<Amount planck={planck} exact /> go to {of.name}, and whatever else has come in by then.
									</p>
								</Action>
							)}
							<Collect by={of} />
						</Actions>
					</>
				)}
			</Read>
		</Card>
	)
}

/** What came in since this was opened; what was withdrawn is not held against it. */
function Arrived({ planck }: { planck: bigint }) {
	const [seen, setSeen] = useState({ last: planck, arrived: 0n })
	if (planck !== seen.last) {
		setSeen({ last: planck, arrived: seen.arrived + (planck > seen.last ? planck - seen.last : 0n) })
	}
	return (
		<p className={css.arrived} role="status">
			{seen.arrived > 0n && <>+ {ago(seen.arrived)} since you opened this page</>}
		</p>
	)
}

// SPDX-License-Identifier: Apache-2.0

// What is held on the account, by reason.

import { useChain } from '../../chain/context'
import { readHeld } from '../../chain/deposits'
import { Amount, Card } from '../../ui/parts'
import { Read } from '../../ui/states'
import { Table } from '../../ui/table'
import type { Account } from '../../wallet/types'
import css from './mine.module.css'

export function Deposits({ of }: { of: Account }) {
	const query = useChain(['my deposits', of.address], ({ api }) => readHeld(api, of.address))
	return (
		<Card title="Held on your account">
			<Read query={query} what="what is held" lines={3}>
				{held =>
					held.length === 0 ? (
						<p>Nothing is held.</p>
					) : (
						<>
							<p className={css.soft}>Still yours: it comes back with what it is held for.</p>
							<Table label="What is held, by reason" columns={['For', { number: 'Held' }]}>
								{held.map(({ code, reason, planck }) => (
									<tr key={code}>
										<th scope="row">{reason}</th>
										<td className="number">
											<Amount planck={planck} exact />
										</td>
									</tr>
								))}
							</Table>
						</>
					)
				}
			</Read>
		</Card>
	)
}

// SPDX-License-Identifier: Apache-2.0

// What is held on the account, by reason.

import { useChain } from '../../chain/context'
import { readHeld } from '../../chain/deposits'
import { Amount, Card, Scroll } from '../../ui/parts'
import { Read } from '../../ui/states'
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
							<Scroll label="What is held, by reason">
								<table>
									<thead>
										<tr>
											<th scope="col">For</th>
											<th scope="col" className="number">
												Held
											</th>
										</tr>
									</thead>
									<tbody>
										{held.map(({ code, reason, planck }) => (
											<tr key={code}>
												<th scope="row">{reason}</th>
												<td className="number">
													<Amount planck={planck} exact />
												</td>
											</tr>
										))}
									</tbody>
								</table>
							</Scroll>
						</>
					)
				}
			</Read>
		</Card>
	)
}

// SPDX-License-Identifier: Apache-2.0

// What came in for a version and waits: income in its vault, and rewards for its use.

import { Link } from 'wouter'
import { readIncome, type RewardView, type VersionView } from '../../chain/artifact'
import { useChain } from '../../chain/context'
import { routes } from '../../routes'
import { Amount, Badge, Card, Fact, Facts } from '../../ui/parts'
import { Read } from '../../ui/states'
import css from './artifact.module.css'

const sum = (rewards: RewardView[]): bigint => rewards.reduce((all, { amount }) => all + amount, 0n)

export function Income({ version }: { version: VersionView }) {
	const key = ['income', version.sequence.toString()]
	const query = useChain(key, ({ api }) => readIncome(api, version.sequence))
	return (
		<Card title="Vault and rewards">
			<Read query={query} what="the vault">
				{({ vault, rewards, more }) => (
					<>
						<Facts>
							<Fact name="In the vault">
								<Amount planck={vault.amount} /> {vault.parts.some(part => part.waiting) && <Badge>moving on</Badge>}
							</Fact>
							<Fact name="To claim">
								<Amount planck={sum(rewards.filter(({ claimable }) => claimable))} />
								{more && ' and more'}
							</Fact>
							<Fact name="This epoch">
								<Amount planck={sum(rewards.filter(({ claimable }) => !claimable))} /> so far
							</Fact>
						</Facts>
						<p className={`${css.soft} ${css.after}`}>
							Income waits in the vault until it moves on to sources and owners. Rewards are claimed in{' '}
							<Link href={routes.mine}>My things</Link>.
						</p>
					</>
				)}
			</Read>
		</Card>
	)
}

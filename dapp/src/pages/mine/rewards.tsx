// SPDX-License-Identifier: Apache-2.0

// Rewards of epochs that ended: claim one, or several in one transaction.

import type { Clock } from '../../chain/clock'
import { upTo } from '../../chain/time'
import { useState } from 'react'
import { happened } from '../../chain/events'
import type { VersionName } from '../../chain/market'
import { byEpoch, type Claimable, claim, type EpochRewards, firstBatch, type Reward, sum } from '../../chain/rewards'
import type { ChainEvent } from '../../chain/transaction'
import { ago, count } from '../../lib/format'
import { Action, Actions } from '../../ui/action'
import { Amount, Card } from '../../ui/parts'
import { Read } from '../../ui/states'
import type { Account } from '../../wallet/types'
import css from './mine.module.css'
import { useClaimable } from './reads'
import { Running } from './running'
import { VersionLink } from '../../market/version-link'

/** Epochs that are shown at first: those that expire first. */
const SHOWN = 4

export function Rewards({ of, clock }: { of: Account; clock: Clock }) {
	const query = useClaimable(of)
	return (
		<Card title="Rewards">
			<Read query={query} what="your rewards" lines={3}>
				{claimable =>
					claimable.rewards.length === 0 ? (
						<p>
							Nothing can be claimed now. Once a day the fees of all sales, with new tokens, come back to those whose work
							was used.
						</p>
					) : (
						<All of={of} clock={clock} claimable={claimable} />
					)
				}
			</Read>
			<Running of={of} clock={clock} />
		</Card>
	)
}

function All({ of, clock, claimable }: { of: Account; clock: Clock; claimable: Claimable }) {
	const { rewards, names, more } = claimable
	const batch = firstBatch(rewards)
	const epochs = byEpoch(rewards)
	const [all, setAll] = useState(false)
	return (
		<>
			<p className={css.amount}>
				<Amount planck={sum(rewards)} exact />
			</p>
			<p className={css.soft}>
				{count(rewards.length, 'reward')}
				{more && ', and more that are not shown'}. A version’s whole reward is shown; contributors and
				members of its split have their parts of it.
			</p>
			{batch.length > 1 && (
				<Actions>
					<Action
						id={`claim all ${of.address}`}
						label={batch.length < rewards.length || more ? `Claim the first ${batch.length}` : `Claim all ${batch.length}`}
						title={`Claim ${batch.length} rewards`}
						by={of}
						primary
						make={({ api }) => claim(api, batch)}
						outcome={claimed}
					>
						<p>
							<Amount planck={sum(batch)} exact /> in one transaction, those that expire first. If somebody claims one of
							them before, the others go on.
						</p>
					</Action>
				</Actions>
			)}
			{epochs.slice(0, all ? undefined : SHOWN).map(group => (
				<Epoch key={group.epoch} {...{ of, clock, group, names }} />
			))}
			{!all && epochs.length > SHOWN && (
				<button onClick={() => setAll(true)}>Show {count(epochs.length - SHOWN, 'more epoch')}</button>
			)}
		</>
	)
}

function Epoch({ of, clock, group, names }: { of: Account; clock: Clock; group: EpochRewards; names: Map<bigint, VersionName> }) {
	return (
		<>
			<h3 className={css.sub}>
				Epoch {group.epoch}: <Amount planck={group.amount} />
			</h3>
			{/* The first block in which it is too late is what the chain tells. */}
			<p className={css.soft}>Can be claimed {upTo(group.expires - 1, clock)}.</p>
			<ul className={css.rows}>
				{group.rewards.map(reward => (
					<Row key={`${reward.version} ${reward.split}`} {...{ of, reward, names }} />
				))}
			</ul>
		</>
	)
}

function Row({ of, reward, names }: { of: Account; reward: Reward; names: Map<bigint, VersionName> }) {
	const { epoch, version, split, amount, credit, before } = reward
	return (
		<li className={css.row}>
			<div>
				<VersionLink of={names.get(version)} sequence={version} />{' '}
				<span className={css.soft}>
					for fees of <Amount planck={credit} />
				</span>
			</div>
			<strong>
				<Amount planck={amount} />
			</strong>
			<Actions>
				<Action
					id={`claim ${epoch} ${version} ${split}`}
					label="Claim"
					title="Claim this reward"
					by={of}
					make={({ api }) => claim(api, [reward])}
					outcome={claimed}
				>
					<p>
						<Amount planck={amount} exact /> go to the earnings of those who share in it, you among them.
					</p>
					{before > 0 && (
						<p>
							The chain pays older splits of a version first: the same transaction claims {count(before, 'older reward')} as
							well.
						</p>
					)}
				</Action>
			</Actions>
		</li>
	)
}

function claimed(events: ChainEvent[]) {
	const paid = happened(events, 'Rewards', 'RewardClaimed')
	if (paid.length === 0) return 'Somebody claimed it before: it was paid all the same.'
	const amount = sum(paid)
	return `${count(paid.length, 'reward')} of ${ago(amount)} claimed. Your part is among your earnings.`
}

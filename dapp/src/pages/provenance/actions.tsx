// SPDX-License-Identifier: Apache-2.0

// What can be done about a record: prove it, withdraw consent, collect what is due, release it.

import { useState } from 'react'
import { useChain, useConnection } from '../../chain/context'
import { NOBODY, type Receipt } from '../../chain/receipt'
import { readProofDeposit, type Standing } from '../../chain/records'
import { type ChainEvent, findEvent } from '../../chain/transaction'
import { ago, short } from '../../lib/format'
import { Action, Actions } from '../../ui/action'
import { Amount } from '../../ui/parts'
import { useTransactions } from '../../ui/sent'
import { AccountList } from '../../wallet/menu'
import type { Account } from '../../wallet/types'
import css from './provenance.module.css'

interface Props {
	version: bigint
	index: bigint
	standing: Standing
	account: Account | undefined
	/** A receipt that holds. */
	receipt?: Receipt
}
type Known = Props & { account: Account }

type Act = 'prove' | 'collect' | 'release' | 'withdraw'

/** One transaction of a kind for a record at a time. */
const keyOf = (act: Act, { version, index }: Pick<Props, 'version' | 'index'>): string => `${act} ${version} ${index}`

export function RecordActions(props: Props) {
	const { standing, account, receipt } = props
	const { state, contributor = receipt?.contributor, share, isReleasable } = standing
	const { sent } = useTransactions()
	// What was sent stays where it was until its sender closes it, whatever the record has become.
	const shows = (act: Act, now: boolean) => now || sent.has(keyOf(act, props))
	if (state === 'Unproven' && !receipt) {
		return <p className={css.soft}>If it is yours, check its receipt below; then you can prove it.</p>
	}
	if (contributor === NOBODY) return <p className={css.soft}>The record names no contributor, so nobody can prove it.</p>
	const own = account?.address === contributor
	const prove = shows('prove', state === 'Unproven' && own)
	const collect = shows('collect', share !== undefined && share.due > 0n)
	const release = shows('release', isReleasable)
	const withdraw = shows('withdraw', state === 'Proven' && own && !isReleasable)
	if (!account) {
		if (state === 'Withdrawn' && !collect && !release) return null
		return (
			<div>
				<p>Choose who signs. Nothing is signed yet.</p>
				<AccountList />
			</div>
		)
	}
	const known = { ...props, account }
	return (
		<>
			<Actions>
				{prove && receipt && <Prove {...known} receipt={receipt} />}
				{collect && <Collect {...known} />}
				{release && <Release {...known} />}
				{withdraw && <Withdraw {...known} />}
			</Actions>
			{!own && contributor && state !== 'Withdrawn' && (
				<p className={css.soft}>
					Only its contributor, {short(contributor)}, can {state === 'Unproven' ? 'prove it' : 'withdraw consent'}.{' '}
					{account.name ?? 'The chosen account'} is another account.
				</p>
			)}
		</>
	)
}

function Prove({ version, index, account, receipt }: Known & { receipt: Receipt }) {
	const { api } = useConnection()
	const deposit = useChain(['proof-deposit'], ({ api }) => readProofDeposit(api), { live: false })
	const { contributor, record, proof } = receipt
	return (
		<Action
			id={keyOf('prove', { version, index })}
			label="Prove it on chain"
			title={`Prove that you contributed record ${index} of version ${version}`}
			by={account}
			primary
			make={() => api.tx.Provenance.prove_record({ version, index, leaf: { contributor, record }, proof })}
			outcome={events => heldBy(events)}
		>
			<p>
				Your account and the record’s digest become public, for ever; the record and its salt do not. You can then share in
				the dataset’s income if its owner grants that, and withdraw consent.
			</p>
			<p>
				Held on your account: {deposit.data === undefined ? '…' : <Amount planck={deposit.data} exact />}. It comes back
				when the version was removed and the record released.
			</p>
		</Action>
	)
}

function heldBy(events: ChainEvent[]): string | undefined {
	const proven = findEvent(events, 'Provenance', 'RecordProven')
	return proven && `Proven. ${ago(proven.value.deposit)} are held for it.`
}

function Withdraw({ version, index, account, standing }: Known) {
	const { api } = useConnection()
	const [sure, setSure] = useState(false)
	const due = standing.share?.due ?? 0n
	return (
		<Action
			id={keyOf('withdraw', { version, index })}
			label="Withdraw consent…"
			title={`Withdraw your consent to the use of record ${index} of version ${version}`}
			by={account}
			make={() => (sure ? api.tx.Provenance.withdraw_consent({ version, index }) : undefined)}
			outcome={events => findEvent(events, 'Provenance', 'ConsentWithdrawn') && 'Consent is withdrawn, for ever.'}
		>
			<p>What follows:</p>
			<ul>
				<li>It is for ever: consent cannot be given again.</li>
				<li>This version, every version that has the record, and all that derives from them show it.</li>
				<li>Nobody can cite those versions any more, except for a dataset that leaves records out.</li>
				<li>What was made from the record before is not undone.</li>
				<li>
					The record has no part in income from then on.{' '}
					{due > 0n && `What is due to you, ${ago(due)}, is added to your earnings first.`}
				</li>
				<li>The deposit stays held until the version was removed and the record released.</li>
			</ul>
			<label className={css.sure}>
				<input type="checkbox" checked={sure} onChange={event => setSure(event.target.checked)} />
				Withdraw it for ever.
			</label>
		</Action>
	)
}

function Collect({ version, index, account, standing }: Known) {
	const { api } = useConnection()
	const { origin, contributor, share } = standing
	if (origin === undefined || contributor === undefined) return null
	return (
		<Action
			id={keyOf('collect', { version, index })}
			label="Collect what is due"
			title={`Collect the share of ${short(contributor)} in the income of version ${origin}`}
			by={account}
			make={() => api.tx.Royalties.collect_share({ version: origin, contributor })}
			outcome={events => {
				const collected = findEvent(events, 'Royalties', 'ShareCollected')
				return collected && `${ago(collected.value.amount)} were added to the earnings. Withdraw them in My things.`
			}}
		>
			<p>
				{ago(share?.due ?? 0n)} are added to the earnings of {contributor === account.address ? 'your account' : contributor}
				, to be withdrawn from there. Anybody can do this; you pay the fee alone.
			</p>
		</Action>
	)
}

function Release({ version, index, account, standing }: Known) {
	const { api } = useConnection()
	return (
		<Action
			id={keyOf('release', { version, index })}
			label="Release the record"
			title={`Release record ${index} of version ${version}, which was removed`}
			by={account}
			make={() => api.tx.Provenance.release_record({ version, index })}
			outcome={events => {
				const released = findEvent(events, 'Provenance', 'RecordReleased')
				return released && `${ago(released.value.deposit)} went back to ${short(released.value.contributor)}.`
			}}
		>
			<p>
				{ago(standing.deposit ?? 0n)} go back to {standing.contributor}. Anybody can do this; you pay the fee alone.
			</p>
		</Action>
	)
}

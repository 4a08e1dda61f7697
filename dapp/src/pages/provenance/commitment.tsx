// SPDX-License-Identifier: Apache-2.0

// What the chosen version committed to, and what became of that.

import { Link } from 'wouter'
import { useConnection } from '../../chain/context'
import { referenceOf } from '../../chain/find-version'
import type { LineageLabel } from '../../chain/lineage'
import type { Commitment, VersionRecords } from '../../chain/records'
import { findEvent } from '../../chain/transaction'
import { ago, count, short } from '../../lib/format'
import { artifactPath, provenancePath } from '../../routes'
import { Action, Actions } from '../../ui/action'
import { Address, Amount, Card, Copyable, Fact, Facts } from '../../ui/parts'
import { Empty, Notice } from '../../ui/states'
import { useWallet } from '../../wallet/context'
import css from './provenance.module.css'

export function CommitmentCard({ records }: { records: VersionRecords }) {
	const { sequence, label, commitment } = records
	return (
		<Card title={label ? `${label.name}@${label.number}` : `Version ${sequence}`}>
			<div className={css.stack}>
				{label ? (
					<p>
						<Link href={artifactPath(label.publisher, label.name, label.number)}>{referenceOf(label)}</Link>
					</p>
				) : (
					<Notice tone="warn" title="There is no such version.">
						{commitment
							? 'It was removed. What it held for its records can be given back.'
							: 'It was removed, or never was. A record that was proven in it can still be looked up below.'}
					</Notice>
				)}
				{commitment ? (
					<About records={records} commitment={commitment} />
				) : (
					label && <NotCommitted label={label} />
				)}
				{!label && commitment && <Release sequence={sequence} commitment={commitment} />}
			</div>
		</Card>
	)
}

function NotCommitted({ label }: { label: LineageLabel }) {
	if (label.kind === 'Model') {
		return (
			<Empty title="A model has no records.">
				<p>Look for the datasets that it was made from, in the lineage below.</p>
			</Empty>
		)
	}
	return (
		<Empty title="This version did not commit to its records.">
			<p>
				Its owner can do so: <code>agora dataset commit FILE --to me/{label.name}@{label.number}</code>
			</p>
		</Empty>
	)
}

function About({ records, commitment }: { records: VersionRecords; commitment: Commitment }) {
	const { root, count: all, proven, withdrawn, previous, next, depositor, deposit } = commitment
	return (
		<Facts>
			<Fact name="Records">{count(all, 'record')}</Fact>
			<Fact name="Root">
				<Copyable text={root} label="the root" full />
			</Fact>
			<Fact name="Proven">{count(proven, 'record')} by their contributors</Fact>
			<Fact name="Consent withdrawn">
				{withdrawn === 0n ? 'of none' : `of ${count(withdrawn, 'record')}: it can be cited by a subset alone`}
			</Fact>
			{previous !== undefined && (
				<Fact name="Extends">
					<Neighbour sequence={previous} label={records.previous} />
				</Fact>
			)}
			{next !== undefined && (
				<Fact name="Extended by">
					<Neighbour sequence={next} label={records.next} />
				</Fact>
			)}
			<Fact name="Committed by">
				<Address of={depositor} />, who holds <Amount planck={deposit} /> for it
			</Fact>
		</Facts>
	)
}

function Neighbour({ sequence, label }: { sequence: bigint; label: LineageLabel | undefined }) {
	const name = label ? `${label.name}@${label.number}` : `version ${sequence}, which was removed`
	return <Link href={provenancePath(sequence)}>{name}</Link>
}

function Release({ sequence, commitment }: { sequence: bigint; commitment: Commitment }) {
	const { account } = useWallet()
	const { api } = useConnection()
	if (commitment.next !== undefined) {
		return <p>Version {commitment.next.toString()} extends it. Remove and release that one first.</p>
	}
	if (!account) return <p>Choose an account at the top to give the deposit back. Anybody can.</p>
	return (
		<Actions>
			<Action
				id={`release-commitment-${sequence}`}
				label="Release the commitment"
				title={`Release the commitment of version ${sequence}`}
				by={account}
				make={() => api.tx.Provenance.release_commitment({ version: sequence })}
				outcome={events => {
					const released = findEvent(events, 'Provenance', 'CommitmentReleased')
					return released && `${ago(released.value.deposit)} went back to ${short(released.value.depositor)}.`
				}}
			>
				<p>
					{ago(commitment.deposit)} go back to {commitment.depositor}. After that, proven records can be released.
				</p>
			</Action>
		</Actions>
	)
}

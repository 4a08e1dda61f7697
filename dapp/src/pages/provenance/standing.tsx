// SPDX-License-Identifier: Apache-2.0

// How a record stands on chain, and what can be done about it by whoever is chosen to sign.

import { useChain } from '../../chain/context'
import type { Receipt } from '../../chain/receipt'
import { readStanding, type Standing } from '../../chain/records'
import { count } from '../../lib/format'
import { Address, Amount, Badge, Fact, Facts } from '../../ui/parts'
import { Read } from '../../ui/states'
import { useWallet } from '../../wallet/context'
import { RecordActions } from './actions'
import css from './provenance.module.css'

interface Props {
	version: bigint
	index: bigint
	/** A receipt of it that holds, with which it can be proven. */
	receipt?: Receipt
	/** Whether the version has no commitment any more, so that nobody can prove anything in it. */
	isGone?: boolean
}

const STATES = {
	Unproven: { tone: 'plain', says: 'unproven', means: 'Nobody proved on chain that they contributed it.' },
	Proven: { tone: 'good', says: 'proven', means: 'Its contributor proved it on chain.' },
	Withdrawn: {
		tone: 'bad',
		says: 'consent withdrawn',
		means: 'Its contributor does not agree any more that it is used. The version and all that derives from it show this.',
	},
} as const

export function RecordStanding({ version, index, receipt, isGone = false }: Props) {
	const { account } = useWallet()
	const query = useChain(['standing', version.toString(), index.toString()], ({ api }) =>
		readStanding(api, version, index),
	)
	return (
		<Read query={query} what="the record" lines={2}>
			{standing =>
				isGone && standing.state === 'Unproven' ? (
					<p className={css.record}>Nothing is left of record {index.toString()} on chain.</p>
				) : (
					<div className={css.record}>
						<p>
							<strong>Record {index.toString()}</strong>{' '}
							<Badge tone={STATES[standing.state].tone}>{STATES[standing.state].says}</Badge>
						</p>
						<p>{STATES[standing.state].means}</p>
						<Known standing={standing} version={version} />
						<RecordActions {...{ version, index, standing, account }} {...(receipt ? { receipt } : {})} />
					</div>
				)
			}
		</Read>
	)
}

function Known({ standing: { origin, contributor, deposit, share }, version }: { standing: Standing; version: bigint }) {
	if (contributor === undefined) return null
	return (
		<Facts>
			<Fact name="Contributor">
				<Address of={contributor} />
			</Fact>
			{deposit !== undefined && (
				<Fact name="Held for it">
					<Amount planck={deposit} exact />
				</Fact>
			)}
			{origin !== undefined && origin !== version && (
				<Fact name="First in">version {origin.toString()}, which this one extends</Fact>
			)}
			{share && (
				<Fact name="Due to them">
					<Amount planck={share.due} exact />, for {count(share.records, 'record')} that came in with the same version
				</Fact>
			)}
		</Facts>
	)
}

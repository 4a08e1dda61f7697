// SPDX-License-Identifier: Apache-2.0

// What others say of a version under their own names.

import { useState } from 'react'
import type { VersionView } from '../../chain/artifact'
import { distrust, refusal, trust, useAttesters } from '../../chain/attesters'
import { readAttestations, type AttestationView } from '../../chain/attestations'
import { useChain } from '../../chain/context'
import { bareHex, textOf } from '../../lib/bytes'
import { Address, Badge, Card, Copyable } from '../../ui/parts'
import { Read, type Tone } from '../../ui/states'
import { Table } from '../../ui/table'
import css from './artifact.module.css'
import { TrustedAttesters } from './attesters'
import { LocationText } from './location'

const CLAIMS: Record<string, string> = {
	Evaluation: 'evaluation',
	LicenseAudit: 'license audit',
	SafetyAudit: 'safety audit',
	TrainingRun: 'training run',
	PiiScan: 'scan for personal data',
}
const TONES: Record<string, Tone> = { Positive: 'good', Neutral: 'plain', Negative: 'bad' }

export function Attestations({ version: { sequence } }: { version: VersionView }) {
	const [pages, setPages] = useState(1)
	const key = ['attestations', sequence.toString(), pages]
	const query = useChain(key, ({ api }) => readAttestations(api, sequence, pages), { keep: true })
	return (
		<Card title="Attestations">
			<Read query={query} what="attestations">
				{({ items, next }) => (
					<>
						{items.length === 0 ? (
							<p>Nobody attested to this version yet. An auditor can with <code>agora attest</code>.</p>
						) : (
							<List items={items} />
						)}
						{next !== undefined && <button onClick={() => setPages(pages + 1)}>Show more</button>}
					</>
				)}
			</Read>
			<TrustedAttesters />
		</Card>
	)
}

function List({ items }: { items: AttestationView[] }) {
	return (
		<Table
			label="All attestations"
			className={css.wide}
			columns={['Number', 'Claim', 'Verdict', 'By', 'Evidence', { number: 'Block' }]}
		>
			{items.map(item => (
				<Row key={item.id.toString()} item={item} />
			))}
		</Table>
	)
}

function Row({ item: { id, attestation } }: { item: AttestationView }) {
	const { claim, verdict, attester, evidence, attested_at } = attestation
	return (
		<tr>
			<th scope="row">{id.toString()}</th>
			<td>{CLAIMS[claim.type] ?? claim.type}</td>
			<td>
				<Badge tone={TONES[verdict.type] ?? 'plain'}>{verdict.type.toLowerCase()}</Badge>
			</td>
			<td>
				<Address of={attester} /> <Trust account={attester} />
			</td>
			<td>
				{evidence ? (
					<>
						<Copyable text={bareHex(evidence.digest)} label="the digest of the evidence" />
						{evidence.location && (
							<div>
								<LocationText location={textOf(evidence.location)} />
							</div>
						)}
					</>
				) : (
					'none'
				)}
			</td>
			<td className="number">{attested_at}</td>
		</tr>
	)
}

/** Whether this user trusts the attester, and a button to change that. */
function Trust({ account }: { account: string }) {
	const trusted = useAttesters().includes(account)
	if (trusted) {
		return (
			<>
				<Badge tone="good">trusted</Badge>{' '}
				<button className="quiet" onClick={() => distrust(account)}>
					do not trust
				</button>
			</>
		)
	}
	if (refusal(account)) return null
	return (
		<button className="quiet" onClick={() => trust(account)}>
			trust
		</button>
	)
}

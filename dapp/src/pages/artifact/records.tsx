// SPDX-License-Identifier: Apache-2.0

// What a dataset's version says of its records, and what contributors said since.

import { Link } from 'wouter'
import type { CommitmentView, VersionView } from '../../chain/artifact'
import { useChain } from '../../chain/context'
import { count } from '../../lib/format'
import { provenancePath } from '../../routes'
import { bareHex } from '../../lib/bytes'
import { Card, Copyable, Fact, Facts } from '../../ui/parts'
import { Read } from '../../ui/states'
import css from './artifact.module.css'
import { VersionLink } from './version-link'

export function Records({ version: { sequence } }: { version: VersionView }) {
	const query = useChain(['commitment', sequence.toString()], async ({ api }) => {
		return (await api.apis.ProvenanceApi.commitment(sequence, { at: 'best' })) ?? null
	})
	// Most versions have none: nothing is announced before one is known.
	if (query.isPending || query.data === null) return null
	return (
		<Card title="Records">
			<Read query={query} what="what is said of the records">
				{commitment => commitment && <Commitment sequence={sequence} commitment={commitment} />}
			</Read>
		</Card>
	)
}

function Commitment({ sequence, commitment }: { sequence: bigint; commitment: CommitmentView }) {
	return (
		<>
			<Facts>
				<Fact name="Committed">{count(commitment.count, 'record')}</Fact>
				<Fact name="Proven">{count(commitment.proven, 'record')}</Fact>
				<Fact name="Withdrawn">{count(commitment.withdrawn, 'record')}</Fact>
				<Fact name="Root">
					<Copyable text={bareHex(commitment.root)} label="the root of the records" />
				</Fact>
				{commitment.previous !== undefined && (
					<Fact name="Extends">
						<VersionLink sequence={commitment.previous} />
					</Fact>
				)}
				{commitment.next !== undefined && (
					<Fact name="Extended by">
						<VersionLink sequence={commitment.next} />
					</Fact>
				)}
			</Facts>
			<p className={css.after}>
				<Link href={provenancePath(sequence)}>Check a record, or withdraw consent</Link>
			</p>
		</>
	)
}

// SPDX-License-Identifier: Apache-2.0

// Records: what a version committed to, whether a receipt holds, and what its contributor can do.

import { useChain } from '../../chain/context'
import { readVersionRecords } from '../../chain/records'
import { navigate, useHashQuery } from '../../lib/hash-location'
import { LineageGraph } from '../../lineage'
import { provenancePath } from '../../routes'
import { Card, Page } from '../../ui/parts'
import { Read } from '../../ui/states'
import { Check } from './check'
import { CommitmentCard } from './commitment'
import { LookUp } from './look-up'
import { Pick } from './pick'

export default function Provenance() {
	const version = versionIn(useHashQuery())
	const choose = (sequence: bigint) => navigate(provenancePath(sequence))
	return (
		<Page
			title="Provenance"
			lead={
				<p>
					A dataset version can commit to its records with one hash. Check here that a record is in it, prove that you
					contributed it, and withdraw your consent. The record itself never leaves this page.
				</p>
			}
		>
			<Card title={version === undefined ? 'Choose a version' : 'Choose another version'}>
				<Pick chosen={version} onPick={choose} />
			</Card>
			{version !== undefined && <Version key={version} sequence={version} />}
			<Card title="Check a receipt">
				<Check version={version} onVersion={choose} />
			</Card>
			{version !== undefined && <Derivation key={`lineage ${version}`} sequence={version} />}
		</Page>
	)
}

const useVersion = (sequence: bigint) =>
	useChain(['version-records', sequence.toString()], ({ api }) => readVersionRecords(api, sequence))

function Version({ sequence }: { sequence: bigint }) {
	return (
		<Read query={useVersion(sequence)} what="the version">
			{records => (
				<>
					<CommitmentCard records={records} />
					<LookUp records={records} />
				</>
			)}
		</Read>
	)
}

/** The lineage, of a version that is there. */
function Derivation({ sequence }: { sequence: bigint }) {
	const { data } = useVersion(sequence)
	if (!data?.label) return null
	return (
		<Card title="What it was made from, and what was made from it">
			<LineageGraph sequence={sequence} />
		</Card>
	)
}

/** The version that the page's query names: `version=SEQUENCE`. */
function versionIn(query: string): bigint | undefined {
	const text = new URLSearchParams(query).get('version') ?? ''
	return /^\d{1,19}$/.test(text) ? BigInt(text) : undefined
}

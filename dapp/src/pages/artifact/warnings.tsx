// SPDX-License-Identifier: Apache-2.0

// What speaks against a version, before anything that speaks for it.

import type { ArtifactView, VersionView } from '../../chain/artifact'
import { useAttesters } from '../../chain/attesters'
import { useChain } from '../../chain/context'
import { readTaints, type Taint, type Taints } from '../../chain/taint'
import { textOf } from '../../lib/bytes'
import { count } from '../../lib/format'
import { Failed, Notice } from '../../ui/states'
import css from './artifact.module.css'
import { VersionLink } from './version-link'

export function Warnings({
	view,
	version,
	tampered,
}: {
	view: ArtifactView
	version: VersionView
	/** Whether its locations have other files. */
	tampered: boolean
}) {
	const attesters = useAttesters()
	const sequence = version.sequence
	const taints = useChain(['taint', sequence.toString(), attesters], ({ api }) => readTaints(api, sequence, attesters))
	const { status } = version.version
	return (
		<>
			{status.type === 'Yanked' && (
				<Notice tone="bad" title="Its owner advises against this version">
					<p>
						<bdi>{textOf(status.value.reason) || 'No reason was given.'}</bdi>
					</p>
					<p>It cannot be cited or sold while that stands. Licenses that were sold last on.</p>
				</Notice>
			)}
			{status.type === 'Superseded' && (
				<Notice tone="bad" title="Somebody else had an earlier claim to these bytes">
					<p>
						They belong to <VersionLink sequence={status.value.by} />, which reserved them first. This version cannot be
						cited or sold any more.
					</p>
				</Notice>
			)}
			{view.artifact.status.type === 'Retired' && (
				<Notice tone="warn" title="The artifact is retired">
					<p>Nothing more is published, cited or sold of it. Licenses that were sold last on.</p>
				</Notice>
			)}
			{tampered && (
				<Notice tone="bad" title="Its files are not where it says">
					<p>What is at its location is not what was published. Do not use it; see below what was found.</p>
				</Notice>
			)}
			{taints.isError && (
				<Failed
					what="Whether anything is known against it could not be read."
					error={taints.error}
					retry={() => void taints.refetch()}
				/>
			)}
			{taints.data && <Known taints={taints.data} />}
		</>
	)
}

/** Taints of the version itself and of what is behind it. */
function Known({ taints }: { taints: Taints }) {
	const self = taints.items.find(({ depth }) => depth === 0)
	const behind = taints.items.filter(({ depth }) => depth > 0)
	return (
		<>
			{self && self.consent_withdrawn > 0n && (
				<Notice tone="bad" title={`Consent was withdrawn for ${count(self.consent_withdrawn, 'record')} in it`}>
					<p>
						Contributors proved that these records are theirs and took their consent back. It cannot be cited any more,
						but for a subset without them.
					</p>
				</Notice>
			)}
			{self && self.negative.length > 0 && (
				<Notice tone="bad" title="An attester that you trust found against it">
					<p>
						{count(self.negative.length, 'negative attestation')}: {self.negative.map(id => `number ${id}`).join(', ')},
						shown below.
					</p>
				</Notice>
			)}
			{behind.length > 0 && (
				<Notice tone="warn" title={`Something is known against ${count(behind.length, 'version')} that it was made from`}>
					<Behind taints={behind} />
				</Notice>
			)}
			{taints.beyond && (
				<Notice tone="warn" title="Not all that is behind it was looked at">
					<p>
						Its lineage is longer than {count(taints.examined, 'version')}. To see all of it, run{' '}
						<code>agora lineage --taint</code>.
					</p>
				</Notice>
			)}
		</>
	)
}

const SHOWN = 8

function Behind({ taints }: { taints: Taint[] }) {
	return (
		<ul className={css.plain}>
			{taints.slice(0, SHOWN).map(taint => (
				<li key={taint.sequence.toString()}>
					<VersionLink sequence={taint.sequence} />, {count(taint.depth, 'generation')} back: {faults(taint)}
				</li>
			))}
			{taints.length > SHOWN && <li>and {count(taints.length - SHOWN, 'more', 'more')}; the lineage shows them all.</li>}
		</ul>
	)
}

/** What is known against a version, as the end of a sentence. */
function faults(taint: Taint): string {
	const parts = [
		taint.yanked && 'yanked',
		taint.superseded_by !== undefined && 'superseded',
		taint.consent_withdrawn > 0n && `consent withdrawn for ${count(taint.consent_withdrawn, 'record')}`,
		taint.negative.length > 0 && `${count(taint.negative.length, 'negative attestation')} by those you trust`,
	]
	return parts.filter(Boolean).join('; ')
}

// SPDX-License-Identifier: Apache-2.0

// The page of an artifact that exists, from its head to its attestations.

import { type ArtifactView, cheapest, type Found, readMarket, type VersionView } from '../../chain/artifact'
import { useChain } from '../../chain/context'
import { isTamperedAt } from '../../chain/manifest-check'
import { LineageGraph } from '../../lineage'
import { IncomePlot } from '../../plot'
import { textOf } from '../../lib/bytes'
import { Card, Page } from '../../ui/parts'
import { Empty, Read } from '../../ui/states'
import css from './artifact.module.css'
import { About } from './about'
import { Attestations } from './attestations'
import { FilesCard } from './files'
import { BuyLink, Head } from './head'
import { Income } from './income'
import { Market } from './market'
import { Records } from './records'
import { Terms } from './terms'
import { type Files, useFiles } from './use-files'
import { useVersions, Versions } from './versions'
import { Warnings } from './warnings'

export function ArtifactPage({ found, asked }: { found: Found; asked: number | undefined }) {
	const { view, version, newest } = found
	const name = textOf(view.artifact.name)
	const market = useChain(['market', view.id], ({ api }) => readMarket(api, view.id))
	const best = cheapest(market.data?.offers ?? [])
	return (
		<Page
			title={version ? `${name}@${version.version.number}` : name}
			lead={<Head view={view} version={version} newest={newest} />}
			actions={version && best && <BuyLink offer={best} />}
		>
			{version ? (
				<VersionParts view={view} version={version} market={market} />
			) : (
				<Empty title={asked ? `There is no version ${asked}.` : 'No version has been published yet.'}>
					<p>{asked ? 'It was removed, or never published. The others are below.' : 'Its publisher registered the name.'}</p>
				</Empty>
			)}
			{view.artifact.versions > 0 && <Versions view={view} shown={version?.version.number} />}
		</Page>
	)
}

function VersionParts({
	view,
	version,
	market,
}: {
	view: ArtifactView
	version: VersionView
	market: ReturnType<typeof useChain<Awaited<ReturnType<typeof readMarket>>>>
}) {
	const files = useFiles(version)
	return (
		<>
			<Warnings view={view} version={version} tampered={isTampered(files, version)} />
			<div className={css.columns}>
				<div className={css.main}>
					<About files={files} />
					<IncomeCard view={view} />
				</div>
				<div className={css.side}>
					<Market query={market} />
					<Terms version={version} />
					<Income version={version} />
					<Records version={version} />
				</div>
			</div>
			<Card title="Lineage">
				<LineageGraph sequence={version.sequence} />
			</Card>
			<FilesCard version={version} files={files} />
			<Attestations key={version.sequence.toString()} version={version} />
		</>
	)
}

/** What another place has, where the reader looked too, is not the publisher's doing. */
const isTampered = ({ manifest, unfit }: Files, { version }: VersionView): boolean =>
	unfit !== undefined || (manifest.data !== undefined && isTamperedAt(manifest.data, version.locations.map(textOf)))

/** What its newest versions brought; a page of them, which is more than nearly all artifacts have. */
function IncomeCard({ view }: { view: ArtifactView }) {
	const versions = useVersions(view)
	return (
		<Card title="Income over time">
			<Read query={versions} what="the versions">
				{({ items }) => <IncomePlot artifact={view.id} versions={items.map(({ sequence }) => sequence)} />}
			</Read>
		</Card>
	)
}

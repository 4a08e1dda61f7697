// SPDX-License-Identifier: Apache-2.0

// What is said of a version below its name, and the way to a license.

import { Link } from 'wouter'
import type { ArtifactView, OfferView, VersionView } from '../../chain/artifact'
import { useClock } from '../../chain/clock'
import { since } from '../../chain/time'
import { ago, count, size } from '../../lib/format'
import { textOf } from '../../lib/bytes'
import { artifactPath, buyPath } from '../../routes'
import { Address, Badge, KindBadge } from '../../ui/parts'
import css from './artifact.module.css'
import { StatusBadge } from './status'

export function Head({
	view: { artifact },
	version,
	newest,
}: {
	view: ArtifactView
	version: VersionView | undefined
	newest: number | undefined
}) {
	const clock = useClock()
	const published = version?.version.published_at
	return (
		<div className={css.head}>
			<div className={css.badges}>
				<KindBadge kind={artifact.kind.type} />
				{version && <StatusBadge status={version.version.status} retired={artifact.status.type === 'Retired'} />}
				{version && <Badge>{textOf(version.version.license)}</Badge>}
				{artifact.tags.map(tag => (
					<Badge key={textOf(tag)}>#{textOf(tag)}</Badge>
				))}
			</div>
			<div className={css.by}>
				<span>
					Published by <Address of={artifact.publisher} />
				</span>
				{artifact.owner !== artifact.publisher && (
					<span>
						owned by <Address of={artifact.owner} />
					</span>
				)}
				{version && published !== undefined && (
					<span>
						{count(version.version.files, 'file')}, {size(version.version.bytes)}, in block {published}
						{clock && ` (${since(published, clock)})`}
					</span>
				)}
			</div>
			{version && newest !== undefined && newest !== version.version.number && (
				<div>
					There is a newer version:{' '}
					<Link href={artifactPath(artifact.publisher, textOf(artifact.name), newest)}>
						{textOf(artifact.name)}@{newest}
					</Link>
				</div>
			)}
		</div>
	)
}

/** To the cheapest license that can be had now. */
export function BuyLink({ offer }: { offer: OfferView }) {
	return (
		<Link href={buyPath(offer.id)} className="button primary">
			{offer.price === 0n ? 'Get a free license' : `License it from ${ago(offer.price)}`}
		</Link>
	)
}

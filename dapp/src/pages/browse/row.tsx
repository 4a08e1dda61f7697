// SPDX-License-Identifier: Apache-2.0

// One model or dataset of the list.

import { Link } from 'wouter'
import type { Filters, Latest, Listing } from '../../chain/catalog'
import { count, duration, numeral, short, size } from '../../lib/format'
import { artifactPath } from '../../routes'
import { Amount, Badge, KindBadge } from '../../ui/parts'
import { browsePath } from './address'
import css from './browse.module.css'

interface Props {
	listing: Listing
	filters: Filters
	/** The chain's last block. */
	best: number
	/** How long a block takes; nothing where blocks do not come with time. */
	secondsPerBlock: number | undefined
}

export function Row({ listing, filters, best, secondsPerBlock }: Props) {
	const { publisher, name, latest, tags } = listing
	return (
		<li className={css.row}>
			<div className={css.about}>
				<h2>
					<Link href={artifactPath(publisher, name)}>{name}</Link>
					{latest && <span className={css.number}>@{latest.number}</span>}
				</h2>
				<p className={css.marks}>
					<KindBadge kind={listing.kind} />{' '}
					{latest && latest.status !== 'Live' && <Badge tone="warn">{latest.status.toLowerCase()}</Badge>} by{' '}
					<Link href={browsePath({ ...filters, publisher })} title={`${publisher}: all of this publisher`}>
						<code>{short(publisher)}</code>
					</Link>
					{latest ? (
						<>
							{' · '}
							{latest.license} · {size(latest.bytes)} in {count(latest.files, 'file')} ·{' '}
							<span title={`In block ${numeral(latest.publishedAt)}`}>
								{ageOf(latest, best, secondsPerBlock)}
							</span>
						</>
					) : (
						' · no version is published'
					)}
				</p>
				{tags.length > 0 && (
					<ul className={css.tags} aria-label="Tags">
						{tags.map(tag => (
							<li key={tag}>
								<Link href={browsePath({ ...filters, tag })} aria-current={filters.tag === tag ? 'true' : undefined}>
									{tag}
								</Link>
							</li>
						))}
					</ul>
				)}
			</div>
			<div className={css.sale}>
				<Price price={listing.price} />
				<span>{listing.licenses === 0 ? 'no license sold' : `${count(listing.licenses, 'license')} sold`}</span>
			</div>
		</li>
	)
}

function Price({ price }: { price: bigint | undefined }) {
	if (price === undefined) return <span>not on sale</span>
	if (price === 0n) return <strong>Free license</strong>
	return (
		<strong>
			<Amount planck={price} />
		</strong>
	)
}

/** How long ago a version was published, in time or else in blocks. */
export function ageOf({ publishedAt }: Latest, best: number, secondsPerBlock: number | undefined): string {
	const blocks = Math.max(0, best - publishedAt)
	if (blocks === 0) return 'just now'
	if (secondsPerBlock === undefined) return `${count(blocks, 'block')} ago`
	return `about ${duration(blocks * secondsPerBlock)} ago`
}

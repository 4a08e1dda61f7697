// SPDX-License-Identifier: Apache-2.0

// An artifact of one's own: in a line, and all of it when opened.

import { useId, useState } from 'react'
import { Link } from 'wouter'
import type { Clock } from '../../chain/clock'
import { useChain } from '../../chain/context'
import { readVaults } from '../../chain/earnings'
import { type Listing, readInside, type SalesView } from '../../chain/owned'
import { textOf } from '../../lib/bytes'
import { ago, count, roughAgo } from '../../lib/format'
import { artifactPath } from '../../routes'
import { Amount, Badge, Fact, Facts, KindBadge } from '../../ui/parts'
import { Read } from '../../ui/states'
import type { Account } from '../../wallet/types'
import css from './mine.module.css'
import { Offers } from './offers'
import { Retire } from './retire'
import { Versions } from './versions'

interface Props {
	of: Account
	clock: Clock
	listing: Listing
	/** What it sold so far; nothing if it was never offered, or until that was read. */
	sales?: SalesView | undefined
}

export function OwnArtifact({ of, clock, listing, sales }: Props) {
	const { artifact, licenses, price } = listing
	const [open, setOpen] = useState(false)
	const inside = useId()
	const name = textOf(artifact.name)
	const retired = artifact.status.type === 'Retired'
	const about = [
		count(artifact.versions, 'version'),
		count(sales?.licenses ?? licenses, 'license'),
		`${roughAgo(sales?.income ?? 0n)} of sales`,
		price === undefined ? 'not on sale' : price === 0n ? 'free' : `from ${ago(price)}`,
	]
	return (
		<li className={css.thing} data-artifact={listing.id}>
			<div className={css.line}>
				<div>
					<h3 className={css.name}>
						<Link href={artifactPath(artifact.publisher, name)}>{name}</Link> <KindBadge kind={artifact.kind.type} />
						{retired && <Badge tone="warn">retired</Badge>}
					</h3>
					<p className={css.soft}>{about.join(' · ')}</p>
				</div>
				<button aria-expanded={open} aria-controls={inside} aria-label={`Manage ${name}`} onClick={() => setOpen(!open)}>
					Manage
				</button>
			</div>
			<div id={inside}>{open && <Opened {...{ of, clock, listing }} name={name} />}</div>
		</li>
	)
}

function Opened({ of, clock, listing, name }: Props & { name: string }) {
	const query = useChain(['my artifact', listing.id], ({ api }) => readInside(api, listing))
	// A read for each version: not with each block.
	const sequences = query.data?.versions.map(({ sequence }) => sequence) ?? []
	const found = useChain(['my vaults', sequences.join(' ')], ({ api }) => readVaults(api, sequences), {
		enabled: sequences.length > 0,
		live: false,
		every: 30_000,
	})
	const vaults = found.data ?? new Map<bigint, bigint>()
	return (
		<div className={css.inside}>
			<Read query={query} what="the artifact">
				{inside => {
					const { sales } = inside
					const waiting = [...vaults.values()].reduce((all, amount) => all + amount, 0n)
					return (
						<>
							<Facts>
								<Fact name="Sales brought">
									<Amount planck={sales?.income ?? 0n} exact />
								</Fact>
								{sales?.cap !== undefined && (
									<Fact name="Cap">
										<Amount planck={sales.cap} exact />
										{sales.free && ', reached: every license is free'}
									</Fact>
								)}
								<Fact name="Waits in vaults">
									{!found.data && sequences.length > 0 ? '…' : waiting === 0n ? 'nothing' : <Amount planck={waiting} exact />}
								</Fact>
							</Facts>
							<Versions {...{ of, inside, vaults, name }} retired={listing.artifact.status.type === 'Retired'} />
							<Offers {...{ of, clock, inside, name }} retired={listing.artifact.status.type === 'Retired'} />
							{listing.artifact.status.type !== 'Retired' && <Retire {...{ of, name }} artifact={listing.id} />}
						</>
					)
				}}
			</Read>
		</div>
	)
}

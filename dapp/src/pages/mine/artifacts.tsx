// SPDX-License-Identifier: Apache-2.0

// The artifacts that an account owns, some at a time.

import { useState } from 'react'
import { Link } from 'wouter'
import type { Clock } from '../../chain/clock'
import { useChain } from '../../chain/context'
import { type Cursor, readOwned, readSales } from '../../chain/owned'
import { routes } from '../../routes'
import { Card } from '../../ui/parts'
import { Read } from '../../ui/states'
import type { Account } from '../../wallet/types'
import { OwnArtifact } from './artifact'
import css from './mine.module.css'

export function Artifacts({ of, clock }: { of: Account; clock: Clock }) {
	// Where each page begins; the first with nothing.
	const [pages, setPages] = useState<Cursor[]>([undefined])
	return (
		<Card title="Artifacts">
			<p className={css.soft}>
				<Link href={routes.publish}>Publish</Link> a model or dataset, or a new version of one of yours under the same name.
			</p>
			{pages.map((after, at) => (
				<OwnPage
					key={at}
					{...{ of, clock, after }}
					first={at === 0}
					more={at === pages.length - 1 ? next => setPages([...pages, next]) : undefined}
				/>
			))}
		</Card>
	)
}

interface Props {
	of: Account
	clock: Clock
	after: Cursor
	first: boolean
	more: ((next: Cursor) => void) | undefined
}

function OwnPage({ of, clock, after, first, more }: Props) {
	// What is owned changes by what its owner signs, which reads it anew; the parts inside are live.
	const query = useChain(
		['my artifacts', of.address, after?.value?.toString()],
		({ api }) => readOwned(api, of.address, after),
		{ live: false },
	)
	const ids = query.data?.items.map(({ id }) => id) ?? []
	const sales = useChain(['my sales', ids.join(' ')], ({ api }) => readSales(api, ids), { enabled: ids.length > 0 })
	return (
		<Read query={query} what="your artifacts">
			{({ items, next }) => (
				<>
					{first && items.length === 0 && next === undefined && <p>You own no artifact yet.</p>}
					<ul className={css.rows}>
						{items.map(listing => (
							<OwnArtifact key={listing.id} {...{ of, clock, listing }} sales={sales.data?.get(listing.id)} />
						))}
					</ul>
					{next !== undefined && more && <button onClick={() => more(next)}>Show more</button>}
				</>
			)}
		</Read>
	)
}

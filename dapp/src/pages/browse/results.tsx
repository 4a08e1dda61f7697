// SPDX-License-Identifier: Apache-2.0

// What the search found, and how far it looked.

import { Link } from 'wouter'
import type { Filters, Found } from '../../chain/catalog'
import { useChain } from '../../chain/context'
import { count, numeral } from '../../lib/format'
import { routes } from '../../routes'
import { Empty, Failed, Loading } from '../../ui/states'
import { isNarrowed } from './address'
import css from './browse.module.css'
import { Row } from './row'
import { type Search, useSearch } from './use-search'

export function Results({ filters, clear }: { filters: Filters; clear: () => void }) {
	const search = useSearch(filters)
	const { found, error } = search
	if (!found) {
		if (!error) return <Loading what="models and datasets" lines={9} />
		return <Failed what="The catalog could not be read." error={error} retry={search.retry} />
	}
	return (
		<section aria-label="Results" aria-busy={search.isOld !== false} className={css.results}>
			<p className={css.summary} role="status">
				{summaryOf(search, found)}
			</p>
			{found.listings.length > 0 && <List filters={filters} found={found} isOld={search.isOld === 'search'} />}
			{found.listings.length === 0 && !search.isSearching && !search.isOld && (
				<Nothing narrowed={isNarrowed(filters)} clear={clear} more={search.more !== undefined} />
			)}
			{error && <Failed what="The catalog could not be read on." error={error} retry={search.retry} />}
			{search.more && (
				<button className={css.more ?? ''} disabled={search.isSearching} onClick={search.more}>
					{search.isSearching ? 'Searching …' : found.listings.length === 0 ? 'Search on' : 'Show more'}
				</button>
			)}
		</section>
	)
}

function summaryOf({ isOld, isSearching, more }: Search, found: Found): string {
	if (isOld === 'visit') return 'From your last visit. Being read again …'
	if (isOld) return 'Searching …'
	const shown = found.listings.length
	const looked = `${numeral(found.examined)} looked at`
	if (isSearching) return `${shown} found so far, ${looked} …`
	if (shown === 0 && found.examined === 0) return 'Nothing yet.'
	if (shown === 0 && !more) return `Nothing among ${count(found.examined, 'entry', 'entries')}.`
	return more ? `${shown} shown, ${looked}, and there are more.` : `${count(shown, 'result')}, all shown.`
}

function List({ filters, found, isOld }: { filters: Filters; found: Found; isOld: boolean }) {
	// How old things are is told in time where blocks come with time.
	const pace = useChain(
		['catalog', 'pace'],
		async ({ api, isDevelopment }) => {
			const [millis, development] = await Promise.all([api.constants.Babe.ExpectedBlockTime(), isDevelopment()])
			return development ? undefined : Number(millis) / 1000
		},
		{ live: false },
	)
	return (
		<ol className={css.list} data-old={isOld}>
			{found.listings.map(listing => (
				<Row key={listing.id} listing={listing} filters={filters} best={found.best} secondsPerBlock={pace.data} />
			))}
		</ol>
	)
}

function Nothing({ narrowed, clear, more }: { narrowed: boolean; clear: () => void; more: boolean }) {
	if (!narrowed) {
		return (
			<Empty title="Nothing is published here yet.">
				<p>A folder with a model or a dataset is all it takes. You keep the files; the chain keeps their hashes.</p>
				<Link href={routes.publish} className="button primary">
					Publish the first one
				</Link>
			</Empty>
		)
	}
	return (
		<Empty title={more ? 'Nothing found so far.' : 'Nothing fits.'}>
			<p>Try fewer words, another spelling, or take a filter back.</p>
			<button onClick={clear}>Clear all filters</button>
		</Empty>
	)
}

// SPDX-License-Identifier: Apache-2.0

// Filters that were chosen in the list, and how to take them back.

import type { Filters } from '../../chain/catalog'
import { short } from '../../lib/format'
import { isNarrowed } from './address'
import css from './browse.module.css'
import type { Change } from './use-filters'

export function Chips({ filters, change, clear }: { filters: Filters; change: Change; clear: () => void }) {
	if (!isNarrowed(filters)) return null
	return (
		<div className={css.chips}>
			{filters.tag && (
				<button onClick={() => change({ tag: '' })}>
					Tag {filters.tag} <span aria-hidden="true">×</span>
					<span className="visually-hidden">: take it back</span>
				</button>
			)}
			{filters.publisher && (
				<button onClick={() => change({ publisher: '' })} title={filters.publisher}>
					Publisher <code>{short(filters.publisher)}</code> <span aria-hidden="true">×</span>
					<span className="visually-hidden">: take it back</span>
				</button>
			)}
			<button className="quiet" onClick={clear}>
				Clear all filters
			</button>
		</div>
	)
}

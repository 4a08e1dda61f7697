// SPDX-License-Identifier: Apache-2.0

// Finding models and datasets.

import { EVERYTHING } from '../../chain/catalog'
import { Page } from '../../ui/parts'
import { Chips } from './chips'
import { SearchForm } from './form'
import { Results } from './results'
import { useFilters } from './use-filters'

export default function Browse() {
	const [filters, change] = useFilters()
	const clear = () => change({ ...EVERYTHING, order: filters.order })
	return (
		<Page
			title="Models and datasets"
			lead="Find what others made, check where it came from, and license it."
		>
			<SearchForm filters={filters} change={change} />
			<Chips filters={filters} change={change} clear={clear} />
			<Results filters={filters} clear={clear} />
		</Page>
	)
}

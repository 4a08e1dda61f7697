// SPDX-License-Identifier: Apache-2.0

// What is looked for, as the page's address says it: to share, and to come back to.

import { EVERYTHING, type Filters, maxPriceOf } from '../../chain/catalog'
import { addressOf } from '../../lib/address'

const LIMIT = 128
const textIn = (query: URLSearchParams, key: string): string => (query.get(key) ?? '').slice(0, LIMIT)

/** Filters from an address's query. What makes no sense is as if it was not there. */
export function filtersOf(search: string): Filters {
	const query = new URLSearchParams(search)
	const kind = textIn(query, 'kind')
	const price = textIn(query, 'price')
	return {
		text: textIn(query, 'text'),
		kind: kind === 'model' ? 'Model' : kind === 'dataset' ? 'Dataset' : '',
		tag: textIn(query, 'tag'),
		publisher: addressOf(textIn(query, 'publisher')) ?? '',
		license: textIn(query, 'license'),
		price: maxPriceOf(price) === undefined ? '' : price,
		order: query.get('order') === 'licensed' ? 'MostLicensed' : 'Newest',
	}
}

/** The query that says so, without the `?`; empty for everything there is. */
export function searchOf(filters: Filters): string {
	const query = new URLSearchParams()
	const set = (key: string, value: string) => value && query.set(key, value)
	set('text', filters.text)
	set('kind', filters.kind.toLowerCase())
	set('tag', filters.tag)
	set('publisher', filters.publisher)
	set('license', filters.license)
	set('price', filters.price)
	set('order', filters.order === 'MostLicensed' ? 'licensed' : '')
	return query.toString()
}

/** The address of the page with these filters. */
export function browsePath(filters: Partial<Filters>): string {
	const search = searchOf({ ...EVERYTHING, ...filters })
	return search ? `/?${search}` : '/'
}

/** Whether anything is asked for; the order leaves nothing out. */
export const isNarrowed = (filters: Filters): boolean =>
	searchOf({ ...filters, order: 'Newest' }) !== ''

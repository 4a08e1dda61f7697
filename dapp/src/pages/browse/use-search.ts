// SPDX-License-Identifier: Apache-2.0

// The search as a list that grows: by what the reader asks for, over pages that come back short.

import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { type Cursor, type Filters, type Found, merged, searchCatalog } from '../../chain/catalog'
import { useConnection } from '../../chain/context'
import { searchOf } from './address'
import { firstKept, keepFirst } from './kept'

/** How many more are shown at a time. */
export const STEP = 24
/** How many questions in a row are asked of the chain by themselves, each about thousands of artifacts. */
const MOST_QUESTIONS = 20
/** Longer lists are not read again with each block. */
const LIVE_PAGES = 2

export interface Search {
	found: Found | undefined
	error: Error | null
	/** Whether this is of the search before, or of the last visit, until this one's comes. */
	isOld: false | 'search' | 'visit'
	/** Whether the chain is being asked for more of the list. */
	isSearching: boolean
	/** Show more; nothing if all is shown. */
	more: (() => void) | undefined
	retry: () => void
}

/** Whether the chain should be asked for another page without the reader's asking. */
export const searchesOn = (shown: number, wanted: number, more: boolean, questions: number): boolean =>
	more && shown < wanted && questions < MOST_QUESTIONS

export function useSearch(filters: Filters): Search {
	const connection = useConnection()
	const key = searchOf(filters)
	const [asked, setAsked] = useState({ key, wanted: STEP, before: 0 })
	const { wanted, before } = asked.key === key ? asked : { wanted: STEP, before: 0 }
	const [pages, setPages] = useState(1)
	const [kept] = useState(() => (key === '' ? firstKept(connection.url) : undefined))
	const query = useInfiniteQuery({
		queryKey: ['catalog', key],
		queryFn: ({ pageParam }) => searchCatalog(connection, filters, pageParam, STEP),
		initialPageParam: undefined as Cursor | undefined,
		getNextPageParam: last => last.next,
		placeholderData: before => before ?? (kept && key === '' ? { pages: [kept], pageParams: [undefined] } : undefined),
		meta: { live: pages <= LIVE_PAGES },
	})
	const { data, fetchNextPage, hasNextPage, isFetching, isError, isPlaceholderData } = query
	const many = data?.pages.length ?? 0
	useEffect(() => setPages(many), [many])
	const first = isPlaceholderData ? undefined : data?.pages[0]
	useEffect(() => {
		if (first && key === '') keepFirst(connection.url, first)
	}, [first, key, connection])
	const found = useMemo(() => data && merged(data.pages), [data])
	const goesOn =
		!isPlaceholderData && searchesOn(found?.listings.length ?? 0, wanted, hasNextPage, many - before)
	useEffect(() => {
		if (goesOn && !isFetching && !isError) void fetchNextPage()
	}, [goesOn, isFetching, isError, fetchNextPage])
	return {
		found,
		error: query.error,
		isOld: isPlaceholderData && (data?.pages[0] === kept ? 'visit' : 'search'),
		isSearching: goesOn || query.isFetchingNextPage,
		more:
			hasNextPage && !isPlaceholderData
				? () => setAsked({ key, wanted: (found?.listings.length ?? 0) + STEP, before: many })
				: undefined,
		retry: () => void query.refetch(),
	}
}

// SPDX-License-Identifier: Apache-2.0

// The filters that the address has, and how to change them.

import { useCallback, useMemo, useRef } from 'react'
import type { Filters } from '../../chain/catalog'
import { navigate, useHashQuery } from '../../lib/hash-location'
import { browsePath, filtersOf } from './address'

/** Changes some filters. What is `typed`, letter by letter, is one step back in the browser's history. */
export type Change = (some: Partial<Filters>, typed?: boolean) => void

export function useFilters(): [Filters, Change] {
	const query = useHashQuery()
	const filters = useMemo(() => filtersOf(query), [query])
	// Where the last typing led: only there does more of it replace what it was.
	const typing = useRef<string>(undefined)
	const change = useCallback<Change>(
		(some, typed = false) => {
			const before = browsePath(filters)
			const path = browsePath({ ...filters, ...some })
			if (path === before) return
			navigate(path, { replace: typed && typing.current === before })
			typing.current = typed ? path : undefined
		},
		[filters],
	)
	return [filters, change]
}

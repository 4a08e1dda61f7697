// SPDX-License-Identifier: Apache-2.0

// Reading again what follows the chain.

import type { Query, QueryClient } from '@tanstack/react-query'

const isLive = (query: Query): boolean => query.meta?.live === true

/**
 * Read again what is marked as live and on screen.
 *
 * A first read that is under way is joined, not begun anew, and may be of the block before. So what
 * is read for the first time now is read once more when that comes.
 */
export function afterBlock(queries: QueryClient, again: WeakSet<Query>): void {
	const first = queries
		.getQueryCache()
		.findAll({ predicate: query => isLive(query) && query.state.data === undefined && query.state.fetchStatus !== 'idle' })
	for (const query of first) {
		if (again.has(query)) continue
		again.add(query)
		const repeat = () => {
			again.delete(query)
			void queries.invalidateQueries({ predicate: each => each === query })
		}
		// What failed is tried by hand, or with the next block.
		query.promise?.then(repeat, () => again.delete(query))
	}
	void queries.invalidateQueries({ predicate: isLive })
}

/**
 * Read again what a transaction may have changed: all that is on screen, but what is pinned, which
 * its reader is about to sign.
 */
export const afterTransaction = (queries: QueryClient): Promise<void> =>
	queries.invalidateQueries({ predicate: ({ meta }) => meta?.pinned !== true })

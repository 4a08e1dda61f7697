// SPDX-License-Identifier: Apache-2.0

// The connection as the app's components have it, and reads that follow the chain.

import { QueryClient, QueryClientProvider, type UseQueryResult, useQuery } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from 'react'
import type { Connection, Status } from './connection'

const Context = createContext<Connection | undefined>(undefined)

/** Provides a connection for as long as the page is there, and what was read by it. */
export function ChainProvider({ connection, children }: { connection: Connection; children: ReactNode }) {
	const [queries] = useState(
		() =>
			new QueryClient({
				defaultOptions: {
					queries: { networkMode: 'always', retry: 1, refetchOnWindowFocus: false, staleTime: 1_000 },
				},
			}),
	)
	useEffect(() => followBlocks(connection, queries), [connection, queries])
	return (
		<Context.Provider value={connection}>
			<QueryClientProvider client={queries}>{children}</QueryClientProvider>
		</Context.Provider>
	)
}

/** Reads on screen that are marked as live are done again after each block, once a second at most. */
function followBlocks(connection: Connection, queries: QueryClient): () => void {
	let timer: ReturnType<typeof setTimeout> | undefined
	let last = 0
	const refresh = () => {
		timer = undefined
		last = Date.now()
		void queries.invalidateQueries({ predicate: query => query.meta?.live === true })
	}
	const watch = connection.client.bestBlocks$.subscribe({
		next: () => {
			timer ??= setTimeout(refresh, Math.max(0, last + 1_000 - Date.now()))
		},
		error: () => undefined,
	})
	return () => {
		clearTimeout(timer)
		watch.unsubscribe()
	}
}

export function useConnection(): Connection {
	const connection = useContext(Context)
	if (!connection) throw new Error('There is no connection here.')
	return connection
}

export function useStatus(): Status {
	const { status } = useConnection()
	return useSyncExternalStore(status.subscribe, status.get)
}

/**
 * Something read from the chain, by a key of its own.
 *
 * `live`, which is the default, reads it again after each block while it is on screen; what is much
 * to read is rather read `every` so many milliseconds.
 */
export function useChain<T>(
	key: readonly unknown[],
	read: (connection: Connection) => Promise<T>,
	options: { live?: boolean; enabled?: boolean; every?: number } = {},
): UseQueryResult<T> {
	const connection = useConnection()
	const { live = true, enabled = true, every } = options
	return useQuery({
		queryKey: key,
		queryFn: () => read(connection),
		enabled,
		meta: { live },
		...(live ? {} : { staleTime: Number.POSITIVE_INFINITY }),
		...(every === undefined ? {} : { refetchInterval: every }),
	})
}

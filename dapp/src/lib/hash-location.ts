// SPDX-License-Identifier: Apache-2.0

// Where the reader is, all of it behind the `#`: the page's path, and a query that can be shared.
// (wouter's own hook moves the query in front of the `#`, where it stays whatever page comes next.)

import { useSyncExternalStore } from 'react'

interface Options {
	replace?: boolean
	state?: unknown
}

function subscribe(listener: () => void): () => void {
	addEventListener('hashchange', listener)
	addEventListener('popstate', listener)
	return () => {
		removeEventListener('hashchange', listener)
		removeEventListener('popstate', listener)
	}
}

const parts = (): [path: string, query: string] => {
	const [path = '', ...query] = location.hash.replace(/^#?\/?/, '').split('?')
	return [`/${path}`, query.join('?')]
}

/** Go to a page, with its query if it has one. */
export function navigate(to: string, { replace = false, state = null }: Options = {}): void {
	const [before] = parts()
	history[replace ? 'replaceState' : 'pushState'](state, '', `#/${to.replace(/^#?\/?/, '')}`)
	dispatchEvent(new Event('hashchange'))
	// Another page is read from its beginning. Going back is left to the browser, which knows where.
	if (parts()[0] !== before) document.documentElement.scrollTop = 0
}

/** The page's path, and how to go to another. */
export function useHashLocation(): [string, typeof navigate] {
	return [useSyncExternalStore(subscribe, () => parts()[0]), navigate]
}
useHashLocation.hrefs = (to: string): string => `#${to}`

/** The page's query, without the `?`. */
export const useHashQuery = (): string => useSyncExternalStore(subscribe, () => parts()[1])

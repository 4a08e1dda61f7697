// SPDX-License-Identifier: Apache-2.0

import { useEffect } from 'react'
import { useHashLocation } from 'wouter/use-hash-location'

/**
 * The version to check a folder against, as in `#/publish?check=PUBLISHER/NAME@NUMBER`; an empty
 * text if it is yet to be named, and nothing if a folder is to be published.
 */
export function useCheck(): string | undefined {
	const [at] = useHashLocation()
	useEffect(bringBack, [at])
	return new URLSearchParams(at.split('?')[1] ?? '').get('check') ?? undefined
}

/** The router moves what follows `?` in front of the `#`, where it would stay for all pages. */
function bringBack() {
	const url = new URL(location.href)
	const check = url.searchParams.get('check')
	if (check === null) return
	url.search = ''
	url.hash = `/publish?check=${check}`
	const oldURL = location.href
	history.replaceState(history.state, '', url)
	dispatchEvent(new HashChangeEvent('hashchange', { oldURL, newURL: url.href }))
}

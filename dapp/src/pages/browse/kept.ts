// SPDX-License-Identifier: Apache-2.0

// The first page of the catalog as it was last time, to look at until this time's comes.

import type { Found, Listing } from '../../chain/catalog'

const KEY = 'agora.catalog'

interface Kept {
	/** The node that said so. */
	node: string
	best: number
	listings: Listing[]
}

/** JSON knows no whole numbers of any size: they are kept as `{ "whole": "1" }`. */
const pack = (_: string, value: unknown) => (typeof value === 'bigint' ? { whole: value.toString() } : value)
const unpack = (_: string, value: any) => (typeof value?.whole === 'string' ? BigInt(value.whole) : value)

/** Keep what a node found. A browser that keeps nothing is left alone. */
export function keepFirst(node: string, { listings, best }: Found): void {
	try {
		localStorage.setItem(KEY, JSON.stringify({ node, best, listings } satisfies Kept, pack))
	} catch {}
}

/** What this node found last time; nothing if that was never, or cannot be read. */
export function firstKept(node: string): Found | undefined {
	try {
		const kept: Kept | null = JSON.parse(localStorage.getItem(KEY) ?? 'null', unpack)
		if (kept?.node !== node || kept.listings.length === 0) return undefined
		const { listings, best } = kept
		return { listings, best, next: undefined, examined: 0 }
	} catch {
		return undefined
	}
}

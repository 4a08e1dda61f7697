// SPDX-License-Identifier: Apache-2.0

// Where links and images of a card lead, as addresses that are safe to show and to follow.

import { below } from '../../../chain/location'

/** The folder in which the card was found, and the card's own path below it. */
export interface Base {
	location: string
	path: string
}

/** What begins at the root or with a scheme, or has what no name of a file here has. */
const NO_PATH = /^\/|^[a-z][a-z0-9+.-]*:|[\x00-\x1f\x7f\\]/i

/** The path of a file that a card names relative to itself; nothing if it leads out of the folder. */
export function pathOf(reference: string, base: Base): string | undefined {
	const [bare = ''] = reference.split(/[?#]/)
	if (bare === '' || NO_PATH.test(bare)) return undefined
	let decoded: string
	try {
		decoded = decodeURIComponent(bare)
	} catch {
		return undefined
	}
	const parts = base.path.split('/').slice(0, -1)
	for (const part of decoded.split('/')) {
		if (part === '.' || part === '') continue
		if (part !== '..') parts.push(part)
		else if (parts.pop() === undefined) return undefined
	}
	return parts.length > 0 ? parts.join('/') : undefined
}

/** The whole address of a link; nothing for one that leads nowhere, or somewhere else than the web. */
export function addressOf(reference: string, base: Base): string | undefined {
	const text = reference.trim()
	const whole = /^\/\//.test(text) ? `https:${text}` : text
	try {
		if (/^(https?|mailto):/i.test(whole)) return new URL(whole).href
		const path = pathOf(whole, base)
		return path === undefined ? undefined : below(base.location, path)
	} catch {
		return undefined
	}
}

/** The same for an image, which is not mailed. */
export function imageOf(reference: string, base: Base): string | undefined {
	const address = addressOf(reference, base)
	return address?.startsWith('mailto:') ? undefined : address
}

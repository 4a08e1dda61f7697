// SPDX-License-Identifier: Apache-2.0

// Which node is asked: what the user chose, or else what the site's `config.json` names.

import { isThisMachine } from './location'

const KEY = 'agora.node'
const DEFAULT = 'ws://127.0.0.1:9944'

/**
 * Whether this can be a node's address: `wss://`, or `ws://`, which browsers refuse to pages that came
 * by HTTPS, unless it is of this machine. Nor do they take an address with a part behind `#`.
 */
export function isNodeUrl(text: string, pageProtocol = globalThis.location?.protocol): boolean {
	try {
		const { protocol, hostname, href } = new URL(text)
		if (href.includes('#')) return false
		return protocol === 'wss:' || (protocol === 'ws:' && (pageProtocol !== 'https:' || isThisMachine(hostname)))
	} catch {
		return false
	}
}

/** The address that the user chose in this browser. */
export function chosenNode(): string | undefined {
	try {
		const kept = localStorage.getItem(KEY)
		return kept && isNodeUrl(kept) ? kept : undefined
	} catch {
		return undefined
	}
}

/** Keep another address, or forget it. A browser that keeps nothing forgets it with the page. */
export function chooseNode(url: string | undefined): void {
	try {
		if (url === undefined) localStorage.removeItem(KEY)
		else localStorage.setItem(KEY, url)
	} catch {}
}

/** The address that the site was set up with, from `config.json` beside the page. */
export async function configuredNode(): Promise<string> {
	try {
		const answer = await fetch('./config.json', { cache: 'no-cache' })
		const { node } = (await answer.json()) as { node?: unknown }
		return typeof node === 'string' && isNodeUrl(node) ? node : DEFAULT
	} catch {
		return DEFAULT
	}
}

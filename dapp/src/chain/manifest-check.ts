// SPDX-License-Identifier: Apache-2.0

// Files of a version from its locations, each checked against a digest before anybody sees it.

import { bareHex } from '../lib/bytes'
import type { Version } from './artifact'
import { fetchBounded } from './fetch-bounded'
import { below, isMixed, isWeb, needsAsking } from './location'
import { digestOf, MANIFEST_NAME, MAX_MANIFEST_BYTES, type Manifest, parseManifest } from './manifest'

/** What came of looking in one place. */
export type Attempt =
	| { type: 'checked'; location: string; url: string }
	/** It has other bytes, whose digest is `found`. */
	| { type: 'tampered'; location: string; url: string; found: string }
	| { type: 'unreachable'; location: string; url: string; why: string }
	/** The server sends on to another place, which may be there: that wants their word, too. */
	| { type: 'elsewhere'; location: string; url: string; why: string }
	/** It is in the user's own network, which wants their word first. */
	| { type: 'unasked'; location: string }
	/** Its scheme is none that a browser knows. */
	| { type: 'foreign'; location: string }

/** A file as it was found, and every place that was looked in. */
export interface Search {
	/** The file, whose digest is the one expected; nothing if nobody has it. */
	found?: { bytes: Uint8Array<ArrayBuffer>; location: string; path: string }
	/** The digest that it has to have. */
	expected: string
	attempts: Attempt[]
}

export interface Place {
	locations: readonly string[]
	/** Whether the user lets the page ask machines in their own network. */
	local: boolean
	/** The host and protocol of the page itself. */
	page: { hostname: string; protocol: string }
	signal?: AbortSignal | undefined
}

/** What is looked for: its digest, the names it may have, and its bounds. */
export interface Wanted {
	digest: string
	paths: readonly string[]
	bytes: number
	milliseconds: number
	/** The digest of another file that may stand under that name by right. */
	other?: string | undefined
}

/** Cards of models that people wrote have a hundredth of it. */
const MAX_CARD = 2 ** 20

export const manifestWanted = (version: Version): Wanted => ({
	digest: version.manifest,
	paths: [MANIFEST_NAME],
	bytes: MAX_MANIFEST_BYTES,
	milliseconds: 60_000,
})

/**
 * The card: what the chain names, or else a `README.md` that a checked manifest lists.
 *
 * The chain has the digest of a card and not its name; a manifest that has the digest knows it.
 */
export function cardWanted(version: Version, manifest: Manifest | undefined): Wanted | undefined {
	const bounds = { bytes: MAX_CARD, milliseconds: 20_000 }
	const readme = manifest?.files.find(file => file.path === 'README.md')
	if (version.card !== undefined) {
		const digest = bareHex(version.card)
		const listed = manifest?.files.find(file => file.blake3 === digest)
		if (listed) return { digest, paths: [listed.path], ...bounds }
		return { digest, paths: ['README.md', 'card.md'], other: readme?.blake3, ...bounds }
	}
	return readme && { digest: readme.blake3, paths: [readme.path], ...bounds }
}

/** Look for a file in each place in turn, until one has it. */
export async function search({ locations, local, page, signal }: Place, wanted: Wanted): Promise<Search> {
	const expected = bareHex(wanted.digest)
	const attempts: Attempt[] = []
	for (const location of locations) {
		if (!isWeb(location)) {
			attempts.push({ type: 'foreign', location })
			continue
		}
		if (!local && needsAsking(location, page.hostname)) {
			attempts.push({ type: 'unasked', location })
			continue
		}
		for (const path of wanted.paths) {
			const url = below(location, path)
			if (isMixed(location, page.protocol)) {
				const why = 'browsers do not let a page that came by HTTPS read plain HTTP'
				attempts.push({ type: 'unreachable', location, url, why })
				break
			}
			const answer = await fetchBounded(url, { ...wanted, signal, redirect: local ? 'follow' : 'manual' })
			if (answer.type === 'failed') {
				const type = answer.elsewhere ? 'elsewhere' : 'unreachable'
				attempts.push({ type, location, url, why: answer.why })
				continue
			}
			const found = await digestOf(answer.bytes)
			if (found === expected) {
				attempts.push({ type: 'checked', location, url })
				return { found: { bytes: answer.bytes, location, path }, expected, attempts }
			}
			if (found === wanted.other) {
				const why = 'the file there is the one that was published under this name, not the one looked for'
				attempts.push({ type: 'unreachable', location, url, why })
			} else attempts.push({ type: 'tampered', location, url, found })
		}
	}
	return { expected, attempts }
}

/** Whether one of these locations has other bytes, and none that was looked in the right ones. */
export const isTamperedAt = ({ found, attempts }: Search, locations: readonly string[]): boolean =>
	!found && attempts.some(({ type, location }) => type === 'tampered' && locations.includes(location))

/** A manifest with the right digest; refused if it does not say what the chain says. */
export function readManifest(bytes: Uint8Array, version: Pick<Version, 'files' | 'bytes'>): Manifest {
	const manifest = parseManifest(bytes)
	const size = manifest.files.reduce((all, file) => all + BigInt(file.size), 0n)
	if (manifest.files.length !== version.files || size !== version.bytes) {
		throw new Error(
			`It lists ${manifest.files.length} files with ${size} bytes; the chain says ${version.files} with ${version.bytes}.`,
		)
	}
	return manifest
}

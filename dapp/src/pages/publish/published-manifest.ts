// SPDX-License-Identifier: Apache-2.0

// The manifest of a published version, from wherever it can be had: its digest on chain says
// whether it is the one.

import { digestOf, type Manifest, MAX_MANIFEST_BYTES, parseManifest } from '../../chain/manifest'

/** The manifest in these bytes, if it has this digest. Throws otherwise, in a sentence. */
export async function checkedManifest(bytes: Uint8Array, digest: string): Promise<Manifest> {
	if ((await digestOf(bytes)) !== digest) throw new Error('This agora.json is of another version: it has another digest.')
	return parseManifest(bytes)
}

/** The same of a file; one that is too large is not read. */
export async function manifestOfFile(file: Blob, digest: string): Promise<Manifest> {
	if (file.size > MAX_MANIFEST_BYTES) throw new Error('The file is too large to be a manifest that a browser can read.')
	return checkedManifest(new Uint8Array(await file.arrayBuffer()), digest)
}

/** Whether a browser can ask this location. */
export const isWeb = (location: string): boolean => /^https?:\/\/[^/]/.test(location)

/** Fetches `agora.json` below a location. What comes back is data, and no more of it than one has. */
export async function fetchManifest(location: string, digest: string, signal?: AbortSignal): Promise<Manifest> {
	const url = new URL(location)
	url.pathname = `${url.pathname.replace(/\/+$/, '')}/agora.json`
	url.hash = ''
	let answer: Response
	try {
		answer = await fetch(url, { credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-cache', signal: signal ?? null })
	} catch {
		throw new Error('The location does not answer, or does not let web pages read it (CORS).')
	}
	if (!answer.ok || !answer.body) throw new Error(`The location answers with ${answer.status}.`)
	const pieces: Uint8Array<ArrayBuffer>[] = []
	let bytes = 0
	const reader = answer.body.getReader()
	for (;;) {
		const { done, value } = await reader.read()
		if (done) break
		bytes += value.length
		if (bytes > MAX_MANIFEST_BYTES) {
			await reader.cancel()
			throw new Error('The location sends more than a manifest has.')
		}
		pieces.push(value)
	}
	return checkedManifest(new Uint8Array(await new Blob(pieces).arrayBuffer()), digest)
}

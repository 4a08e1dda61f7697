// SPDX-License-Identifier: Apache-2.0

// The manifest of a published version, from wherever it can be had: its digest on chain says
// whether it is the one.

import { fetchBounded } from '../../chain/fetch-bounded'
import { below } from '../../chain/location'
import { digestOf, type Manifest, MAX_MANIFEST_BYTES, parseManifest } from '../../chain/manifest'

const LIMITS = { bytes: MAX_MANIFEST_BYTES, milliseconds: 60_000 }

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

/** Fetches `agora.json` below a location, a folder's address. It is a stranger's: no more is taken than a manifest has. */
export async function fetchManifest(location: string, digest: string): Promise<Manifest> {
	const answer = await fetchBounded(below(location, 'agora.json'), LIMITS)
	if (answer.type === 'failed') throw new Error(`The manifest could not be fetched: ${answer.why}.`)
	return checkedManifest(answer.bytes, digest)
}

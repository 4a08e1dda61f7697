// SPDX-License-Identifier: Apache-2.0

// How files differ from those that were published.

import { compareUtf8, type ManifestFile } from './manifest'

export interface Difference {
	/** In both, with other bytes. */
	different: { path: string; published: ManifestFile; local: ManifestFile }[]
	/** Published, and not here. */
	missing: ManifestFile[]
	/** Here, and not published. */
	extra: ManifestFile[]
}

/** Compares what was published with what is here; each sorted as in a manifest. */
export function difference(published: readonly ManifestFile[], local: readonly ManifestFile[]): Difference {
	const found: Difference = { different: [], missing: [], extra: [] }
	let left = 0
	let right = 0
	for (;;) {
		const theirs = published[left]
		const ours = local[right]
		if (!theirs && !ours) return found
		const order = !theirs ? 1 : !ours ? -1 : compareUtf8(theirs.path, ours.path)
		if (order <= 0) left += 1
		if (order >= 0) right += 1
		if (order < 0 && theirs) found.missing.push(theirs)
		else if (order > 0 && ours) found.extra.push(ours)
		else if (theirs && ours && !sameBytes(theirs, ours)) {
			found.different.push({ path: ours.path, published: theirs, local: ours })
		}
	}
}

const sameBytes = (a: ManifestFile, b: ManifestFile): boolean =>
	a.size === b.size && a.blake3 === b.blake3 && a.sha256 === b.sha256

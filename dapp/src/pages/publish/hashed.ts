// SPDX-License-Identifier: Apache-2.0

// A folder that was hashed: its manifest, and what its card proposes.

import { digestOf, type ManifestFile, parseManifest, totalSize, writeManifest } from '../../chain/manifest'
import { fileAt, type Folder } from '../../hashing/folder'
import { frontMatter } from '../../lib/front-matter'
import { proposedLicense } from './spdx'
import { proposedName, proposedTags } from './words'

/** The card's name at the top of a folder. */
const CARD_NAME = 'README.md'
/** As much of a card is read. */
const MAX_CARD_BYTES = 2 ** 20

export interface Hashed {
	folder: string | undefined
	/** Sorted as in the manifest. */
	files: ManifestFile[]
	bytes: number
	/** The manifest's bytes, `agora.json`. */
	manifest: Uint8Array
	/** Their BLAKE3 hash, lower-case hex digits alone. */
	digest: string
	/** The BLAKE3 hash of `README.md`, if it is there. */
	card: string | undefined
	proposed: { name: string; license: string | undefined; tags: string }
}

export async function describe(folder: Folder, files: readonly ManifestFile[]): Promise<Hashed> {
	const manifest = writeManifest(files)
	const digest = await digestOf(manifest)
	const card = await readCard(folder)
	return {
		folder: folder.name,
		files: parseManifest(manifest).files,
		bytes: totalSize(files),
		manifest,
		digest,
		card: files.find(({ path }) => path === CARD_NAME)?.blake3,
		proposed: {
			name: proposedName(folder.name),
			license: proposedLicense(card?.get('license') ?? [], card?.get('license_name')?.[0]),
			tags: proposedTags(card?.get('tags') ?? []),
		},
	}
}

/** A card that cannot be read proposes nothing. */
async function readCard(folder: Folder): Promise<Map<string, string[]> | undefined> {
	try {
		return frontMatter((await fileAt(folder, CARD_NAME)?.slice(0, MAX_CARD_BYTES).text()) ?? '')
	} catch {
		return undefined
	}
}

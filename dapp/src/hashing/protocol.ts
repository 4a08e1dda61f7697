// SPDX-License-Identifier: Apache-2.0

// What the page and its worker say to each other.

import type { ManifestFile } from '../chain/manifest'

/** A file of a folder, and its name in the manifest. */
export interface FolderFile {
	path: string
	file: File
}

/** To the worker, once: hash these. It is ended when nobody waits any more. */
export interface Request {
	files: FolderFile[]
}

/** From the worker. */
export type Answer =
	/** So many bytes are hashed, the last of them of this file. */
	| { type: 'progress'; bytes: number; path: string }
	/** All are. */
	| { type: 'done'; files: ManifestFile[] }
	/** This file could not be hashed, or hashing itself does not work. */
	| { type: 'failed'; message: string }

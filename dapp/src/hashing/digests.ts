// SPDX-License-Identifier: Apache-2.0

// Both hashes of a file in one pass, a piece at a time: memory stays small whatever the file's size.

import { createBLAKE3, createSHA256 } from 'hash-wasm'
import type { ManifestFile } from '../chain/manifest'

/** How much is read at a time; while one piece is hashed, the next is read. */
export const PIECE = 4 * 2 ** 20

/** Anything that has bytes as a `File` has them. */
export interface Readable {
	size: number
	slice: (from: number, to: number) => { arrayBuffer: () => Promise<ArrayBuffer> }
}

/** A file that could not be hashed, by name. */
export class HashingError extends Error {
	override name = 'HashingError'
}

export interface Digester {
	/** Hash a file. `onBytes` is told of each piece. Throws a `HashingError` that names it. */
	hash: (path: string, file: Readable, onBytes: (bytes: number) => void) => Promise<ManifestFile>
}

/** The hash functions take a moment to set up, and are then used for one file after the other. */
export async function createDigester(): Promise<Digester> {
	const [blake3, sha256] = await Promise.all([createBLAKE3(), createSHA256()])
	return {
		hash: async (path, file, onBytes) => {
			blake3.init()
			sha256.init()
			let next = read(path, file, 0)
			for (let at = 0; at < file.size; at += PIECE) {
				const piece = await next
				if (at + PIECE < file.size) next = read(path, file, at + PIECE)
				blake3.update(piece)
				sha256.update(piece)
				onBytes(piece.length)
			}
			// What the browser gives for a file without bytes can fail as well.
			await next
			return { path, size: file.size, blake3: blake3.digest(), sha256: sha256.digest() }
		},
	}
}

async function read(path: string, file: Readable, from: number): Promise<Uint8Array> {
	const to = Math.min(from + PIECE, file.size)
	let bytes: Uint8Array
	try {
		bytes = new Uint8Array(await file.slice(from, to).arrayBuffer())
	} catch (error) {
		throw new HashingError(`The file “${path}” ${why(error)}`)
	}
	if (bytes.length !== to - from) throw new HashingError(`The file “${path}” ${CHANGED}`)
	return bytes
}

const CHANGED = 'changed since it was chosen. Choose the folder again when nothing writes to it.'

/** Browsers tell a file that changed, and one that may not be read, with the same name. */
function why(error: unknown): string {
	const name = error instanceof Error || error instanceof DOMException ? error.name : ''
	if (name === 'NotFoundError') return 'is gone. Choose the folder again.'
	if (name === 'NotReadableError') return `cannot be read, or ${CHANGED}`
	return `could not be read: ${error instanceof Error ? error.message : String(error)}`
}

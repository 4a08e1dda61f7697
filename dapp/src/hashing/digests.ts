// SPDX-License-Identifier: Apache-2.0

// Both hashes of a file in one pass, with memory that stays small whatever the file's size.

import { createBLAKE3, createSHA256 } from 'hash-wasm'
import type { ManifestFile } from '../chain/manifest'
import { hexOf } from '../lib/bytes'

/** How much of a large file is read at a time; while one piece is hashed, the next is read. */
export const PIECE = 4 * 2 ** 20

/**
 * Up to this size a file is read whole, and the browser's own SHA-256 takes it: several times as
 * fast as WebAssembly, but it cannot go on from piece to piece. Pages that did not come by HTTPS,
 * unless from this machine, do not have it.
 */
export const WHOLE = 64 * 2 ** 20

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
export async function createDigester(native: SubtleCrypto | null | undefined = globalThis.crypto?.subtle): Promise<Digester> {
	const [blake3, sha256] = await Promise.all([createBLAKE3(), createSHA256()])

	async function whole(path: string, file: Readable, subtle: SubtleCrypto, onBytes: (bytes: number) => void) {
		const bytes = await read(path, file, 0, file.size)
		const native = subtle.digest('SHA-256', bytes)
		blake3.init()
		for (let at = 0; at < bytes.length; at += PIECE) {
			const piece = bytes.subarray(at, at + PIECE)
			blake3.update(piece)
			onBytes(piece.length)
		}
		return { blake3: blake3.digest(), sha256: hexOf(new Uint8Array(await native)) }
	}

	async function pieces(path: string, file: Readable, onBytes: (bytes: number) => void) {
		blake3.init()
		sha256.init()
		let next = read(path, file, 0, PIECE)
		for (let at = 0; at < file.size; at += PIECE) {
			const piece = await next
			if (at + PIECE < file.size) next = read(path, file, at + PIECE, at + 2 * PIECE)
			blake3.update(piece)
			sha256.update(piece)
			onBytes(piece.length)
		}
		// Of a file without bytes that is all: that it can be read.
		await next
		return { blake3: blake3.digest(), sha256: sha256.digest() }
	}

	return {
		hash: async (path, file, onBytes) => {
			const { size } = file
			const hashes = native && size <= WHOLE ? await whole(path, file, native, onBytes) : await pieces(path, file, onBytes)
			return { path, size, ...hashes }
		},
	}
}

async function read(path: string, file: Readable, from: number, end: number): Promise<Uint8Array<ArrayBuffer>> {
	const to = Math.min(end, file.size)
	let bytes: Uint8Array<ArrayBuffer>
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

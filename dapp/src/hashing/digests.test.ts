// SPDX-License-Identifier: Apache-2.0
// @vitest-environment node

import { createHash, webcrypto } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { blake3 } from 'hash-wasm'
import { createDigester, PIECE, type Readable } from './digests'

const native = webcrypto.subtle as SubtleCrypto
const none = null
/** A file of bytes that do not repeat from piece to piece. */
const fileOf = (size: number): { file: Readable; bytes: Uint8Array } => {
	const bytes = new Uint8Array(size)
	for (let i = 0; i < size; i++) bytes[i] = i * 31 + (i >> 8) * 7 + (i >> 16)
	return { file: new Blob([bytes]), bytes }
}
const failing = (name: string, size = 1): Readable => ({
	size,
	slice: () => ({ arrayBuffer: () => Promise.reject(Object.assign(new Error('no'), { name })) }),
})

describe.each([
	['the browser’s own SHA-256', native],
	['WebAssembly alone', none],
])('hashing with %s', (_, subtle) => {
	it('gives both hashes of files of any size', async () => {
		const digester = await createDigester(subtle)
		for (const size of [0, 1, 64, 1025, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE + 77]) {
			const { file, bytes } = fileOf(size)
			let told = 0
			const entry = await digester.hash('a', file, more => {
				told += more
			})
			expect(entry).toEqual({
				path: 'a',
				size,
				blake3: await blake3(bytes),
				sha256: createHash('sha256').update(bytes).digest('hex'),
			})
			expect(told).toBe(size)
		}
	}, 60_000)
	it('names files that cannot be read or changed', async () => {
		const digester = await createDigester(subtle)
		const hash = (file: Readable) => digester.hash('x/y', file, () => undefined)
		await expect(hash(failing('NotFoundError'))).rejects.toThrow('“x/y” is gone')
		await expect(hash(failing('NotReadableError'))).rejects.toThrow('“x/y” cannot be read, or changed')
		await expect(hash(failing('NotReadableError', 0))).rejects.toThrow('“x/y” cannot be read')
		await expect(hash(failing('Other', 3 * PIECE))).rejects.toThrow('“x/y” could not be read: no')
		const shrunk: Readable = { size: 9, slice: () => new Blob(['short']) }
		await expect(hash(shrunk)).rejects.toThrow('“x/y” changed')
		// It goes on as if nothing had been.
		expect((await hash(new Blob(['abc']))).blake3).toMatch(/^6437b3ac/)
	})
})

it('large files are never in memory whole', async () => {
	const { file } = fileOf(3 * PIECE)
	let most = 0
	const watched: Readable = {
		size: file.size,
		slice: (from, to) => {
			most = Math.max(most, to - from)
			return file.slice(from, to)
		},
	}
	await (await createDigester(none)).hash('a', watched, () => undefined)
	expect(most).toBe(PIECE)
})

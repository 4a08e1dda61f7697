// SPDX-License-Identifier: Apache-2.0

// The manifest: the canonical list of a version's files, `agora.json`. docs/manifest.md is its
// specification. It is canonical JSON (RFC 8785), so the same files give the same bytes
// everywhere, and the BLAKE3 hash of those bytes is the version's digest.

import { blake3 } from 'hash-wasm'
import { bytesOf } from '../lib/bytes'

/** The manifest's name at the top of a folder. */
export const MANIFEST_NAME = 'agora.json'

/** The largest manifest that is read here: a quarter of a million files. The command reads larger ones. */
export const MAX_MANIFEST_BYTES = 64 * 2 ** 20

export type ManifestFile = {
	/** Its name, relative to the folder, with `/` between the parts. */
	path: string
	/** In bytes. */
	size: number
	/** 64 lower-case hex digits, and so is `sha256`. */
	blake3: string
	sha256: string
}

export type Manifest = { files: ManifestFile[] }

/** Why these files make no manifest, or these bytes are none. */
export class ManifestError extends Error {
	override name = 'ManifestError'
}

/** Is this name, at the top of a folder, the manifest's own and therefore no part of a version? */
export const isOwnFile = (name: string): boolean =>
	name === MANIFEST_NAME || (name.startsWith('.agora.json.') && name.endsWith('.tmp'))

/** Why this cannot be the path of a file in a manifest; nothing if it can. */
export function pathFault(path: string): string | undefined {
	if (/\p{Surrogate}/u.test(path)) return 'is not text that can be written as UTF-8'
	if (path.includes('\0')) return 'has a zero byte'
	if (path.startsWith('/') || path.endsWith('/')) return 'begins or ends with “/”'
	const parts = path.split('/')
	if (parts.includes('')) return 'has an empty part'
	if (parts.includes('.') || parts.includes('..')) return 'has a part that is “.” or “..”'
	return undefined
}

/** The order of two texts by their bytes in UTF-8, which is not that of `<` beyond U+FFFF. */
export function compareUtf8(left: string, right: string): number {
	const end = Math.min(left.length, right.length)
	for (let at = 0; at < end; at++) {
		const a = left.charCodeAt(at)
		const b = right.charCodeAt(at)
		if (a !== b) return rank(a) - rank(b)
	}
	return left.length - right.length
}

/** Halves of what is beyond U+FFFF come after all other code units. */
const rank = (unit: number): number => ((unit & 0xf800) === 0xd800 ? unit + 0x10000 : unit)

const HASH = /^[0-9a-f]{64}$/

function checkFile({ path, size, blake3, sha256 }: ManifestFile) {
	const shown = JSON.stringify(path)
	const fault = pathFault(path)
	if (fault) throw new ManifestError(`The name ${shown} ${fault}.`)
	if (!Number.isSafeInteger(size) || size < 0) throw new ManifestError(`The size of ${shown} is no number of bytes.`)
	if (!HASH.test(blake3)) throw new ManifestError(`The BLAKE3 hash of ${shown} is not 64 lower-case hex digits.`)
	if (!HASH.test(sha256)) throw new ManifestError(`The SHA-256 hash of ${shown} is not 64 lower-case hex digits.`)
}

/** Keys are in order, and `JSON.stringify` writes strings and whole numbers as RFC 8785 does. */
const encode = (files: readonly ManifestFile[]): string => {
	const entries = files.map(({ blake3, path, sha256, size }) => JSON.stringify({ blake3, path, sha256, size }))
	return `{"files":[${entries.join(',')}],"manifest":1}`
}

/** The one manifest of these files, given in any order, as bytes. Throws a `ManifestError`. */
export function writeManifest(files: readonly ManifestFile[]): Uint8Array {
	if (files.length === 0) throw new ManifestError('A version has at least one file.')
	const sorted = [...files].sort((a, b) => compareUtf8(a.path, b.path))
	sorted.forEach((file, at) => {
		checkFile(file)
		if (sorted[at - 1]?.path === file.path) throw new ManifestError(`The name ${JSON.stringify(file.path)} is there twice.`)
	})
	return bytesOf(encode(sorted))
}

/**
 * What a manifest says, if it is one that `writeManifest` would write. Throws a `ManifestError`.
 *
 * That its digest is the one on chain is for the caller to check, with `digestOf`.
 */
export function parseManifest(bytes: string | Uint8Array): Manifest {
	if (bytes.length > MAX_MANIFEST_BYTES) {
		throw new ManifestError('The manifest is too large for a browser. The command “agora” can read it.')
	}
	let text: string
	let value: unknown
	try {
		text = typeof bytes === 'string' ? bytes : new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
		value = JSON.parse(text)
	} catch {
		throw new ManifestError('This is not a manifest: it is not JSON.')
	}
	const top = objectOf(value, ['files', 'manifest'], 'The manifest')
	if (top.manifest !== 1) {
		throw new ManifestError('The manifest has another format than 1, the one that is known here.')
	}
	if (!Array.isArray(top.files) || top.files.length === 0) throw new ManifestError('The manifest lists no file.')
	const files = top.files.map(fileOf)
	files.forEach((file, at) => {
		const before = files[at - 1]
		if (before && compareUtf8(before.path, file.path) >= 0) {
			throw new ManifestError(`${JSON.stringify(file.path)} is out of order or twice in the manifest.`)
		}
	})
	// What `JSON.parse` forgives: white space, a key that is there twice, other ways to write a string.
	if (encode(files) !== text) throw new ManifestError('The manifest is not canonical JSON, as RFC 8785 has it.')
	return { files }
}

/** Exactly these keys. */
function objectOf(value: unknown, keys: string[], what: string): Record<string, unknown> {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) {
		throw new ManifestError(`${what} is no object.`)
	}
	const unknown = Object.keys(value).find(key => !keys.includes(key))
	if (unknown !== undefined) throw new ManifestError(`${what} has the unknown key ${JSON.stringify(unknown)}.`)
	const missing = keys.find(key => !Object.hasOwn(value, key))
	if (missing !== undefined) throw new ManifestError(`${what} has no “${missing}”.`)
	return value as Record<string, unknown>
}

function fileOf(value: unknown): ManifestFile {
	const { path, size, blake3, sha256 } = objectOf(value, ['blake3', 'path', 'sha256', 'size'], 'A file in the manifest')
	if (typeof path !== 'string' || typeof size !== 'number' || typeof blake3 !== 'string' || typeof sha256 !== 'string') {
		throw new ManifestError('A file in the manifest has a value of the wrong type.')
	}
	const file = { path, size, blake3, sha256 }
	checkFile(file)
	return file
}

/** The sum of the files' sizes. */
export const totalSize = (files: readonly { size: number }[]): number => files.reduce((sum, { size }) => sum + size, 0)

/** The BLAKE3 hash of bytes: lower-case hex digits alone. Of a manifest's bytes it is the version's digest. */
export const digestOf = (bytes: Uint8Array): Promise<string> => blake3(bytes)

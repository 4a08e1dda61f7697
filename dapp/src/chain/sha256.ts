// SPDX-License-Identifier: Apache-2.0

// SHA-256 of a few bytes.

import { bytesOfHex } from '../lib/bytes'

/** By the browser itself, or in WebAssembly where a page is served without TLS and has no `subtle`. */
export async function sha256(...parts: Uint8Array[]): Promise<Uint8Array> {
	const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
	let at = 0
	for (const part of parts) {
		bytes.set(part, at)
		at += part.length
	}
	// Absent outside of secure contexts, whatever the types say.
	const subtle = globalThis.crypto?.subtle as SubtleCrypto | undefined
	if (subtle) return new Uint8Array(await subtle.digest('SHA-256', bytes))
	const { sha256: inWasm } = await import('hash-wasm')
	return bytesOfHex(await inWasm(bytes)) ?? new Uint8Array()
}

export const equalBytes = (left: Uint8Array, right: Uint8Array): boolean =>
	left.length === right.length && left.every((byte, at) => byte === right[at])

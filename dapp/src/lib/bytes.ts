// SPDX-License-Identifier: Apache-2.0

// Bytes as text and back.

const lenient = new TextDecoder()
const encoder = new TextEncoder()

/** Bytes that the chain calls text. What is not UTF-8 is shown as replacement characters. */
export const textOf = (bytes: Uint8Array): string => lenient.decode(bytes)

export const bytesOf = (text: string): Uint8Array => encoder.encode(text)

/** Lower-case hex digits, without `0x`. */
export const hexOf = (bytes: Uint8Array): string =>
	Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')

/** The digits alone of a hash, in lower case. */
export const bareHex = (hash: string): string => hash.replace(/^0x/, '').toLowerCase()

/** Bytes of hex digits with or without `0x`; nothing if that is not what they are. */
export function bytesOfHex(hex: string): Uint8Array | undefined {
	const bare = bareHex(hex)
	if (bare.length % 2 !== 0 || !/^[0-9a-f]*$/.test(bare)) return undefined
	return Uint8Array.from({ length: bare.length / 2 }, (_, i) =>
		Number.parseInt(bare.slice(2 * i, 2 * i + 2), 16),
	)
}

// SPDX-License-Identifier: Apache-2.0

// One image from a stranger's server: of a bounded size, and of pixels. SVG is a program.

import { fetchBounded } from '../../../chain/fetch-bounded'
import { isMixed } from '../../../chain/location'
import { digestOf } from '../../../chain/manifest'

const LIMITS = { bytes: 8 * 2 ** 20, milliseconds: 20_000 }

const ascii = (bytes: Uint8Array, from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to))

/** The type of an image by its first bytes, whatever its server calls it; nothing for others. */
export function imageType(bytes: Uint8Array): string | undefined {
	if (ascii(bytes, 0, 8) === '\x89PNG\r\n\x1a\n') return 'image/png'
	if (ascii(bytes, 0, 3) === '\xff\xd8\xff') return 'image/jpeg'
	if (/^GIF8[79]a/.test(ascii(bytes, 0, 6))) return 'image/gif'
	if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP') return 'image/webp'
	if (/^ftypavi[fs]$/.test(ascii(bytes, 4, 12))) return 'image/avif'
	return undefined
}

/** The image, or why there is none. */
export async function fetchImage(address: string, digest: string | undefined): Promise<Blob | { why: string }> {
	if (isMixed(address, location.protocol)) {
		return { why: 'browsers do not let a page that came by HTTPS read plain HTTP' }
	}
	const answer = await fetchBounded(address, LIMITS)
	if (answer.type === 'failed') return answer
	if (digest !== undefined && (await digestOf(answer.bytes)) !== digest) {
		return { why: 'its bytes are not those that were published' }
	}
	const type = imageType(answer.bytes)
	return type ? new Blob([answer.bytes], { type }) : { why: 'it is no PNG, JPEG, GIF, WebP or AVIF' }
}

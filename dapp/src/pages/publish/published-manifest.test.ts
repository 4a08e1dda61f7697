// SPDX-License-Identifier: Apache-2.0

import { afterEach, expect, it, vi } from 'vitest'
import { digestOf, writeManifest } from '../../chain/manifest'
import { textOf } from '../../lib/bytes'
import { checkedManifest, fetchManifest } from './published-manifest'

const FILES = [{ path: 'a', size: 3, blake3: '1'.repeat(64), sha256: '2'.repeat(64) }]
const bytes = writeManifest(FILES)
const digest = await digestOf(bytes)

/** What the network answers, and what it was asked. */
function answering(answer: () => Response): string[] {
	const asked: string[] = []
	vi.stubGlobal('fetch', async (url: string) => {
		asked.push(url)
		return answer()
	})
	return asked
}
afterEach(() => vi.unstubAllGlobals())

it('a manifest is the one that was published, or refused', async () => {
	expect(await checkedManifest(bytes, digest)).toEqual({ files: FILES })
	await expect(checkedManifest(bytes, '0'.repeat(64))).rejects.toThrow('another digest')
	const loose = new TextEncoder().encode(` ${textOf(bytes)}`)
	await expect(checkedManifest(loose, await digestOf(loose))).rejects.toThrow('not canonical')
})

it('it is fetched from below a location, whose query stays', async () => {
	const asked = answering(() => new Response(textOf(bytes)))
	for (const location of ['https://x.y', 'https://x.y/m/', 'https://x.y/m?token=1#z']) {
		expect(await fetchManifest(location, digest)).toEqual({ files: FILES })
	}
	expect(asked).toEqual(['https://x.y/agora.json', 'https://x.y/m/agora.json', 'https://x.y/m/agora.json?token=1'])
})

it('a location that does not have it says why', async () => {
	answering(() => new Response('', { status: 404 }))
	await expect(fetchManifest('https://x.y', digest)).rejects.toThrow('404')
	answering(() => {
		throw new TypeError('Failed to fetch')
	})
	await expect(fetchManifest('https://x.y', digest)).rejects.toThrow('the server is away')
	// Endless: no more is taken than a manifest has.
	const piece = new Uint8Array(2 ** 23)
	answering(() => new Response(new ReadableStream({ pull: stream => stream.enqueue(piece) })))
	await expect(fetchManifest('https://x.y', digest)).rejects.toThrow('larger than 64 MiB')
})

// SPDX-License-Identifier: Apache-2.0

import { afterEach, describe, expect, it, vi } from 'vitest'
import { cardWanted, isTamperedAt, manifestWanted, readManifest, search } from './manifest-check'
import type { Version } from './artifact'

// The example of docs/manifest.md.
const TEXT =
	'{"files":[{"blake3":"6437b3ac38465133ffb63b75273a8db548c558465d79db03fd359c6cd5bd9d85","path":"abc.txt","sha256":"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad","size":3},{"blake3":"af1349b9f5f9a1a6a0404dea36dcc9499bcb25c9adc112b7cc9a93cae41f3262","path":"empty","sha256":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855","size":0}],"manifest":1}'
const DIGEST = 'dfb1ea5bea39bde241fc762882e83c12906e0bf1d6b2f9b60ee9164c3629f979'
const version = { manifest: `0x${DIGEST}`, files: 2, bytes: 3n, card: undefined } as unknown as Version
const page = { hostname: 'agora.example', protocol: 'https:' }
const place = (...locations: string[]) => ({ locations, local: false, page })

const bytes = (text: string) => new TextEncoder().encode(text)
/** Servers that have these texts at these addresses, and nothing else. */
const serving = (files: Record<string, string>) => {
	const asked: string[] = []
	vi.stubGlobal('fetch', async (url: string) => {
		asked.push(url)
		const text = files[url]
		return text === undefined ? new Response('', { status: 404 }) : new Response(bytes(text))
	})
	return asked
}
afterEach(() => vi.unstubAllGlobals())

describe('a manifest', () => {
	it('is taken from the first place that has the right bytes', async () => {
		const asked = serving({ 'https://b.org/m/agora.json': TEXT, 'https://c.org/agora.json': TEXT })
		const result = await search(place('https://a.org', 'https://b.org/m', 'https://c.org'), manifestWanted(version))
		expect(result.found?.location).toBe('https://b.org/m')
		expect(result.attempts.map(({ type }) => type)).toEqual(['unreachable', 'checked'])
		expect(asked).toEqual(['https://a.org/agora.json', 'https://b.org/m/agora.json'])
		expect(readManifest(result.found?.bytes ?? bytes(''), version).files).toHaveLength(2)
	})

	it('with another digest is never handed on', async () => {
		serving({ 'https://a.org/agora.json': TEXT.replace('abc.txt', 'abd.txt') })
		const result = await search(place('https://a.org'), manifestWanted(version))
		expect(result.found).toBeUndefined()
		expect(result.expected).toBe(DIGEST)
		expect(result.attempts[0]).toMatchObject({ type: 'tampered', found: expect.stringMatching(/^[0-9a-f]{64}$/) })
	})

	it('that only the reader’s own mirror has wrong accuses nobody', async () => {
		serving({ 'https://mirror.org/agora.json': '{}' })
		const result = await search(place('https://mirror.org', 'https://a.org'), manifestWanted(version))
		expect(isTamperedAt(result, ['https://a.org'])).toBe(false)
		expect(isTamperedAt(result, ['https://a.org', 'https://mirror.org'])).toBe(true)
	})

	it('is not asked for where a browser cannot go, or should not', async () => {
		const asked = serving({})
		const locations = ['s3://b/m', 'ipfs://bafy', 'http://192.168.1.1/m', 'http://x.org/m']
		const result = await search(place(...locations), manifestWanted(version))
		expect(result.attempts.map(({ type }) => type)).toEqual(['foreign', 'foreign', 'unasked', 'unreachable'])
		expect(asked).toEqual([])
	})

	it('is not followed to another place without the reader’s word', async () => {
		const asked = vi.fn(async (_: string, { redirect }: RequestInit) =>
			redirect === 'follow' ? new Response(bytes(TEXT)) : ({ type: 'opaqueredirect', ok: false } as Response),
		)
		vi.stubGlobal('fetch', asked)
		const sent = await search(place('https://a.org'), manifestWanted(version))
		expect(sent.attempts).toMatchObject([{ type: 'elsewhere', url: 'https://a.org/agora.json' }])
		const followed = await search({ ...place('https://a.org'), local: true }, manifestWanted(version))
		expect(followed.found?.location).toBe('https://a.org')
	})

	it('has to say what the chain says', () => {
		expect(() => readManifest(bytes(TEXT), { files: 3, bytes: 3n })).toThrow(/chain says 3/)
		expect(() => readManifest(bytes(TEXT), { files: 2, bytes: 4n })).toThrow(/chain says 2 with 4/)
		expect(() => readManifest(bytes('{}'), { files: 2, bytes: 3n })).toThrow()
	})
})

describe('a card', () => {
	const manifest = readManifest(bytes(TEXT), version)
	const abc = manifest.files[0]?.blake3 ?? ''
	it('is found by its digest among the files of a checked manifest', () => {
		const wanted = cardWanted({ ...version, card: `0x${abc}` } as Version, manifest)
		expect(wanted).toMatchObject({ digest: abc, paths: ['abc.txt'] })
	})
	it('is looked for under the usual names where it is not listed', () => {
		const wanted = cardWanted({ ...version, card: `0x${'1'.repeat(64)}` } as Version, manifest)
		expect(wanted?.paths).toContain('README.md')
		expect(cardWanted({ ...version, card: `0x${abc}` } as Version, undefined)?.paths).toContain('README.md')
	})
	it('that was replaced is not called tampered where its old file still is', async () => {
		const file = { path: 'README.md', size: 3, blake3: abc, sha256: '' }
		const wanted = cardWanted({ ...version, card: `0x${'1'.repeat(64)}` } as Version, { files: [file] })
		serving({ 'https://a.org/README.md': 'abc', 'https://b.org/README.md': 'abd' })
		const types = async (at: string) => (wanted ? (await search(place(at), wanted)).attempts.map(({ type }) => type) : [])
		expect(await types('https://a.org')).toEqual(['unreachable', 'unreachable'])
		expect(await types('https://b.org')).toEqual(['tampered', 'unreachable'])
	})
	it('may be a README.md that the manifest vouches for', () => {
		expect(cardWanted(version, manifest)).toBeUndefined()
		const file = { path: 'README.md', size: 3, blake3: abc, sha256: '' }
		expect(cardWanted(version, { ...manifest, files: [file] })).toMatchObject({ digest: abc, paths: ['README.md'] })
	})
})

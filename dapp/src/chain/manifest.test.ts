// SPDX-License-Identifier: Apache-2.0

import { describe, expect, it } from 'vitest'
import { bytesOf, textOf } from '../lib/bytes'
import { compareUtf8, digestOf, isOwnFile, type ManifestFile, parseManifest, pathFault, totalSize, writeManifest } from './manifest'

/** The example of docs/manifest.md. */
const ABC: ManifestFile = {
	path: 'abc.txt',
	size: 3,
	blake3: '6437b3ac38465133ffb63b75273a8db548c558465d79db03fd359c6cd5bd9d85',
	sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
}
const EMPTY: ManifestFile = {
	path: 'empty',
	size: 0,
	blake3: 'af1349b9f5f9a1a6a0404dea36dcc9499bcb25c9adc112b7cc9a93cae41f3262',
	sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
}
const EXAMPLE = `{"files":[{"blake3":"${ABC.blake3}","path":"abc.txt","sha256":"${ABC.sha256}","size":3},{"blake3":"${EMPTY.blake3}","path":"empty","sha256":"${EMPTY.sha256}","size":0}],"manifest":1}`
const DIGEST = 'dfb1ea5bea39bde241fc762882e83c12906e0bf1d6b2f9b60ee9164c3629f979'

const named = (path: string, size = 1): ManifestFile => ({ ...ABC, path, size })
const names = (bytes: Uint8Array): string[] => parseManifest(bytes).files.map(({ path }) => path)

describe('the manifest', () => {
	it('is what the specification shows, whatever the order of the files', async () => {
		for (const files of [[ABC, EMPTY], [EMPTY, ABC]]) {
			const bytes = writeManifest(files)
			expect(textOf(bytes)).toBe(EXAMPLE)
			expect(await digestOf(bytes)).toBe(DIGEST)
		}
		expect(parseManifest(EXAMPLE)).toEqual({ files: [ABC, EMPTY] })
		expect(parseManifest(bytesOf(EXAMPLE))).toEqual({ files: [ABC, EMPTY] })
		expect(totalSize([ABC, EMPTY])).toBe(3)
	})

	it('writes strings and numbers the one way that RFC 8785 has', () => {
		const controls = Array.from({ length: 31 }, (_, i) => String.fromCharCode(i + 1)).join('')
		const text = textOf(writeManifest([named(`${controls}"\\/a\u007f\u20ac`, 2 ** 53 - 1), named('big', 10 ** 12)]))
		expect(text).toContain(
			'"path":"\\u0001\\u0002\\u0003\\u0004\\u0005\\u0006\\u0007\\b\\t\\n\\u000b\\f\\r\\u000e\\u000f' +
				'\\u0010\\u0011\\u0012\\u0013\\u0014\\u0015\\u0016\\u0017\\u0018\\u0019\\u001a\\u001b\\u001c\\u001d\\u001e\\u001f' +
				'\\"\\\\/a\u007f\u20ac"',
		)
		expect(text).toContain('"size":9007199254740991}')
		expect(text).toContain('"size":1000000000000}')
	})

	it('sorts by the bytes of UTF-8, and takes names as they are', () => {
		// U+FB33 is below U+1F600 in UTF-8, and above its first half in UTF-16.
		expect(names(writeManifest(['\u{1f600}', '\ufb33', 'b', 'a/z', 'a', 'a.b', 'B'].map(path => named(path))))).toEqual([
			'B',
			'a',
			'a.b',
			'a/z',
			'b',
			'\ufb33',
			'\u{1f600}',
		])
		// Composed and decomposed are two names.
		expect(names(writeManifest([named('\u00e9'), named('e\u0301')]))).toEqual(['e\u0301', '\u00e9'])
	})

	it('comes back from odd names as it was, in the order of their bytes', () => {
		const pick = random(7)
		const letters = ['a', 'Z', '.', ' ', '"', '\\', '\n', '\u001f', '\u007f', '\u00e9', '\u2028', '\ud7ff', '\ue000', '\uffff', '\u{10000}', '\u{10ffff}']
		for (let round = 0; round < 200; round++) {
			const paths = new Set<string>()
			for (let many = 1 + pick(12); many > 0; many--) {
				const parts = Array.from({ length: 1 + pick(3) }, () =>
					Array.from({ length: 1 + pick(4) }, () => letters[pick(letters.length)]).join(''),
				)
				if (!pathFault(parts.join('/'))) paths.add(parts.join('/'))
			}
			paths.add('one')
			const bytes = writeManifest([...paths].map(path => named(path, pick(2 ** 31))))
			const byBytes = [...paths].map(path => [...bytesOf(path)]).sort((a, b) => Number(compareBytes(a, b)))
			expect(names(bytes).map(path => [...bytesOf(path)])).toEqual(byBytes)
			expect(writeManifest(parseManifest(bytes).files)).toEqual(bytes)
		}
	})

	it('refuses files that make none', () => {
		expect(() => writeManifest([])).toThrow('at least one file')
		expect(() => writeManifest([ABC, ABC])).toThrow('"abc.txt" is there twice')
		for (const path of ['', '/a', 'a/', 'a//b', '.', '../a', 'a/./b', 'a/..', 'a\0', '\ud800', 'a\udc00b']) {
			expect(() => writeManifest([named(path)]), JSON.stringify(path)).toThrow('The name')
		}
		for (const size of [-1, 0.5, 2 ** 53, Number.NaN]) expect(() => writeManifest([named('a', size)])).toThrow('size')
		expect(() => writeManifest([{ ...ABC, blake3: ABC.blake3.toUpperCase() }])).toThrow('BLAKE3')
		expect(() => writeManifest([{ ...ABC, sha256: '00' }])).toThrow('SHA-256')
		expect(pathFault('..a/.../b.')).toBeUndefined()
	})

	it('refuses what it would not write', () => {
		const file = JSON.stringify({ blake3: ABC.blake3, path: 'abc.txt', sha256: ABC.sha256, size: 3 })
		const [a, b] = ['a', 'b'].map(path => file.replace('abc.txt', path))
		const wrong: [string, string][] = [
			['', 'not JSON'],
			[`\ufeff${EXAMPLE}`, 'not JSON'],
			['[]', 'no object'],
			['null', 'no object'],
			['{"files":[],"manifest":1}', 'lists no file'],
			[`{"files":{},"manifest":1}`, 'lists no file'],
			[`{"files":[${a}]}`, 'no “manifest”'],
			[`{"files":[${a}],"manifest":2}`, 'another format'],
			[`{"files":[${a}],"manifest":1,"more":1}`, 'unknown key "more"'],
			[`{"files":[${a?.replace('}', ',"mode":1}')}],"manifest":1}`, 'unknown key "mode"'],
			[`{"files":[${b},${a}],"manifest":1}`, 'out of order'],
			[`{"files":[${a},${a}],"manifest":1}`, 'twice'],
			[`{"files":[${a?.replace('"a"', '"../a"')}],"manifest":1}`, '“..”'],
			[`{"files":[${a?.replace('"a"', '7')}],"manifest":1}`, 'wrong type'],
			[`{"files":[${a?.replace(':3}', ':1.5}')}],"manifest":1}`, 'size'],
			[`{"files":[${a?.replace(':3}', ':9007199254740992}')}],"manifest":1}`, 'size'],
			[`{"files":[${a?.replace(':3}', ':3e0}')}],"manifest":1}`, 'not canonical'],
			[`{"files":[${a?.replace(':3}', ':7,"size":3}')}],"manifest":1}`, 'not canonical'],
			[`{"files":[${a?.replace('"a"', '"\\u0061"')}],"manifest":1}`, 'not canonical'],
			[`${EXAMPLE}\n`, 'not canonical'],
			[EXAMPLE.replace('[', '[ '), 'not canonical'],
			['{"files":[__proto__]}', 'not JSON'],
			['{"__proto__":1,"files":[],"manifest":1}', 'unknown key "__proto__"'],
		]
		for (const [text, why] of wrong) expect(() => parseManifest(text), text).toThrow(why)
		expect(() => parseManifest(Uint8Array.of(0xff))).toThrow('not JSON')
		expect(() => parseManifest(' '.repeat(64 * 2 ** 20 + 1))).toThrow('too large')
	})

	it('leaves out itself and what it is called while it is written', () => {
		expect(['agora.json', '.agora.json.x.tmp', '.agora.json..tmp'].every(isOwnFile)).toBe(true)
		expect(['Agora.json', 'agora.json.bak', '.agora.json.tmp1', 'x/agora.json'].some(isOwnFile)).toBe(false)
	})
})

it('texts compare as their bytes do', () => {
	const texts = ['', 'a', 'aa', 'b', '\uffff', '\u{10000}', '\u{10000}a', 'a\u{10ffff}', 'a\ue000']
	for (const a of texts) {
		for (const b of texts) expect(Math.sign(compareUtf8(a, b))).toBe(Math.sign(compareBytes([...bytesOf(a)], [...bytesOf(b)])))
	}
})

function compareBytes(a: number[], b: number[]): number {
	const at = a.findIndex((byte, i) => byte !== b[i])
	return at === -1 ? a.length - b.length : (a[at] ?? 0) - (b[at] ?? -1)
}

/** The same numbers each time. */
function random(seed: number): (below: number) => number {
	let state = seed
	return below => {
		state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
		return (state >>> 8) % below
	}
}

// SPDX-License-Identifier: Apache-2.0

import { expect, it } from 'vitest'
import { difference } from './difference'
import type { ManifestFile } from './manifest'

const file = (path: string, hash = 'a'): ManifestFile => ({
	path,
	size: 1,
	blake3: hash.repeat(64),
	sha256: hash.repeat(64),
})

it('files that differ, miss or are extra are named', () => {
	const published = [file('a'), file('b'), file('c'), file('\uffff'), file('\u{1f600}')]
	const local = [file('a'), file('b', 'b'), file('d'), file('\u{1f600}'), file('\u{1f601}')]
	const found = difference(published, local)
	expect(found.different.map(({ path }) => path)).toEqual(['b'])
	expect(found.missing.map(({ path }) => path)).toEqual(['c', '\uffff'])
	expect(found.extra.map(({ path }) => path)).toEqual(['d', '\u{1f601}'])
	expect(difference(published, published)).toEqual({ different: [], missing: [], extra: [] })
	expect(difference([], [file('a')]).extra).toHaveLength(1)
	expect(difference([file('a')], []).missing).toHaveLength(1)
	expect(difference([file('a')], [{ ...file('a'), sha256: 'c'.repeat(64) }]).different).toHaveLength(1)
})

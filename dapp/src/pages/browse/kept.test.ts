// SPDX-License-Identifier: Apache-2.0
// @vitest-environment jsdom

import { beforeEach, expect, it } from 'vitest'
import type { Found } from '../../chain/catalog'
import { firstKept, keepFirst } from './kept'

const NODE = 'ws://127.0.0.1:9944'
const FOUND: Found = {
	listings: [
		{
			id: '0x01',
			publisher: '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY',
			name: 'whisper',
			kind: 'Model',
			tags: ['speech'],
			latest: {
				sequence: 2n ** 60n,
				number: 1,
				bytes: 10n,
				files: 1,
				license: 'MIT',
				publishedAt: 3,
				status: 'Live',
			},
			licenses: 2,
			price: 10n ** 30n,
		},
	],
	next: { type: 'Newest', value: 5n },
	examined: 24,
	best: 7,
}

beforeEach(() => localStorage.clear())

it('comes back as it was, as the end of nothing', () => {
	expect(firstKept(NODE)).toBeUndefined()
	keepFirst(NODE, FOUND)
	expect(firstKept(NODE)).toEqual({ ...FOUND, next: undefined, examined: 0 })
})

it('is of its node alone', () => {
	keepFirst(NODE, FOUND)
	expect(firstKept('ws://127.0.0.1:9955')).toBeUndefined()
})

it('is nothing where nothing was found, or where it is broken', () => {
	keepFirst(NODE, { ...FOUND, listings: [] })
	expect(firstKept(NODE)).toBeUndefined()
	for (const broken of ['{', '{}', '[]', `{"node":"${NODE}"}`]) {
		localStorage.setItem('agora.catalog', broken)
		expect(firstKept(NODE)).toBeUndefined()
	}
})

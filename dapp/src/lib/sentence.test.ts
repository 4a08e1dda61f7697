// SPDX-License-Identifier: Apache-2.0

import { expect, it } from 'vitest'
import { sentenceOf } from './sentence'

it('is what the error says', () => {
	expect(sentenceOf(new Error('The block is full.'))).toBe('The block is full.')
	expect(sentenceOf('gone')).toBe('gone')
	expect(sentenceOf(new Error(''))).toBe('It failed without saying why.')
})

it('tells of another runtime in words', () => {
	const entry = 'RuntimeCall(CatalogApi_search)'
	for (const message of [`Incompatible runtime entry ${entry}`, `Runtime entry ${entry} not found`]) {
		expect(sentenceOf(new Error(message))).toMatch(/another version of Agora/)
	}
})

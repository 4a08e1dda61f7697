// SPDX-License-Identifier: Apache-2.0

import { describe, expect, it } from 'vitest'
import { frontMatter, splitFrontMatter } from './front-matter'

it('takes texts and lists of texts, and leaves the card', () => {
	const card = `---
language: en
license: "apache-2.0" # as the hub has it
tags:
- sentence-transformers
- 'feature-extraction'
datasets: [s2orc, flax/x]
model-index:
- name: x
  results: 3
base: &anchor y
---

# Title
---
text`
	expect(splitFrontMatter(card)).toEqual({
		facts: [
			['language', ['en']],
			['license', ['apache-2.0']],
			['tags', ['sentence-transformers', 'feature-extraction']],
			['datasets', ['s2orc', 'flax/x']],
		],
		body: '\n# Title\n---\ntext',
	})
})

it('leaves a card alone that has none, or one that never ends', () => {
	for (const body of ['', '# Title\n---\n', '---\nkey: value\n', 'a\n---\nb: c\n---\n']) {
		expect(splitFrontMatter(body)).toEqual({ facts: [], body })
	}
})

it('has an end, whatever the card says', () => {
	const many = Array.from({ length: 5_000 }, (_, n) => `k${n}: v\n- x\n`).join('')
	expect(splitFrontMatter(`---\n${many}---\n`).facts.length).toBeLessThanOrEqual(40)
})

describe('the fields', () => {
	it('gives texts and lists of texts', () => {
		const card = frontMatter(
			'\ufeff---\r\nlicense: "mit" # yes\nlicense_name: mine\ntags:\n- a\n- b c # no\n- &x d\nlanguage: [en, "de"]\nindex:\n- name: z\n  results: []\n---\n# Title\nlicense: x\n',
		)
		expect(card?.get('license')).toEqual(['mit'])
		expect(card?.get('license_name')).toEqual(['mine'])
		expect(card?.get('tags')).toEqual(['a', 'b c'])
		expect(card?.get('language')).toEqual(['en', 'de'])
		expect(card?.get('index')).toEqual([])
	})
	it('is there or not', () => {
		for (const text of ['', '# Title\n---\nlicense: mit\n---\n', '---\nlicense: mit\n']) expect(frontMatter(text)).toBeUndefined()
		expect(frontMatter('---\n---\n')?.size).toBe(0)
	})
	it('are proposed as the command reads them', () => {
		expect(frontMatter('\n \n---\nlicense: mit\n---\n')?.get('license')).toEqual(['mit'])
		expect(frontMatter('---\nlicense: mit\nlicense: gpl\n---\n')?.get('license')).toEqual(['mit'])
		const many = Array.from({ length: 99 }, (_, n) => `k${n}: v\n`).join('')
		expect(frontMatter(`---\n${many}license: "a # b"\n---\n`)?.get('license')).toEqual(['a # b'])
	})
})

// SPDX-License-Identifier: Apache-2.0

import { expect, it } from 'vitest'
import { splitFrontMatter } from './front-matter'

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

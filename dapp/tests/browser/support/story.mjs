// SPDX-License-Identifier: Apache-2.0

// What happened on a chain before the tests look at it: the tour's story, told by the command. A
// dataset whose records others contributed; a model trained on it, one tuned from that, and one made
// small; a sale of the last, which pays all of them.

import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { account } from './accounts.mjs'

export const [alice, bob, charlie, dave, eve, ferdie] = [
	'Alice',
	'Bob',
	'Charlie',
	'Dave',
	'Eve',
	'Ferdie',
].map(account)

const IRIS = `---
license: bsd-3-clause
tags: [flowers, botany]
---
# Iris

Measures of **150 flowers** of three kinds: the lengths and widths of sepals and petals.

| kind | flowers |
| --- | --- |
| setosa | 50 |
| versicolor | 50 |
| virginica | 50 |

Collected by Edgar Anderson; told apart by [Ronald Fisher](https://doi.org/10.1111/j.1469-1809.1936.tb02137.x) in 1936.
`

const model = (name, about) => `# ${name}\n\n${about}\n\n- a flower is of the kind whose mean is nearest\n`

/** A new folder below the stage's, with these files; answers with its path. */
export function folder(stage, name, files) {
	const path = join(stage.folder, name)
	mkdirSync(path, { recursive: true })
	for (const [file, content] of Object.entries(files)) writeFileSync(join(path, file), content)
	return path
}

/** Publishes a folder that can be had at a location of its own. */
export async function publishServed(stage, by, name, files, options = {}) {
	const path = folder(stage, name, files)
	const location = await stage.serveFolder(path)
	const card = 'README.md' in files ? { card: join(path, 'README.md') } : {}
	const published = await stage.chain.publish(by, path, name, { location: location.url, ...card, ...options })
	return { ...published, path, location }
}

/** The dataset, with its records committed to and one of them proven by Bob. */
export async function tellOfRecords(stage) {
	const iris = folder(stage, 'iris', {})
	copyFileSync(join(process.env.AGORA_DATASETS, 'iris.csv'), join(iris, 'iris.csv'))
	const published = await publishServed(stage, alice, 'iris', { 'README.md': IRIS }, {
		kind: 'dataset',
		license: 'BSD-3-Clause',
		royalty: 10,
	})
	const proof = join(stage.folder, 'receipt.json')
	const of = 'me/iris@1'
	await stage.chain.cli(alice, 'dataset', 'commit', join(iris, 'iris.csv'), '--to', of, '--contributor', bob.address)
	await stage.chain.cli(alice, 'dataset', 'receipt', of, '149', '--to', proof)
	await stage.chain.cli(bob, 'dataset', 'prove', proof)
	return { ...published, proof }
}

/** All of it, up to the offer: whoever reads on can buy. */
export async function tellStory(stage) {
	const iris = await tellOfRecords(stage)
	const made = (by, name, source, about) =>
		publishServed(stage, by, name, { 'README.md': model(name, about), 'means.json': `{ "of": "${name}" }\n` }, {
			royalty: 10,
			source,
		})
	await made(charlie, 'iris-means', `${alice.address}/iris@1:trained-on:10`, 'The mean of each kind.')
	await made(dave, 'iris-tuned', `${charlie.address}/iris-means@1:fine-tune:10`, 'The same, to two decimals.')
	await made(eve, 'iris-tiny', `${dave.address}/iris-tuned@1:quantization:10`, 'The same, in whole centimetres.')
	await stage.chain.cli(alice, 'split', 'set', 'me/iris', '--contributors', '10')
	await stage.chain.cli(eve, 'offer', 'create', 'me/iris-tiny', '--price', '100', '--refund-window', '20')
	return { iris }
}

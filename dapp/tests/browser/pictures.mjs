// SPDX-License-Identifier: Apache-2.0

// Takes the pictures of docs/dapp.md anew, for `scripts/pictures`.
//
//     node tests/browser/pictures.mjs FOLDER

import { cpSync, mkdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { unavailable } from './support/environment.mjs'
import { Stage } from './support/stage.mjs'
import { alice, bob, charlie, dave, eve, ferdie, publishServed, tellStory } from './support/story.mjs'

const MOST_BYTES = 150_000

const folder = process.argv[2]
if (!folder || unavailable) {
	console.error(unavailable || 'usage: node tests/browser/pictures.mjs FOLDER')
	process.exit(2)
}
mkdirSync(folder, { recursive: true })

const stage = new Stage()
try {
	await stage.start()
	const { chain } = stage
	await chain.publishMany(bob, [
		{ name: 'sepals', tags: ['botany', 'vision'], kind: 'Dataset', license: 'CC-BY-4.0' },
		{ name: 'petal-encoder', tags: ['botany'], license: 'Apache-2.0' },
		{ name: 'herbarium-small', tags: ['botany', 'small'], license: 'MIT OR Apache-2.0' },
	])
	const { iris } = await tellStory(stage)
	await publishServed(stage, ferdie, 'iris-pocket', { 'means.json': '{ "of": "iris-pocket" }\n' }, {
		royalty: 5,
		source: `${dave.address}/iris-tuned@1:pruning:10`,
	})
	const tiny = `${eve.address}/iris-tiny`
	await chain.cli(ferdie, 'buy', tiny, '--yes', '--no-refund')
	await chain.endEpoch()
	await chain.cli(charlie, 'buy', tiny, '--yes', '--no-refund')

	const voice = join(stage.folder, 'silero-vad')
	cpSync(process.env.AGORA_VOICE, voice, { recursive: true })
	const [record] = JSON.stringify(JSON.parse(readFileSync(iris.proof, 'utf8'))).match(/.*/)
	const pages = {
		browse: ['/', alice],
		artifact: [`/artifact/${charlie.address}/iris-means`, alice],
		lineage: [
			`/artifact/${charlie.address}/iris-means`,
			alice,
			page => page.getByRole('region', { name: 'Lineage' }).scrollIntoViewIfNeeded(),
			page => page.getByRole('region', { name: 'Lineage' }),
		],
		publish: ['/publish', alice, page => page.getByLabel('Choose a folder').setInputFiles(voice)],
		buy: ['/buy/1', bob],
		mine: ['/mine', eve],
		provenance: [
			`/provenance?version=${iris.sequence}`,
			bob,
			async page => {
				await page.getByLabel('Receipt', { exact: true }).fill(record)
				await page.getByText('The receipt holds:').waitFor()
				await page.getByLabel('Receipt', { exact: true }).evaluate(element => element.scrollIntoView())
			},
		],
		network: ['/network', alice],
	}
	for (const [name, [path, account, prepare, part]] of Object.entries(pages)) {
		const page = await stage.open(path, { account, width: 1200, height: 860 })
		await prepare?.(page)
		await page.getByText(/^(Loading |Hashing)/).first().waitFor({ state: 'detached' })
		const file = join(folder, `${name}.png`)
		await (part?.(page) ?? page).screenshot({ path: file })
		const { size } = statSync(file)
		console.log(`${file}: ${size} bytes`)
		if (size > MOST_BYTES) throw new Error(`${name} is larger than ${MOST_BYTES} bytes`)
	}
} finally {
	await stage.stop()
}
process.exit()

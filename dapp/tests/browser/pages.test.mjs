// SPDX-License-Identifier: Apache-2.0

// Each page as people of all kinds see it: on a telephone and on a desk, light and dark, by screen
// reader; and its picture.

import { before } from 'node:test'
import { accessible, fits } from './support/axe.mjs'
import { unavailable } from './support/environment.mjs'
import { screenshot } from './support/pictures.mjs'
import { useStage } from './support/stage.mjs'
import { alice, bob, charlie, eve, ferdie, tellStory } from './support/story.mjs'

const stage = useStage()

const PAGES = {
	browse: '/',
	'browse nothing found': '/?text=unheard-of',
	artifact: `/artifact/${eve.address}/iris-tiny`,
	dataset: `/artifact/${alice.address}/iris@1`,
	'artifact unknown': `/artifact/${eve.address}/unheard-of`,
	publish: '/publish',
	buy: '/buy/1',
	mine: '/mine',
	provenance: '/provenance?version=1',
	network: '/network',
	'no such page': '/unheard-of',
}

if (!unavailable) {
	before(async () => {
		await tellStory(stage)
		await stage.chain.cli(ferdie, 'buy', `${eve.address}/iris-tiny`, '--yes', '--no-refund')
		await stage.chain.endEpoch()
		await stage.chain.cli(charlie, 'buy', `${eve.address}/iris-tiny`, '--yes')
		const said = ['--claim', 'evaluation', '--verdict', 'positive']
		await stage.chain.cli(bob, 'attest', `${eve.address}/iris-tiny@1`, ...said)
	})
}

/** Until nothing on the page is being read any more. */
async function settled(page) {
	await page.getByRole('heading', { level: 1 }).waitFor()
	await page.getByText(/^Loading /).waitFor({ state: 'detached' })
}

for (const [name, path] of Object.entries(PAGES)) {
	for (const width of [375, 1280]) {
		stage.test(`${name}, ${width} px wide`, async () => {
			const page = await stage.open(path, { account: eve, width })
			await settled(page)
			await fits(page, name)
			await accessible(page, name)
			await screenshot(page, `${name} ${width}`)
			await page.emulateMedia({ colorScheme: 'dark' })
			await accessible(page, `${name}, dark`)
			if (width === 1280) await screenshot(page, `${name} ${width} dark`)
		})
	}
}

stage.test('without an account there is something to do on each page', async () => {
	const page = await stage.open('/mine', { width: 375 })
	await settled(page)
	await fits(page, 'no account')
	await accessible(page, 'no account')
	await screenshot(page, 'no account 375')
})

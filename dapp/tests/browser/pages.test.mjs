// SPDX-License-Identifier: Apache-2.0

// Each page as people of all kinds see it: on a telephone and on a desk, light and dark, by screen
// reader; and its picture.

import { accessible, fits } from './support/axe.mjs'
import { screenshot } from './support/pictures.mjs'
import { useStage } from './support/stage.mjs'
import { alice, bob, charlie, eve, ferdie, tellStory } from './support/story.mjs'

const stage = useStage(async () => {
	const { chain } = stage
	await tellStory(stage)
	const tiny = `${eve.address}/iris-tiny`
	await chain.cli(ferdie, 'buy', tiny, '--yes', '--no-refund')
	await chain.endEpoch()
	await chain.cli(charlie, 'buy', tiny, '--yes')
	await chain.cli(bob, 'attest', `${tiny}@1`, '--claim', 'evaluation', '--verdict', 'positive')
})

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

/** Until nothing on the page is being read any more. */
async function settled(page) {
	await page.getByRole('heading', { level: 1 }).waitFor()
	await page.getByText(/^Loading /).first().waitFor({ state: 'detached' })
}

/** Looks at a page in all ways, and takes its pictures. */
async function lookAt(page, name) {
	await settled(page)
	for (const width of [375, 1280]) {
		await page.setViewportSize({ width, height: 900 })
		for (const colorScheme of ['dark', 'light']) {
			await page.emulateMedia({ colorScheme })
			const seen = `${name} ${width} ${colorScheme}`
			await screenshot(page, seen)
			await fits(page, seen)
			await accessible(page, seen)
		}
	}
}

for (const [name, path] of Object.entries(PAGES)) {
	stage.test(`${name}: on a telephone and on a desk, light and dark`, async () => {
		await lookAt(await stage.open(path, { account: eve }), name)
	})
}

stage.test('without an account, too', async () => {
	await lookAt(await stage.open('/mine'), 'no account')
})

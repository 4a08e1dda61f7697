// SPDX-License-Identifier: Apache-2.0

// Finding things: by words, filters and order, page by page, and by an address that somebody shared.

import assert from 'node:assert/strict'
import { useStage } from './support/stage.mjs'
import { alice, bob, charlie, publishServed } from './support/story.mjs'
import { until } from './support/until.mjs'

const MANY = 30

const stage = useStage(async ({ chain }) => {
	await chain.publishMany(
		alice,
		Array.from({ length: MANY }, (_, number) => ({ name: `field-notes-${number}`, kind: 'Dataset', license: 'CC0-1.0' })),
	)
	await chain.publishMany(bob, [
		{ name: 'speech-small', tags: ['audio', 'english'], license: 'MIT OR Apache-2.0' },
		{ name: 'speech-large', tags: ['audio'], license: 'Apache-2.0' },
		{ name: 'speech-hours', kind: 'Dataset', tags: ['audio'], license: 'CC-BY-4.0' },
	])
	await publishServed(stage, bob, 'speech-sold', { 'model.bin': '1' }, { license: 'MIT' })
	await chain.cli(bob, 'offer', 'create', 'me/speech-sold', '--price', '5')
	await chain.cli(charlie, 'buy', `${bob.address}/speech-sold`, '--yes')
})

/** The names that are listed, from the first on. */
const listed = page => page.getByRole('region', { name: 'Results' }).getByRole('heading', { level: 2 }).allInnerTexts()

/** Waits until exactly these are listed, in this order. */
async function lists(page, ...names) {
	const wanted = names.map(name => `${name}@1`)
	let seen = []
	await until(`${wanted} in the list`, async () => {
		seen = await listed(page)
		return seen.join() === wanted.join()
	}).catch(() => assert.deepEqual(seen, wanted))
}

const search = page => page.getByRole('searchbox', { name: 'Search' })

stage.test('words find what has all of them, in its name or its tags', async () => {
	const page = await stage.open('/')
	await search(page).fill('SPEECH')
	await lists(page, 'speech-sold', 'speech-hours', 'speech-large', 'speech-small')
	await search(page).fill('speech english')
	await lists(page, 'speech-small')
	await search(page).fill('unheard-of')
	await page.getByRole('heading', { name: 'Nothing fits.' }).waitFor()
	await page.getByRole('button', { name: 'Clear all filters' }).last().click()
	await page.getByText(/24 shown/).waitFor()
})

stage.test('filters narrow what is listed, and are taken back', async () => {
	const page = await stage.open('/?text=speech')
	await page.getByRole('radio', { name: 'Datasets' }).check({ force: true })
	await lists(page, 'speech-hours')
	await page.getByRole('radio', { name: 'Models' }).check({ force: true })
	await lists(page, 'speech-sold', 'speech-large', 'speech-small')
	await page.getByRole('combobox', { name: 'License' }).fill('apache-2.0')
	await lists(page, 'speech-large', 'speech-small')
	await page.getByRole('combobox', { name: 'License' }).fill('')
	await page.getByRole('combobox', { name: 'Price' }).selectOption('On sale')
	await lists(page, 'speech-sold')
	await page.getByRole('combobox', { name: 'Price' }).selectOption('At most …')
	await page.getByRole('textbox', { name: 'At most, in AGO' }).fill('4.9')
	await page.getByRole('heading', { name: 'Nothing fits.' }).waitFor()
	await page.getByRole('textbox', { name: 'At most, in AGO' }).fill('5')
	await lists(page, 'speech-sold')
})

stage.test('the most licensed come first where that is asked for', async () => {
	const page = await stage.open('/')
	await page.getByRole('heading', { level: 2, name: /speech-sold/ }).waitFor()
	await page.getByRole('combobox', { name: 'Order' }).selectOption('Most licensed')
	await until('the one that was sold first', async () => (await listed(page))[0] === 'speech-sold@1')
	await page.getByText('1 license sold').waitFor()
	await search(page).fill('speech')
	await lists(page, 'speech-sold', 'speech-hours', 'speech-large', 'speech-small')
})

stage.test('long lists come page by page, and nothing twice', async () => {
	const page = await stage.open('/?kind=dataset')
	await page.getByText(/^24 shown/).waitFor()
	await page.getByRole('button', { name: 'Show more' }).click()
	await page.getByText(`${MANY + 1} results, all shown.`).waitFor()
	const names = await listed(page)
	assert.equal(new Set(names).size, MANY + 1)
	assert.equal(names.at(-1), 'field-notes-0@1')
})

stage.test('an address says what is looked for, and the back button goes back in it', async () => {
	const page = await stage.open('/?text=speech&kind=model&license=Apache-2.0')
	await lists(page, 'speech-large', 'speech-small')
	assert.equal(await search(page).inputValue(), 'speech')
	assert.equal(await page.getByRole('radio', { name: 'Models' }).isChecked(), true)

	await page.getByRole('link', { name: 'english' }).click()
	await lists(page, 'speech-small')
	await page.getByRole('link', { name: 'speech-small' }).click()
	await page.getByRole('heading', { level: 1, name: /speech-small/ }).waitFor()
	await page.goBack()
	await lists(page, 'speech-small')
	await page.goBack()
	await lists(page, 'speech-large', 'speech-small')
})

stage.test('everything of a publisher is one click away, and what is new appears by itself', async () => {
	const page = await stage.open('/?text=speech-large')
	const results = page.getByRole('region', { name: 'Results' })
	await results.getByRole('link', { name: /^5FHneW/ }).click()
	await search(page).fill('')
	await lists(page, 'speech-sold', 'speech-hours', 'speech-large', 'speech-small')
	await stage.chain.publishMany(bob, [{ name: 'speech-new' }])
	await lists(page, 'speech-new', 'speech-sold', 'speech-hours', 'speech-large', 'speech-small')
})

// SPDX-License-Identifier: Apache-2.0

// An artifact's page: what is fetched is checked and harms nobody, and its lineage can be looked
// around in.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { useStage } from './support/stage.mjs'
import { alice, charlie, dave, eve, ferdie, publishServed, tellStory } from './support/story.mjs'
import { until } from './support/until.mjs'

const HOSTILE = readFileSync(new URL('../fixtures/hostile.md', import.meta.url))
const CHECKED = '✓ The card is checked'

let kept
const stage = useStage(async () => {
	await tellStory(stage)
	kept = await publishServed(stage, ferdie, 'kept', { 'README.md': '# Kept\n\nAs it was.\n', 'model.bin': 'weights' })
	await publishServed(stage, ferdie, 'hostile', { 'README.md': HOSTILE }, { 'no-card': true })
})

stage.test('a card full of hostile Markdown is read, and does nothing', async () => {
	// Not even an attempt is expected that the policy would have to stop.
	const page = await stage.open(`/artifact/${ferdie.address}/hostile`)
	await page.getByText(CHECKED).waitFor()
	const card = page.getByRole('region', { name: 'Card', exact: true })
	// Laid out, and not as it was written.
	await card.getByRole('heading', { name: 'A card that wants to harm' }).waitFor()
	await card.getByText('The end of the card.').waitFor()
	// All that would wait for a reader's hand.
	for (const element of await card.locator('a, button, summary, b, [tabindex]').all()) {
		await element.dispatchEvent('mouseover')
		await element.dispatchEvent('focus')
	}
	assert.equal(await page.evaluate(() => window.hacked), undefined)
	assert.equal(await page.evaluate(() => Object.prototype.polluted), undefined)
	for (const forbidden of ['script', 'iframe', 'object', 'embed', 'form', 'style', 'img[src^="http"]', 'video', 'dialog']) {
		assert.equal(await card.locator(forbidden).count(), 0, forbidden)
	}
	for (const link of await card.getByRole('link').all()) {
		const href = await link.getAttribute('href')
		assert.doesNotMatch(href ?? '', /^\s*(javascript|data|vbscript|file|blob):/i)
	}
	// The page is still itself.
	await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Network' }).click()
	await page.getByRole('heading', { level: 1, name: 'Network' }).waitFor()
	// Whoever it wanted to reach was asked nothing.
	page.watch.check()
})

stage.test('a card with other bytes than were published is refused, and nothing of it is shown', async () => {
	kept.location.instead.set('/README.md', '# Kept\n\nAs somebody else would have it.\n')
	try {
		const page = await stage.open(`/artifact/${ferdie.address}/kept`)
		await page.getByRole('alert').getByText(/The card there is not the one that was published/).waitFor()
		await page.getByText('✓ The manifest is checked').waitFor()
		assert.equal(await page.getByText('As somebody else would have it.').count(), 0)
	} finally {
		kept.location.instead.clear()
	}
})

stage.test('a manifest with other bytes than were published is refused', async () => {
	kept.location.instead.set('/agora.json', '{"files":[],"format":"agora-manifest/1"}')
	try {
		const page = await stage.open(`/artifact/${ferdie.address}/kept`)
		await page.getByRole('alert').getByText(/The manifest there is not the one that was published/).waitFor()
		await page.getByText(CHECKED).waitFor()
	} finally {
		kept.location.instead.clear()
	}
})

stage.test('a location that cannot be reached says nothing against the version', async () => {
	const url = kept.location.url
	await kept.location.stop()
	const page = await stage.open(`/artifact/${ferdie.address}/kept`, { expected: [/ERR_CONNECTION_REFUSED/] })
	await page.getByText('The card could not be read').waitFor()
	await page.getByText(url).first().waitFor()
})

stage.test('the lineage is a picture with royalties, and a table', async () => {
	const page = await stage.open(`/artifact/${dave.address}/iris-tuned`)
	const lineage = page.getByRole('region', { name: 'Lineage' })
	const picture = lineage.getByRole('group', { name: /^Picture of the lineage with 4 versions/ })
	await picture.waitFor()
	for (const name of [/iris@1/, /iris-means@1/, /iris-tuned@1.*this version/, /iris-tiny@1/]) {
		await picture.getByRole('link', { name }).waitFor()
	}
	assert.match(await picture.textContent(), /fine-tune 10 %/)
	assert.match(await picture.textContent(), /quantization 10 %/)
	await lineage.getByRole('button', { name: 'Table' }).click()
	await lineage.getByRole('row', { name: /^iris-means@1 .* trained on iris@1 .* 10 %/ }).waitFor()
	await lineage.getByRole('row', { name: /^iris-tiny@1 .* quantization iris-tuned@1 .* 10 %/ }).waitFor()
})

stage.test('the lineage is gone through with the keyboard alone', async () => {
	const page = await stage.open(`/artifact/${eve.address}/iris-tiny`)
	const picture = page.getByRole('group', { name: /^Picture of the lineage/ })
	await picture.focus()
	const moved = () => picture.locator('g').first().getAttribute('transform')
	const before = await moved()
	await page.keyboard.press('+')
	await page.keyboard.press('ArrowLeft')
	await until('the picture to move', async () => (await moved()) !== before)
	// From one version to the next, in the order of the lineage, and to its page.
	const means = picture.getByRole('link', { name: /iris-means@1/ })
	for (let left = 10; left > 0 && !(await isFocused(means)); left -= 1) await page.keyboard.press('Tab')
	await page.keyboard.press('Enter')
	await page.getByRole('heading', { level: 1, name: /^iris-means/ }).waitFor()
	assert.match(page.url(), new RegExp(`${charlie.address}/iris-means`))
})

const isFocused = locator => locator.evaluate(element => element === document.activeElement)

stage.test('what it earned is a plot, epoch by epoch', async () => {
	await stage.chain.cli(ferdie, 'buy', `${eve.address}/iris-tiny`, '--yes', '--no-refund')
	const page = await stage.open(`/artifact/${alice.address}/iris`)
	const income = page.getByRole('region', { name: 'Income over time' })
	await income.getByText('0.0975 AGO').first().waitFor()
	await income.getByRole('group', { name: /^Income of 1 epoch/ }).waitFor()
})

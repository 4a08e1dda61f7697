// SPDX-License-Identifier: Apache-2.0

// From the first page to a license without a mouse.

import assert from 'node:assert/strict'
import { useStage } from './support/stage.mjs'
import { bob, charlie, publishServed } from './support/story.mjs'

const MOST_KEYS = 80

const stage = useStage(async ({ chain }) => {
	await publishServed(stage, bob, 'reachable', { 'README.md': '# Reachable\n', 'model.bin': '1' })
	await chain.cli(bob, 'offer', 'create', 'me/reachable', '--price', '3')
})

/** Presses Tab until something has the focus, and sees that it shows that. */
async function tabTo(page, locator) {
	await locator.waitFor()
	for (let left = MOST_KEYS; left > 0; left -= 1) {
		await page.keyboard.press('Tab')
		if (await locator.evaluate(element => element === document.activeElement)) {
			const outline = await locator.evaluate(element => getComputedStyle(element).outlineStyle)
			assert.notEqual(outline, 'none', 'what has the focus shows it')
			return
		}
	}
	assert.fail(`${locator} is not reached with the keyboard`)
}

stage.test('browse, look, choose an account, buy', async () => {
	const page = await stage.open('/')
	await tabTo(page, page.getByRole('link', { name: 'To the content' }))
	await page.keyboard.press('Enter')
	await tabTo(page, page.getByRole('searchbox', { name: 'Search' }))
	await page.keyboard.type('reachable')
	await page.getByText('1 result, all shown.').waitFor()
	await tabTo(page, page.getByRole('link', { name: 'reachable', exact: true }))
	await page.keyboard.press('Enter')
	await page.getByRole('heading', { level: 1, name: /^reachable/ }).waitFor()
	assert.equal(await page.evaluate(() => document.activeElement?.id), 'main', 'who went to a page is in it')
	await tabTo(page, page.getByRole('link', { name: /^License it/ }))
	await page.keyboard.press('Enter')
	const purchase = page.getByRole('region', { name: 'Your purchase' })
	await tabTo(page, purchase.getByRole('button', { name: /^Charlie/ }))
	await page.keyboard.press('Enter')
	await tabTo(page, purchase.getByRole('button', { name: 'Buy for 3 AGO' }))
	await page.keyboard.press('Space')
	assert.equal(await purchase.evaluate(it => it.contains(document.activeElement)), true, 'the focus stays')
	await page.getByRole('region', { name: 'License', exact: true }).getByText('Charlie may use').waitFor()
	await stage.chain.cli(charlie, 'license', 'check', `${bob.address}/reachable`)
})

stage.test('the account menu opens, chooses and closes', async () => {
	const page = await stage.open('/network')
	const menu = page.getByRole('button', { name: 'Connect a wallet' })
	await tabTo(page, menu)
	await page.keyboard.press('Enter')
	await page.getByRole('button', { name: /^Alice/ }).waitFor()
	await page.keyboard.press('Escape')
	await page.getByRole('button', { name: /^Alice/ }).waitFor({ state: 'detached' })
	assert.equal(await menu.evaluate(element => element === document.activeElement), true)
})

// SPDX-License-Identifier: Apache-2.0

// Who signs: extensions that share their accounts or do not, and development accounts.

import assert from 'node:assert/strict'
import { account } from './support/accounts.mjs'
import { useStage } from './support/stage.mjs'
import { EXTENSION, wallet } from './support/wallet.mjs'

const stage = useStage()
const buyer = account('Buyer')

stage.test('an extension is opened, its account chosen and kept', async () => {
	const page = await stage.open('/network', { wallet: wallet([buyer]) })
	await page.getByRole('button', { name: 'Connect a wallet' }).click()
	await page.getByRole('button', { name: `Open ${EXTENSION}` }).click()
	await page.getByRole('button', { name: new RegExp(`Buyer.*${EXTENSION}`) }).click()
	await page.getByRole('banner').getByRole('button', { name: /^Buyer/ }).waitFor()
	await page.reload()
	await page.getByRole('banner').getByRole('button', { name: /^Buyer/ }).waitFor()
})

stage.test('an extension that shares nothing is said so, and can be asked again', async () => {
	const extension = wallet([buyer])
	extension.close()
	const page = await stage.open('/network', { wallet: extension })
	await page.getByRole('button', { name: 'Connect a wallet' }).click()
	const open = page.getByRole('button', { name: `Open ${EXTENSION}` })
	await open.click()
	await page.getByRole('alert').getByText('did not share its accounts').waitFor()
	extension.close(false)
	await open.click()
	await page.getByRole('button', { name: new RegExp(`Buyer.*${EXTENSION}`) }).waitFor()
})

stage.test('development accounts are there on a development chain, and are kept from no page', async () => {
	const page = await stage.open('/network')
	await page.getByRole('button', { name: 'Connect a wallet' }).click()
	await page.getByRole('button', { name: /^Alice.*Development/ }).click()
	await page.getByRole('navigation').getByRole('link', { name: 'Browse' }).click()
	await page.getByRole('banner').getByRole('button', { name: /^Alice/ }).waitFor()
	assert.match(page.url(), /#\/$/)
})

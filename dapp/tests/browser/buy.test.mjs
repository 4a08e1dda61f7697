// SPDX-License-Identifier: Apache-2.0

// A license is bought with a wallet extension, by an account that nothing but the wallet knows; and
// all the ways in which it is not.

import assert from 'node:assert/strict'
import { account } from './support/accounts.mjs'
import { useStage } from './support/stage.mjs'
import { eve, publishServed } from './support/story.mjs'
import { EXTENSION, wallet } from './support/wallet.mjs'

const buyer = account('Buyer')
const tiny = `${eve.address}/tiny`

const stage = useStage(async ({ chain }) => {
	await publishServed(stage, eve, 'tiny', { 'means.json': '[1, 2, 3]\n' })
	await chain.cli(eve, 'offer', 'create', 'me/tiny', '--price', '100', '--refund-window', '20')
	await chain.endow(buyer)
})

/** The page of the offer, with the buyer's wallet opened. */
async function toBuy(extension) {
	const page = await stage.open('/buy/1', { wallet: extension })
	const purchase = page.getByRole('region', { name: 'Your purchase' })
	await purchase.getByRole('button', { name: `Open ${EXTENSION}` }).click()
	await purchase.getByRole('button', { name: new RegExp(`Buyer.*${EXTENSION}`) }).click()
	return { page, purchase }
}

const licensed = () => stage.chain.cli(buyer, 'license', 'check', tiny).then(() => true, () => false)

stage.test('a signature that is refused sends nothing', async () => {
	const extension = wallet([buyer])
	extension.refuse()
	const { purchase } = await toBuy(extension)
	await purchase.getByRole('button', { name: 'Buy for 100 AGO' }).click()
	await purchase.getByText('The wallet did not sign. Nothing was sent.').waitFor()
	assert.equal(await licensed(), false)
})

stage.test('an offer that changes before the signature is refused by the chain, in its words', async () => {
	const extension = wallet([buyer])
	const { page, purchase } = await toBuy(extension)
	await purchase.getByRole('button', { name: 'Buy for 100 AGO' }).waitFor()
	await stage.chain.cli(eve, 'offer', 'update', '1', '--price', '120')
	await page.getByText('The offer changed since you looked at it.').waitFor()
	await purchase.getByRole('button', { name: 'Buy for 100 AGO' }).click()
	const alert = page.getByRole('alert').filter({ hasText: 'The transaction failed' })
	await alert.waitFor()
	assert.match(await alert.innerText(), /Market\.\w+/)
	await alert.getByText(/[A-Z].+\.$/).first().waitFor()
	assert.equal(await licensed(), false)
	await purchase.getByRole('button', { name: 'Look again' }).click()
	await purchase.getByRole('button', { name: 'Buy for 120 AGO' }).waitFor()
})

stage.test('who cannot pay is told before signing', async () => {
	const poor = account('Poor')
	await stage.chain.endow(poor, 10_000_000_000_000n)
	const page = await stage.open('/buy/1', { wallet: wallet([poor]) })
	const purchase = page.getByRole('region', { name: 'Your purchase' })
	await purchase.getByRole('button', { name: `Open ${EXTENSION}` }).click()
	await purchase.getByRole('button', { name: new RegExp(`Poor.*${EXTENSION}`) }).click()
	await page.getByRole('alert').getByText(/It takes 120.* Poor has/).waitFor()
})

stage.test('one signature buys it; the license is shown, to the chain and to its holder', async () => {
	const extension = wallet([buyer])
	const { page, purchase } = await toBuy(extension)
	await page.getByRole('row', { name: /Protocol.s fee 3 AGO/ }).waitFor()
	await purchase.getByText('0.5235 AGO, which comes back').waitFor()
	await purchase.getByRole('button', { name: 'Buy for 120 AGO' }).click()
	await page.getByText('Final: it can never be undone.').waitFor()
	const license = page.getByRole('region', { name: 'License', exact: true })
	await license.getByText('Buyer may use').waitFor()
	assert.equal(await licensed(), true)
	assert.equal(extension.signed.length, 1)
	assert.equal(extension.signed[0].address, buyer.address)

	// Shown again to whoever comes back; and what was paid comes back, whole, within its window.
	await page.reload()
	await license.getByText('held: can be refunded').waitFor()
	await license.getByRole('button', { name: 'Refund', exact: true }).click()
	await license.getByRole('button', { name: 'Sign' }).click()
	await page.getByText(/You have 120.5235 AGO back/).waitFor()
	await license.waitFor({ state: 'detached' })
	assert.equal(await licensed(), false)
})

// SPDX-License-Identifier: Apache-2.0

// A sale pays everybody upstream while they look on; then an epoch ends, and use is rewarded.

import { useStage } from './support/stage.mjs'
import { charlie, dave, eve, ferdie, tellStory } from './support/story.mjs'

const stage = useStage(() => tellStory(stage))

const earnings = page => page.getByRole('region', { name: 'Earnings' })

stage.test('earnings arrive while their owners look on, along the whole lineage', async () => {
	const pages = await Promise.all([eve, dave, charlie].map(account => stage.open('/mine', { account })))
	for (const page of pages) await earnings(page).getByText('0 AGO', { exact: true }).waitFor()
	await stage.chain.cli(ferdie, 'buy', `${eve.address}/iris-tiny`, '--yes', '--no-refund')
	const amounts = ['87.75 AGO', '8.775 AGO', '0.8775 AGO']
	for (const [at, page] of pages.entries()) {
		await earnings(page).getByText(`+ ${amounts[at]} since you opened this page`).waitFor()
	}
})

stage.test('they are withdrawn', async () => {
	const page = await stage.open('/mine', { account: eve })
	await earnings(page).getByText('87.75 AGO', { exact: true }).waitFor()
	await earnings(page).getByRole('button', { name: 'Withdraw' }).click()
	await earnings(page).getByRole('button', { name: 'Sign' }).click()
	await page.getByText('87.75 AGO were paid to your account.').waitFor()
	await earnings(page).getByText('0 AGO', { exact: true }).waitFor()
})

stage.test('the reward is there when its epoch ended, and is claimed', async () => {
	const page = await stage.open('/mine', { account: eve })
	const rewards = page.getByRole('region', { name: 'Rewards' })
	await rewards.getByText('Nothing can be claimed now.').waitFor()
	await stage.chain.endEpoch()
	await rewards.getByText('1.8 AGO', { exact: true }).first().waitFor()
	await rewards.getByRole('button', { name: 'Claim' }).click()
	await rewards.getByRole('button', { name: 'Sign' }).click()
	await page.getByText('1 reward of 1.8 AGO claimed.').waitFor()
	await earnings(page).getByText('1.8 AGO', { exact: true }).waitFor()
})

stage.test('the license is among the things of its buyer', async () => {
	const page = await stage.open('/mine', { account: ferdie })
	await page.getByRole('region', { name: 'Licenses' }).getByRole('link', { name: 'iris-tiny' }).waitFor()
})

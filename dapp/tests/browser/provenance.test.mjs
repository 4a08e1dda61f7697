// SPDX-License-Identifier: Apache-2.0

// A contributor checks the receipt of a record, and takes consent back.

import { readFileSync } from 'node:fs'
import { useStage } from './support/stage.mjs'
import { bob, charlie, tellStory } from './support/story.mjs'

let proof
const stage = useStage(async () => {
	const { iris } = await tellStory(stage)
	proof = readFileSync(iris.proof, 'utf8')
})

stage.test('a receipt that holds is told from one that does not', async () => {
	const page = await stage.open('/provenance?version=1')
	const receipt = page.getByLabel('Receipt', { exact: true })
	await receipt.fill(proof)
	await page.getByText('The receipt holds: record 149 of version 1 is what it says.').waitFor()

	// The contributor's account is another.
	await receipt.fill(proof.replaceAll(bob.address, charlie.address))
	await page.getByText(/^The receipt does not hold for record 149/).waitFor()
	await receipt.fill('{ "format": "something else" }')
	await page.getByText('This is no receipt.').waitFor()
	await receipt.fill('not even JSON')
	await page.getByText('This is no receipt.').waitFor()
})

stage.test('consent is withdrawn, for ever, and every model made from it shows that', async () => {
	const page = await stage.open('/provenance?version=1', { account: bob })
	await page.getByLabel('Receipt', { exact: true }).fill(proof)
	await page.getByText('The receipt holds:').waitFor()
	await page.getByRole('button', { name: 'Withdraw consent…' }).click()
	const sign = page.getByRole('button', { name: 'Sign' })
	await page.getByLabel('Withdraw it for ever.').check()
	await sign.click()
	await page.getByText('Consent is withdrawn, for ever.').first().waitFor()

	const model = await stage.open(`/artifact/${charlie.address}/iris-means`)
	await model.getByText('Something is known against 1 version that it was made from').waitFor()
})

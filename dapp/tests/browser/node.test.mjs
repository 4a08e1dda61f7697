// SPDX-License-Identifier: Apache-2.0

// The node behind the pages: as they show it, and what becomes of them when it is away.

import { useStage } from './support/stage.mjs'

const stage = useStage()

stage.test('blocks appear as they are made, with validators and finality', async () => {
	const page = await stage.open('/network')
	const blocks = page.getByRole('region', { name: 'Blocks', exact: true })
	const validators = page.getByRole('region', { name: 'Validators', exact: true })
	await validators.getByText('1 validator in this session').waitFor()
	await blocks.getByRole('row', { name: /^0 final/ }).waitFor()
	for (const number of [1, 2]) {
		await stage.chain.skipBlocks(1)
		await blocks.getByRole('row', { name: new RegExp(`^${number} final`) }).waitFor()
	}
})

stage.test('a node that goes away is told, and the pages follow it when it comes back', async () => {
	const page = await stage.open('/network', {
		expected: [/WebSocket connection to .* failed/, /ERR_CONNECTION_REFUSED/],
	})
	const blocks = page.getByRole('region', { name: 'Blocks', exact: true })
	await blocks.getByRole('row', { name: /^2 final/ }).waitFor()
	await stage.node.kill()
	const told = page.getByRole('alert').getByText('does not answer')
	await told.waitFor()
	// What was read stays on screen.
	await blocks.getByRole('row', { name: /^2 final/ }).waitFor()
	stage.node = await stage.node.restart()
	await told.waitFor({ state: 'detached' })
	await stage.chain.skipBlocks(1)
	await blocks.getByRole('row', { name: /^3 final/ }).waitFor()
})

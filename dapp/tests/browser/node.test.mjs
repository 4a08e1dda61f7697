// SPDX-License-Identifier: Apache-2.0

// The node behind the pages: what becomes of them when it is away.

import { useStage } from './support/stage.mjs'

const stage = useStage()

stage.test('a node that goes away is told, and the pages follow it when it comes back', async () => {
	const page = await stage.open('/network', {
		expected: [/WebSocket connection to .* failed/, /ERR_CONNECTION_REFUSED/],
	})
	await page.getByRole('button', { name: 'Connect a wallet' }).waitFor()
	await stage.node.kill()
	const told = page.getByRole('alert').getByText('does not answer')
	await told.waitFor()
	await page.getByRole('heading', { level: 1, name: 'Network' }).waitFor()
	stage.node = await stage.node.restart()
	await told.waitFor({ state: 'detached' })
})

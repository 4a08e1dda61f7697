// SPDX-License-Identifier: Apache-2.0

import { expect, it } from 'vitest'
import { readHeld } from './deposits'

it('what is held is told by its reason, most first, and reasons that are new are told too', async () => {
	const holds = [
		{ id: { type: 'Market', value: { type: 'Offer' } }, amount: 5n },
		{ id: { type: 'Market', value: { type: 'License' } }, amount: 0n },
		{ id: { type: 'Staking', value: { type: 'NewReason' } }, amount: 7n },
	]
	const api = { query: { Balances: { Holds: { getValue: async () => holds } } } } as any
	expect(await readHeld(api, 'me')).toEqual([
		{ code: 'Staking.NewReason', reason: 'Staking: new reason', planck: 7n },
		{ code: 'Market.Offer', reason: 'Offers', planck: 5n },
	])
})

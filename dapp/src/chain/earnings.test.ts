// SPDX-License-Identifier: Apache-2.0

import { expect, it } from 'vitest'
import { readVaults } from './earnings'

it('vaults that are empty are left out', async () => {
	const amounts: Record<string, bigint> = { 1: 5n, 2: 0n, 3: 7n }
	const api = { apis: { RoyaltiesApi: { vault: async (version: bigint) => ({ amount: amounts[version.toString()] }) } } } as any
	expect(await readVaults(api, [1n, 2n, 3n])).toEqual(
		new Map([
			[1n, 5n],
			[3n, 7n],
		]),
	)
})

// SPDX-License-Identifier: Apache-2.0

import { expect, it } from 'vitest'
import { parseVersion, readVaults } from './earnings'

it('a version is read as people write it, and nothing else is', () => {
	const publisher = '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY'
	expect(parseVersion(` ${publisher}/iris@12 `)).toEqual({ publisher, name: 'iris', number: 12 })
	for (const text of ['', 'iris@1', `${publisher}/iris`, `${publisher}/iris@0`, `${publisher}/a/b@1`, `${publisher}/@1`]) {
		expect(parseVersion(text)).toBeUndefined()
	}
})

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

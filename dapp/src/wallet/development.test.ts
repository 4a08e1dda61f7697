// SPDX-License-Identifier: Apache-2.0

import { expect, it } from 'vitest'
import { developmentAccounts } from './development'
import { developmentSigner } from './development-keys'

it('the accounts have the keys that their names give', () => {
	const accounts = developmentAccounts()
	expect(accounts.map(({ name }) => name)).toEqual(['Alice', 'Bob', 'Charlie', 'Dave', 'Eve', 'Ferdie'])
	for (const { name, signer } of accounts) {
		expect(developmentSigner(name).publicKey, name).toEqual(signer.publicKey)
	}
})

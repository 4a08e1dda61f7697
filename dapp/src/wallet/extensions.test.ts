// SPDX-License-Identifier: Apache-2.0

import type { PolkadotSigner } from 'polkadot-api'
import { expect, it } from 'vitest'
import { accountsOf } from './extensions'

const polkadotSigner = {} as PolkadotSigner
const ALICE = '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY'

it('accounts are in the form of the chain, and have a name', () => {
	// The same key, as Polkadot writes it.
	const address = '15oF4uVJwmo4TdGW7VfQxNLavjCXviqxT9S1MgbjMNHr6Sp5'
	expect(accountsOf([{ address, polkadotSigner }], 'talisman')).toEqual([
		{ address: ALICE, name: 'Account', source: 'talisman', signer: polkadotSigner },
	])
})

it('an account of another kind of chain does not hide the others', () => {
	const address = '0xd43593c715Fdd31c61141ABd04a99FD6822c8558'
	const told = [
		{ address, name: 'Ethereum', polkadotSigner },
		{ address: ALICE, name: 'Alice', polkadotSigner },
	]
	expect(accountsOf(told, 'subwallet').map(({ name }) => name)).toEqual(['Alice'])
})

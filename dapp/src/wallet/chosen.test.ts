// SPDX-License-Identifier: Apache-2.0

import { expect, it } from 'vitest'
import { chosenOf, keyOf } from './chosen'
import type { Account } from './types'

const account = (source: string, address: string) => ({ source, address, name: address }) as Account
const first = account('polkadot-js', 'alice')
const second = account('talisman', 'alice')

it('an account that two wallets have is of the one in which it was chosen', () => {
	for (const each of [first, second]) expect(chosenOf([first, second], keyOf(each))).toBe(each)
})

it('another wallet does not stand in for one that is not open', () => {
	expect(chosenOf([first], keyOf(second))).toBeUndefined()
})

it('an address that was kept alone is found', () => {
	expect(chosenOf([account('talisman', 'bob'), second], 'alice')).toBe(second)
	expect(chosenOf([first], '')).toBeUndefined()
	expect(chosenOf([first], undefined)).toBeUndefined()
})

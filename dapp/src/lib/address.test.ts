// SPDX-License-Identifier: Apache-2.0

import { expect, it } from 'vitest'
import { addressOf } from './address'

const ALICE = '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY'

it('an address is read in whatever form, and a wrong one is none', () => {
	expect(addressOf(` ${ALICE} `)).toBe(ALICE)
	// The same account with the prefix of another chain.
	expect(addressOf('15oF4uVJwmo4TdGW7VfQxNLavjCXviqxT9S1MgbjMNHr6Sp5')).toBe(ALICE)
	expect(addressOf(ALICE.replace('utQY', 'utQX'))).toBeUndefined()
	expect(addressOf('Alice')).toBeUndefined()
	expect(addressOf('')).toBeUndefined()
})

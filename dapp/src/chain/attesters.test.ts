// SPDX-License-Identifier: Apache-2.0

// @vitest-environment jsdom

import { beforeEach, expect, it } from 'vitest'
import { distrust, parseAttesters, refusal, trust } from './attesters'

const ALICE = '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY'

beforeEach(() => distrust(ALICE))

it('reads a list of accounts and nothing else', () => {
	expect(parseAttesters(JSON.stringify([ALICE, ALICE, 'bob', 7]))).toEqual([ALICE])
	for (const kept of [null, '', '{', '{}', '"x"', 'null']) expect(parseAttesters(kept)).toEqual([])
})

it('keeps whom the user trusts, and forgets them again', () => {
	expect(refusal('alice')).toMatch(/not the address/)
	expect(refusal(ALICE)).toBeUndefined()
	trust(ALICE)
	expect(refusal(ALICE)).toMatch(/already/)
	expect(parseAttesters(localStorage.getItem('agora.attesters'))).toEqual([ALICE])
	distrust(ALICE)
	expect(parseAttesters(localStorage.getItem('agora.attesters'))).toEqual([])
})

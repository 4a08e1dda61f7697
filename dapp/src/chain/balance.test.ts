// SPDX-License-Identifier: Apache-2.0

import { expect, it } from 'vitest'
import { balanceOf } from './balance'

it('what is locked beyond what is held cannot be spent', () => {
	expect(balanceOf({ free: 10n, reserved: 0n, frozen: 0n })).toEqual({ spendable: 10n, held: 0n, locked: 0n })
	expect(balanceOf({ free: 10n, reserved: 4n, frozen: 3n })).toEqual({ spendable: 10n, held: 4n, locked: 0n })
	expect(balanceOf({ free: 10n, reserved: 4n, frozen: 7n })).toEqual({ spendable: 7n, held: 4n, locked: 3n })
	expect(balanceOf({ free: 1n, reserved: 0n, frozen: 7n })).toEqual({ spendable: 0n, held: 0n, locked: 1n })
})

// SPDX-License-Identifier: Apache-2.0

import { expect, it } from 'vitest'
import { searchesOn, STEP } from './use-search'

it('goes on by itself over pages that come back short, not for ever', () => {
	expect(searchesOn(3, STEP, true, 1)).toBe(true)
	expect(searchesOn(STEP, STEP, true, 1)).toBe(false)
	expect(searchesOn(3, STEP, false, 1)).toBe(false)
	expect(searchesOn(0, STEP, true, 20)).toBe(false)
	expect(searchesOn(STEP, 2 * STEP, true, 0)).toBe(true)
})

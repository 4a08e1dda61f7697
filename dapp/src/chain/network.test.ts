// SPDX-License-Identifier: Apache-2.0

import { describe, expect, it } from 'vitest'
import { epochSpan, eraSpan, paceOf, secondsLeft, sessionSpan } from './network'

describe('spans', () => {
	const session = { start_slot: 1_000n, duration: 20n }
	it('of a session count its slots, the running one included', () => {
		expect(sessionSpan(session, 1_000n)).toEqual({ done: 1, total: 20 })
		expect(sessionSpan(session, 1_019n)).toEqual({ done: 20, total: 20 })
	})
	it('have not begun at genesis, where there is no slot', () => {
		expect(sessionSpan({ start_slot: 0n, duration: 20n }, 0n)).toEqual({ done: 0, total: 20 })
	})
	it('are never more than whole, where a chain stood still or an election is late', () => {
		expect(sessionSpan(session, 5_000n)).toEqual({ done: 20, total: 20 })
		expect(eraSpan({ index: 9, done: 3, total: 20 }, 3, 3)).toEqual({ done: 60, total: 60 })
	})
	it('of an era add up its sessions', () => {
		expect(eraSpan({ index: 4, done: 5, total: 20 }, 3, 3)).toEqual({ done: 25, total: 60 })
	})
	it('of an epoch count the best block, and end before `end`', () => {
		expect(epochSpan(0, 20, 20)).toEqual({ done: 1, total: 20 })
		expect(epochSpan(19, 20, 20)).toEqual({ done: 20, total: 20 })
		expect(epochSpan(20, 40, 20)).toEqual({ done: 1, total: 20 })
	})
	it('have time left by the length of a slot', () => {
		expect(secondsLeft({ done: 5, total: 20 }, 3_000)).toBe(45)
	})
})

it('a chain is regular, quiet or ahead by the age of its newest block', () => {
	const now = 1_700_000_000_000
	expect(paceOf(now - 4_000, 3_000, now)).toBe('regular')
	expect(paceOf(now - 31_000, 3_000, now)).toBe('quiet')
	expect(paceOf(now + 31_000, 3_000, now)).toBe('ahead')
	expect(paceOf(undefined, 3_000, now)).toBe('quiet')
})

// SPDX-License-Identifier: Apache-2.0

import { expect, it } from 'vitest'
import { span, upTo } from './time'

const clock = { now: 100, seconds: 3 }

it('blocks are told as time', () => {
	expect(span(1_200, clock)).toBe('1,200 blocks (1 h)')
	expect(span(1, clock)).toBe('1 block (3 s)')
})

it('what is left is told up to the last block, and then no more', () => {
	expect(upTo(1_300, clock)).toBe('up to block 1,300, 1 h left')
	expect(upTo(100, clock)).toBe('up to block 100, the newest one')
	expect(upTo(99, clock)).toBe('up to block 99, which is over')
})

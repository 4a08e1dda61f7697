// SPDX-License-Identifier: Apache-2.0

import { describe, expect, it } from 'vitest'
import { ago, count, duration, perMillion, planckOf, readAs, roughAgo, short, size } from './format'

describe('amounts', () => {
	it('are exact', () => {
		expect(ago(0n)).toBe('0 AGO')
		expect(ago(1n)).toBe('0.000000000001 AGO')
		expect(ago(1_234_500_000_000_000n)).toBe('1,234.5 AGO')
		expect(ago(-1_500_000_000_000n)).toBe('-1.5 AGO')
	})
	it('are cut to four decimals for tables, and never to nothing', () => {
		expect(roughAgo(1_234_567_890_123n)).toBe('1.2345 AGO')
		expect(roughAgo(1n)).toBe('< 0.0001 AGO')
		expect(roughAgo(0n)).toBe('0 AGO')
	})
	it('are read as typed, or refused', () => {
		expect(planckOf(' 1000.25 ')).toBe(1_000_250_000_000_000n)
		expect(planckOf('.5')).toBeUndefined()
		expect(planckOf('1.0000000000001')).toBeUndefined()
		expect(planckOf('-1')).toBeUndefined()
		expect(planckOf('')).toBeUndefined()
	})
	it('have no comma, which could part decimals', () => {
		for (const text of ['2,5', '1,000', '1,000.25', ',5', '2,']) expect(planckOf(text), text).toBeUndefined()
	})
	it('are told as they are read', () => {
		expect(readAs('1000.50', 'Or 0.')).toBe('1,000.5 AGO. Or 0.')
		expect(readAs('2.5')).toBe('2.5 AGO.')
		expect(readAs('2,5', 'Or 0.')).toBe('Or 0.')
	})
	it('come back as they were', () => {
		for (const planck of [0n, 1n, 10n ** 12n, 10n ** 12n + 1n, 123_456_789_012_345_678n]) {
			expect(planckOf(ago(planck).replace(' AGO', '').replaceAll(',', ''))).toBe(planck)
		}
	})
})

it('sizes, counts, durations and shares read well', () => {
	expect([size(0), size(999), size(1000), size(90_900_000)]).toEqual(['0 B', '999 B', '1.0 kB', '90.9 MB'])
	expect([count(1, 'version'), count(2000, 'version')]).toEqual(['1 version', '2,000 versions'])
	expect([duration(0), duration(61), duration(86_400), duration(90_061)]).toEqual(['0 s', '1 min 1 s', '1 d', '1 d 1 h'])
	expect(perMillion(25_000)).toBe('2.5 %')
	expect(short('5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY', 4)).toBe('5Grw…utQY')
})

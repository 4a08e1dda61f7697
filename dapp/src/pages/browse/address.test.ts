// SPDX-License-Identifier: Apache-2.0

import { describe, expect, it } from 'vitest'
import { EVERYTHING, type Filters } from '../../chain/catalog'
import { browsePath, filtersOf, isNarrowed, searchOf } from './address'

const ALICE = '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY'
const FULL: Filters = {
	text: 'whisper tiny & more?',
	kind: 'Dataset',
	tag: 'speech',
	publisher: ALICE,
	license: 'GPL-2.0+',
	price: '2.5',
	order: 'MostLicensed',
}

describe('filters in the address', () => {
	it('come back as they were', () => {
		for (const filters of [EVERYTHING, FULL, { ...FULL, price: 'free' }, { ...EVERYTHING, kind: 'Model' as const }]) {
			expect(filtersOf(searchOf(filters))).toEqual(filters)
		}
	})
	it('are short where little is asked for', () => {
		expect(browsePath({})).toBe('/')
		expect(browsePath({ tag: 'speech' })).toBe('/?tag=speech')
		expect(browsePath({ order: 'MostLicensed' })).toBe('/?order=licensed')
	})
	it('are left out where they make no sense', () => {
		const wrong = 'kind=car&publisher=nobody&price=-1&order=best&unheard=of'
		expect(filtersOf(wrong)).toEqual(EVERYTHING)
		expect(filtersOf(`text=${'x'.repeat(1_000)}`).text).toHaveLength(128)
	})
	it('leave something out, but for the order', () => {
		expect(isNarrowed(FULL)).toBe(true)
		expect(isNarrowed({ ...EVERYTHING, order: 'MostLicensed' })).toBe(false)
	})
})

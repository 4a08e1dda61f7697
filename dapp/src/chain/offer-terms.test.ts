// SPDX-License-Identifier: Apache-2.0

import { describe, expect, it } from 'vitest'
import { termsOf, type Typed } from './offer-terms'

const limits = { minPrice: 10n ** 9n, maxRefund: 864_000, fee: 25_000, seconds: 3, commercial: true }
const typed = (over: Partial<Typed> = {}): Typed => ({
	price: '2.5',
	days: '',
	supply: '',
	refundHours: '',
	transferable: false,
	...over,
})

describe('the terms of an offer', () => {
	it('are for ever, for any number and without refund unless said otherwise', () => {
		expect(termsOf(typed(), limits)).toEqual({
			terms: { price: 2_500_000_000_000n, duration: undefined, supply: undefined, transferable: false, refund_window: 0 },
		})
	})
	it('are counted in blocks', () => {
		expect(termsOf(typed({ days: '30', refundHours: '1', supply: '5', transferable: true }), limits)).toEqual({
			terms: { price: 2_500_000_000_000n, duration: 864_000, supply: 5, transferable: true, refund_window: 1_200 },
		})
	})
	it('say what is wrong with each field', () => {
		const faults = termsOf(typed({ price: 'x', days: '-1', supply: '0', refundHours: 'soon' }), limits)
		expect(Object.keys('faults' in faults ? faults.faults : {})).toEqual(['price', 'days', 'supply', 'refundHours'])
	})
	it('are refused where the chain would refuse them', () => {
		const faultsOf = (over: Partial<Typed>, commercial = true) => {
			const result = termsOf(typed(over), { ...limits, commercial })
			return 'faults' in result ? Object.keys(result.faults) : []
		}
		expect(faultsOf({ price: '0.0001' })).toEqual(['price'])
		expect(faultsOf({ price: '0' }, false)).toEqual([])
		expect(faultsOf({}, false)).toEqual(['price'])
		expect(faultsOf({ refundHours: '721' })).toEqual(['refundHours'])
		expect(faultsOf({ days: '1', refundHours: '24' })).toEqual(['refundHours'])
		expect(faultsOf({ days: '1', refundHours: '23' })).toEqual([])
	})
})

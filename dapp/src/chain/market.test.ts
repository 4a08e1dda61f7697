// SPDX-License-Identifier: Apache-2.0

import { describe, expect, it } from 'vitest'
import { type Deal, endOf, type LicenseView, type Quote, sameDeal, wayToBuy } from './market'

const quote = (over: { duration?: number; supply?: number; open?: boolean; price?: bigint; revision?: number } = {}) =>
	({
		offer: {
			id: 7n,
			open: over.open ?? true,
			price: over.price ?? 100n,
			offer: {
				artifact: '0x01',
				revision: over.revision ?? 1,
				terms: { version: 1n, duration: over.duration, supply: over.supply, refund_window: 10 },
			},
		},
		price: over.price ?? 100n,
	}) as unknown as Quote
const deal = (of = quote()) => ({ quote: of, artifact: { artifact: { owner: 'owner' } } }) as unknown as Deal
const license = (term: object, purchase?: object, offer = 7n) =>
	({ license: { grant: { offer, term }, purchase } }) as unknown as LicenseView
const perpetual = { type: 'Perpetual' }
const until = (value: number) => ({ type: 'Until', value })

describe('who can buy', () => {
	it('is a newcomer, and who has a license with an end renews it', () => {
		expect(wayToBuy(deal(), 'me', null)).toBe('buy')
		expect(wayToBuy(deal(), 'me', license(until(9)))).toBe('renew')
	})
	it('is not the owner, nor who has a license for ever or a purchase that waits', () => {
		expect(wayToBuy(deal(), 'owner', null)).toEqual({ hindered: expect.stringContaining('own') })
		expect(wayToBuy(deal(), 'me', license(perpetual))).toEqual({ hindered: expect.stringContaining('for ever') })
		expect(wayToBuy(deal(), 'me', license(until(9), {}))).toEqual({ hindered: expect.stringContaining('refund') })
	})
	it('is nobody once all are sold, but for who has one of them already', () => {
		const sold = deal(quote({ open: false, supply: 0 }))
		expect(wayToBuy(sold, 'me', null)).toEqual({ hindered: expect.stringContaining('sold') })
		expect(wayToBuy(sold, 'me', license(until(9)))).toBe('renew')
		expect(wayToBuy(sold, 'me', license(until(9), undefined, 8n))).toHaveProperty('hindered')
		expect(wayToBuy(deal(quote({ open: false })), 'me', null)).toEqual({ hindered: expect.stringContaining('yanked') })
	})
})

it('a license ends after its duration, counted from where the one before ends', () => {
	expect(endOf(quote(), null, 50)).toBeUndefined()
	expect(endOf(quote({ duration: 100 }), null, 50)).toBe(150)
	expect(endOf(quote({ duration: 100 }), license(until(80)), 50)).toBe(180)
	expect(endOf(quote({ duration: 100 }), license(until(20)), 50)).toBe(150)
})

it('a deal is the same while its terms are, and the price is no higher', () => {
	expect(sameDeal(quote(), quote())).toBe(true)
	expect(sameDeal(quote(), quote({ price: 0n }))).toBe(true)
	expect(sameDeal(quote(), quote({ price: 101n }))).toBe(false)
	expect(sameDeal(quote(), quote({ revision: 2 }))).toBe(false)
	expect(sameDeal(quote(), quote({ open: false }))).toBe(false)
})

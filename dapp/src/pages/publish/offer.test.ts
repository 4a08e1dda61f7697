// SPDX-License-Identifier: Apache-2.0

import { expect, it } from 'vitest'
import { FIRST_OFFER, type OfferDraft, readOffer } from './offer'

const limits = { minPrice: 10n ** 9n, maxRefundWindow: 864_000, blockTime: 3_000 }
const read = (over: Partial<OfferDraft>) => readOffer({ ...FIRST_OFFER, price: '2.5', ...over }, true, limits)
const faultsOf = (over: Partial<OfferDraft>) => {
	const result = read(over)
	return 'faults' in result ? Object.keys(result.faults) : []
}

it('an offer has the price and the supply that its seller typed', () => {
	expect(read({ supply: ' 4294967295 ' })).toMatchObject({ terms: { price: 2_500_000_000_000n, supply: 4_294_967_295 } })
	expect(read({})).toMatchObject({ terms: { supply: undefined } })
})

it('what could be read in two ways is refused', () => {
	for (const price of ['2,5', '1,000', '1e3', '']) expect(faultsOf({ price }), price).toEqual(['price'])
	for (const supply of ['1,5', '1,000', '0', '1e3', '0x10', '1.0', '4294967296']) {
		expect(faultsOf({ supply }), supply).toEqual(['supply'])
	}
})

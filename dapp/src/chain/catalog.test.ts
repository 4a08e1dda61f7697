// SPDX-License-Identifier: Apache-2.0

import { describe, expect, it } from 'vitest'
import { textOf } from '../lib/bytes'
import { EVERYTHING, type Found, type Listing, maxPriceOf, merged, queryOf, wordsOf } from './catalog'

const ALICE = '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY'
const BOB = '5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty'

describe('a query', () => {
	it('for everything asks for nothing in particular', () => {
		const { text, order, ...others } = queryOf(EVERYTHING)
		expect([text.length, order.type]).toEqual([0, 'Newest'])
		expect(others).toEqual({
			kind: undefined,
			tag: undefined,
			publisher: undefined,
			owner: undefined,
			license: undefined,
			max_price: undefined,
			retired: false,
		})
	})
	it('has what was chosen, as bytes and planck', () => {
		const query = queryOf({
			text: '  whisper   tiny ',
			kind: 'Model',
			tag: 'speech',
			publisher: ALICE,
			license: ' MIT ',
			price: '2.5',
			order: 'MostLicensed',
		})
		expect([query.text, query.tag, query.license].map(bytes => bytes && textOf(bytes))).toEqual([
			'whisper tiny',
			'speech',
			'MIT',
		])
		expect([query.kind?.type, query.order.type, query.publisher]).toEqual(['Model', 'MostLicensed', ALICE])
		expect(query.max_price).toBe(2_500_000_000_000n)
	})
	it('takes an address among the words for the publisher, and a chosen one before it', () => {
		expect(queryOf({ ...EVERYTHING, text: `tiny ${BOB}` })).toMatchObject({ publisher: BOB })
		expect(queryOf({ ...EVERYTHING, text: BOB, publisher: ALICE })).toMatchObject({ publisher: ALICE })
	})
})

describe('words', () => {
	it('may be a whole reference', () => {
		expect(wordsOf(`${ALICE}/silero-vad@2`)).toEqual({ words: 'silero-vad', publisher: ALICE })
	})
	it('keep a slash that stands behind no address, and what only looks like one', () => {
		expect(wordsOf('and/or')).toEqual({ words: 'and/or', publisher: undefined })
		const wrong = `${ALICE.slice(0, -1)}X`
		expect(wordsOf(wrong)).toEqual({ words: wrong, publisher: undefined })
	})
})

it('prices are a choice or an amount', () => {
	expect([maxPriceOf(''), maxPriceOf('free'), maxPriceOf('1')]).toEqual([undefined, 0n, 10n ** 12n])
	expect(maxPriceOf('sale')).toBe(2n ** 128n - 1n)
	expect(maxPriceOf('cheap')).toBeUndefined()
})

describe('pages', () => {
	const listing = (id: string): Listing => ({
		id,
		publisher: ALICE,
		name: id,
		kind: 'Model',
		tags: [],
		latest: undefined,
		licenses: 0,
		price: undefined,
	})
	const page = (ids: string[], examined: number, best: number, next?: bigint): Found => ({
		listings: ids.map(listing),
		next: next === undefined ? undefined : { type: 'Newest', value: next },
		examined,
		best,
	})
	it('become one list, in order, with nothing twice', () => {
		const all = merged([page(['c', 'b'], 2_000, 7, 5n), page([], 2_000, 8, 3n), page(['b', 'a'], 12, 8)])
		expect(all.listings.map(({ id }) => id)).toEqual(['c', 'b', 'a'])
		expect(all).toMatchObject({ examined: 4_012, best: 8, next: undefined })
	})
	it('go on where the last one ends', () => {
		expect(merged([page(['c'], 1, 7, 5n), page(['b'], 1, 7, 4n)]).next).toEqual({ type: 'Newest', value: 4n })
		expect(merged([])).toEqual({ listings: [], next: undefined, examined: 0, best: 0 })
	})
})

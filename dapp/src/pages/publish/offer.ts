// SPDX-License-Identifier: Apache-2.0

// The first offer, published together with the version: as it is typed, and as the market takes it.

import { planckOf, ago } from '../../lib/format'

export type Unit = 'days' | 'hours' | 'blocks'

/** A time as somebody typed it. */
export interface Span {
	many: string
	unit: Unit
}

export interface OfferDraft {
	/** In AGO. */
	price: string
	/** How long a license lasts; nothing written is for ever. */
	lasts: Span
	/** How many can be sold; nothing written is any number. */
	supply: string
	refund: Span
	transferable: boolean
}

/** What the chain says about offers. */
export interface OfferLimits {
	/** In planck. */
	minPrice: bigint
	/** In blocks. */
	maxRefundWindow: number
	/** In milliseconds. */
	blockTime: number
}

export interface OfferTerms {
	price: bigint
	duration: number | undefined
	supply: number | undefined
	transferable: boolean
	refund_window: number
}

export const FIRST_OFFER: OfferDraft = {
	price: '',
	lasts: { many: '', unit: 'days' },
	supply: '',
	refund: { many: '1', unit: 'hours' },
	transferable: false,
}

const MILLISECONDS: Record<Exclude<Unit, 'blocks'>, number> = { days: 86_400_000, hours: 3_600_000 }
const MOST = 2 ** 32 - 1

/** A time in blocks, rounded; nothing if it is no time that the chain can count. */
export function blocksOf({ many, unit }: Span, blockTime: number): number | undefined {
	if (!/^\d{1,10}(\.\d{1,4})?$/.test(many.trim())) return undefined
	const value = Number(many)
	if (unit === 'blocks' && !Number.isInteger(value)) return undefined
	const blocks = unit === 'blocks' ? value : Math.round((value * MILLISECONDS[unit]) / blockTime)
	return blocks <= MOST ? blocks : undefined
}

const isEmpty = ({ many }: Span): boolean => many.trim() === ''

/** The terms, or what is wrong with each field. */
export function readOffer(
	draft: OfferDraft,
	commercial: boolean,
	limits: OfferLimits,
): { terms: OfferTerms } | { faults: Partial<Record<keyof OfferDraft, string>> } {
	const faults: Partial<Record<keyof OfferDraft, string>> = {}
	const price = planckOf(draft.price)
	if (price === undefined) faults.price = 'Write an amount of AGO without commas, such as 2.5, or 0 to give licenses away.'
	else if (price > 0n && !commercial) faults.price = 'It can be sold for money only if its uses are commercial too. Allow that, or give it away for 0.'
	else if (price > 0n && price < limits.minPrice) faults.price = `The least is ${ago(limits.minPrice)}, or 0.`

	const duration = isEmpty(draft.lasts) ? undefined : blocksOf(draft.lasts, limits.blockTime)
	if (!isEmpty(draft.lasts) && !duration) faults.lasts = 'Write how long a license lasts, at least one block, or nothing for ever.'

	const many = draft.supply.trim()
	const supply = many === '' ? undefined : Number(many)
	if (supply !== undefined && (!/^[1-9]\d{0,9}$/.test(many) || supply > MOST)) {
		faults.supply = 'Write how many can be sold, at least one, or nothing for any number.'
	}

	const refund = isEmpty(draft.refund) ? 0 : blocksOf(draft.refund, limits.blockTime)
	if (refund === undefined) faults.refund = 'Write how long buyers can have their money back, or nothing.'
	else if (refund > limits.maxRefundWindow) faults.refund = `The most is ${limits.maxRefundWindow} blocks.`
	else if (duration && refund >= duration) faults.refund = 'It must be shorter than the license lasts.'

	if (Object.keys(faults).length > 0 || price === undefined || refund === undefined) return { faults }
	return { terms: { price, duration, supply, transferable: draft.transferable, refund_window: refund } }
}

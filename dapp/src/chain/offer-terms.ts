// SPDX-License-Identifier: Apache-2.0

// The terms of an offer, from what its seller types.

import { duration, planckOf } from '../lib/format'
import type { Api } from './connection'

/** What is typed: AGO, days, a number, hours. Empty stands for: for ever, any number, none. */
export interface Typed {
	price: string
	days: string
	supply: string
	refundHours: string
	transferable: boolean
}

export interface Limits {
	/** The least price that is not free, in planck. */
	minPrice: bigint
	/** The longest refund window, in blocks. */
	maxRefund: number
	/** The protocol's part of a sale, per million. */
	fee: number
	/** Seconds between two blocks. */
	seconds: number
	/** Whether the version may be sold for money. */
	commercial: boolean
}

export interface Terms {
	price: bigint
	duration: number | undefined
	supply: number | undefined
	transferable: boolean
	refund_window: number
}

export type Faults = Partial<Record<Exclude<keyof Typed, 'transferable'>, string>>

export async function readLimits(api: Api): Promise<Omit<Limits, 'commercial'>> {
	const [minPrice, maxRefund, fee, milliseconds] = await Promise.all([
		api.constants.Market.MinPrice(),
		api.constants.Market.MaxRefundWindow(),
		api.constants.Royalties.ProtocolFee(),
		api.constants.Babe.ExpectedBlockTime(),
	])
	return { minPrice, maxRefund, fee, seconds: Number(milliseconds) / 1000 }
}

/** A positive number, as typed; nothing if it is none. */
const numberOf = (text: string): number | undefined =>
	/^\d{1,9}(\.\d{1,6})?$/.test(text.trim()) && Number(text) > 0 ? Number(text) : undefined

/** The terms, or what is wrong with what was typed. */
export function termsOf(typed: Typed, limits: Limits): { terms: Terms } | { faults: Faults } {
	const faults: Faults = {}
	const blocks = (amount: number, seconds: number) => Math.max(1, Math.round((amount * seconds) / limits.seconds))

	const price = planckOf(typed.price)
	if (price === undefined) faults.price = 'Write an amount of AGO without commas, such as 2.5, or 0 to give licenses away.'
	else if (price > 0n && !limits.commercial) faults.price = 'The version’s terms do not allow commercial use: it must be 0.'
	else if (price > 0n && price < limits.minPrice) faults.price = 'That is less than a license may cost. It can also be 0.'

	let lasts: number | undefined
	if (typed.days.trim() !== '') {
		const days = numberOf(typed.days)
		if (days === undefined || days > 100_000) faults.days = 'Write a number of days, or nothing for ever.'
		else lasts = blocks(days, 86_400)
	}

	let supply: number | undefined
	if (typed.supply.trim() !== '') {
		supply = /^[1-9]\d{0,8}$/.test(typed.supply.trim()) ? Number(typed.supply) : undefined
		if (supply === undefined) faults.supply = 'Write how many can be sold, at least 1, or nothing for any number.'
	}

	let refund_window = 0
	if (typed.refundHours.trim() !== '' && Number(typed.refundHours) !== 0) {
		const hours = numberOf(typed.refundHours)
		if (hours === undefined) faults.refundHours = 'Write a number of hours, or nothing for no refund.'
		else {
			refund_window = blocks(hours, 3_600)
			if (refund_window > limits.maxRefund) {
				const most = duration(limits.maxRefund * limits.seconds)
				faults.refundHours = `That is longer than the chain allows: ${most} at most.`
			} else if (lasts !== undefined && refund_window >= lasts) {
				faults.refundHours = 'The refund has to end before the license does.'
			}
		}
	}

	if (Object.keys(faults).length > 0 || price === undefined) return { faults }
	return { terms: { price, duration: lasts, supply, transferable: typed.transferable, refund_window } }
}

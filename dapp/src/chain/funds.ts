// SPDX-License-Identifier: Apache-2.0

// What an account has, and whether that is enough.

import type { Api } from './connection'

export interface Funds {
	/** What it can pay with, in planck. */
	spendable: bigint
	/** What it can have held as deposits: what is locked too, but for the least that an account must keep. */
	available: bigint
	/** Held for what it has on chain, and given back with it; prices that can still be refunded too. */
	held: bigint
	/** Its own, and locked for now, as by votes. */
	locked: bigint
}

export interface Need {
	/** Leaves the account: fees, and prices. */
	paid: bigint
	/** Stays the account's own. */
	held: bigint
}

const least = (a: bigint, b: bigint): bigint => (a < b ? a : b)
const beyond = (a: bigint, b: bigint): bigint => (a > b ? a - b : 0n)

/**
 * What can be done with a balance of which `keep` must stay.
 *
 * A lock may lie on what is held too, so it takes only what it needs beyond that; and what is
 * locked can be held.
 */
export function fundsOf(account: { free: bigint; reserved: bigint; frozen: bigint }, keep: bigint): Funds {
	const { free, reserved, frozen } = account
	const locked = least(beyond(frozen, reserved), free)
	return {
		spendable: beyond(free, locked > keep ? locked : keep),
		available: beyond(free, keep),
		held: reserved,
		locked,
	}
}

export async function readFunds(api: Api, account: string): Promise<Funds> {
	const [{ data }, keep] = await Promise.all([
		api.query.System.Account.getValue(account, { at: 'best' }),
		api.constants.Balances.ExistentialDeposit(),
	])
	return fundsOf(data, keep)
}

/** What the account has for this, if it is not enough; nothing if it is. */
export function shortOf({ spendable, available }: Funds, { paid, held }: Need): bigint | undefined {
	if (paid > spendable) return spendable
	return paid + held > available ? available : undefined
}

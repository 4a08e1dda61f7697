// SPDX-License-Identifier: Apache-2.0

// What an account has.

import type { Connection } from './connection'

export interface Balance {
	/** What it can spend, in planck. */
	spendable: bigint
	/** Held for what it has on chain, and given back with it. */
	held: bigint
	/** Its own, and locked for now, as by votes. */
	locked: bigint
}

/** A lock may lie on what is held too, so it takes only what it needs beyond that. */
export function balanceOf(account: { free: bigint; reserved: bigint; frozen: bigint }): Balance {
	const beyond = account.frozen > account.reserved ? account.frozen - account.reserved : 0n
	const locked = beyond > account.free ? account.free : beyond
	return { spendable: account.free - locked, held: account.reserved, locked }
}

export async function readBalance({ api }: Connection, address: string): Promise<Balance> {
	return balanceOf((await api.query.System.Account.getValue(address, { at: 'best' })).data)
}

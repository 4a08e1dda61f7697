// SPDX-License-Identifier: Apache-2.0

// What an account has.

import type { Api } from './connection'

export interface Funds {
	/** What it can pay with or have held, in planck: without the least that an account must keep. */
	available: bigint
	/** What is held of it: deposits, and prices that can still be refunded. */
	held: bigint
}

export async function readFunds(api: Api, account: string): Promise<Funds> {
	const [{ data }, least] = await Promise.all([
		api.query.System.Account.getValue(account, { at: 'best' }),
		api.constants.Balances.ExistentialDeposit(),
	])
	return { available: data.free > least ? data.free - least : 0n, held: data.reserved }
}

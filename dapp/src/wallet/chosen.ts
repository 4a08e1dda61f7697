// SPDX-License-Identifier: Apache-2.0

// Which account was chosen, as it is kept: two wallets can have the same one.

import type { Account } from './types'

/** An account's place among all: its wallet and its address. */
export const keyOf = ({ source, address }: Account): string => `${source} ${address}`

/** The account that was kept; by its address alone where nothing else was kept, as once was so. */
export const chosenOf = (accounts: Account[], kept: string | undefined): Account | undefined =>
	accounts.find(account => keyOf(account) === kept) ?? accounts.find(({ address }) => address === kept)

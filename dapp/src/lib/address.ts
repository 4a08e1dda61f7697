// SPDX-License-Identifier: Apache-2.0

import { AccountId } from 'polkadot-api'

const { enc, dec } = AccountId(42)

/** What somebody typed as an address, in the chain's form; nothing if it is none. */
export function addressOf(text: string): string | undefined {
	const bare = text.trim()
	if (!/^[1-9A-HJ-NP-Za-km-z]{46,50}$/.test(bare)) return undefined
	try {
		return dec(enc(bare))
	} catch {
		return undefined
	}
}

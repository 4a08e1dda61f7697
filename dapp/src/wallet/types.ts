// SPDX-License-Identifier: Apache-2.0

import type { PolkadotSigner } from 'polkadot-api'

/** An account that can sign here. */
export interface Account {
	/** In the chain's form, whatever form the wallet has it in. */
	address: string
	/** What its holder calls it. */
	name: string
	/** The wallet that it is of. */
	source: string
	signer: PolkadotSigner
}

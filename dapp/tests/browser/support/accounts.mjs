// SPDX-License-Identifier: Apache-2.0

// Accounts whose keys the tests have.

import { sr25519CreateDerive } from '@polkadot-labs/hdkd'
import { DEV_MINI_SECRET, ss58Address } from '@polkadot-labs/hdkd-helpers'
import { getPolkadotSigner } from 'polkadot-api/signer'

const derive = sr25519CreateDerive(DEV_MINI_SECRET)

/** The account of a derivation path after the development phrase, such as `Alice`. */
export function account(name) {
	const { publicKey, sign } = derive(`//${name}`)
	return {
		name,
		/** As the command takes it. */
		suri: `//${name}`,
		address: ss58Address(publicKey, 42),
		sign,
		signer: getPolkadotSigner(publicKey, 'Sr25519', sign),
	}
}

// SPDX-License-Identifier: Apache-2.0

import { sr25519CreateDerive } from '@polkadot-labs/hdkd'
import { DEV_MINI_SECRET } from '@polkadot-labs/hdkd-helpers'
import type { PolkadotSigner } from 'polkadot-api'
import { getPolkadotSigner } from 'polkadot-api/signer'

/** Signs as the account of this name on a development chain. */
export function developmentSigner(name: string): PolkadotSigner {
	const { publicKey, sign } = sr25519CreateDerive(DEV_MINI_SECRET)(`//${name}`)
	return getPolkadotSigner(publicKey, 'Sr25519', sign)
}

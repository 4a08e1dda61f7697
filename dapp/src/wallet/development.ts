// SPDX-License-Identifier: Apache-2.0

// The well-known accounts of development chains. Everybody knows their keys: they are offered on
// a development chain alone, and loaded only there.

import { sr25519CreateDerive } from '@polkadot-labs/hdkd'
import { DEV_MINI_SECRET, ss58Address } from '@polkadot-labs/hdkd-helpers'
import { getPolkadotSigner } from 'polkadot-api/signer'
import type { Account } from './types'

const NAMES = ['Alice', 'Bob', 'Charlie', 'Dave', 'Eve', 'Ferdie']

export function developmentAccounts(): Account[] {
	const derive = sr25519CreateDerive(DEV_MINI_SECRET)
	return NAMES.map(name => {
		const { publicKey, sign } = derive(`//${name}`)
		return {
			address: ss58Address(publicKey, 42),
			name,
			source: 'Development',
			signer: getPolkadotSigner(publicKey, 'Sr25519', sign),
		}
	})
}

// SPDX-License-Identifier: Apache-2.0

// The well-known accounts of development chains. Everybody knows their keys: they are offered on
// a development chain alone, and the keys are made only when one signs.

import { AccountId, type PolkadotSigner } from 'polkadot-api'
import type { Account } from './types'

const ADDRESSES = {
	Alice: '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY',
	Bob: '5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty',
	Charlie: '5FLSigC9HGRKVhB9FiEo4Y3koPsNmBmLJbpXg2mp1hXcS59Y',
	Dave: '5DAAnrj7VHTznn2AWBemMuyBwZWs6FNFjdyVXUeYum3PTXFy',
	Eve: '5HGjWAeFDfFCWPsjFQdVV2Msvz2XtMktvgocEZcCj68kUMaw',
	Ferdie: '5CiPPseXPECbkjWCa6MnjNokrgYjMqmKndv2rSnekmSK2DjL',
}

const { enc } = AccountId(42)

function signerOf(name: string, address: string): PolkadotSigner {
	const signer = () => import('./development-keys').then(({ developmentSigner }) => developmentSigner(name))
	return {
		publicKey: enc(address),
		signTx: async (...transaction) => (await signer()).signTx(...transaction),
		signBytes: async data => (await signer()).signBytes(data),
	}
}

export const developmentAccounts = (): Account[] =>
	Object.entries(ADDRESSES).map(([name, address]) => ({
		address,
		name,
		source: 'Development',
		signer: signerOf(name, address),
	}))

// SPDX-License-Identifier: Apache-2.0

// Wallet extensions that put themselves into the page, such as Talisman, SubWallet or polkadot-js.

import type { PolkadotSigner } from 'polkadot-api'
import { connectInjectedExtension, getInjectedExtensions, type InjectedExtension } from 'polkadot-api/pjs-signer'
import { addressOf } from '../lib/address'
import type { Account } from './types'

/** An account as a wallet tells of it. */
interface Injected {
	address: string
	name?: string | undefined
	polkadotSigner: PolkadotSigner
}

/** The accounts that can be this chain's. Wallets may tell of others too, such as those of Ethereum. */
export const accountsOf = (injected: Injected[], source: string): Account[] =>
	injected.flatMap(({ address: told, name = 'Account', polkadotSigner: signer }) => {
		const address = addressOf(told)
		return address === undefined ? [] : [{ address, name, source, signer }]
	})

/** The names of the wallet extensions in this browser. */
export const installed = (): string[] => getInjectedExtensions()

/**
 * Ask an extension for its accounts, which asks its user. Calls back with all accounts each time
 * they change; returns how to end that. Fails if the user refuses.
 */
export async function open(
	name: string,
	changed: (accounts: Account[]) => void,
): Promise<() => void> {
	const extension: InjectedExtension = await connectInjectedExtension(name, 'Agora')
	const tell = () => changed(accountsOf(extension.getAccounts(), name))
	tell()
	const stop = extension.subscribe(tell)
	return () => {
		stop()
		extension.disconnect()
	}
}

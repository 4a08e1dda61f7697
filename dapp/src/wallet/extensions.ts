// SPDX-License-Identifier: Apache-2.0

// Wallet extensions that put themselves into the page, such as Talisman, SubWallet or polkadot-js.

import { AccountId } from 'polkadot-api'
import { connectInjectedExtension, getInjectedExtensions, type InjectedExtension } from 'polkadot-api/pjs-signer'
import type { Account } from './types'

const { enc, dec } = AccountId(42)

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
	const tell = () =>
		changed(
			extension.getAccounts().map(account => ({
				address: dec(enc(account.address)),
				name: account.name ?? 'Account',
				source: name,
				signer: account.polkadotSigner,
			})),
		)
	tell()
	const stop = extension.subscribe(tell)
	return () => {
		stop()
		extension.disconnect()
	}
}

// SPDX-License-Identifier: Apache-2.0

// What the programs here share: a connection, an account, an amount, and a transaction with its
// outcome.

import { ApiPromise, Keyring, WsProvider } from '@polkadot/api';

/** Connects to a node. It needs no types: everything comes from the node's metadata. */
export const connect = (url) =>
	ApiPromise.create({ provider: new WsProvider(url), noInitWarn: true });

/** The account of a secret: `//Alice` and the like on development chains, or a mnemonic. */
export const accountOf = (secret) => new Keyring({ type: 'sr25519' }).addFromUri(secret);

/** An amount for people. The chain counts planck, of which 10^12 are one AGO. */
export function ago(amount) {
	const planck = amount.toBigInt();
	const [whole, rest] = [planck / 10n ** 12n, planck % 10n ** 12n];
	return `${whole}.${String(rest).padStart(12, '0')}`.replace(/\.?0+$/, '') + ' AGO';
}

/**
 * Signs and submits a transaction, and waits until its block is final: answers with the data of its
 * events of one kind, such as `api.events.registry.VersionPublished`.
 */
export async function submit(api, transaction, account, kind) {
	const { events, dispatchError } = await new Promise((resolve, reject) => {
		const watch = (result) => {
			if (result.isFinalized) {
				resolve(result);
			} else if (result.isError) {
				// It never got into a block.
				reject(new Error(`the transaction is ${result.status.type}`));
			}
		};
		// A nonce of -1 counts in what of this account still waits for a block.
		transaction.signAndSend(account, { nonce: -1 }, watch).catch(reject);
	});
	if (dispatchError?.isModule) {
		// The chain's metadata has a sentence for each error of each pallet.
		const { section, name, docs } = api.registry.findMetaError(dispatchError.asModule);
		throw new Error(`${section}.${name}: ${docs.join(' ').trim()}`);
	} else if (dispatchError) {
		throw new Error(dispatchError.toString());
	}
	return events.filter(({ event }) => kind.is(event)).map(({ event }) => event.data);
}

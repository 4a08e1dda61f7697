// SPDX-License-Identifier: Apache-2.0

// What the programs here share: an account, an amount, and a transaction with its outcome.

import { sr25519CreateDerive } from '@polkadot-labs/hdkd';
import {
	DEV_PHRASE,
	mnemonicToMiniSecret,
	parseSuri,
	ss58Address,
} from '@polkadot-labs/hdkd-helpers';
import { decAnyMetadata, unifyMetadata } from '@polkadot-api/substrate-bindings';
import { getPolkadotSigner } from 'polkadot-api/signer';

/** The account of a secret: `//Alice` and the like on development chains, or a mnemonic. */
export function accountOf(secret) {
	const whole = secret.startsWith('//') ? DEV_PHRASE + secret : secret;
	const { phrase, paths, password } = parseSuri(whole);
	const seed = mnemonicToMiniSecret(phrase, password);
	const { publicKey, sign } = sr25519CreateDerive(seed)(paths);
	const signer = getPolkadotSigner(publicKey, 'Sr25519', sign);
	return { address: ss58Address(publicKey), publicKey, signer };
}

/** An amount for people. The chain counts planck, of which 10^12 are one AGO. */
export function ago(planck) {
	const [whole, rest] = [planck / 10n ** 12n, planck % 10n ** 12n];
	return `${whole}.${String(rest).padStart(12, '0')}`.replace(/\.?0+$/, '') + ' AGO';
}

/** Signs and submits a transaction, and waits until its block is final: its events, or an error. */
export async function submit(client, transaction, { signer }) {
	const result = await transaction.signAndSubmit(signer);
	if (!result.ok) {
		throw new Error(await sentence(client, result));
	}
	return result.events;
}

/** A failure in words: the chain's metadata has a sentence for each error of each pallet. */
async function sentence(client, { dispatchError: { type, value }, block }) {
	if (type !== 'Module') {
		return type;
	}
	const metadata = unifyMetadata(decAnyMetadata(await client.getMetadata(block.hash)));
	const errors = metadata.pallets.find(({ name }) => name === value.type).errors;
	const { docs } = metadata.lookup[errors.type ?? errors].def.value.find(
		({ name }) => name === value.value.type,
	);
	return `${value.type}.${value.value.type}: ${docs.join(' ').trim()}`;
}

// SPDX-License-Identifier: Apache-2.0

// What blocks hold, decoded: by @polkadot/api, which is among the packages of tests/js.

import { createRequire } from 'node:module';

const require = createRequire(new URL('../../js/package.json', import.meta.url));
const { ApiPromise, HttpProvider, Keyring } = require('@polkadot/api');
export const { u8aToHex } = require('@polkadot/util');

/** Does something with a connection to a node, which ends with it. */
export async function withApi(node, act) {
	const provider = new HttpProvider(node.http);
	const api = await ApiPromise.create({ provider, noInitWarn: true, throwOnConnect: true });
	try {
		return await act(api);
	} finally {
		await api.disconnect();
	}
}

/** The account of a secret such as `//Alice`. The API has to be there before. */
export function signerOf(uri) {
	return new Keyring({ type: 'sr25519' }).addFromUri(uri);
}

/**
 * Hands a transaction in, and does not wait for it. It is good for ever: what dies does so in blocks
 * after the last final one, and there may be none for long.
 */
export async function send(signer, transaction) {
	return transaction.signAndSend(signer, { nonce: -1, era: 0 });
}

/** What happened in a block: its transactions, and its events, in the order of the block. */
export async function blockAt(api, height) {
	const hash = await api.rpc.chain.getBlockHash(height);
	const [{ block }, at] = await Promise.all([api.rpc.chain.getBlock(hash), api.at(hash)]);
	const records = await at.query.system.events();
	const transactions = block.extrinsics.map(({ method, isSigned }, index) => {
		const own = records.filter(({ phase }) => {
			return phase.isApplyExtrinsic && phase.asApplyExtrinsic.eq(index);
		});
		const failure = own.find(({ event }) => api.events.system.ExtrinsicFailed.is(event));
		return {
			name: `${method.section}.${method.method}`,
			signed: isSigned,
			events: own.map(named),
			error: failure && errorOf(api, failure.event.data[0]),
		};
	});
	return { height, transactions, events: records.map(named) };
}

const named = ({ event: { section, method, data } }) => {
	return { name: `${section}.${method}`, data: data.toJSON() };
};

function errorOf(api, error) {
	if (!error.isModule) {
		return error.toString();
	}
	const { section, name } = api.registry.findMetaError(error.asModule);
	return `${section}.${name}`;
}

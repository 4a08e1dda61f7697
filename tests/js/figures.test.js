// SPDX-License-Identifier: Apache-2.0

// What is promised of the development node, measured. It is printed rather than judged: how long
// something takes depends on the machine.

import { AGO, useChain } from './support/chain.js';

const chain = useChain();

const TRANSACTIONS = 20;

chain.test('a development node starts', () => {
	console.log(`figure: dev node to RPC ready: ${(chain.node.readyMs / 1_000).toFixed(2)} s`);
});

chain.test('a transaction finds its block', async () => {
	const receiver = await chain.account();
	const transfer = chain.api.tx.balances.transferKeepAlive(receiver.address, AGO);
	const times = [];
	while (times.length < TRANSACTIONS) {
		const signed = await transfer.signAsync(chain.alice, { nonce: -1 });
		const from = performance.now();
		await inBlock(signed);
		times.push(performance.now() - from);
	}
	times.sort((a, b) => a - b);
	const median = (times[TRANSACTIONS / 2 - 1] + times[TRANSACTIONS / 2]) / 2;
	console.log(
		`figure: a transaction to its block under instant sealing, median of ${TRANSACTIONS}: ` +
			`${(median / 1_000).toFixed(3)} s (longest ${(times.at(-1) / 1_000).toFixed(3)} s)`,
	);
});

/** Submits a signed transaction and waits until it is in a block. */
function inBlock(signed) {
	return new Promise((resolve, reject) => {
		signed
			.send((update) => {
				if (update.isInBlock || update.isFinalized) {
					resolve();
				} else if (update.isError) {
					reject(new Error(update.status.type));
				}
			})
			.catch(reject);
	});
}

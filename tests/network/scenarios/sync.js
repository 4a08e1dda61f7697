// SPDX-License-Identifier: Apache-2.0

// Nodes that begin with nothing: one executes every block, one takes the newest state.

import assert from 'node:assert/strict';
import { secondsSince, until } from '../../../tools/network/wait.js';
import { keyOf } from '../../../tools/network/storage.js';
import { catchesUp, goesOn } from '../support/alive.js';

const WARP_WITHIN = 60;
const FULL_WITHIN = 600;
const HISTORY_WITHIN = 120;
// As many as one answer has at most.
const KEYS = 1_000;

export const title = 'nodes that begin with nothing sync';

export async function run(t, context) {
	await t.test('by full sync', () => syncs(context, 'sync-full', [], FULL_WITHIN));
	await t.test('by warp sync', () => syncs(context, 'sync-warp', ['--sync=warp'], WARP_WITHIN));
}

async function syncs({ network, figure }, name, flags, within) {
	const node = await network.add(name, { flags });
	await goesOn(network, `a sync of ${name}`, async () => {
		const from = performance.now();
		await node.start();
		const ready = secondsSince(from);
		const rest = await catchesUp(network, node, within - ready);
		const blocks = await node.best();
		const seconds = (ready + rest).toFixed(1);
		figure(`${name}: at block ${blocks} ${seconds} s after its start (at most ${within} s)`);
		await sameState(node, network.node('alice'));
		// Warp sync fetches what was before afterwards.
		await until(`${name} has the blocks from the first on`, HISTORY_WITHIN, () => node.hashOf(1));
		await network.assertOneChain();
	});
	await network.remove(name);
}

/** At the last block that is final for both, both have the same values under the same keys. */
async function sameState(node, other) {
	const height = Math.min(await node.finalized(), await other.finalized());
	const hash = await node.hashOf(height);
	assert.equal(hash, await other.hashOf(height));
	for (const [pallet, item] of [
		['System', 'Account'],
		['Staking', 'Ledger'],
		['Session', 'NextKeys'],
		['Balances', 'TotalIssuance'],
	]) {
		const [own, others] = await Promise.all([
			valuesOf(node, keyOf(pallet, item), hash),
			valuesOf(other, keyOf(pallet, item), hash),
		]);
		assert.ok(own.length > 0, `${pallet}.${item} is empty`);
		assert.deepEqual(own, others);
	}
}

async function valuesOf(node, prefix, hash) {
	const keys = await node.rpc('state_getKeysPaged', prefix, KEYS, null, hash);
	const [{ changes }] = await node.rpc('state_queryStorageAt', keys, hash);
	return changes;
}

// SPDX-License-Identifier: Apache-2.0

// Nodes that begin with nothing: one executes every block, one takes the newest state.

import assert from 'node:assert/strict';
import { secondsSince, until } from '../../../tools/network/wait.js';
import { keyOf } from '../../../tools/network/storage.js';
import { catchesUp, goesOn } from '../support/alive.js';
import { must } from '../support/must.js';

const WARP_AT_MOST = 60;
const SYNCED_WITHIN = 600;
const HISTORY_WITHIN = 300;
// As many as one answer has at most.
const KEYS = 1_000;

export const title = 'nodes that begin with nothing sync';

export async function run(t, context) {
	const within = (seconds) => must(seconds, WARP_AT_MOST, 's');
	await t.test('by full sync', () => syncs(context, 'sync-full', [], () => ''));
	await t.test('by warp sync', () => syncs(context, 'sync-warp', ['--sync=warp'], within));
}

async function syncs({ network, figure }, name, flags, limit) {
	const node = await network.add(name, { flags });
	await goesOn(network, `a sync of ${name}`, async () => {
		const from = performance.now();
		await node.start();
		const ready = secondsSince(from);
		const seconds = ready + (await catchesUp(network, node, SYNCED_WITHIN));
		const blocks = await node.best();
		const took = `${seconds.toFixed(1)} s after its start ${limit(seconds)}`.trim();
		figure(`${name}: at block ${blocks} ${took}`);
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

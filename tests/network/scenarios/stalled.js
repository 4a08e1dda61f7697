// SPDX-License-Identifier: Apache-2.0

// Two of four validators do not come back, and nothing becomes final any more. They are elected no
// longer, and the voters are replaced by force, as docs/validators.md tells: finality goes on with
// those that are left. Who comes back after all follows, and so does who begins with nothing.

import assert from 'node:assert/strict';
import { secondsSince, sleep, until } from '../../../tools/network/wait.js';
import { highest } from '../support/alive.js';
import { send, signerOf, u8aToHex, withApi } from '../support/api.js';
import { ERA } from '../support/pace.js';

const GONE = { charlie: '//Charlie//stash', dave: '//Dave//stash' };
// It steers the chain, as the key that is called sudo.
const ROOT = '//Alice';
const SETTLED_MS = 10_000;
// In blocks.
const DELAY = 3;
// A slot in two is empty.
const DISMISSED_WITHIN = 6 * ERA;
const REPLACED_WITHIN = 6 * ERA;
const FOLLOWS_WITHIN = 240;
const BLOCKS = 5;

export const title = 'two of four do not come back, and the voters are replaced by force';

export async function run(t, { network, figure }) {
	const gone = Object.keys(GONE).map((name) => network.node(name));
	await Promise.all(gone.map((node) => node.kill()));
	await sleep(SETTLED_MS);
	const { running } = network;
	const stalled = await highest(running, 'finalized');
	const from = performance.now();
	await withApi(network.node('alice'), async (api) => {
		await t.test('they are elected no more', () => dismissed(api));
		assert.equal(await highest(running, 'finalized'), stalled, 'it became final without them');
		await t.test('the voters are replaced', () => replaced(api, running, stalled, figure));
	});
	figure(`finality stood at ${stalled} for ${secondsSince(from).toFixed()} s`);
	await t.test('those that were away follow', async () => {
		const back = performance.now();
		await network.launch();
		await network.together(FOLLOWS_WITHIN);
		figure(`those that were away follow ${secondsSince(back).toFixed(1)} s after their return`);
	});
	// By full sync: warp sync does not get over a change by force.
	await t.test('who begins with nothing follows', async () => {
		const node = await network.add('later');
		const begun = performance.now();
		await node.start();
		await network.together(FOLLOWS_WITHIN);
		figure(`a new node follows ${secondsSince(begun).toFixed(1)} s after its first start`);
		await network.remove('later');
	});
	await network.assertOneChain();
}

/** Their operators have no machine, and still the keys of their stakes. */
async function dismissed(api) {
	const signers = Object.values(GONE).map(signerOf);
	for (const signer of signers) {
		await send(signer, api.tx.staking.chill());
	}
	await until('they are no validators', DISMISSED_WITHIN, async () => {
		const validators = (await api.query.session.validators()).map((who) => who.toHex());
		return !signers.some(({ publicKey }) => validators.includes(u8aToHex(publicKey)));
	});
}

async function replaced(api, running, stalled, figure) {
	const from = performance.now();
	await send(signerOf(ROOT), api.tx.sudo.sudo(api.tx.grandpa.noteStalled(DELAY, stalled)));
	await until('blocks become final again', REPLACED_WITHIN, async () => {
		const final = await Promise.all(running.map((node) => node.finalized()));
		return Math.min(...final) > stalled + BLOCKS;
	});
	figure(`blocks became final ${secondsSince(from).toFixed()} s after the call`);
}

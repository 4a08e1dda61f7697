// SPDX-License-Identifier: Apache-2.0

// One network of four validators and a node that follows, on which one thing after the other goes
// wrong. AGORA_LONG makes it take hours; AGORA_SCENARIOS names those to run, AGORA_SEED repeats, and
// AGORA_KEEP keeps the logs.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Network } from '../../tools/network/network.js';
import { stepsOf } from './scenarios/order.js';
import { noLoad, startLoad } from './support/load.js';
import { Random, seed } from './support/random.js';
import { PACE } from './support/pace.js';

const missing = process.env.AGORA_NODE ? false : 'AGORA_NODE does not name the binary of a node';
const long = Boolean(process.env.AGORA_LONG);
const chosen = process.env.AGORA_SCENARIOS?.split(',');
const TIMEOUT_MS = (long ? 12 * 60 : 8) * 60_000;

let network;
// Scenarios that have not come to a good end, and those that cannot run here.
const open = new Set();
const skipped = new Map();

if (!missing) {
	before(start, { timeout: TIMEOUT_MS });
	after(stop, { timeout: TIMEOUT_MS });
}

async function start() {
	const folder = mkdtempSync(join(tmpdir(), 'agora-network-'));
	network = await Network.make(folder, { pace: PACE, reserved: true });
	await network.start();
}

async function stop() {
	if (!network) {
		return;
	}
	await network.stop();
	if (open.size > 0 || process.env.AGORA_KEEP) {
		console.log(`# the logs of all nodes are in ${network.folder}`);
	} else {
		rmSync(network.folder, { recursive: true, force: true, maxRetries: 5 });
	}
	open.clear();
}

/** What a scenario gets to work with. */
function contextOf(t, name) {
	return {
		network,
		long,
		/** Prints what was measured. */
		figure: (text) => t.diagnostic(`figure: ${name}: ${text}`),
		/** Starts a load, or nothing where there is no driver: then `load.missing` says why. */
		load: { missing: noLoad, start: (options) => startLoad(network, options) },
		random: new Random(`${seed} ${name}`),
		/** Says why it cannot run here. */
		skip(why) {
			skipped.set(name, why);
			t.skip(why);
		},
	};
}

/** As it was at the beginning; anew if a scenario before failed, who knows how far. */
async function restore() {
	if (open.size > 0) {
		await stop();
		await start();
		return;
	}
	if (network.canCut) {
		network.heal();
	}
	const own = new Set([...network.founders, network.node('full')]);
	for (const { name } of network.nodes.filter((node) => !own.has(node))) {
		await network.remove(name);
	}
	await network.launch();
	await network.healthy();
}

async function scenario(t, name) {
	const { title, run } = await import(`./scenarios/${name}.js`);
	await t.test(`${name}: ${title}`, { timeout: TIMEOUT_MS }, async (t) => {
		const from = performance.now();
		open.add(name);
		await run(t, contextOf(t, name));
		await network.assertOneChain();
		network.assertNoPanic();
		open.delete(name);
		t.diagnostic(`${name} took ${((performance.now() - from) / 1_000).toFixed()} s`);
	});
}

for (const step of stepsOf({ long })) {
	const names = step.filter((name) => !chosen || chosen.includes(name));
	if (names.length > 0) {
		const options = { skip: missing, timeout: TIMEOUT_MS, concurrency: names.length };
		test(names.join(' and '), options, async (t) => {
			t.diagnostic(`seed: AGORA_SEED=${seed}`);
			await restore();
			await Promise.all(names.map((name) => scenario(t, name)));
			// What could not run is not to be counted as a pass, not even by the name of its step.
			if (names.every((name) => skipped.has(name))) {
				t.skip(skipped.get(names[0]));
			}
		});
	}
}

test('one chain came of it', { skip: missing, timeout: TIMEOUT_MS }, async (t) => {
	await restore();
	const height = await network.assertOneChain();
	assert.ok(height > 0);
	t.diagnostic(`figure: ${height} final blocks, the same with ${network.running.length} nodes`);
});

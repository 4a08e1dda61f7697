// SPDX-License-Identifier: Apache-2.0

// Finality needs three of four validators. Without one it goes on; without two it waits for one of
// them to come back.

import assert from 'node:assert/strict';
import { secondsSince, sleep, until } from '../../../tools/network/wait.js';
import { must } from '../support/must.js';

export const title = 'without one of four finality goes on, without two it waits';

const LAG_AT_MOST = 4;
const BLOCKS_SEEN = 10;
const SEEN_WITHIN = 180;
const RESUMES_AT_MOST = 60;
const RESUMES_WITHIN = 240;
// What was voted on before the second was gone may still become final.
const SETTLED_MS = 10_000;
// Half of the slots are empty then; the chance that so many are is one in thirty thousand.
const HALTED_BLOCKS = 3;
const HALTED_WITHIN = 180;
const PAUSE_MS = 250;

export async function run(t, { network, figure, random }) {
	const [first, second] = twoOf(network.founders, random);
	await first.kill();
	const lag = await lagOver(network, BLOCKS_SEEN);
	figure(
		`without ${first.name}: over ${BLOCKS_SEEN} blocks finality lags at most ${lag} blocks ` +
			must(lag, LAG_AT_MOST, 'blocks'),
	);

	await second.kill();
	await sleep(SETTLED_MS);
	const halted = await heights(network.running);
	await until(`${HALTED_BLOCKS} blocks without ${second.name} too`, HALTED_WITHIN, async () => {
		return (await heights(network.running)).best >= halted.best + HALTED_BLOCKS;
	});
	const later = await heights(network.running);
	assert.equal(later.final, halted.final, 'blocks became final with two of four');

	const from = performance.now();
	[first, second].forEach((node) => node.launch());
	const all = network.nodes;
	await until('finality resumes with all', RESUMES_WITHIN, async () => {
		return (await Promise.all(all.map((node) => node.finalized()))).every(
			(f) => f > later.best,
		);
	});
	const seconds = secondsSince(from);
	figure(
		`without ${second.name} too: finality stood still at ${halted.final} while ` +
			`${later.best - halted.best} blocks were made, and resumed with all ` +
			`${seconds.toFixed(1)} s after the return ${must(seconds, RESUMES_AT_MOST, 's')}`,
	);
	await network.assertOneChain();
	await network.assertNoEquivocation();
}

function twoOf(nodes, random) {
	const first = random.of(nodes);
	return [first, random.of(nodes.filter((node) => node !== first))];
}

/** The highest best and the highest final block of any of them. */
async function heights(nodes) {
	const best = Math.max(...(await Promise.all(nodes.map((node) => node.best()))));
	const final = Math.max(...(await Promise.all(nodes.map((node) => node.finalized()))));
	return { best, final };
}

/** How far finality was behind at most, with any node that runs, over so many blocks. */
async function lagOver(network, blocks) {
	const nodes = network.running;
	const end = (await heights(nodes)).best + blocks;
	let worst = 0;
	await until(
		`${blocks} blocks more`,
		SEEN_WITHIN,
		async () => {
			let best = 0;
			for (const node of nodes) {
				// What is best is asked first: what becomes final meanwhile does not count as lag.
				best = await node.best();
				worst = Math.max(worst, best - (await node.finalized()));
			}
			return best >= end;
		},
		PAUSE_MS,
	);
	return worst;
}

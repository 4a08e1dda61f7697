// SPDX-License-Identifier: Apache-2.0

// Links between nodes are cut and healed: one validator apart, two apart from two, and links that
// come and go. No cut makes two final blocks at one height, and finality is back when it is over.

import assert from 'node:assert/strict';
import { secondsSince, sleep, until } from '../../../tools/network/wait.js';
import { highest } from '../support/alive.js';
import { must } from '../support/must.js';
import { spread } from '../support/spread.js';

const CYCLES = { short: 3, long: 50 };
const BACK_AT_MOST = 30;
const BACK_WITHIN = 180;
// Until votes that are on their way have arrived.
const SETTLED = 3;
const CUT = { least: 10, more: { short: 3, long: 20 } };
const FLAPS = 6;
const FLAP = { least: 0.5, more: 2 };
// What a node says that misses the end of a set of voters: see node/src/justifications.rs.
const ASKED = /Asking again for the justification/g;
// While one is apart a slot in five is empty.
const GROWN = 2;
const GROWN_WITHIN = 60;

export const title = 'links are cut and healed';

export async function run(t, context) {
	const { network, long, figure, random, skip } = context;
	if (!network.canCut) {
		skip(network.whyNot);
		return;
	}
	const setting = long ? 'long' : 'short';
	const kinds = [apart, halves, flapping];
	const back = [];
	const before = asked(network);
	for (let cycle = 0; cycle < CYCLES[setting]; cycle += 1) {
		const kind = kinds[cycle % kinds.length];
		await t.test(`${cycle + 1}: ${kind.title}`, async () => {
			const seconds = CUT.least + random.next() * CUT.more[setting];
			await kind.cut(network, random, seconds);
			const healed = new Date();
			back.push(await heals(network));
			if (back.at(-1) > BACK_AT_MOST) {
				const long = `${back.at(-1).toFixed(1)} s`;
				figure(`cut ${cycle + 1} was healed at ${healed.toISOString()}: finality is back after ${long}`);
			}
			await network.assertOneChain();
		});
	}
	figure(
		`${back.length} of ${CYCLES[setting]} cuts; finality is back on every node after ` +
			`${spread(back)} ${must(Math.max(...back), BACK_AT_MOST, 's')}; ` +
			`${asked(network) - before} times justifications were asked for again`,
	);
}

/** How often a node asked again for what finality waited for. */
function asked(network) {
	return network.running.reduce(
		(sum, node) => sum + (node.said({ all: true }).match(ASKED)?.length ?? 0),
		0,
	);
}

const apart = {
	title: 'one validator apart, three go on',
	async cut(network, random, seconds) {
		const alone = random.of(network.founders);
		const others = network.founders.filter((node) => node !== alone);
		network.cut([alone.name]);
		await sleep(SETTLED * 1_000);
		const before = await Promise.all([alone.finalized(), highest(others, 'finalized')]);
		await sleep((seconds - SETTLED) * 1_000);
		await until('three of four go on', GROWN_WITHIN, async () => {
			return (await highest(others, 'finalized')) >= before[1] + GROWN;
		});
		const after = await alone.finalized();
		assert.equal(after, before[0], `${alone.name} holds for final what it alone voted for`);
	},
};

const halves = {
	title: 'two apart from two, nobody holds anything new for final',
	async cut(network, random, seconds) {
		const half = pair(network.founders, random);
		network.cut(half.map(({ name }) => name));
		await sleep(SETTLED * 1_000);
		const sides = [half, network.founders.filter((node) => !half.includes(node))];
		// What one of two holds for final, the other may still learn from it.
		const final = () => Promise.all(sides.map((nodes) => highest(nodes, 'finalized')));
		const best = () => Promise.all(network.founders.map((node) => node.best()));
		const [before, from] = await Promise.all([final(), best()]);
		await sleep((seconds - SETTLED) * 1_000);
		assert.deepEqual(await final(), before);
		// Blocks are made on both sides all the while, or nothing would have to be decided after it.
		const to = await best();
		assert.ok(
			to.some((height, place) => height > from[place]),
			'no half made a block',
		);
	},
};

const flapping = {
	title: 'links come and go',
	async cut(network, random) {
		for (let flap = 0; flap < FLAPS; flap += 1) {
			const names = pair(network.founders, random).map(({ name }) => name);
			network.cut(names.slice(flap % 2));
			await sleep((FLAP.least + random.next() * FLAP.more) * 1_000);
			network.heal();
			await sleep((FLAP.least + random.next() * FLAP.more) * 1_000);
		}
	},
};

/** Two of these. */
function pair(nodes, random) {
	const first = random.of(nodes);
	return [first, random.of(nodes.filter((node) => node !== first))];
}

/** Heals, and waits until every node holds a block for final that nobody held before. */
async function heals(network) {
	const { running } = network;
	const final = await highest(running, 'finalized');
	network.heal();
	const from = performance.now();
	await until('finality is back on every node', BACK_WITHIN, async () => {
		const now = await Promise.all(running.map((node) => node.finalized()));
		return Math.min(...now) > final;
	});
	return secondsSince(from);
}

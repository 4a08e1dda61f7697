// SPDX-License-Identifier: Apache-2.0

// The runtime is replaced under load. What was signed for the one before and is in no block yet is
// signed anew by its senders, and finality goes on. Nodes compile it when they see it scheduled, or
// blocks would pause for as long as that takes.

import assert from 'node:assert/strict';
import { sleep, until } from '../../../tools/network/wait.js';
import { assertNoneLost } from '../support/load.js';
import { metric } from '../support/metrics.js';
import { must } from '../support/must.js';
import { noRuntime, runtimes, upgrade, versionOf } from '../support/upgrade.js';

export const title = 'the runtime is replaced under load, and no transaction is lost';

const TIMES = 10;
const LOAD = { duration: 3_600, accounts: 200, rate: 20, grace: 120 };
const BEFORE_MS = 10_000;
const RAISED_WITHIN = 180;
const FINAL_WITHIN = 240;
// Blocks that are looked at before the upgrade and after it.
const AROUND = 8;
const EMPTY_AT_MOST = 2;

export async function run(t, context) {
	const { load, figure, skip } = context;
	if (load.missing || noRuntime) {
		skip(load.missing || noRuntime);
		return;
	}
	assert.ok(runtimes.length >= TIMES, `AGORA_REHEARSAL names ${runtimes.length} runtimes only`);
	const driver = load.start(LOAD);
	await driver.begun;
	for (const file of runtimes.slice(0, TIMES)) {
		await sleep(BEFORE_MS);
		await replace(context, file);
	}
	const report = await driver.end();
	figure(assertNoneLost(report));
	assertSignedAnew(report, figure);
}

/** The load went on with the new runtime, and nothing was refused for it. */
export function assertSignedAnew(report, figure) {
	figure(`${report.resigned} transactions were signed anew; versions ${report.spec_versions.join(', ')}`);
	assert.equal(report.refused, 0, JSON.stringify(report.refusals));
	assert.ok(report.spec_versions.length > 1, 'the load was over before the upgrade');
}

/** Replaces the runtime, through any of the validators. */
export async function replace({ network, figure, random }, file) {
	const node = random.of(network.founders);
	const before = await versionOf(node);
	const { from, to, block } = await upgrade(node, file);
	assert.equal(from, before);
	assert.ok(to > from, `version ${to} after ${from}`);
	await until(`all have version ${to}`, RAISED_WITHIN, async () => {
		const versions = await Promise.all(network.running.map(versionOf));
		return versions.every((version) => version === to);
	});
	const untilFinal = (height) =>
		until(`block ${height} of the new runtime is final`, FINAL_WITHIN, async () => {
			const final = await Promise.all(network.running.map((node) => node.finalized()));
			return Math.min(...final) >= height;
		});
	await untilFinal(block + 1);
	const first = await counted(node);
	await untilFinal(block + AROUND);
	const then = await counted(node);
	assert.ok(then.sales > first.sales, `the node counts no sales of the new runtime: ${then.sales}`);
	assert.equal(then.unread, first.unread, 'the node does not read its events');
	const empty = await emptySlots(node, Math.max(1, block - AROUND), block + AROUND);
	figure(
		`version ${from} became ${to} with block ${block}: ${empty} empty slots in a row ` +
			must(empty, EMPTY_AT_MOST, 'slots'),
	);
}

/** What a node, which was built with the runtime before, counts of the new one. */
async function counted(node) {
	return {
		sales: await metric(node, 'agora_licenses_bought_total'),
		unread: await metric(node, 'agora_events_unread_blocks_total'),
	};
}

/** The most slots in a row without a block, between two heights. */
async function emptySlots(node, from, to) {
	const hashes = await node.hashes(from, to);
	const slots = await Promise.all(hashes.map(async (hash) => (await node.authorOf(hash)).slot));
	return Math.max(...slots.slice(1).map((slot, place) => Number(slot) - Number(slots[place]) - 1));
}

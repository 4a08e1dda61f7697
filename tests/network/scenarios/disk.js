// SPDX-License-Identifier: Apache-2.0

// A node's disk fills up: with the storage monitor it stops in time, without it when nothing can be
// written any more. Either way it says why, no node is worse off for it, and with space it is back.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { secondsSince } from '../../../tools/network/wait.js';
import { catchesUp, endsBySelf, goesOn } from '../support/alive.js';
import { Volume } from '../support/volume.js';

// What is never written takes no room.
const SIZE = 2_048;
// What is left below it must do until the monitor looks again.
const THRESHOLD = 600;
const MONITOR = [`--db-storage-threshold=${THRESHOLD}`, '--db-storage-polling-period=1'];
const NO_MONITOR = ['--db-storage-threshold=0'];
const STOPS_WITHIN = 60;
const FAILS_WITHIN = 120;
const CAUGHT_UP_WITHIN = 180;

export const title = 'a disk is full';

export async function run(t, context) {
	const { network, skip } = context;
	let volume;
	try {
		volume = new Volume(join(network.folder, 'disk'), SIZE);
	} catch (error) {
		skip(`no file system of a limited size: ${error.stderr ?? error.message}`);
		return;
	}
	const node = await network.add('disk', { basePath: join(volume.path, 'chain') });
	try {
		await t.test('the storage monitor stops it in time', () => stops(context, node, volume));
		await t.test('it does not start without space', () => refuses(node, volume));
		await t.test('without the monitor it stops when it cannot write', () =>
			fails(context, node, volume),
		);
		await t.test('with space it starts again and catches up', () => recovers(context, node, volume));
	} finally {
		await network.remove('disk');
		volume.remove();
	}
}

/** It ends with an error and says what matches. */
function assertSaid(node, pattern) {
	const { code } = node.ended;
	assert.equal(code, 1, `it ended with ${JSON.stringify(node.ended)}:\n${node.lastLines()}`);
	assert.match(node.said(), pattern);
}

const LOW = /Available space \d+ ?MiB for path `.*` dropped below threshold: \d+ ?MiB/;
const FULL = /the disk is full: \d+ MiB are free/;
const NOTHING_LEFT = /No space left on device/;

async function stops({ network, figure }, node, volume) {
	await node.start(...MONITOR);
	await catchesUp(network, node, CAUGHT_UP_WITHIN);
	await goesOn(network, 'a disk that is nearly full', async () => {
		volume.leave(THRESHOLD / 2);
		const from = performance.now();
		await endsBySelf(node, STOPS_WITHIN);
		const seconds = secondsSince(from).toFixed(1);
		figure(`the storage monitor stopped the node ${seconds} s after the disk was nearly full`);
	});
	assertSaid(node, LOW);
}

async function refuses(node, volume) {
	volume.fill();
	node.launch(MONITOR);
	await endsBySelf(node, FAILS_WITHIN);
	assertSaid(node, FULL);
}

async function fails({ network, figure }, node, volume) {
	volume.clear();
	await node.start(...NO_MONITOR);
	await catchesUp(network, node, CAUGHT_UP_WITHIN);
	await goesOn(network, 'a disk that is full', async () => {
		volume.fill();
		const from = performance.now();
		await endsBySelf(node, FAILS_WITHIN);
		const seconds = secondsSince(from).toFixed(1);
		figure(`without the monitor the node ended ${seconds} s after nothing was left`);
	});
	assertSaid(node, NOTHING_LEFT);
}

async function recovers({ network, figure }, node, volume) {
	volume.clear();
	const from = performance.now();
	await node.start(...MONITOR);
	await catchesUp(network, node, CAUGHT_UP_WITHIN);
	const seconds = secondsSince(from).toFixed(1);
	figure(`with space again it was at the head ${seconds} s after its start`);
	await network.assertOneChain();
}

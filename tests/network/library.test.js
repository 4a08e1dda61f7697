// SPDX-License-Identifier: Apache-2.0

// What the scenarios rely on: that what they look for would be seen.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { authoritiesOf, claimOf } from '../../tools/network/digest.js';
import { History } from '../../tools/network/history.js';
import { Network } from '../../tools/network/network.js';
import { freePorts } from '../../tools/network/ports.js';
import { keyOf, twox128 } from '../../tools/network/storage.js';
import { until } from '../../tools/network/wait.js';
import { Random } from './support/random.js';

/** A node that holds these blocks for final. */
const holding = (name, ...hashes) => ({
	name,
	answering: true,
	finalized: async () => hashes.length - 1,
	hashes: async (from, to) => hashes.slice(from, to + 1),
});

test('two final blocks at one height are seen', async () => {
	const history = new History();
	assert.equal(await history.read(holding('alice', 'a', 'b', 'c')), 2);
	await history.read(holding('bob', 'a', 'b'));
	assert.deepEqual(history.conflicts, []);
	assert.deepEqual([history.height, history.hashOf(1)], [2, 'b']);
	await history.read(holding('charlie', 'a', 'x', 'c'));
	assert.deepEqual(history.conflicts, ['final at 1: b for alice, x for charlie']);
});

test('a node that takes a final block back is seen, one that lacks old ones is not', async () => {
	const history = new History();
	await history.read(holding('alice', 'a', 'b', 'c'));
	// Only what is new is read, unless all is asked for.
	await history.read(holding('alice', 'a', 'x', 'c'));
	assert.deepEqual(history.conflicts, []);
	await history.read(holding('alice', 'a', 'x', 'c'), { all: true });
	assert.equal(history.conflicts.length, 1);
	await history.read(holding('warped', 'a', null, 'c'), { all: true });
	assert.equal(history.conflicts.length, 1);
});

function networkOf(log, answering = {}) {
	const network = new Network({});
	// Any file that is there stands for its log.
	const file = import.meta.filename;
	network.nodes = [{ name: 'alice', log: file, said: () => log, ...answering }];
	return network;
}

test('equivocation is seen in what nodes say and in what the chain knows', async () => {
	for (const line of [
		'Slot author Public(d435..) is equivocating at slot 7 with headers 0x1 and 0x2',
		'Detected prevote equivocation in the finality worker: ..',
	]) {
		await assert.rejects(networkOf(`Idle\n${line}\nIdle`).assertNoEquivocation(), /speaks of/);
	}
	await networkOf('Idle').assertNoEquivocation();
	const told = (reports) => ({ answering: true, pid: 1, entries: async () => reports });
	await networkOf('Idle', told(0)).assertNoEquivocation();
	await assert.rejects(networkOf('Idle', told(1)).assertNoEquivocation(), /knows offences/);
});

test('a panic is seen', () => {
	networkOf('all is well').assertNoPanic();
	const refused =
		'panicked at runtime/src/apis.rs:40:1:\n' +
		'Bad input data provided to validate_transaction: Codec error. Nothing bad happened: someone';
	networkOf(refused).assertNoPanic();
	assert.throws(
		() => networkOf("Thread 'main' panicked at 'x'").assertNoPanic(),
		/alice panicked/,
	);
});

test('nothing of a network that has ended starts again', async () => {
	let retired = false;
	const network = networkOf('Idle', { running: false, retire: () => (retired = true) });
	await network.stop();
	assert.ok(retired);
	await assert.rejects(network.add('late', { folder: tmpdir() }), /has ended/);
});

test('storage keys are those of the chain', () => {
	const account = '0x26aa394eea5630e07c48ae0c9558cef7b99d880ec681799c0cf30e8886371da9';
	assert.equal(keyOf('System', 'Account'), account);
	// Longer than the 32 bytes that are hashed at once.
	const long = 'a name of more than thirty-two bytes, so that lanes are used';
	assert.equal(twox128(long), 'e4f15899ee6ac73078782ef9e058bd3b');
});

test('who made a block is read from its header and the session', () => {
	const slot = Buffer.alloc(8);
	slot.writeBigUInt64LE(598_477_742n);
	// A claim of a secondary slot with proof, by the third authority.
	const claim = Buffer.concat([Buffer.from([3, 2, 0, 0, 0]), slot, Buffer.alloc(96)]);
	const length = Buffer.alloc(2);
	length.writeUInt16LE((claim.length << 2) | 1);
	const log = Buffer.concat([Buffer.from([6]), Buffer.from('BABE'), length, claim]);
	const header = { digest: { logs: ['0x0542414245', `0x${log.toString('hex')}`] } };
	assert.deepEqual(claimOf(header), { index: 2, slot: 598_477_742 });
	assert.throws(() => claimOf({ digest: { logs: [] } }), /no claim/);

	const key = (byte) => Buffer.concat([Buffer.alloc(32, byte), Buffer.alloc(8)]);
	const epoch = Buffer.concat([Buffer.alloc(24), Buffer.from([2 << 2]), key(1), key(2)]);
	const keys = [1, 2].map((byte) => `0x${`0${byte}`.repeat(32)}`);
	assert.deepEqual(authoritiesOf(`0x${epoch.toString('hex')}`), keys);
});

test('chance is the same for the same seed', () => {
	const draw = (seed) => {
		const random = new Random(seed);
		return Array.from({ length: 20 }, () => random.of(['a', 'b', 'c', 'd']));
	};
	assert.deepEqual(draw('7 kill'), draw('7 kill'));
	assert.notDeepEqual(draw('7 kill'), draw('8 kill'));
	assert.deepEqual(new Set(draw('7 kill')), new Set(['a', 'b', 'c', 'd']));
});

test('waiting ends with what was waited for, or with why not', async () => {
	let asked = 0;
	assert.equal(await until('three', 5, () => (asked += 1) === 3 && 'done', 1), 'done');
	const never = until('luck', 0.05, () => Promise.reject(new Error('none today')), 1);
	await assert.rejects(never, /not within 0\.05 s: luck \(none today\)/);
});

test('ports that are taken are passed over', async () => {
	const [first, second] = await freePorts(20_000, 2);
	assert.deepEqual(await freePorts(first, 1, new Set([first])), [second]);
});

test('scripts/network and tools/network/isolated say how they are used', () => {
	const root = join(import.meta.dirname, '..', '..');
	const run = (program, ...args) =>
		spawnSync(join(root, program), args, { encoding: 'utf8', env: { ...process.env } });
	for (const wrong of [
		[],
		['sideways'],
		['up', '--leave'],
		['status', '--folder'],
		['down', 'x'],
	]) {
		const { status, stderr } = run('scripts/network', ...wrong);
		assert.equal(status, 2, wrong.join(' '));
		assert.match(stderr, /^usage: scripts\/network up/);
	}
	const { status, stderr } = run('tools/network/isolated');
	assert.deepEqual([status, /^usage: /.test(stderr)], [2, true]);
});

test('a program that is named and not there is said by name, and none is built for it', () => {
	const root = join(import.meta.dirname, '..', '..');
	const env = { ...process.env, AGORA_NODE: '/nowhere/agora-node', AGORA_CLI: process.execPath };
	for (const command of ['up', 'add-validator']) {
		const { status, stderr } = spawnSync(join(root, 'scripts/network'), [command], {
			encoding: 'utf8',
			env,
		});
		assert.deepEqual([status, /no program \/nowhere\/agora-node/.test(stderr)], [1, true]);
	}
});

test('there is nothing to show of a network that is not there, and what is broken is said', () => {
	const root = join(import.meta.dirname, '..', '..');
	const folder = mkdtempSync(join(tmpdir(), 'agora-network-none-'));
	// Nothing is built for it: it asks no program.
	const env = { ...process.env, AGORA_NODE: process.execPath, AGORA_CLI: process.execPath };
	const status = () =>
		spawnSync(join(root, 'scripts/network'), ['status', '--folder', folder], {
			encoding: 'utf8',
			env,
		});
	const none = status();
	assert.deepEqual([none.status, /there is no network in/.test(none.stderr)], [1, true]);
	writeFileSync(join(folder, 'network.json'), '{');
	const broken = status();
	assert.deepEqual([broken.status, broken.stderr.startsWith('error: ')], [1, true]);
	rmSync(folder, { recursive: true });
});

// SPDX-License-Identifier: Apache-2.0

// The guide's blocks wait for what comes about by itself: never for ever, and never is silence an
// answer. Its words are typed in a shell beside a node of paper, which answers what it is told to.

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { freePorts } from '../../tools/network/ports.js';
import { portsForTests } from '../../tools/network/places.js';
import { ROOT } from './support/commands.js';
import { blocksOf, Shell } from './support/guide.js';

const WITHIN = 60;
const guide = blocksOf(readFileSync(join(ROOT, 'docs/validators.md'), 'utf8'));
/** The block that defines a word. */
const blockWith = (word) => guide.find(({ text }) => text.includes(`\n${word}() {`)).text;
/** The line that defines a word. */
const lineOf = (word) => blockWith(word).split('\n').find((line) => line.startsWith(`${word}() {`));
const WORKING = 'agora_validator_active{key="babe"';
const HEALTHY = '{"peers":3,"isSyncing":false,"shouldHavePeers":true}';
const FINAL = 'substrate_block_height{status="finalized",chain="local"} 7\n';

/** What the node of paper answers; nothing at all where it is undefined. */
let answers;
let work;
let shell;
const node = createServer((request, response) => {
	const answer = answers[request.method === 'GET' ? 'metrics' : 'rpc'];
	if (answer === undefined) {
		request.socket.destroy();
	} else {
		response.end(answer);
	}
});

before(async () => {
	work = mkdtempSync(join(tmpdir(), 'agora-waits-'));
	mkdirSync(join(work, 'run'));
	const [port] = await freePorts(portsForTests().rpc, 1);
	await new Promise((resolve) => node.listen(port, '127.0.0.1', resolve));
	const standIns = join(ROOT, 'tests/ops/support/machine');
	shell = new Shell({
		folder: work,
		cwd: work,
		env: {
			PATH: [standIns, process.env.PATH].join(delimiter),
			HOME: work,
			ROOT: work,
			RPC_PORT: `${port}`,
			METRICS_PORT: `${port}`,
		},
	});
	for (const word of ['wait_until', 'metric']) {
		await shell.type(blockWith(word), WITHIN);
	}
	await shell.type(lineOf('elected'), WITHIN);
});
beforeEach(() => (answers = {}));
after(() => {
	shell?.end();
	node.close();
	rmSync(work, { recursive: true, force: true, maxRetries: 5 });
});

/** Whether a command succeeds, and what it prints: `yes` or `no` is its last line. */
const asked = async (command) =>
	(await shell.type(`if ${command}; then echo yes; else echo no; fi`, WITHIN)).trim();

test('all waits of the guide end: none has a loop of its own', () => {
	const looping = guide.filter(({ text }) => /^\s*(while|until|for)\b/m.test(text));
	assert.deepEqual(looping.map(({ text }) => text), [blockWith('wait_until')]);
});

test('a wait says what came about', async () => {
	assert.equal(await asked("wait_until '1 minute' 'it is so' true"), 'it is so\nyes');
});

test('a wait that is in vain says so and fails', async () => {
	const began = performance.now();
	const said = await asked("wait_until '2 seconds' 'it is so' false");
	assert.equal(said, 'not within 2 seconds: it is so\nno');
	assert.ok(performance.now() - began >= 2_000);
});

test('a metric is told without its fraction', async () => {
	answers.metrics = `${WORKING},chain="local"} 1\ntwo_and_a_half 2.5\nmany 1e+06\n`;
	assert.equal(await asked(`metric '${WORKING}'`), '1\nyes');
	assert.equal(await asked('metric two_and_a_half'), '2\nyes');
	assert.equal(await asked('metric many'), '1000000\nyes');
	assert.equal(await asked(`metric_is '${WORKING}' 1`), 'yes');
	assert.equal(await asked(`metric_is '${WORKING}' 0`), 'no');
});

test('silence is no value, and a metric that is not told has none', async () => {
	for (const metrics of [undefined, '', 'other 0\n']) {
		answers.metrics = metrics;
		assert.equal(await asked(`metric '${WORKING}'`), 'no');
		assert.equal(await asked(`metric_is '${WORKING}' 0`), 'no');
		const said = await asked(`wait_until '1 second' 'it is out' metric_is '${WORKING}' 0`);
		assert.equal(said, 'not within 1 second: it is out\nno');
	}
});

test('a node has caught up with peers, final blocks and nothing left to fetch', async () => {
	answers = { metrics: FINAL, rpc: HEALTHY };
	assert.equal(await asked('caught_up'), 'yes');
	for (const other of [
		{ rpc: HEALTHY.replace('3', '0') },
		{ rpc: HEALTHY.replace('isSyncing":false', 'isSyncing":true') },
		{ rpc: undefined },
		{ metrics: FINAL.replace('7', '0') },
		{ metrics: undefined },
	]) {
		answers = { metrics: FINAL, rpc: HEALTHY, ...other };
		assert.equal(await asked('caught_up'), 'no', JSON.stringify(other));
	}
});

test('who cannot be asked is neither elected nor not', async () => {
	const agora = (said) => shell.type(`agora() { ${said}; }`, WITHIN);
	for (const [said, ...expected] of [
		[`echo '{"ok":true,"result":{"elected":true}}'`, 'yes', 'no'],
		[`echo '{"ok":true,"result":{"elected":false}}'`, 'no', 'yes'],
		[`echo '{"ok":false,"error":{"code":"node-unreachable"}}'; return 1`, 'no', 'no'],
	]) {
		await agora(said);
		assert.deepEqual([await asked('elected true'), await asked('elected false')], expected);
	}
});

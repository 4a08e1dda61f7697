// SPDX-License-Identifier: Apache-2.0

// A new operator follows docs/validators.md, block by block, on two computers beside a network that
// runs: from keys to the active set, to other keys, another binary, and away again. Meanwhile
// Prometheus watches their node, as the guide says, and every question of the dashboard and of the
// alerts has an answer.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import {
	copyFileSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { after, before, test } from 'node:test';
import { Network } from '../../tools/network/network.js';
import { freePorts } from '../../tools/network/ports.js';
import { portsForTests } from '../../tools/network/places.js';
import { secondsSince } from '../../tools/network/wait.js';
import { lacking, ROOT, run } from './support/commands.js';
import { queries } from './support/dashboard.js';
import { blocksOf, Shell } from './support/guide.js';
import { Newcomer } from './support/newcomer.js';
import { Prometheus, selectorsOf } from './support/prometheus.js';

const { AGORA_NODE, AGORA_CLI } = process.env;
const skip =
	AGORA_NODE && AGORA_CLI ? false : 'AGORA_NODE and AGORA_CLI do not name node and command';
const unwatched = skip || lacking('prometheus', 'prometheus-node-exporter');

/** Eras of half a minute; unbonded stake comes back after one. */
const PACE = {
	sessionSlots: 6,
	eraSessions: 2,
	bondingEras: 1,
	slashDeferEras: 0,
	epochBlocks: 12,
	dayBlocks: 10,
};
const AGO = 1_000_000_000_000;
const ENDOWMENT = 1_500;
// Each start compiles the runtime, and five nodes share the machine.
const PREPARED_WITHIN = 1_200;
const START_WITHIN = 600;
const BLOCK_WITHIN = 600;
// Two sessions until keys work; after that a fifth of the slots is theirs, by chance, and some are empty.
const NEW_KEYS_WITHIN = 300;
// For rates: longer than the chain needs until it is anybody's turn.
const RATE = '1m';

const guide = blocksOf(readFileSync(join(ROOT, 'docs/validators.md'), 'utf8'));
const from = performance.now();
let work;
let network;
// The operator's computers, by what the guide calls them.
let homes;
let shells;
let releases;
let newcomer;
let prometheus;

// Whatever happens, nothing of it goes on.
process.once('exit', end);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
	process.once(signal, () => process.exit(1));
}

function end() {
	Object.values(shells ?? {}).forEach((shell) => shell.end());
	newcomer?.end();
}

function folder(...names) {
	const path = join(work, ...names);
	mkdirSync(path, { recursive: true });
	return path;
}

/** The folders that stand for a bare machine and for a computer, with what the operator brings. */
async function prepare() {
	work = mkdtempSync(join(tmpdir(), 'agora-guide-'));
	const root = folder('root');
	homes = { machine: folder('machine', 'home'), computer: folder('computer', 'home') };
	releases = { machine: folder('machine', 'release'), computer: folder('computer', 'release') };
	copyFileSync(AGORA_NODE, join(releases.machine, 'agora-node'));
	copyFileSync(AGORA_CLI, join(releases.computer, 'agora'));
	const wallet = join(homes.computer, 'stash.json');
	const { said } = run(AGORA_CLI, ['--json', 'key', 'new', '--out', wallet]);
	const { address } = JSON.parse(said).result;
	network = await Network.make(join(work, 'network'), {
		full: 0,
		namespaces: false,
		pace: PACE,
		change: ({ genesis }) =>
			genesis.runtimeGenesis.patch.balances.balances.push([address, ENDOWMENT * AGO]),
	});
	network.nodes.forEach((node) => node.launch());
	await Promise.all(network.nodes.map((node) => node.ready(START_WITHIN)));
	await network.start();
	const chain = join(work, 'machine', 'agora.json');
	const spec = JSON.parse(readFileSync(network.chain, 'utf8'));
	spec.bootNodes = network.nodes.map((node) => node.address);
	writeFileSync(chain, JSON.stringify(spec));
	const { rpc, p2p, metrics } = portsForTests();
	const [rpcPort, port, metricsPort] = await freePorts(Math.max(rpc, p2p, metrics) + 20, 3);
	newcomer = new Newcomer({ root, address, network, rpcPort, metricsPort });
	shells = {
		machine: shellOf('machine', ROOT, {
			STAND_IN_FLAGS: '--allow-private-ip --no-mdns --no-telemetry --no-hardware-benchmarks',
			// The variables of the guide's block for it.
			ROOT: root,
			CHAIN: chain,
			CHAIN_SHA256: createHash('sha256').update(readFileSync(chain)).digest('hex'),
			STASH: address,
			AS_AGORA: '',
			LISTEN: `/ip4/127.0.0.1/tcp/${port}`,
			RPC_PORT: `${rpcPort}`,
			METRICS_PORT: `${metricsPort}`,
		}),
		// It has no checkout. The tunnel's ends are one.
		computer: shellOf('computer', homes.computer, {
			STAND_IN_MACHINE: root,
			WALLET: wallet,
			MACHINE: 'you@lighthouse',
			RPC_PORT: `${rpcPort}`,
		}),
	};
	if (!unwatched) {
		prometheus = await Prometheus.start(join(work, 'prometheus'), metricsPort);
	}
}

/** A shell on one of the two, with what is only there. */
function shellOf(computer, cwd, env) {
	const standIns = join(ROOT, 'tests/ops/support', computer);
	const PATH = [standIns, process.env.PATH].join(delimiter);
	const [HOME, BINARIES] = [homes[computer], releases[computer]];
	return new Shell({ folder: folder('typed', computer), cwd, env: { PATH, HOME, BINARIES, ...env } });
}

/** What must have come about once the blocks of a section are done, which said this. */
const CHECKS = {
	'What is yours to say': (said) => assert.ok(said.includes(newcomer.address), said),
	Install: () => {
		const installed = (path) => statSync(join(newcomer.root, path)).mode & 0o777;
		assert.equal(installed('usr/local/bin/agora-node'), 0o755);
		assert.equal(installed('var/lib/agora'), 0o700);
	},
	Start: async () => {
		await newcomer.isOnTheChain();
		assert.equal(await newcomer.isElected(), false);
	},
	Join: async () => {
		assert.equal(await newcomer.isElected(), true);
		newcomer.keys = newcomer.printedKeys(homes.computer);
		await newcomer.authorsWith(newcomer.keys, NEW_KEYS_WITHIN);
	},
	'Change the keys': async () => {
		const keys = newcomer.printedKeys(homes.computer);
		assert.notEqual(keys.babe, newcomer.keys.babe);
		await newcomer.authorsWith(keys, NEW_KEYS_WITHIN);
	},
	Update: async () => {
		assert.match(readFileSync(newcomer.log, 'utf8'), /Prepared block for proposing[^]*Agora Node/);
		await newcomer.isOnTheChain();
	},
	Leave: async () => {
		assert.equal(await newcomer.isElected(), false);
		assert.equal(newcomer.runs(), false);
		assert.equal((await newcomer.stake()).bonded, '0');
		// The key of the stash never came onto the machine, nor did anything else of the computer's.
		assert.deepEqual(readdirSync(homes.machine), []);
		assert.deepEqual(readdirSync(join(newcomer.root, 'etc/agora')).sort(), [
			'chain.json',
			'node.env',
			'session-keys.json',
		]);
	},
};

before(async () => !skip && prepare(), { timeout: PREPARED_WITHIN * 1_000 });
after(async () => {
	end();
	await prometheus?.stop();
	await network?.stop();
	if (work) {
		rmSync(work, { recursive: true, force: true, maxRetries: 5 });
	}
});

test('the guide has a block for each part of the way', () => {
	const headings = new Set(guide.map(({ heading }) => heading));
	Object.keys(CHECKS).forEach((heading) => assert.ok(headings.has(heading), heading));
});

test('every block says where it is typed', () => {
	guide.forEach(({ line, places }) => assert.ok(places, `docs/validators.md:${line}`));
});

let broken = false;
let said = '';
guide.forEach(({ heading, line, places, text }, place) => {
	const first = guide[place - 1]?.heading !== heading;
	const last = guide[place + 1]?.heading !== heading;
	if (first && heading === 'Update') {
		testBrokenRelease(text);
	}
	test(`docs/validators.md:${line}: ${heading}`, { skip }, async () => {
		assert.equal(broken, false, 'a block before failed');
		broken = true;
		const began = performance.now();
		said = first ? '' : said;
		for (const computer of places) {
			said += await shells[computer].type(text, BLOCK_WITHIN);
		}
		if (last) {
			await CHECKS[heading]?.(said);
		}
		console.log(`figure: line ${line} took ${secondsSince(began).toFixed(1)} s`);
		broken = false;
	});
	if (last && heading === 'Update') {
		testWatching();
	}
});

/** The block of an update, while the new node is one that does not start. */
function testBrokenRelease(text) {
	test('an update to a node that does not start ends with the one of before', { skip }, async () => {
		assert.equal(broken, false, 'a block before failed');
		const release = join(releases.machine, 'agora-node');
		writeFileSync(release, '#!/bin/sh\nexit 1\n');
		const said = await shells.machine.type(text, BLOCK_WITHIN);
		assert.match(said, /the new node does not work; back to the one of before/);
		await newcomer.isOnTheChain();
		copyFileSync(AGORA_NODE, release);
	});
}

/** What Prometheus knows of a validator that does all that one does. */
function testWatching() {
	test('every question of the dashboard has an answer', { skip: unwatched }, async (t) => {
		for (const { title, query } of queries(RATE)) {
			const found = await prometheus.query(query);
			const numbers = found.map(({ value }) => Number(value[1]));
			assert.ok(numbers.some(Number.isFinite), `${title}: ${query} gives ${numbers}`);
		}
		t.diagnostic(`figure: ${queries(RATE).length} questions answered`);
	});
	test('every alert reads what is there, and none is wrong about a node that is well', {
		skip: unwatched,
	}, async () => {
		for (const { name, query, health, state } of await prometheus.alerts()) {
			assert.equal(health, 'ok', name);
			for (const selector of selectorsOf(query)) {
				const found = await prometheus.query(selector);
				assert.ok(found.length > 0, `${name} reads ${selector}, of which there is none`);
			}
			if (name.startsWith('Agora')) {
				assert.notEqual(state, 'firing', name);
			}
		}
	});
}

test('all the while there was one chain, and nobody broke a rule', { skip }, async () => {
	const height = await network.assertOneChain();
	await network.assertNoEquivocation();
	console.log(`figure: ${height} blocks final after ${secondsSince(from).toFixed(0)} s`);
});

// SPDX-License-Identifier: Apache-2.0

// What the guide has a container run is what the node understands: each command is put together as
// Docker would, from the Dockerfile and the guide, and run without a container.

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { freePorts } from '../../tools/network/ports.js';
import { portsForTests } from '../../tools/network/places.js';
import { launch } from '../../tools/network/process.js';
import { call } from '../../tools/network/rpc.js';
import { Hopeless, until } from '../../tools/network/wait.js';
import { run } from './support/commands.js';
import { commands, VOLUME } from './support/docker.js';

const NODE = process.env.AGORA_NODE;
const skip = NODE ? false : 'AGORA_NODE does not name the binary of a node';
const STARTED_WITHIN = 300;
const STASH = '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY';
const IMAGES_NODE = '/usr/local/bin/agora-node';

const root = mkdtempSync(join(tmpdir(), 'agora-container-'));
const inside = (path) => join(root, path);
const [makeKey, start, makeSessionKeys] = commands();
let node;
after(async () => {
	node?.signal('SIGKILL');
	await node?.exit;
	rmSync(root, { recursive: true, force: true, maxRetries: 5 });
});

/** A command with the image's paths below `root`, and the node that is tested. */
function mapped({ command: [program, ...args] }) {
	assert.equal(program, IMAGES_NODE);
	const words = args.map((word) => (word.startsWith('/') ? inside(word) : word));
	return [NODE, ...words.map((word) => word.replace('$STASH', STASH))];
}

/** Runs a command to its end. */
function done(command) {
	const [program, ...args] = mapped(command);
	const { code, said } = run(program, args, { env: {} });
	assert.equal(code, 0, `${args.join(' ')}\n${said}`);
	return said;
}

test('the guide has three commands, and those that begin a container keep what must outlive it', () => {
	assert.equal(commands().length, 3);
	for (const { options, command } of [makeKey, start]) {
		assert.ok(options.includes(`agora:${VOLUME}`), options.join(' '));
		assert.equal(command[command.indexOf('--base-path') + 1], VOLUME);
	}
});

test('the node starts as the guide says, under the name that it was given before', { skip }, async () => {
	mkdirSync(inside(VOLUME), { recursive: true, mode: 0o700 });
	mkdirSync(inside('/etc/agora'), { recursive: true });
	const chain = inside('/etc/agora/chain.json');
	assert.equal(run(NODE, ['export-chain-spec', '--raw', '--output', chain]).code, 0);
	const [name] = /^12D3\w+$/m.exec(done(makeKey));
	const [rpc, p2p] = await freePorts(portsForTests().rpc, 2);
	const here = [
		...['--rpc-port', `${rpc}`, '--listen-addr', `/ip4/127.0.0.1/tcp/${p2p}`],
		...['prometheus', 'telemetry', 'mdns', 'hardware-benchmarks'].map((what) => `--no-${what}`),
	];
	const log = openSync(inside('node.log'), 'a');
	node = launch([...mapped(start), ...here], log);
	await until('the node answers', STARTED_WITHIN, () => {
		if (node.ended) {
			throw new Hopeless(readFileSync(inside('node.log'), 'utf8'));
		}
		return call(`http://127.0.0.1:${rpc}`, 'system_health');
	});
	assert.equal(await call(`http://127.0.0.1:${rpc}`, 'system_localPeerId'), name);
	assert.deepEqual(await call(`http://127.0.0.1:${rpc}`, 'system_nodeRoles'), ['Authority']);
});

test('session keys are made beside it', { skip }, () => {
	const { keys, proof } = JSON.parse(/^\{[^]*\}$/m.exec(done(makeSessionKeys))[0]);
	assert.match(keys, /^0x/);
	assert.match(proof, /^0x/);
	const [chain] = readdirSync(inside(join(VOLUME, 'chains')));
	assert.equal(readdirSync(inside(join(VOLUME, 'chains', chain, 'keystore'))).length, 3);
});

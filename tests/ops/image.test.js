// SPDX-License-Identifier: Apache-2.0

// The image for containers, without a container: its steps run into a scratch folder, and the node
// runs there with what they put there and nothing else.

import assert from 'node:assert/strict';
import {
	chmodSync,
	cpSync,
	existsSync,
	lstatSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	statSync,
	symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { DEPLOY, lacking, ROOT, run } from './support/commands.js';

const NODE = process.env.AGORA_NODE;
const skip = cannot();
// What the smallest Debian has of what a program is linked with.
const IN_BASE = ['libc6', 'gcc-12-base', 'libzstd1', 'zlib1g'];

/** Why the root folder of the image cannot be made here, if it cannot. */
function cannot() {
	if (!NODE) {
		return 'AGORA_NODE does not name the binary of a node';
	}
	if (process.getuid() !== 0) {
		return 'only root makes the root folder of a system';
	}
	// Elsewhere other packages have the libraries.
	if (!isDebian12()) {
		return 'this is not Debian 12, which the image is made of';
	}
	return lacking('chroot', 'dpkg-query');
}

function isDebian12() {
	const path = '/etc/os-release';
	const says = existsSync(path) ? readFileSync(path, 'utf8') : '';
	return /^ID=debian$/m.test(says) && /^VERSION_ID="12"$/m.test(says);
}

const dockerfile = readFileSync(join(DEPLOY, 'Dockerfile'), 'utf8').replaceAll(/^#.*\n/gm, '');
const root = mkdtempSync(join(tmpdir(), 'agora-image-'));
after(() => rmSync(root, { recursive: true, force: true }));

function step(...args) {
	const { code, said } = run(join(DEPLOY, 'image-steps'), args);
	assert.equal(code, 0, said);
	return said;
}

/** Copies the files of an installed package. */
function put(name) {
	const { code, said } = run('dpkg-query', ['--listfiles', name]);
	assert.equal(code, 0, said);
	for (const path of said.split('\n').filter(Boolean)) {
		if (existsSync(path) && !statSync(path).isDirectory()) {
			// The folders that Debian 12 has merged are links in the image too.
			const target = join(root, path.replace(/^\/(lib64|lib|bin|sbin)\//, '/usr/$1/'));
			mkdirSync(join(target, '..'), { recursive: true });
			cpSync(path, target, { verbatimSymlinks: true });
		}
	}
}

test('every step that the Dockerfile runs is one of the script, and tested here or by name', () => {
	const steps = [...dockerfile.matchAll(/image-steps (\w+)/g)].map(([, name]) => name);
	// The first compiles, as all tests of the node show; the third asks Debian for packages.
	assert.deepEqual(steps, ['build', 'gather', 'packages', 'users']);
	const script = readFileSync(join(DEPLOY, 'image-steps'), 'utf8');
	steps.forEach((name) => assert.ok(script.includes(`\nstep_${name}() {`), name));
	const [, build, image] = dockerfile.split(/^FROM /m);
	assert.match(build, /^debian:bookworm AS build\n/);
	assert.match(image, /^debian:bookworm-slim\n/);
	assert.match(image, /^USER agora$/m);
});

test('a wrong step says how it is used', () => {
	for (const args of [[], ['biuld'], ['gather', 'node'], ['build', 'more']]) {
		const { code, said } = run(join(DEPLOY, 'image-steps'), args);
		assert.equal(code, 2);
		assert.match(said, /^usage: deploy\/image-steps build/);
	}
});

before(() => {
	if (skip) {
		return;
	}
	// For its user, too.
	chmodSync(root, 0o755);
	['etc', 'tmp', 'proc', 'usr/lib', 'usr/lib64'].forEach((folder) =>
		mkdirSync(join(root, folder), { recursive: true }),
	);
	['lib', 'lib64'].forEach((folder) => symlinkSync(`usr/${folder}`, join(root, folder)));
	[...IN_BASE, ...step('libraries').trim().split('\n')].forEach(put);
	step('gather', NODE, root);
	step('users', root);
});

test('the steps gather the node, its license and a user of its own', { skip }, () => {
	assert.equal(lstatSync(join(root, 'usr/local/bin/agora-node')).mode & 0o777, 0o755);
	assert.equal(
		readFileSync(join(root, 'usr/local/share/doc/agora/LICENSE'), 'utf8'),
		readFileSync(join(ROOT, 'LICENSE'), 'utf8'),
	);
	const home = lstatSync(join(root, 'var/lib/agora'));
	assert.equal(home.mode & 0o777, 0o700);
	const [name, , uid, gid] = readFileSync(join(root, 'etc/passwd'), 'utf8').trim().split(':');
	assert.deepEqual([name, Number(uid), Number(gid)], ['agora', home.uid, home.gid]);
});

test('the node runs in there as that user, with the libraries that are named', { skip }, () => {
	const { uid, gid } = lstatSync(join(root, 'var/lib/agora'));
	const inside = (...command) =>
		run('chroot', [`--userspec=${uid}:${gid}`, '--groups=', root, ...command]);
	const version = inside('/usr/local/bin/agora-node', '--version');
	assert.equal(version.code, 0, version.said);
	// Without /proc it does not know its own name.
	const number = ({ said }) => said.trim().split(' ').at(-1);
	assert.equal(number(version), number(run(NODE, ['--version'])));
	// It writes where the image has a volume.
	const key = inside(
		...['/usr/local/bin/agora-node', 'key', 'generate-node-key', '--chain', 'local'],
		...['--base-path', '/var/lib/agora'],
	);
	assert.equal(key.code, 0, key.said);
	const chains = join(root, 'var/lib/agora/chains');
	assert.equal(lstatSync(chains).uid, uid);
	// Without one of the libraries it would not run.
	rmSync(join(root, 'usr/lib/x86_64-linux-gnu/libssl.so.3'));
	assert.notEqual(inside('/usr/local/bin/agora-node', '--version').code, 0);
});

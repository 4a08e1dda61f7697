// SPDX-License-Identifier: Apache-2.0

// systemd finds nothing wrong with the unit, and thinks little of what it leaves open.

import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { DEPLOY, lacking, run } from './support/commands.js';

const skip = lacking('systemd-analyze');
const UNIT = 'agora-node.service';
// Its own scale, from 0 to 10, in tenths: up to 2 it says OK.
const EXPOSURE = 20;
const SYSTEM = '/usr/lib/systemd/system';
const text = readFileSync(join(DEPLOY, UNIT), 'utf8');

const root = mkdtempSync(join(tmpdir(), 'agora-unit-'));
after(() => rmSync(root, { recursive: true }));
if (!skip) {
	cpSync(SYSTEM, join(root, SYSTEM), { recursive: true, verbatimSymlinks: true });
}
const put = (path, ...how) => {
	mkdirSync(join(root, path, '..'), { recursive: true });
	writeFileSync(join(root, path), ...how);
};

/** Has systemd look at the unit, or at another of its name, as if `root` were a machine. */
function analyze(unit, ...args) {
	put('/usr/local/bin/agora-node', '#!/bin/sh\n', { mode: 0o755 });
	put(`/etc/systemd/system/${UNIT}`, unit);
	return run('systemd-analyze', [...args, `--root=${root}`, '--no-pager', UNIT]);
}

test('systemd verifies the unit', { skip }, () => {
	const { code, said } = analyze(text, 'verify');
	assert.equal(code, 0, said);
	// It looks at the system's own units too, and what is wrong with those is not ours.
	assert.deepEqual(said.split('\n').filter((line) => line.includes(UNIT)), []);
	// It would say so.
	for (const [what, wrong] of [
		['ProtectSystem=strict', 'ProtectSystem=very'],
		['/usr/local/bin/agora-node ', '/usr/local/bin/no-node '],
		['UMask=0077', 'UMusk=0077'],
	]) {
		assert.ok(text.includes(what));
		assert.match(analyze(text.replace(what, wrong), 'verify').said, /agora-node\.service/);
	}
});

test('it leaves little open', { skip }, () => {
	const judge = (unit) =>
		analyze(unit, 'security', '--offline=true', `--threshold=${EXPOSURE}`);
	const { code, said } = judge(text);
	assert.equal(code, 0, said);
	const exposure = /Overall exposure level for \S+: ([\d.]+)/.exec(said)[1];
	console.log(`figure: exposure of the unit by systemd's scale ${exposure} of 10`);
	assert.notEqual(judge(text.replace('CapabilityBoundingSet=\n', '')).code, 0);
});

const NODE = process.env.AGORA_NODE;
const noNode = NODE ? lacking('python3') : 'AGORA_NODE does not name the binary of a node';

test('memory must be allowed to become executable: without that no node starts', {
	skip: noNode,
}, (t) => {
	assert.match(text, /^MemoryDenyWriteExecute=no$/m);
	// What the setting does, by the kernel's own switch for it; older kernels have none.
	const denied = `
import ctypes, os, sys
if ctypes.CDLL(None).prctl(65, 1, 0, 0, 0) != 0:
    sys.exit(77)
os.execv(sys.argv[1], sys.argv[1:])
`;
	const folder = join(root, 'denied');
	const flags = [
		'--dev',
		'--sealing=manual',
		`--base-path=${folder}`,
		'--rpc-port=0',
		'--listen-addr=/ip4/127.0.0.1/tcp/0',
		...['prometheus', 'telemetry', 'mdns', 'hardware-benchmarks'].map((what) => `--no-${what}`),
	];
	const { code, said } = run('python3', ['-c', denied, NODE, ...flags], { timeout: 300_000 });
	if (code === 77) {
		t.skip('this kernel has no switch for it');
		return;
	}
	assert.equal(code, 1, said);
	assert.match(said, /make memory executable/);
});

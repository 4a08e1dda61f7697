// SPDX-License-Identifier: Apache-2.0

// Runtimes to upgrade to, and the upgrade.

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Files of runtimes whose versions ascend, between colons. */
export const runtimes = process.env.AGORA_REHEARSAL?.split(':').filter(Boolean) ?? [];

/** Why there is none, or false where there is. */
export const noRuntime =
	runtimes.length > 0 ? false : 'AGORA_REHEARSAL does not name the file of a runtime';

/** Replaces the runtime: answers with `{ from, to, block, hash }` when that block is final. */
export async function upgrade(node, file) {
	const args = ['upgrade', '--node', node.url, '--code', file, '--json'];
	const { stdout } = await run(process.env.AGORA_LOAD, args);
	return JSON.parse(stdout);
}

/** The version of the runtime with which a node makes its next block. */
export async function versionOf(node) {
	return (await node.rpc('state_getRuntimeVersion')).specVersion;
}

// SPDX-License-Identifier: Apache-2.0

// The state of the chain, as it has become: every invariant of every pallet holds on it, and the
// migration of the rehearsal runs on it, and a second time without changing anything.

import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { rmSync, writeFileSync } from 'node:fs';
import { promisify } from 'node:util';

const execute = promisify(execFile);

export const title = 'every invariant holds on the state of the chain, before and after its migration';

const program = process.env.AGORA_TRY_STATE;
// What a state of some hundred thousand items takes as text.
const MOST_BYTES = 512 * 1_024 * 1_024;

export async function run(t, { network, figure, skip }) {
	if (!program) {
		skip('AGORA_TRY_STATE does not name the program that checks a state');
		return;
	}
	const node = network.node('full');
	// A database has one user.
	await node.stop();
	try {
		const file = await exported(node);
		const { stdout } = await execute(program, [file, '--upgrade']);
		rmSync(file);
		stdout
			.trim()
			.split('\n')
			.forEach((line) => figure(line.replace(`${file}: `, '')));
	} finally {
		await node.start();
	}
}

/** The file with the state at the node's best block. */
async function exported(node) {
	const args = ['export-state', `--chain=${node.chain}`, `--base-path=${node.basePath}`];
	const { stdout } = await execute(node.binary, args, { maxBuffer: MOST_BYTES });
	const file = join(node.folder, 'state.json');
	writeFileSync(file, stdout, { mode: 0o600 });
	return file;
}

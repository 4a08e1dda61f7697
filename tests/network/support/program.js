// SPDX-License-Identifier: Apache-2.0

// A program that is run to its end: what it said, and how it ended.

import { spawn } from 'node:child_process';

const END_WITHIN_MS = 60_000;

/** Runs a program with these arguments, and ends it if that takes too long. */
export function run(program, args, { env, within = END_WITHIN_MS } = {}) {
	return new Promise((resolve, reject) => {
		const child = spawn(program, args, {
			stdio: ['ignore', 'pipe', 'pipe'],
			env: { ...process.env, ...env },
			timeout: within,
			killSignal: 'SIGKILL',
		});
		let said = '';
		for (const stream of [child.stdout, child.stderr]) {
			stream.setEncoding('utf8');
			stream.on('data', (data) => (said += data));
		}
		child.once('error', reject);
		child.once('close', (code, signal) => resolve({ code, signal, said }));
	});
}

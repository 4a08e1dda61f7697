// SPDX-License-Identifier: Apache-2.0

// Programs of the system that the tests run: what they say, and whether they are there.

import { spawnSync } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { accessSync, constants } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** Where the files for operators are. */
export const DEPLOY = join(ROOT, 'deploy');

/** Runs a program to its end: `{ code, said }`, with all that it printed. */
export function run(program, args, options = {}) {
	const { status, stdout, stderr, error } = spawnSync(program, args, {
		encoding: 'utf8',
		maxBuffer: 64 * 1_024 * 1_024,
		...options,
	});
	if (error) {
		throw error;
	}
	return { code: status, said: stdout + stderr };
}

/** False where all programs are there, or else why a test cannot run. */
export function lacking(...programs) {
	const missing = programs.filter((program) => !isThere(program));
	return missing.length > 0 && `no ${missing.join(', no ')} on this machine`;
}

function isThere(program) {
	return process.env.PATH.split(delimiter).some((folder) => {
		try {
			accessSync(join(folder, program), constants.X_OK);
			return true;
		} catch {
			return false;
		}
	});
}

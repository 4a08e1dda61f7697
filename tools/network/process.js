// SPDX-License-Identifier: Apache-2.0

// A process of the system: a child of ours, or one that another run of ours left behind.

import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { sleep } from './wait.js';

// Children that end with us, whatever happens.
const children = new Set();
process.once('exit', () => children.forEach((child) => child.kill('SIGKILL')));

/** Starts a program whose output goes to an open file. It outlives us if it is `detached`. */
export function launch(command, output, { detached = false } = {}) {
	const [program, ...args] = command;
	const child = spawn(program, args, { stdio: ['ignore', output, output], detached });
	const exit = new Promise((resolve) => {
		child.once('error', (error) => resolve({ code: null, signal: null, error }));
		child.once('exit', (code, signal) => resolve({ code, signal }));
	});
	if (detached) {
		child.unref();
	} else {
		children.add(child);
		exit.then(() => children.delete(child));
	}
	return new Running(child.pid, exit);
}

/** A process that is known by its id alone, if it runs and `words` are on its command line. */
export function adopt(pid, words) {
	return commandLine(pid).includes(words) ? new Running(pid, gone(pid, words)) : undefined;
}

function commandLine(pid) {
	try {
		return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
	} catch {
		return '';
	}
}

async function gone(pid, words) {
	while (commandLine(pid).includes(words)) {
		await sleep(100, undefined, { ref: false });
	}
	// Only a parent is told how it ended.
	return { code: null, signal: null };
}

class Running {
	/** How it ended, once it has. */
	ended = undefined;

	constructor(pid, exit) {
		this.pid = pid;
		/** Settles when it has ended. */
		this.exit = exit.then((how) => (this.ended = how));
	}

	signal(signal) {
		if (!this.ended && this.pid) {
			try {
				process.kill(this.pid, signal);
			} catch (error) {
				if (error.code !== 'ESRCH') {
					throw error;
				}
			}
		}
	}
}

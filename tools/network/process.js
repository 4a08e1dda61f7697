// SPDX-License-Identifier: Apache-2.0

// A process of the system: a child of ours, or one that another run of ours left behind.

import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { sleep } from './wait.js';

const POLL_MS = 100;

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
	if (!detached) {
		children.add(child);
		exit.then(() => children.delete(child));
	}
	return new Child(child.pid, exit);
}

/** A process that is known by its id alone, if it runs and `words` are on its command line. */
export function adopt(pid, words) {
	const adopted = new Adopted(pid, words);
	return adopted.ended ? undefined : adopted;
}

/** What a process was started with. */
function commandLine(pid) {
	try {
		return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
	} catch {
		return '';
	}
}

function send(pid, signal) {
	try {
		process.kill(pid, signal);
	} catch (error) {
		if (error.code !== 'ESRCH') {
			throw error;
		}
	}
}

class Child {
	/** How it ended, once it has. */
	ended = undefined;

	constructor(pid, exit) {
		this.pid = pid;
		/** Settles when it has ended. */
		this.exit = exit.then((how) => (this.ended = how));
	}

	signal(signal) {
		if (!this.ended && this.pid) {
			send(this.pid, signal);
		}
	}
}

class Adopted {
	#words;
	#exit;

	constructor(pid, words) {
		this.pid = pid;
		this.#words = words;
	}

	get ended() {
		// Only a parent is told how it ended.
		const how = { code: null, signal: null };
		return commandLine(this.pid).includes(this.#words) ? undefined : how;
	}

	get exit() {
		this.#exit ??= (async () => {
			while (!this.ended) {
				await sleep(POLL_MS);
			}
			return this.ended;
		})();
		return this.#exit;
	}

	signal(signal) {
		if (!this.ended) {
			send(this.pid, signal);
		}
	}
}

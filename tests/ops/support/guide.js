// SPDX-License-Identifier: Apache-2.0

// A page whose `sh` blocks are what its reader types, and the shells in which they are typed.

import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** What the first line of a block says of where it is typed. */
const PLACES = {
	'# On the machine.': ['machine'],
	'# On your computer.': ['computer'],
	'# On both.': ['machine', 'computer'],
};

/** The blocks of a page, in order: `{ heading, line, places, text }`. */
export function blocksOf(page) {
	const blocks = [];
	let heading;
	let open;
	page.split('\n').forEach((line, place) => {
		const fence = /^```(\S*)$/.exec(line);
		if (open) {
			if (fence) {
				const places = PLACES[open.lines[0]];
				blocks.push({ ...open, places, text: open.lines.join('\n') });
				open = undefined;
			} else {
				open.lines.push(line);
			}
		} else if (fence) {
			open = { heading, kind: fence[1], line: place + 2, lines: [] };
		} else if (line.startsWith('#')) {
			heading = line.replace(/^#+ /, '');
		}
	});
	return blocks.filter(({ kind }) => kind === 'sh');
}

/** One shell, which ends at the first command that fails. */
export class Shell {
	#child;
	#ended;
	#said = '';
	#count = 0;

	constructor({ folder, cwd, env }) {
		this.folder = folder;
		this.#child = spawn('bash', ['--noprofile', '--norc'], { cwd, env, detached: true });
		for (const stream of [this.#child.stdout, this.#child.stderr]) {
			stream.setEncoding('utf8').on('data', (data) => (this.#said += data));
		}
		this.#child.once('exit', (code) => (this.#ended = `exit ${code}`));
		this.#child.stdin.on('error', () => {});
		this.#child.stdin.write('set -eu\n');
	}

	/** Types a block, and answers with what it printed. */
	async type(text, within) {
		this.#said = '';
		this.#count += 1;
		const file = join(this.folder, `block-${this.#count}.sh`);
		writeFileSync(file, `${text}\n`);
		const done = `(block ${this.#count} is done)`;
		this.#child.stdin.write(`source '${file}' </dev/null; echo; echo '${done}'\n`);
		const end = performance.now() + within * 1_000;
		while (!this.#said.includes(done)) {
			if (this.#ended || performance.now() > end) {
				const how = this.#ended ?? `not done in ${within} s`;
				throw new Error(`${how}:\n${text}\n-- it said:\n${this.#said}`);
			}
			await sleep(50);
		}
		return this.#said.replace(`\n${done}\n`, '');
	}

	/** Ends it, with all that still runs in it. */
	end() {
		try {
			process.kill(-this.#child.pid, 'SIGKILL');
		} catch (error) {
			if (error.code !== 'ESRCH') {
				throw error;
			}
		}
	}
}

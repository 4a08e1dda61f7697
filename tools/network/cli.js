// SPDX-License-Identifier: Apache-2.0

// The command line tool, asked by a program.

import { execFile } from 'node:child_process';

const DONE_WITHIN_MS = 120_000;

/** What the tool refused, with the code that it gives. */
export class Refused extends Error {
	constructor({ code, message }) {
		super(message);
		this.code = code;
	}
}

/** Runs a command of `agora` against a node, as the signer, and answers with its result. */
export function agora(node, signer, ...args) {
	const command = ['--json', '--node', node.url, '--signer', signer, ...args];
	return new Promise((resolve, reject) => {
		execFile(process.env.AGORA_CLI, command, { timeout: DONE_WITHIN_MS }, (error, stdout, stderr) => {
			let answer;
			try {
				answer = JSON.parse(stdout);
			} catch {
				reject(new Error(`agora ${args.join(' ')}: ${error?.signal ?? ''} ${stdout}${stderr}`));
				return;
			}
			if (answer.ok) {
				resolve(answer.result);
			} else {
				reject(new Refused(answer.error));
			}
		});
	});
}

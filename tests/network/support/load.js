// SPDX-License-Identifier: Apache-2.0

// Load from `agora-load`: marketplace transactions of many accounts, each of which it accounts for.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';

/** Why there is no load, or false where there is. */
export const noLoad = process.env.AGORA_LOAD ? false : 'AGORA_LOAD does not name the load driver';

const children = new Set();
process.once('exit', () => children.forEach((child) => child.kill('SIGKILL')));

/** The driver says so when what it prepared is on chain and the load itself begins. */
const BEGINS = /^submitting/m;

/**
 * Starts a load through the four validators, read from the node that follows.
 *
 * `options` are those of the driver: `{ transactions, duration, accounts, rate, seed, grace }`.
 */
export function startLoad(network, options = {}) {
	return new Load(network, options);
}

class Load {
	#child;
	#said = '';
	/** Whether it has ended. */
	over = false;

	constructor(network, options) {
		const args = [
			...network.founders.flatMap(({ url }) => ['--node', url]),
			...['--watch', network.node('full').url],
			...Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]),
			'--json',
		];
		this.#child = spawn(process.env.AGORA_LOAD, args, { stdio: ['ignore', 'pipe', 'pipe'] });
		const child = this.#child;
		children.add(child);
		let printed = '';
		child.stdout.setEncoding('utf8').on('data', (data) => (printed += data));
		const begun = Promise.withResolvers();
		child.stderr.setEncoding('utf8').on('data', (data) => {
			this.#said += data;
			if (BEGINS.test(this.#said)) {
				begun.resolve();
			}
		});
		/** Settles when the first transaction of the load itself is sent. */
		this.begun = begun.promise;
		/** Settles with the driver's report, once it has ended. */
		this.report = new Promise((resolve, reject) => {
			child.once('error', reject);
			child.once('close', (code) => {
				children.delete(child);
				this.over = true;
				try {
					resolve({ code, ...JSON.parse(printed) });
				} catch {
					reject(new Error(`the load came to nothing (${code}): ${this.#said.slice(-2_000)}`));
				}
			});
		});
		this.report.catch(begun.reject);
		// Whoever waits for them hears of it.
		begun.promise.catch(() => {});
	}

	/** Lets it send no more, and answers with its report. */
	end() {
		this.#child.kill('SIGTERM');
		return this.report;
	}
}

/** Every transaction reached one known end, and none was lost. Answers with it in a line. */
export function assertNoneLost(report) {
	const { submitted, included, refused, lost, failed } = report;
	const shown = JSON.stringify(report, null, '\t');
	assert.equal(lost, 0, `lost: ${shown}`);
	assert.equal(submitted, included + refused, shown);
	assert.equal(report.code, 0, shown);
	return `${submitted} transactions: ${included} included, of which ${failed} failed, ${refused} refused, ${lost} lost`;
}

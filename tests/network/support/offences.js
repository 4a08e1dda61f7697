// SPDX-License-Identifier: Apache-2.0

// Offences against consensus, as the chain tells of them in its final blocks.

import assert from 'node:assert/strict';
import { sleep } from '../../../tools/network/wait.js';
import { blockAt } from './api.js';

const PAUSE_MS = 500;
// By what consensus calls its offences, in the sixteen bytes that there are for a name.
export const BLOCKS = 'babe:equivocatio';
export const VOTES = 'grandpa:equivoca';
const REPORTS = {
	[BLOCKS]: 'babe.reportEquivocationUnsigned',
	[VOTES]: 'grandpa.reportEquivocationUnsigned',
};

/** It was reported in a transaction that nobody signed, and the chain knows of it. */
export function assertReported({ seen, offences }, kind) {
	const all = seen.flatMap(({ transactions }) => transactions);
	const reports = all.filter(({ name }) => name === REPORTS[kind]);
	assert.ok(reports.length > 0, 'nobody reported it');
	assert.ok(reports.every(({ signed }) => !signed));
	const errors = [...new Set(reports.map(({ error }) => error))].join(', ');
	assert.ok(offences.has(kind), `${reports.length} reports came to nothing: ${errors}`);
}

/** Final blocks, as they come. */
export class Blocks {
	seen = [];
	#next = 0;

	constructor(api, node) {
		Object.assign(this, { api, node });
	}

	/** Begins after the last. */
	async skip() {
		this.#next = (await this.node.finalized()) + 1;
	}

	/** Reads on until something is true of them; false if that takes too long. */
	async until(seconds, enough) {
		const end = performance.now() + seconds * 1_000;
		while (!enough() && performance.now() < end) {
			for (const final = await this.node.finalized(); this.#next <= final; this.#next += 1) {
				this.seen.push(await blockAt(this.api, this.#next));
			}
			await sleep(PAUSE_MS);
		}
		return Boolean(enough());
	}

	/** Events of a name, with the heights of their blocks. */
	events(wanted) {
		return this.seen.flatMap(({ height, events }) =>
			events.filter(({ name }) => name === wanted).map(({ data }) => ({ height, data })),
		);
	}

	/** The kinds of offences that the chain knows of. */
	get offences() {
		const names = this.events('offences.Offence').map(({ data: [kind] }) => kind);
		return new Set(names.map((kind) => Buffer.from(kind.slice(2), 'hex').toString()));
	}
}

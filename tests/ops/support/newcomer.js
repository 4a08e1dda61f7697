// SPDX-License-Identifier: Apache-2.0

// The node of an operator who follows the guide, as the rest of the network sees it.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { call } from '../../../tools/network/rpc.js';
import { until } from '../../../tools/network/wait.js';
import { run } from './commands.js';

const KEY = 64;
// Below its best block, so that all have it for final.
const SAME_WITHIN = 240;

export class Newcomer {
	constructor({ root, address, network, rpcPort }) {
		Object.assign(this, { root, address, network });
		this.http = `http://127.0.0.1:${rpcPort}`;
		this.log = join(root, 'var/log/agora-node.log');
	}

	/** Somebody else, who is there all the time. */
	get witness() {
		return this.network.node('alice');
	}

	/** It holds the blocks for final that the others do, and goes on with them. */
	async isOnTheChain() {
		const height = await this.witness.finalized();
		const hash = await this.witness.hashOf(height);
		await until(`the newcomer holds block ${height} for final`, SAME_WITHIN, async () => {
			const final = await call(this.http, 'chain_getFinalizedHead');
			const { number } = await call(this.http, 'chain_getHeader', final);
			return Number(number) >= height;
		});
		assert.equal(await call(this.http, 'chain_getBlockHash', height), hash);
	}

	/** What its stash has at stake, and its role, as another node says. */
	async stake() {
		const { code, said } = run(process.env.AGORA_CLI, [
			...['--json', '--node', this.witness.url, 'stake', 'status', '--account', this.address],
		]);
		assert.equal(code, 0, said);
		return JSON.parse(said).result;
	}

	/** Whether it is among the validators of the era. */
	async isElected() {
		return (await this.stake()).elected;
	}

	/** The public keys that the node printed last. */
	printedKeys(folder) {
		const { keys } = JSON.parse(readFileSync(join(folder, 'session-keys.json'), 'utf8'));
		const [grandpa, babe] = keys.slice(2).match(new RegExp(`.{${KEY}}`, 'g'));
		return { grandpa: `0x${grandpa}`, babe: `0x${babe}` };
	}

	/** Waits until another node holds a block for final that was made with these keys. */
	async authorsWith({ babe }, within) {
		let next = await this.witness.finalized();
		await until(`a final block is signed by ${babe}`, within, async () => {
			const final = await this.witness.finalized();
			for (; next <= final; next += 1) {
				const { key } = await this.witness.authorOf(await this.witness.hashOf(next));
				if (key === babe) {
					return true;
				}
			}
			return false;
		});
	}

	#pid() {
		try {
			const pid = Number(readFileSync(join(this.root, 'run/agora-node.pid'), 'utf8'));
			// What is not written yet would be 0, and 0 all of our own processes.
			return pid > 1 ? pid : undefined;
		} catch {
			return undefined;
		}
	}

	/** Whether its process is there. */
	runs() {
		const pid = this.#pid();
		try {
			return pid !== undefined && process.kill(pid, 0);
		} catch {
			return false;
		}
	}

	/** Ends it, whatever became of it. */
	end() {
		if (this.runs()) {
			process.kill(this.#pid(), 'SIGKILL');
		}
	}
}

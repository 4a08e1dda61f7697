// SPDX-License-Identifier: Apache-2.0

// All that any node ever held for final. What is final once stays so, with everybody.

import { sleep } from './wait.js';

const PAUSE_MS = 500;

export class History {
	/** By height: the hash, and who said so first. */
	#final = new Map();
	/** By name of a node: up to which height its blocks were compared. */
	#read = new Map();
	#conflicts = [];
	#watching;
	#end = false;

	/** The height up to which somebody holds blocks for final. */
	get height() {
		return Math.max(0, ...this.#final.keys());
	}

	/** The final block at a height, or nothing. */
	hashOf(height) {
		return this.#final.get(height)?.hash;
	}

	/** Two final blocks at one height, or a final block that its node has no longer. */
	get conflicts() {
		return [...this.#conflicts];
	}

	/**
	 * Compares what a node holds for final with what all others held; all of it, or what came since
	 * the last time. Answers with the height of its last final block.
	 */
	async read(node, { all = false } = {}) {
		const final = await node.finalized();
		const from = all ? 0 : (this.#read.get(node.name) ?? -1) + 1;
		const hashes = await node.hashes(from, final);
		hashes.forEach((hash, place) => this.#compare(node.name, from + place, hash));
		this.#read.set(node.name, Math.max(final, this.#read.get(node.name) ?? 0));
		return final;
	}

	#compare(name, height, hash) {
		// A node that did not sync from the first block on may have none of its own there yet.
		if (hash === null) {
			return;
		}
		const known = this.#final.get(height);
		if (!known) {
			this.#final.set(height, { hash, by: name });
		} else if (known.hash !== hash) {
			this.#conflicts.push(
				`final at ${height}: ${known.hash} for ${known.by}, ${hash} for ${name}`,
			);
		}
	}

	/** Reads from all nodes that run, as long as it is not ended. */
	watch(nodes) {
		this.#end = false;
		this.#watching = (async () => {
			while (!this.#end) {
				// One that is down or starts is asked the next time.
				await Promise.allSettled(
					nodes().filter(({ running }) => running).map((node) => this.read(node)),
				);
				await sleep(PAUSE_MS);
			}
		})();
	}

	async unwatch() {
		this.#end = true;
		await this.#watching;
	}
}

// SPDX-License-Identifier: Apache-2.0

// Chance that can be repeated.

import { createHash, randomInt } from 'node:crypto';

/** Of everything here that is left to chance. */
export const seed = process.env.AGORA_SEED ?? String(randomInt(2 ** 32));

export class Random {
	#seed;
	#drawn = 0;

	constructor(seed) {
		this.#seed = seed;
	}

	/** A number from 0 up to 1, without it. */
	next() {
		this.#drawn += 1;
		const hash = createHash('sha256').update(`${this.#seed} ${this.#drawn}`).digest();
		return hash.readUInt32LE(0) / 2 ** 32;
	}

	/** One of these. */
	of(choices) {
		return choices[Math.floor(this.next() * choices.length)];
	}
}

// SPDX-License-Identifier: Apache-2.0

// Waiting for what comes about by itself.

import { setTimeout as sleep } from 'node:timers/promises';

export { sleep };

/**
 * Asks again and again until the answer is something, and hands it on.
 *
 * Fails if that takes longer than so many seconds. An error in between counts as no answer: nodes
 * come and go.
 */
export async function until(what, seconds, ask, pause = 100) {
	const end = performance.now() + seconds * 1_000;
	let last = '';
	for (;;) {
		try {
			const answer = await ask();
			if (answer) {
				return answer;
			}
			last = '';
		} catch (error) {
			if (error instanceof Hopeless) {
				throw error;
			}
			last = ` (${error.message})`;
		}
		if (performance.now() > end) {
			throw new Error(`not within ${seconds} s: ${what}${last}`);
		}
		await sleep(pause);
	}
}

/** What waiting longer does not help against. */
export class Hopeless extends Error {}

/** Seconds since a moment that `performance.now()` told. */
export const secondsSince = (from) => (performance.now() - from) / 1_000;

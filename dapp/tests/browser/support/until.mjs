// SPDX-License-Identifier: Apache-2.0

// Waiting for what no element shows.

import { setTimeout as sleep } from 'node:timers/promises'

const WITHIN_MS = 30_000

/** Asks again and again until the answer is one; fails with what was waited for. */
export async function until(what, ask) {
	const from = performance.now()
	for (;;) {
		const answer = await ask()
		if (answer) return answer
		if (performance.now() - from > WITHIN_MS) throw new Error(`waited in vain for ${what}`)
		await sleep(50)
	}
}

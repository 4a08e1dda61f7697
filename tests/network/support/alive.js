// SPDX-License-Identifier: Apache-2.0

// The network goes on, whatever happens at its edge.

import { secondsSince, until } from '../../../tools/network/wait.js';

const NEXT_WITHIN = 120;

/** The highest block that any of these nodes makes or holds for final. */
export async function highest(nodes, what) {
	return Math.max(...(await Promise.all(nodes.map((node) => node[what]()))));
}

/**
 * Does something while the network is watched: blocks are made and become final after it as before.
 * Answers with what that answered.
 */
export async function goesOn(network, what, act) {
	const answer = await act();
	const running = network.founders.filter((node) => node.running);
	const best = await highest(running, 'best');
	const final = await highest(running, 'finalized');
	await until(`blocks are made and become final after ${what}`, NEXT_WITHIN, async () => {
		return (await highest(running, 'best')) > best && (await highest(running, 'finalized')) > final;
	});
	return answer;
}

/** Waits until a node has the best block that the validators had, and says how long it took. */
export async function catchesUp(network, node, within) {
	const from = performance.now();
	const others = network.founders.filter((other) => other.running && other !== node);
	await until(`${node.name} has caught up`, within, async () => {
		const [own, best] = await Promise.all([node.best(), highest(others, 'best')]);
		return own >= best;
	});
	return secondsSince(from);
}

/** Waits until a node that was started ends by itself, and answers with how it did. */
export async function endsBySelf(node, within) {
	await until(`${node.name} ends`, within, () => !node.running);
	return node.ended;
}

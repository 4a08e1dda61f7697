// SPDX-License-Identifier: Apache-2.0

// A node whose bootnodes are not there says so, and finds the others once it knows one. Where other
// nodes start meanwhile, one of them may find it.

import { until } from '../../../tools/network/wait.js';
import { catchesUp, goesOn } from '../support/alive.js';

const STARTED_WITHIN = 180;
const TOLD_WITHIN = 120;

export const title = 'bootnodes that are not there';

export async function run(t, { network, figure }) {
	await goesOn(network, title, () => findsNobody(network, figure));
}

async function findsNobody(network, figure) {
	const node = await network.add('lonely');
	const good = node.bootnodes;
	// Nobody listens there, and who listens there is somebody else.
	const [, , address, , , , peer] = network.node('alice').address.split('/');
	const other = network.node('bob').peerId;
	node.bootnodes = [`/ip4/${address}/tcp/9/p2p/${peer}`, `/ip4/${address}/tcp/30333/p2p/${other}`];
	try {
		await node.start();
		await until('it says that no bootnode answers', TOLD_WITHIN, () => /bootnode/i.test(node.said()));
		const [line] = node.said().match(/^.*bootnode.*$/im);
		figure(line.trim().slice(0, 200));
		await node.stop();
		// The second is refused beside it: one address has one identity.
		node.bootnodes = [good[0], node.bootnodes[0]];
		await node.start();
		await catchesUp(network, node, STARTED_WITHIN);
	} finally {
		await network.remove('lonely');
	}
}

// SPDX-License-Identifier: Apache-2.0

// What a network does at the moment, as a table for people.

const HEAD = ['node', 'pid', 'height', 'final', 'peers', 'authored', 'rpc', 'metrics', 'p2p port', 'log'];
const DOWN = ['-', '-', '-', '-'];

async function row(node) {
	const { name, pid, url, metrics, place, log } = node;
	const asked = () => Promise.all([node.best(), node.finalized(), node.peers(), node.authored()]);
	// One that starts or ends does not answer.
	const chain = node.running ? await asked().catch(() => DOWN) : DOWN;
	return [name, pid ?? 'down', ...chain, url, metrics, place.p2p.port, log].map(String);
}

/** The era that began last, as a node knows it. */
async function era(network) {
	const [node] = network.running;
	const stored = await node?.stored('Staking', 'ActiveEra').catch(() => null);
	return stored ? Buffer.from(stored.slice(2), 'hex').readUInt32LE(0) : undefined;
}

/** A line for each node, and the era. */
export async function table(network) {
	const rows = [HEAD, ...(await Promise.all(network.nodes.map(row)))];
	const widths = HEAD.map((_, place) => Math.max(...rows.map((cells) => cells[place].length)));
	const lines = rows.map((cells) =>
		cells
			.map((cell, place) => cell.padEnd(widths[place]))
			.join('  ')
			.trimEnd(),
	);
	const now = await era(network);
	return [...lines, '', now === undefined ? 'no node answers' : `era ${now}`].join('\n');
}

// SPDX-License-Identifier: Apache-2.0

// What a node tells Prometheus.

import assert from 'node:assert/strict';

/** The value of a node's metric that has no labels of its own. */
export async function metric(node, name) {
	const text = await (await fetch(node.metrics)).text();
	const line = text.split('\n').find((line) => line.startsWith(`${name}{`) || line.startsWith(`${name} `));
	assert.ok(line, `${node.name} has no metric ${name}`);
	return Number(line.slice(line.lastIndexOf(' ')));
}

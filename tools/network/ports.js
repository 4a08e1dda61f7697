// SPDX-License-Identifier: Apache-2.0

// Ports that nobody has.

import { createServer } from 'node:net';

const LAST = 65_535;

function isFree(port, host) {
	return new Promise((resolve) => {
		const server = createServer();
		server.once('error', () => resolve(false));
		server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
	});
}

/** The first so many free ports from there on that are not among those taken. */
export async function freePorts(from, count, taken = new Set(), host = '127.0.0.1') {
	const found = [];
	for (let port = from; found.length < count; port += 1) {
		if (port > LAST) {
			throw new Error(`there are no ${count} free ports from ${from} on`);
		}
		if (!taken.has(port) && (await isFree(port, host))) {
			found.push(port);
		}
	}
	return found;
}

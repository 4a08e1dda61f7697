// SPDX-License-Identifier: Apache-2.0

// Where nodes listen when all are on the loopback interface: nothing between them can be cut.

import { freePorts } from './ports.js';

const LOOPBACK = '127.0.0.1';

export class Loopback {
	#ports;
	#taken = new Set();

	/** `ports` are where to begin to look for free ones. */
	constructor(ports) {
		this.#ports = ports;
	}

	/** Where the next node listens: `{ rpc, p2p, metrics, enter }`. */
	async add() {
		const place = { enter: [] };
		for (const what of ['rpc', 'p2p', 'metrics']) {
			const [port] = await freePorts(this.#ports[what], 1, this.#taken);
			this.#taken.add(port);
			place[what] = { address: LOOPBACK, port };
		}
		return place;
	}

	/** Where a node listened before, so that no other does. */
	keep(place) {
		for (const what of ['rpc', 'p2p', 'metrics']) {
			this.#taken.add(place[what].port);
		}
	}
}

/** The ports that the guides speak of. */
export const USUAL_PORTS = { rpc: 9_944, p2p: 30_333, metrics: 9_615 };

/** Below those that the system gives to whoever asks for any: a node finds its own again. */
export function portsForTests() {
	const from = 10_000 + (process.pid % 400) * 50;
	return { rpc: from, p2p: from, metrics: from };
}

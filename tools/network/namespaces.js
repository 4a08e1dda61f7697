// SPDX-License-Identifier: Apache-2.0

// Each node in a network namespace of its own, with two links: one over which it is asked, which
// always works, and one to the other nodes, which can be cut. See `isolated` for where this works.

import { execFileSync } from 'node:child_process';
import { USUAL_PORTS } from './places.js';

/** Why links cannot be cut here, or false where they can. */
export const unavailable = process.env.AGORA_ISOLATED
	? false
	: (process.env.AGORA_NOT_ISOLATED ?? 'this does not run in tools/network/isolated');

const ip = (...args) => execFileSync('ip', args, { stdio: ['ignore', 'pipe', 'pipe'] });

// What has a name has one of its own, also in a second network.
let networks = 0;
let spaces = 0;

export class Namespaces {
	// The namespaces of nodes by their names.
	#nodes = new Map();
	#bridges = 0;
	#unplugged = new Set();
	#network = (networks += 1);

	/** Where the next node listens. */
	async add(name) {
		this.#bridge(0);
		const number = (spaces += 1);
		const space = `node${number}`;
		const links = { peers: `peers${number}`, ask: `ask${number}` };
		ip('netns', 'add', space);
		for (const [inside, outside] of Object.entries(links)) {
			ip('link', 'add', outside, 'type', 'veth', 'peer', 'name', inside, 'netns', space);
		}
		const address = { peers: `10.77.0.${number}`, ask: `10.77.${number}.2` };
		ip('-n', space, 'address', 'add', `${address.peers}/24`, 'dev', 'peers');
		ip('-n', space, 'address', 'add', `${address.ask}/30`, 'dev', 'ask');
		ip('address', 'add', `10.77.${number}.1/30`, 'dev', links.ask);
		ip('link', 'set', links.peers, 'master', this.#bridgeOf(0));
		for (const inside of ['lo', 'peers', 'ask']) {
			ip('-n', space, 'link', 'set', inside, 'up');
		}
		for (const outside of Object.values(links)) {
			ip('link', 'set', outside, 'up');
		}
		this.#nodes.set(name, links.peers);
		return {
			rpc: { address: address.ask, port: USUAL_PORTS.rpc },
			p2p: { address: address.peers, port: USUAL_PORTS.p2p },
			metrics: { address: address.ask, port: USUAL_PORTS.metrics },
			enter: ['ip', 'netns', 'exec', space],
		};
	}

	/** Nobody can be there but us. */
	keep() {
		throw new Error('namespaces do not outlive the process that made them');
	}

	#bridgeOf(group) {
		return `agora${this.#network}-${group}`;
	}
	#bridge(group) {
		for (; this.#bridges <= group; this.#bridges += 1) {
			const name = this.#bridgeOf(this.#bridges);
			ip('link', 'add', name, 'type', 'bridge');
			ip('link', 'set', name, 'up');
		}
	}

	/**
	 * Lets the nodes that are named in each group reach those alone that are in the same. All that
	 * are named in none are together.
	 */
	cut(...groups) {
		groups.flat().forEach((name) => this.#peersOf(name));
		for (const [name, link] of this.#nodes) {
			const group = groups.findIndex((names) => names.includes(name)) + 1;
			this.#bridge(group);
			ip('link', 'set', link, 'master', this.#bridgeOf(group));
		}
	}

	/** Lets all reach all. */
	heal() {
		this.cut();
		for (const name of this.#unplugged) {
			ip('link', 'set', this.#peersOf(name), 'up');
		}
		this.#unplugged.clear();
	}

	/** As if the cable of a node were pulled: it notices, unlike when a link further on is cut. */
	unplug(name) {
		ip('link', 'set', this.#peersOf(name), 'down');
		this.#unplugged.add(name);
	}

	#peersOf(name) {
		const link = this.#nodes.get(name);
		if (!link) {
			throw new Error(`there is no node ${name}`);
		}
		return link;
	}
}

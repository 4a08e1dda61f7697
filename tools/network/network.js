// SPDX-License-Identifier: Apache-2.0

// A network of nodes on this machine: validators with well-known keys, others that follow.

import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeChain } from './chain.js';
import { History } from './history.js';
import { Namespaces, unavailable } from './namespaces.js';
import { Node } from './node.js';
import { Loopback, portsForTests } from './places.js';
import { Hopeless, sleep, until } from './wait.js';

const NAMES = ['alice', 'bob', 'charlie', 'dave'];
const TOGETHER_WITHIN = 180;
// How far finality is behind at most while four of four take part.
const LAG_AT_MOST = 4;
const END_IS_HEARD_OF_WITHIN_MS = 1_000;
// What nodes say of blocks and votes that were made twice.
const TWICE = /equivocat|two blocks for slot/i;
const STATE = 'network.json';
// How the runtime refuses a block of a validator that it disabled, and bytes that are no transaction;
// the node goes on.
const EXPECTED_PANIC =
	/is disabled and should not be attempting to author blocks|Codec error\. Nothing bad happened/;

export class Network {
	nodes = [];
	/** What was final for any node at any time. */
	history = new History();
	/** Whether it was stopped for good: no node of it starts any more. */
	ended = false;

	constructor({ folder, binary, chain, places }) {
		Object.assign(this, { folder, binary, chain, places });
	}

	/**
	 * Makes a network in a folder, and starts nothing.
	 *
	 * - `validators`: how many of Alice, Bob, Charlie and Dave
	 * - `full`: how many nodes only follow, of names `full`, `full2` and so on
	 * - `pace`: spans of the chain that differ from the local preset (see chain.js)
	 * - `change`: gets the chain specification to change more
	 * - `ports`: where to look for free ones; with namespaces each node has the usual ones
	 * - `namespaces`: false for nodes on the loopback interface in any case
	 * - `reserved`: validators hold each other's addresses as reserved ones, and never ban another
	 */
	static async make(
		folder,
		{
			binary = process.env.AGORA_NODE,
			validators = NAMES.length,
			full = 1,
			pace,
			change,
			ports = portsForTests(),
			namespaces = true,
			reserved = false,
		} = {},
	) {
		if (!binary) {
			throw new Error('AGORA_NODE does not name the binary of a node');
		}
		mkdirSync(folder, { recursive: true, mode: 0o700 });
		const chain = writeChain(folder, { binary, pace, change });
		const cuts = namespaces && !unavailable;
		const places = cuts ? new Namespaces() : new Loopback(ports);
		const network = new Network({ folder, binary, chain, places });
		network.canCut = cuts;
		network.whyNot = cuts
			? undefined
			: unavailable || 'this network was made without namespaces';
		for (const name of NAMES.slice(0, validators)) {
			await network.add(name, { flags: [`--${name}`] });
		}
		for (let number = 1; number <= full; number += 1) {
			await network.add(number === 1 ? 'full' : `full${number}`);
		}
		if (reserved) {
			network.reserve();
		}
		return network;
	}

	/**
	 * Adds a node, and does not start it. Without `flags` it only follows; `--validator` has keys
	 * of its own once they are made, `--dave` again those of another. `folder` and `basePath` are
	 * its own unless they are said.
	 */
	async add(
		name,
		{ flags = [], folder = join(this.folder, name), basePath, chain = this.chain } = {},
	) {
		if (this.ended) {
			throw new Hopeless(`there will be no ${name}: this network has ended`);
		}
		if (this.nodes.some((node) => node.name === name)) {
			throw new Error(`there is a node ${name} already`);
		}
		const place = await this.places.add(name);
		const node = new Node({ name, binary: this.binary, folder, basePath, chain, flags, place });
		this.#introduce(node);
		return node;
	}

	/** All know the address of all others. */
	#introduce(node) {
		node.bootnodes = this.nodes.map(({ address }) => address);
		this.nodes.forEach(({ bootnodes }) => bootnodes.push(node.address));
		this.nodes.push(node);
	}

	/** Has validators keep their connections to each other, whatever they think of each other. */
	reserve() {
		for (const node of this.validators) {
			const others = this.validators.filter((other) => other !== node);
			node.flags.push(...others.map(({ address }) => `--reserved-nodes=${address}`));
		}
	}

	/** Forgets a node, which is stopped before. */
	async remove(name) {
		const node = this.node(name);
		await node.stop();
		this.nodes = this.nodes.filter((other) => other !== node);
	}

	/** The node of this name. */
	node(name) {
		const found = this.nodes.find((node) => node.name === name);
		if (!found) {
			throw new Error(`there is no node ${name}`);
		}
		return found;
	}
	get validators() {
		return this.nodes.filter(({ validator }) => validator);
	}
	/** Alice, Bob, Charlie and Dave, with whom the chain began. */
	get founders() {
		return this.nodes.filter(({ name }) => NAMES.includes(name));
	}
	get running() {
		return this.nodes.filter(({ running }) => running);
	}

	/** Starts all nodes that do not run, waits until blocks become final, and begins to watch. */
	async start(options) {
		await this.launch(options);
		await this.together();
		this.history.watch(() => this.nodes);
	}

	/** Starts all nodes that do not run, and waits until they answer. */
	async launch(options) {
		const started = this.nodes.filter(({ running }) => !running);
		started.forEach((node) => node.launch(node.extra, options));
		await Promise.all(started.map((node) => node.ready()));
	}

	/** Waits until every node that runs holds the next block for final that any of them makes. */
	async together(within = TOGETHER_WITHIN) {
		const { running } = this;
		const height = Math.max(...(await Promise.all(running.map((node) => node.best())))) + 1;
		await until(`all hold block ${height} for final`, within, async () => {
			const final = await Promise.all(running.map((node) => node.finalized()));
			return Math.min(...final) >= height;
		});
	}

	/** Waits until every node that runs is at the head, and finality close behind it. */
	async healthy(within = TOGETHER_WITHIN) {
		const { running } = this;
		await until('all nodes are at the head', within, async () => {
			const [best, final] = await Promise.all(
				['best', 'finalized'].map((of) => Promise.all(running.map((node) => node[of]()))),
			);
			const head = Math.max(...best);
			return Math.min(...best) >= head - 1 && Math.min(...final) >= head - LAG_AT_MOST;
		});
	}

	/** Ends all, for good. */
	async stop() {
		this.ended = true;
		this.nodes.forEach((node) => node.retire());
		await this.history.unwatch();
		const ends = await Promise.allSettled(this.running.map((node) => node.stop()));
		ends.forEach(({ reason }) => assert.ifError(reason));
	}

	/** Separates nodes, by names, from all others: see namespaces.js. */
	cut(...groups) {
		this.#links().cut(...groups);
	}
	heal() {
		this.#links().heal();
	}
	unplug(name) {
		this.#links().unplug(name);
	}
	#links() {
		assert.ok(this.canCut, this.whyNot);
		return this.places;
	}

	/**
	 * There is one chain: no two nodes ever held different blocks of one height for final, and what
	 * was final once still is, from the first block to the last, with every node that runs. Answers
	 * with the height of the last.
	 */
	async assertOneChain() {
		await this.#askAll((node) => this.history.read(node, { all: true }));
		assert.deepEqual(this.history.conflicts, []);
		return this.history.height;
	}

	/** Nobody voted or made a block twice: neither a node nor the chain knows of it. */
	async assertNoEquivocation() {
		for (const node of this.nodes) {
			const said = existsSync(node.log) ? node.said({ all: true }) : '';
			const lines = said.split('\n').filter((line) => TWICE.test(line));
			assert.deepEqual(lines, [], `${node.name} speaks of equivocation`);
		}
		await this.#askAll(async (node) => {
			assert.equal(
				await node.entries('Offences', 'Reports'),
				0,
				`${node.name} knows offences`,
			);
		});
	}

	/** No node panicked, whatever it went through. */
	assertNoPanic() {
		for (const node of this.nodes.filter(({ log }) => existsSync(log))) {
			const panics = node.said({ all: true }).match(/^.*panicked at.*(?:\n.*)?$/gm) ?? [];
			const unexpected = panics.filter((panic) => !EXPECTED_PANIC.test(panic));
			assert.deepEqual(unexpected, [], `${node.name} panicked`);
		}
	}

	/** Asks all that answer. One that ends meanwhile, by itself or not, need not. */
	async #askAll(question) {
		for (const node of this.nodes.filter(({ answering }) => answering)) {
			const { pid } = node;
			try {
				await question(node);
			} catch (error) {
				if (error instanceof assert.AssertionError) {
					throw error;
				}
				// We hear of an end a moment after the node hangs up.
				await sleep(END_IS_HEARD_OF_WITHIN_MS);
				if (node.answering && node.running && node.pid === pid) {
					throw error;
				}
			}
		}
	}

	/** Writes down what there is, for `Network.load`. */
	save() {
		const nodes = this.nodes.map(({ name, pid, folder, basePath, flags, place }) => {
			return { name, pid, folder, basePath, flags, place };
		});
		const state = { binary: this.binary, chain: this.chain, nodes };
		writeFileSync(join(this.folder, STATE), `${JSON.stringify(state, null, '\t')}\n`);
	}

	/** Whether a network was made in a folder. */
	static isIn(folder) {
		return existsSync(join(folder, STATE));
	}

	/** The network that another run made in a folder, with the processes that still run. */
	static load(folder, { ports, binary } = {}) {
		const state = JSON.parse(readFileSync(join(folder, STATE), 'utf8'));
		const places = new Loopback(ports);
		const network = new Network({
			folder,
			binary: binary ?? state.binary,
			chain: state.chain,
			places,
		});
		network.canCut = false;
		network.whyNot = 'this network has no namespaces';
		for (const { pid, ...known } of state.nodes) {
			places.keep(known.place);
			const node = new Node({ ...known, binary: network.binary, chain: network.chain });
			network.#introduce(node);
			if (pid) {
				node.adopt(pid);
			}
		}
		return network;
	}
}

// SPDX-License-Identifier: Apache-2.0

// A node of a network: its process, and what can be asked of it.

import { execFileSync } from 'node:child_process';
import {
	chmodSync,
	closeSync,
	existsSync,
	mkdirSync,
	openSync,
	readFileSync,
	statSync,
} from 'node:fs';
import { join } from 'node:path';
import { authoritiesOf, claimOf } from './digest.js';
import { adopt, launch } from './process.js';
import { call } from './rpc.js';
import { keyOf } from './storage.js';
import { Hopeless, sleep, until } from './wait.js';

// Several may compile their runtimes at once.
const READY_WITHIN = 180;
const END_WITHIN_MS = 30_000;
const LOG_LINES = 20;
// As many as an answer holds with ease.
const HASHES_AT_ONCE = 1_000;

/** What all nodes have in common. */
const ARGUMENTS = [
	'--no-mdns',
	'--no-telemetry',
	'--no-hardware-benchmarks',
	'--allow-private-ip',
	'--discover-local',
	'--rpc-methods=unsafe',
	'--rpc-cors=all',
];

export class Node {
	#process;
	#retired = false;
	/** Whether its process has answered, and was not told to end since. */
	answering = false;

	/**
	 * `flags` say who it is, such as `--alice`; `place` where it listens and how a process gets
	 * there (see places.js).
	 */
	constructor({ name, binary, folder, basePath = join(folder, 'chain'), chain, flags, place }) {
		Object.assign(this, { name, binary, folder, basePath, chain, flags, place });
		this.log = join(folder, 'node.log');
		/** Whether it takes part in consensus. */
		this.validator = flags.some((flag) => VALIDATING.has(flag));
		for (const path of [folder, basePath]) {
			mkdirSync(path, { recursive: true, mode: 0o700 });
		}
		this.peerId = this.#identify();
		/** Addresses of others to begin with. */
		this.bootnodes = [];
	}

	/** Makes a key for the network, unless there is one. */
	#identify() {
		this.keyFile = join(this.folder, 'node-key');
		const run = (...args) => {
			const options = { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] };
			return execFileSync(
				this.binary,
				['key', ...args, '--file', this.keyFile],
				options,
			).trim();
		};
		if (!existsSync(this.keyFile)) {
			run('generate-node-key');
			chmodSync(this.keyFile, 0o600);
		}
		return run('inspect-node-key');
	}

	get url() {
		return `ws://${this.place.rpc.address}:${this.place.rpc.port}`;
	}
	get http() {
		return `http://${this.place.rpc.address}:${this.place.rpc.port}`;
	}
	get metrics() {
		return `http://${this.place.metrics.address}:${this.place.metrics.port}/metrics`;
	}
	/** Where other nodes find it. */
	get address() {
		const { address, port } = this.place.p2p;
		return `/ip4/${address}/tcp/${port}/p2p/${this.peerId}`;
	}

	/** How it is started. */
	command(...extra) {
		const { rpc, p2p, metrics, enter } = this.place;
		const loopback = rpc.address === '127.0.0.1';
		// An option that is said twice is refused.
		const own = new Set([...this.flags, ...extra].map(optionOf));
		return [
			...enter,
			this.binary,
			`--chain=${this.chain}`,
			`--base-path=${this.basePath}`,
			`--node-key-file=${this.keyFile}`,
			`--listen-addr=/ip4/${p2p.address}/tcp/${p2p.port}`,
			`--rpc-port=${rpc.port}`,
			`--prometheus-port=${metrics.port}`,
			...(loopback ? [] : ['--unsafe-rpc-external', '--prometheus-external']),
			...this.bootnodes.map((address) => `--bootnodes=${address}`),
			...(this.flags.some((flag) => SHORTCUTS.has(flag)) ? [] : [`--name=${this.name}`]),
			...ARGUMENTS.filter((argument) => !own.has(optionOf(argument))),
			...this.flags,
			...extra,
		];
	}

	/** Starts its process, without waiting for anything. */
	launch(extra = [], options = {}) {
		if (this.#retired) {
			throw new Hopeless(`${this.name} starts no more: its network has ended`);
		}
		if (this.running) {
			throw new Error(`${this.name} runs already`);
		}
		const output = openSync(this.log, 'a', 0o600);
		this.logFrom = statSync(this.log).size;
		this.extra = extra;
		this.answering = false;
		this.#process = launch(this.command(...extra), output, options);
		closeSync(output);
	}

	/** It never starts again, whoever still means to start it. */
	retire() {
		this.#retired = true;
	}

	/** Starts it, with more flags perhaps, and waits until it answers. */
	async start(...extra) {
		this.launch(extra);
		await this.ready();
		return this;
	}

	/** Waits until it answers. */
	async ready(within = READY_WITHIN) {
		try {
			await until(`${this.name} answers`, within, () => {
				if (!this.running) {
					throw new Hopeless(`${this.name} ended (${describe(this.ended)})`);
				}
				return this.rpc('system_health');
			});
		} catch (error) {
			throw new Error(`${error.message}; it said:\n${this.lastLines()}`);
		}
		this.answering = true;
	}

	/** The process that another run of ours started, if it is there. */
	adopt(pid) {
		this.#process = adopt(pid, `--base-path=${this.basePath}`);
		this.answering = this.running;
		return this.running;
	}

	get pid() {
		return this.running ? this.#process.pid : undefined;
	}
	get running() {
		return this.#process !== undefined && !this.#process.ended;
	}
	/** How the last process ended: `{ code, signal }`. */
	get ended() {
		return this.#process?.ended;
	}
	/** Settles with that. */
	get exit() {
		return this.#process?.exit;
	}

	/** Ends its process, by default as a power cut does, and waits until it is gone. */
	async kill(signal = 'SIGKILL') {
		this.answering = false;
		this.#process?.signal(signal);
		return this.exit;
	}

	/** Asks it to end, and ends it if it does not. */
	async stop() {
		this.answering = false;
		this.#process?.signal('SIGTERM');
		const late = sleep(END_WITHIN_MS, 'late', { ref: false });
		if ((await Promise.race([this.exit, late])) === 'late') {
			await this.kill();
			throw new Error(`${this.name} did not end in ${END_WITHIN_MS / 1_000} s`);
		}
		return this.ended;
	}

	/** The same node again, with the flags that it had. */
	async restart() {
		await this.stop();
		return this.start(...this.extra);
	}

	/** What it said, in this start of it or in all. */
	said({ all = false } = {}) {
		const bytes = readFileSync(this.log);
		return bytes.subarray(all ? 0 : this.logFrom).toString();
	}
	lastLines(count = LOG_LINES) {
		return this.said().trimEnd().split('\n').slice(-count).join('\n');
	}

	/** Calls a method of its RPC. */
	rpc(method, ...params) {
		return call(this.http, method, ...params);
	}
	async header(hash) {
		return this.rpc('chain_getHeader', ...(hash ? [hash] : []));
	}
	/** The height of its best block. */
	async best() {
		return heightOf(await this.header());
	}
	/** The height of its last final block. */
	async finalized() {
		return heightOf(await this.header(await this.rpc('chain_getFinalizedHead')));
	}
	/** The hash of its block at a height, or null. */
	async hashOf(height) {
		return this.rpc('chain_getBlockHash', height);
	}
	/** Those from one height to another, both included. */
	async hashes(from, to) {
		const found = [];
		for (let next = from; next <= to; next += HASHES_AT_ONCE) {
			const count = Math.min(HASHES_AT_ONCE, to - next + 1);
			const heights = Array.from({ length: count }, (_, place) => next + place);
			found.push(...(await this.rpc('chain_getBlockHash', heights)));
		}
		return found;
	}
	/** How many nodes it is connected to. */
	async peers() {
		return (await this.rpc('system_health')).peers;
	}

	/** What the state keeps there, in hex, or null. */
	async stored(pallet, item, hash) {
		return this.rpc('state_getStorage', keyOf(pallet, item), ...(hash ? [hash] : []));
	}
	/** How many entries a map has, up to a thousand. */
	async entries(pallet, item) {
		return (await this.rpc('state_getKeysPaged', keyOf(pallet, item), 1_000)).length;
	}

	/** The slot in which a block was made, and the BABE key of who made it. */
	async authorOf(hash) {
		const [header, epoch] = await Promise.all([
			this.header(hash),
			this.rpc('state_call', 'BabeApi_current_epoch', '0x', hash),
		]);
		const { slot, index } = claimOf(header);
		return { slot, key: authoritiesOf(epoch)[index] };
	}

	/** How many blocks it made, in all its starts, whatever became of them. */
	authored() {
		return this.said({ all: true }).match(/Pre-sealed block for proposal/g)?.length ?? 0;
	}
}

const VALIDATING = new Set([
	'--validator',
	'--alice',
	'--bob',
	'--charlie',
	'--dave',
	'--eve',
	'--ferdie',
]);
const SHORTCUTS = new Set([...VALIDATING].slice(1));

const optionOf = (argument) => argument.split('=')[0];
const heightOf = ({ number }) => Number(number);

function describe({ code, signal, error } = {}) {
	return error?.message ?? (signal === null ? `exit ${code}` : signal);
}

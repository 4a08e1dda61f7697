// SPDX-License-Identifier: Apache-2.0

// A node of its own for a test: started, waited for, and ended whatever happens.

import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { post, request } from './rpc.js';

/** Why no test can run, or false where they can. */
export const unavailable = process.env.AGORA_NODE
	? false
	: 'AGORA_NODE does not name the binary of a node';

const READY_WITHIN_MS = 60_000;
const END_WITHIN_MS = 10_000;
// What is kept of what the node says, to show when it fails.
const LOG_LINES = 60;

const RUN_WITHIN_MS = 60_000;

const DEVELOPMENT = ['--dev', '--sealing=instant'];
/** What every node of a test is told. */
export const ARGUMENTS = [
	'--listen-addr=/ip4/127.0.0.1/tcp/0',
	'--no-mdns',
	'--no-telemetry',
	'--no-hardware-benchmarks',
];

// What there is to do if the tests end early.
const cleanups = new Set();
process.once('exit', () => cleanups.forEach((cleanup) => cleanup()));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
	process.once(signal, () => process.exit(1));
}

/**
 * Starts a development chain that seals each transaction at once, and waits for its RPC.
 *
 * Without a place the chain is new, and the node takes a free port and says which: nobody can take
 * it in between. A place may name another `chain`, by its specification, and ask for `metrics`.
 */
export async function startNode(options = [], place = {}) {
	const from = performance.now();
	// Removed here: with `--tmp` the node may leave some of it, still writing when it is removed.
	const folder = place.folder ?? mkdtempSync(join(tmpdir(), 'agora-tests-js-'));
	const child = spawn(
		process.env.AGORA_NODE,
		[
			...(place.chain ? [`--chain=${place.chain}`] : DEVELOPMENT),
			...ARGUMENTS,
			place.metrics ? '--prometheus-port=0' : '--no-prometheus',
			`--rpc-port=${place.port ?? 0}`,
			`--base-path=${folder}`,
			...options,
		],
		{ stdio: ['ignore', 'pipe', 'pipe'] },
	);
	const cleanup = () => {
		child.kill('SIGKILL');
		rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
	};
	cleanups.add(cleanup);

	const lines = [];
	let ended = false;
	let port;
	let metricsPort;
	const exit = new Promise((resolve) => {
		const end = (how) => {
			ended = true;
			lines.push(`(the node ended: ${how})`);
			resolve();
		};
		child.once('error', (error) => end(error.message));
		child.once('exit', (code, signal) => end(code ?? signal));
	});
	for (const stream of [child.stdout, child.stderr]) {
		let rest = '';
		stream.setEncoding('utf8');
		stream.on('data', (data) => {
			const whole = (rest + data).split('\n');
			rest = whole.pop();
			for (const line of whole) {
				port ??= /JSON-RPC server: addr=127\.0\.0\.1:(\d+)/.exec(line)?.[1];
				metricsPort ??= /exporter started at 127\.0\.0\.1:(\d+)/.exec(line)?.[1];
				lines.push(line);
			}
			lines.splice(0, lines.length - LOG_LINES);
		});
	}

	async function stop() {
		if (!ended) {
			child.kill('SIGTERM');
			await Promise.race([exit, sleep(END_WITHIN_MS, undefined, { ref: false })]);
		}
		cleanup();
		await exit;
		cleanups.delete(cleanup);
	}

	/** Ends it as a power cut does; its chain stays. */
	async function kill() {
		child.kill('SIGKILL');
		await exit;
	}
	/** After that: the same chain at the same address, by another process. */
	async function restart() {
		const again = await startNode(options, { ...place, folder, port });
		cleanups.delete(cleanup);
		return again;
	}

	while (!(port && (await answers(`http://127.0.0.1:${port}`)))) {
		if (ended || performance.now() - from > READY_WITHIN_MS) {
			await stop();
			throw new Error(`the node does not answer; it said:\n${lines.join('\n')}`);
		}
		await sleep(10);
	}
	const readyMs = performance.now() - from;
	const log = () => lines.join('\n');

	/** What Prometheus would read. */
	async function metrics() {
		const response = await fetch(`http://127.0.0.1:${metricsPort}/metrics`);
		return response.text();
	}
	return { url: `ws://127.0.0.1:${port}`, readyMs, stop, kill, restart, log, metrics };
}

/** Runs the node's program to its end; answers with its exit code and what it wrote. */
export function runNode(options) {
	const { status, stdout, stderr } = spawnSync(process.env.AGORA_NODE, options, {
		encoding: 'utf8',
		timeout: RUN_WITHIN_MS,
		maxBuffer: 64 * 1024 * 1024,
	});
	return { code: status, stdout, stderr };
}

/** Whether a node answers there. */
async function answers(url) {
	try {
		return 'result' in (await post(url, request('system_health')));
	} catch {
		return false;
	}
}

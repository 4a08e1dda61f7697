// SPDX-License-Identifier: Apache-2.0

// Debian's Prometheus, with the configuration that operators are given, and what it answers.

import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePorts } from '../../../tools/network/ports.js';
import { until } from '../../../tools/network/wait.js';
import { DEPLOY, ROOT } from './commands.js';

const READY_WITHIN = 120;
const END_WITHIN = 30;

const guide = readFileSync(join(ROOT, 'docs/validators.md'), 'utf8');

/** What the guide has Debian's unit start a program with, but at another port. */
function settings(program, port) {
	const line = `^# echo 'ARGS="(\\S+:)\\d+"' >/etc/default/${program}$`;
	return `${new RegExp(line, 'm').exec(guide)[1]}${port}`;
}

export class Prometheus {
	#children = [];

	/** Watches a node whose metrics are at this port, from now on, and the machine. */
	static async start(folder, metricsPort) {
		const prometheus = new Prometheus();
		mkdirSync(folder, { recursive: true });
		const [port, machinePort] = await freePorts(metricsPort + 1, 2, new Set());
		cpSync(join(DEPLOY, 'prometheus/alerts.yml'), join(folder, 'alerts.yml'));
		const config = readFileSync(join(DEPLOY, 'prometheus/prometheus.yml'), 'utf8')
			.replace('127.0.0.1:9615', `127.0.0.1:${metricsPort}`)
			.replace('127.0.0.1:9100', `127.0.0.1:${machinePort}`)
			.replaceAll('interval: 15s', 'interval: 1s');
		writeFileSync(join(folder, 'prometheus.yml'), config);
		prometheus.#spawn(folder, 'prometheus-node-exporter', [
			settings('prometheus-node-exporter', machinePort),
			// It asks systemd, which may not be there.
			'--no-collector.systemd',
		]);
		prometheus.#spawn(folder, 'prometheus', [
			`--config.file=${join(folder, 'prometheus.yml')}`,
			`--storage.tsdb.path=${join(folder, 'data')}`,
			settings('prometheus', port),
		]);
		prometheus.url = `http://127.0.0.1:${port}/api/v1`;
		await until('Prometheus answers', READY_WITHIN, () => prometheus.query('vector(1)'));
		return prometheus;
	}

	#spawn(folder, program, args) {
		const log = openSync(join(folder, `${program}.log`), 'a');
		const child = spawn(program, args, { stdio: ['ignore', log, log] });
		process.once('exit', () => child.kill('SIGKILL'));
		child.unref();
		const ended = new Promise((resolve) => ['exit', 'error'].forEach((how) => child.once(how, resolve)));
		this.#children.push({ child, ended });
	}

	async #get(path, parameters = {}) {
		const response = await fetch(`${this.url}/${path}?${new URLSearchParams(parameters)}`);
		const { status, data, error } = await response.json();
		if (status !== 'success') {
			throw new Error(error);
		}
		return data;
	}

	/** What an expression gives now: `[{ metric, value }]`. */
	async query(query) {
		const { result } = await this.#get('query', { query });
		return result;
	}

	/** The alerts that it knows: `[{ name, query, health, state }]`. */
	async alerts() {
		const { groups } = await this.#get('rules', { type: 'alert' });
		return groups.flatMap(({ rules }) => rules);
	}

	/** Ends both, and waits until they write no more. */
	async stop() {
		this.#children.forEach(({ child }) => child.kill('SIGTERM'));
		const late = setTimeout(
			() => this.#children.forEach(({ child }) => child.kill('SIGKILL')),
			END_WITHIN * 1_000,
		);
		await Promise.all(this.#children.map(({ ended }) => ended));
		clearTimeout(late);
	}
}

/** The metrics that an expression reads, each with what selects among its series. */
export function selectorsOf(expression) {
	const selectors = expression.matchAll(/\b((?:agora|substrate|node)_\w+|up)\b(\{[^}]*\})?/g);
	return [...new Set([...selectors].map(([whole]) => whole))];
}

/** As the shell of this machine says it: the version of the server. */
export const version = () =>
	/version (\S+)/.exec(execFileSync('prometheus', ['--version'], { encoding: 'utf8' }))[1];

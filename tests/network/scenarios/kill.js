// SPDX-License-Identifier: Apache-2.0

// Validators are killed at any moment, one or all at once, and start again at once. What was final
// stays so, and nobody votes or authors twice.

import { agora } from '../../../tools/network/cli.js';
import { secondsSince, sleep, until } from '../../../tools/network/wait.js';
import { assertNoneLost } from '../support/load.js';
import { must } from '../support/must.js';
import { spread } from '../support/spread.js';

export const title = 'killed at random moments under load, one and all at once, they lose nothing';

const IMPORTED_WITHIN = 10;
// A fifth of the slots is its own: the chance of none in so many is one in ten million.
const AUTHORED_WITHIN = 240;
const FINAL_WITHIN = 120;
const PAUSE_AT_MOST_MS = 6_000;
const LOAD = { duration: 120, accounts: 50, rate: 10 };

export async function run(t, { network, long, figure, load, random }) {
	const kills = long ? 200 : 5;
	const together = long ? 20 : 1;
	const loads = new Loads(t, load);

	const victims = await Promise.all(network.founders.map((node) => Victim.of(node, network)));
	for (let count = 0; count < kills; count += 1) {
		await loads.goOn();
		const victim = random.of(victims);
		// One after the other, each when it is back.
		await victim.authored;
		await sleep(random.next() * PAUSE_AT_MOST_MS);
		await victim.die();
		await victim.comeBack();
		await victim.imported();
		await unharmed(network);
	}
	await Promise.all(victims.map(({ authored }) => authored));
	report(figure, `${kills} kills`, victims);

	victims.forEach((victim) => victim.forget());
	for (let count = 0; count < together; count += 1) {
		await loads.goOn();
		await sleep(random.next() * PAUSE_AT_MOST_MS);
		await Promise.all(victims.map((victim) => victim.die()));
		await Promise.all(victims.map((victim) => victim.comeBack()));
		await Promise.all(victims.map((victim) => victim.imported()));
		await Promise.all(victims.map(({ authored }) => authored));
		await unharmed(network);
	}
	report(figure, `all killed at once, ${together} times`, victims);

	await loads.end(figure);
}

/** Load without an end: one after the other, each accounted for. */
class Loads {
	#load;
	#running;
	#reports = [];

	constructor(t, load) {
		this.#load = load;
		if (load.missing) {
			t.diagnostic(`without load: ${load.missing}`);
		}
	}

	/** Waits until there is some. */
	async goOn() {
		if (this.#load.missing || (this.#running && !this.#running.over)) {
			return;
		}
		this.#running = this.#load.start(LOAD);
		this.#reports.push(this.#running.report);
		await this.#running.begun;
	}

	async end(figure) {
		await this.#running?.end();
		for (const report of this.#reports) {
			figure(`load: ${assertNoneLost(await report)}`);
		}
	}
}

async function unharmed(network) {
	await network.assertOneChain();
	await network.assertNoEquivocation();
}

/** Prints what was measured. */
function report(figure, what, victims) {
	const all = (name) =>
		victims.flatMap((victim) => victim.figures.map((figures) => figures[name]));
	const worst = Math.max(...all('imported'));
	const limit = must(worst, IMPORTED_WITHIN, 's');
	figure(`${what}: head imported after the start: ${spread(all('imported'))} ${limit}`);
	figure(`${what}: first block of its own after the start: ${spread(all('authored'))}`);
	figure(`${what}: final blocks that its own disk had lost: ${spread(all('back'), 'blocks')}`);
}

/** A validator that is killed again and again. */
class Victim {
	/** What was measured of each time. */
	figures = [];
	/** Settles when it authored a block after the last time. */
	authored = Promise.resolve();

	static async of(node, network) {
		const name = node.name[0].toUpperCase() + node.name.slice(1);
		const { publicKey } = await agora(node, `//${name}`, 'key', 'show');
		return new Victim(node, network, publicKey);
	}

	constructor(node, network, key) {
		Object.assign(this, { node, network, key });
		/** It is never killed. */
		this.witness = network.node('full');
	}

	forget() {
		this.figures = [];
	}

	async die() {
		this.final = await this.network.history.read(this.node);
		await this.node.kill();
		// In the moment of death it may have got further than it told.
		this.head = await this.witness.best();
	}

	/** Starts it; answers when it does. */
	async comeBack() {
		this.node.launch();
		this.from = performance.now();
		this.current = {};
		this.figures.push(this.current);
		await this.node.ready();
		this.current.answered = secondsSince(this.from);
		this.current.back = Math.max(0, this.final - (await this.node.finalized()));
	}

	/** Waits until it has what the others have, and what it held for final is so again. */
	async imported() {
		const { node, witness } = this;
		await until(
			`${node.name} has the head`,
			FINAL_WITHIN,
			async () => {
				return (await node.best()) >= Math.max(this.head, await witness.best());
			},
			50,
		);
		this.current.imported = secondsSince(this.from);
		this.authored = this.#author(await witness.best());
		// Whoever waits for it hears of it.
		this.authored.catch(() => {});
		await until(`${node.name} holds for final what it held`, FINAL_WITHIN, async () => {
			return (await this.network.history.read(node, { all: true })) >= this.final;
		});
	}

	/** Waits until the witness has a block of its own above a height. */
	async #author(height) {
		const { node, witness, current, from } = this;
		let next = height + 1;
		await until(`${node.name} authors a block of its own`, AUTHORED_WITHIN, async () => {
			for (const best = await witness.best(); next <= best; next += 1) {
				const { key } = await witness.authorOf(await witness.hashOf(next));
				if (key === this.key) {
					return true;
				}
			}
		});
		current.authored = secondsSince(from);
	}
}

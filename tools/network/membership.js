// SPDX-License-Identifier: Apache-2.0

// How a node becomes a validator, and how it ends being one: what an operator does, step by step.

import assert from 'node:assert/strict';
import { agora } from './cli.js';
import { until } from './wait.js';

const SYNCED_WITHIN = 180;
// Beyond what eras take: others may be starting anew, and nothing becomes final meanwhile.
const SLACK = 120;
// One of five makes a block in a fifth of the slots: the chance of none in so many is one in a million.
const AUTHORED_WITHIN = 240;
const STAKE = '20000';
const COMMISSION = '5';
// A session's keys one after the other: for finality, for blocks, for being found.
const BABE_KEY = [32, 64];

export class Membership {
	/**
	 * `node` is the validator's own, whose keystore keeps the keys; `signer` has the stake. `era`
	 * is how many seconds one takes, and `say` hears of each step.
	 */
	constructor(node, { signer, era, say = () => {} }) {
		Object.assign(this, { node, signer, era, say });
	}

	#agora(...args) {
		return agora(this.node, this.signer, ...args);
	}
	/** What `agora stake status` tells of it. */
	status() {
		return this.#agora('stake', 'status');
	}

	/** From nothing at stake to the first block. */
	async join() {
		await this.synced();
		await this.makeKeys();
		await this.bond();
		await this.validate();
		await this.elected();
		return this.authored();
	}

	/** From the active set to nothing at stake. */
	async leave() {
		await this.chill();
		await this.unbond();
		await this.dismissed();
		await this.purgeKeys();
		await this.withdraw();
	}

	/** Waits until it is where the others are. */
	async synced() {
		await until('the node has caught up', SYNCED_WITHIN, async () => {
			const { isSyncing, peers } = await this.node.rpc('system_health');
			return !isSyncing && peers > 0 && (await this.node.finalized()) > 0;
		});
		this.say(`the node follows the chain: block ${await this.node.best()}`);
	}

	/** Lets the node make session keys, which it keeps, and prove them to be the signer's. */
	async makeKeys() {
		const { publicKey } = await this.#agora('key', 'show');
		const made = await this.node.rpc('author_rotateKeysWithOwner', publicKey);
		this.keys = made.keys;
		this.proof = made.proof;
		const [from, to] = BABE_KEY;
		this.babeKey = `0x${this.keys.slice(2 + from * 2, 2 + to * 2)}`;
		this.say(`the node made session keys: ${this.keys.slice(0, 18)}...`);
	}

	async bond(amount = STAKE) {
		const { block } = await this.#agora('stake', 'bond', amount);
		this.say(`${amount} AGO are bonded${block ? `, in block ${block}` : ''}`);
	}

	/** Names the keys to the chain, with their proof, and stands for election. */
	async validate() {
		const { keys, proof } = this;
		const named = ['--keys', keys, '--proof', proof, '--commission', COMMISSION];
		await this.#agora('stake', 'validate', ...named);
		const { activeEra } = await this.status();
		this.say(`the keys are known, and it stands for election in era ${activeEra}`);
	}

	/** Waits until it is in the active set: elected when an era ends, it begins a session later. */
	async elected() {
		const status = await until('it is elected', this.era * 3 + SLACK, async () => {
			const status = await this.status();
			return status.elected && status;
		});
		const { activeEra, validators } = status;
		this.say(`it is one of ${validators.length} validators in era ${activeEra}`);
	}

	/** Waits for a final block of its own, and answers with its height. */
	async authored() {
		let next = await this.node.finalized();
		const height = await until('it authors a block', AUTHORED_WITHIN, async () => {
			for (const final = await this.node.finalized(); next <= final; next += 1) {
				const { key } = await this.node.authorOf(await this.node.hashOf(next));
				if (key === this.babeKey) {
					return next;
				}
			}
		});
		this.say(`it authored block ${height}, which is final`);
		return height;
	}

	async chill() {
		await this.#agora('stake', 'chill');
		this.say('it stands for election no more');
	}

	async unbond() {
		const { active } = await this.status();
		const { decimals } = await this.#token();
		const whole = BigInt(active) / 10n ** decimals;
		const part = (BigInt(active) % 10n ** decimals).toString().padStart(Number(decimals), '0');
		await this.#agora('stake', 'unbond', `${whole}.${part}`);
		const { unlocking } = await this.status();
		this.say(`its stake is unbonded, and comes back in era ${unlocking.at(-1).era}`);
	}
	async #token() {
		const { tokenDecimals } = await this.node.rpc('system_properties');
		return { decimals: BigInt(tokenDecimals) };
	}

	/** Waits until it is no longer in the active set. Only then may its node stop. */
	async dismissed() {
		await until(
			'it is a validator no more',
			this.era * 3 + SLACK,
			async () => !(await this.status()).elected,
		);
		this.say('it is a validator no more');
	}

	/** Has the deposit for the session keys back, which nobody needs any more. */
	async purgeKeys() {
		const { returned } = await this.#agora('stake', 'purge-keys');
		assert.notEqual(returned, '0', 'there was a deposit for session keys');
		this.say('the chain forgot the session keys, and their deposit came back');
	}

	/** Waits until the stake can be had back, and has it. */
	async withdraw() {
		await until(
			'the stake can be withdrawn',
			this.era * 5 + SLACK,
			async () => {
				const { active, unlocked, bonded } = await this.status();
				return active === '0' && unlocked === bonded;
			},
			1_000,
		);
		await this.#agora('stake', 'withdraw');
		const { bonded } = await this.status();
		assert.equal(bonded, '0', 'all that was at stake came back');
		this.say('the stake came back');
	}
}

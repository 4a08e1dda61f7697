// SPDX-License-Identifier: Apache-2.0

// A chain for the tests of one file: what they submit, and what they ask of it.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { ApiPromise, Keyring, WsProvider } from '@polkadot/api';
import { hexToU8a, stringPascalCase, stringToU8a, u8aConcat } from '@polkadot/util';
import { xxhashAsHex } from '@polkadot/util-crypto';
import { ceilOf } from './money.js';
import { startNode, unavailable } from './node.js';

/** One AGO, in planck. */
export const AGO = 1_000_000_000_000n;

/** Our pallets: their calls are counted, and a refused call leaves their storage alone. */
export const OURS = ['registry', 'provenance', 'market', 'royalties', 'rewards'];

// Whose functions are remembered: the catalog is of no pallet alone.
const ASKED = [...OURS, 'catalog'];

const START_WITHIN_MS = 90_000;
const BLOCK_WITHIN_MS = 20_000;
// Blocks until what the pallets do by themselves is done.
const QUIET_WITHIN = 20;

/**
 * A chain that lives as long as the tests of the file that asks for it.
 *
 * Its tests run one after the other, in the order in which they are written. The node gets
 * `options` in addition to those of every test, and the `place` that it is started in.
 */
export function useChain(options, place) {
	const chain = new Chain();
	if (!unavailable) {
		before(() => chain.start(options, place), { timeout: START_WITHIN_MS });
		after(() => chain.stop(), { timeout: START_WITHIN_MS });
	}
	return chain;
}

class Chain {
	#calls = Object.fromEntries(OURS.map((section) => [section, new Set()]));
	#asked = Object.fromEntries(ASKED.map((section) => [section, new Set()]));
	#accounts = 0;
	#author;
	#burned;
	#keyring;
	#provider;

	/** A test, reported as skipped where there is no node. */
	test(name, body) {
		test(name, { skip: unavailable }, body);
	}

	async start(options, place) {
		this.node = await startNode(options, place);
		this.warnings = await overhear(async () => {
			this.#provider = new WsProvider(this.node.url, false);
			await this.#provider.connect();
			// No types: everything comes from the node's metadata.
			this.api = await ApiPromise.create({ provider: this.#provider });
		});
		this.#keyring = new Keyring({ type: 'sr25519', ss58Format: this.api.registry.chainSS58 });
		this.alice = this.wellKnown('Alice');
		this.#author = this.wellKnown('Alice//stash').address;
		const { burnedFees } = await this.api.call.rewardsApi.supplySchedule(1);
		this.#burned = burnedFees.toNumber();
	}

	async stop() {
		// It complains of what it was still going to ask.
		await overhear(async () => {
			await this.api?.disconnect();
			await this.node?.stop();
		});
	}

	/** Asks the node, as is. */
	rpc(method, ...parameters) {
		return this.#provider.send(method, parameters);
	}

	/** An account that a development chain begins with; `Alice//stash` makes the blocks. */
	wellKnown(name) {
		return this.#keyring.addFromUri(`//${name}`);
	}

	/** The account that a pallet keeps money on, by its id of eight letters. */
	palletAccount(id) {
		const bytes = u8aConcat(stringToU8a('modl'), stringToU8a(id), new Uint8Array(20));
		return this.#keyring.encodeAddress(bytes);
	}

	/** A new account with this amount, in planck. */
	async account(amount) {
		const [account] = await this.accounts(1, amount);
		return account;
	}

	/** New accounts, each with this amount, in planck. */
	async accounts(count, amount = 1_000n * AGO) {
		const { balances, utility } = this.api.tx;
		const accounts = Array.from({ length: count }, () => {
			this.#accounts += 1;
			return this.#keyring.addFromUri(`//account//${this.#accounts}`);
		});
		const endow = ({ address }) => balances.transferAllowDeath(address, amount);
		await this.accepted(utility.batchAll(accounts.map(endow)), this.alice);
		return accounts;
	}

	/** Asks a function of a pallet's runtime API, and remembers which. */
	ask(section, name, ...parameters) {
		this.#asked[section].add(name);
		return this.api.call[`${section}Api`][name](...parameters);
	}

	/** The names of the functions of a pallet's runtime API that were asked. */
	asked(section) {
		return [...this.#asked[section]];
	}

	/** Empty blocks. */
	async skipBlocks(count) {
		for (let left = count; left > 0; left -= 1) {
			await this.rpc('engine_createBlock', true, true, null);
		}
	}

	/** Empty blocks up to this height, of which at least one; answers with the last. */
	async skipInto(height) {
		const now = await this.height();
		assert.ok(now < height, `block ${height} is not to come: it is ${now}`);
		await this.skipBlocks(height - now - 1);
		const { hash } = await this.rpc('engine_createBlock', true, true, null);
		return hash;
	}

	/** The same; answers with what the last did by itself, in the end. */
	async skipTo(height) {
		return this.idle(await this.skipInto(height));
	}

	/**
	 * Empty blocks, until the next so many are none in which an epoch, a session or an era ends:
	 * then tokens come, and move, by themselves.
	 */
	async calm(blocks = 1) {
		const { babe, rewards } = this.api.consts;
		const [epoch, session] = [rewards.epochLength, babe.epochDuration].map(Number);
		// How far away the next is: an epoch begins with block 0, and a session with the first.
		const distance = (block) =>
			Math.min(epoch - (block % epoch), session - ((block - 1) % session));
		assert.ok(blocks < Math.min(epoch, session) - 1, `there are no ${blocks} such blocks`);
		let height = await this.height();
		while (distance(height) <= blocks) {
			await this.skipBlocks(1);
			height += 1;
		}
	}

	/** Empty blocks, until one leaves the records of our pallets as they are. */
	async quiet() {
		const stored = async () => {
			const state = await this.state();
			return OURS.map((section) => state[section]);
		};
		let before = await stored();
		for (let tries = QUIET_WITHIN; tries > 0; tries -= 1) {
			await this.skipBlocks(1);
			const after = await stored();
			if (isDeepStrictEqual(after, before)) {
				return;
			}
			before = after;
		}
		assert.fail(`something changes by itself in each of ${QUIET_WITHIN} blocks`);
	}

	/** What a block did by itself, after all its transactions. */
	async idle(block) {
		return this.#phase(block, 'isFinalization');
	}

	/** What a block did by itself, before all its transactions. */
	async opening(block) {
		return this.#phase(block, 'isInitialization');
	}

	async #phase(block, when) {
		const { query } = await this.api.at(block);
		const events = await query.system.events();
		return new Events(events.filter(({ phase }) => phase[when]).map(({ event }) => event));
	}

	/** The height of the best block. */
	async height() {
		return (await this.api.rpc.chain.getHeader()).number.toNumber();
	}

	/** Signs a call for ever, which takes fewer questions, submits it and waits for its block. */
	async submit(call, signer) {
		return this.outcome(await call.signAsync(signer, { nonce: -1, era: 0 }));
	}

	/** Submits a signed transaction and waits for its block. */
	async outcome(signed) {
		let timer;
		let unsubscribe;
		const result = await new Promise((resolve, reject) => {
			const late = () => reject(new Error(`no block in ${BLOCK_WITHIN_MS} ms`));
			timer = setTimeout(late, BLOCK_WITHIN_MS);
			unsubscribe = signed.send((update) => {
				if (update.isInBlock || update.isFinalized) {
					resolve(update);
				} else if (update.isError) {
					reject(update.internalError ?? new Error(update.status.type));
				}
			});
			unsubscribe.catch(reject);
		}).finally(() => clearTimeout(timer));
		(await unsubscribe)();
		return new Outcome(this.api, result);
	}

	/** The names of a pallet's calls that succeeded. */
	calls(section) {
		return [...this.#calls[section]];
	}

	/** Submits a call that must succeed, and remembers which of ours it was. */
	async accepted(call, signer) {
		const outcome = await this.submit(call, signer);
		assert.equal(outcome.error, undefined);
		this.#remember(call);
		return outcome;
	}

	/** Has root make a call, which must succeed, and remembers which of ours it was. */
	async acceptedOfRoot(call) {
		const { outcome, error } = await this.#asRoot(call);
		assert.equal(error, undefined);
		this.#remember(call);
		return outcome;
	}

	/** Has root make a call, which must fail with exactly this error and say nothing of ours. */
	async refusedToRoot(call, error) {
		const root = await this.#asRoot(call);
		assert.equal(root.error, error);
		for (const section of OURS) {
			assert.deepEqual(root.outcome.events(section), []);
		}
		return root.outcome;
	}

	async #asRoot(call) {
		const outcome = await this.submit(this.api.tx.sudo.sudo(call), this.alice);
		assert.equal(outcome.error, undefined);
		const [{ sudoResult }] = outcome.events('sudo', 'Sudid');
		const error = sudoResult.isErr ? errorName(this.api, sudoResult.asErr) : undefined;
		return { outcome, error };
	}

	#remember(call) {
		for (const { section, method } of parts(call.method)) {
			this.#calls[section]?.add(method);
		}
	}

	/** What of a fee, without its tip, is burned; the rest is the author's. */
	burnedOf(fee) {
		return ceilOf(this.#burned, fee);
	}

	/**
	 * Submits a call that must fail with exactly this error, and see nothing changed by it but the
	 * fee: no record, no deposit, nobody else's balance.
	 */
	async refused(call, signer, error) {
		await this.calm();
		const before = await this.state();
		const outcome = await this.submit(call, signer);
		const after = await this.state(outcome.block);

		assert.equal(outcome.error, error);
		for (const section of OURS) {
			assert.deepEqual(outcome.events(section), []);
			assert.deepEqual(after[section], before[section], `${section} changed`);
		}
		assert.deepEqual(after.holds, before.holds, 'deposits changed');
		const burned = this.burnedOf(outcome.fee);
		assert.equal(after.issuance, before.issuance - burned, 'tokens came or went');

		const others = (state) => this.balancesBut(state, signer);
		assert.deepEqual(others(after), others(before), 'balances changed');
		const paid = before.accounts[signer.address];
		const left = after.accounts[signer.address];
		assert.ok(outcome.fee > 0n);
		assert.deepEqual(
			left,
			{ ...paid, free: paid.free - outcome.fee },
			'more than the fee went',
		);
		const [had, has] = [before, after].map(({ accounts }) => accounts[this.#author].free);
		assert.equal(has - had, outcome.fee - burned, 'the author has something else');
		return outcome;
	}

	/**
	 * Expects that a transaction does not get into a block, for a reason that matches, and that
	 * not even a fee is paid for it.
	 */
	async keptOut(submission, reason) {
		const before = await this.state();
		await overhear(() => assert.rejects(submission, reason));
		assert.deepEqual(await this.state(), before);
	}

	/** All balances of a state but those of these accounts and of the blocks' author. */
	balancesBut({ accounts }, ...signers) {
		const rest = { ...accounts };
		for (const address of [this.#author, ...signers.map(({ address }) => address)]) {
			delete rest[address];
		}
		return rest;
	}

	/** All that our pallets store, all deposits and all balances, at a block. */
	async state(at) {
		at ??= await this.rpc('chain_getBlockHash');
		const { balances, system } = this.api.query;
		// One after the other: the node holds back the second of two answers for a while.
		const stored = {};
		for (const section of OURS) {
			stored[section] = await this.#pairs(xxhashAsHex(stringPascalCase(section), 128), at);
		}
		const holds = await this.#pairs(balances.holds.keyPrefix(), at);
		const infos = await this.#pairs(system.account.keyPrefix(), at);
		const issued = await this.rpc('state_getStorage', balances.totalIssuance.key(), at);
		const issuance = this.api.createType('Balance', hexToU8a(issued)).toBigInt();
		const accounts = {};
		for (const [key, value] of Object.entries(infos)) {
			// The key ends with the account.
			const address = this.#keyring.encodeAddress(`0x${key.slice(-64)}`);
			accounts[address] = amounts(this.api.createType('FrameSystemAccountInfo', value));
		}
		return { ...stored, holds, issuance, accounts };
	}

	/** What the account has, free and reserved, in planck. */
	async balance(account) {
		return amounts(await this.api.query.system.account(account.address));
	}

	/** What a pallet holds of the account, by reason, in planck. */
	async held(account, pallet = 'Registry') {
		const { defKeys } = this.api.createType(`Pallet${pallet}HoldReason`);
		const held = Object.fromEntries(defKeys.map((reason) => [reason, 0n]));
		for (const { id, amount } of await this.api.query.balances.holds(account.address)) {
			if (id.type === pallet) {
				held[id.inner.type] = amount.toBigInt();
			}
		}
		return held;
	}

	/** Keys and values below a prefix. */
	async #pairs(prefix, at) {
		const keys = [];
		for (let page; page === undefined || page.length === 1_000; keys.push(...page)) {
			page = await this.rpc('state_getKeysPaged', prefix, 1_000, keys.at(-1) ?? null, at);
		}
		const [answer] = keys.length ? await this.rpc('state_queryStorageAt', keys, at) : [];
		return Object.fromEntries(answer?.changes ?? []);
	}
}

/** What was emitted. */
class Events {
	#events;

	constructor(events) {
		this.#events = events;
	}

	/** The events of a pallet, by their fields' names. */
	events(section, method) {
		return this.#events
			.filter((event) => event.section === section)
			.filter((event) => method === undefined || event.method === method)
			.map(({ data }) => Object.fromEntries(data.names.map((name, at) => [name, data[at]])));
	}

	/** The only event of this name that our pallets emitted. */
	event(method) {
		const found = OURS.flatMap((section) => this.events(section, method));
		assert.equal(found.length, 1, `${method} was emitted ${found.length} times`);
		return found[0];
	}
}

/** What became of a transaction. */
class Outcome extends Events {
	constructor(api, result) {
		super(result.events.map(({ event }) => event));
		const { status } = result;
		this.block = (status.isInBlock ? status.asInBlock : status.asFinalized).toHex();
		this.blockNumber = result.blockNumber?.toNumber();
		this.error = result.dispatchError && errorName(api, result.dispatchError);
		const paid = this.events('transactionPayment', 'TransactionFeePaid');
		/** What it cost, with the tip, in planck. */
		this.fee = paid.reduce((sum, { actualFee }) => sum + actualFee.toBigInt(), 0n);
	}
}

/** What polkadot.js writes to the console meanwhile. */
async function overhear(action) {
	const heard = [];
	const { warn, error } = console;
	console.warn = console.error = (...words) => heard.push(words.join(' '));
	try {
		await action();
	} finally {
		Object.assign(console, { warn, error });
	}
	return heard;
}

/** A call and the calls in it. */
function parts(call) {
	const inner = call.section === 'utility' ? [...call.args[0]] : [];
	return [call, ...inner.flatMap(parts)];
}

/** Which error it is: `pallet.Name`, `token.Name` or what it is called. */
export function errorName(api, error) {
	if (error.isModule) {
		const { section, name } = api.registry.findMetaError(error.asModule);
		return `${section}.${name}`;
	}
	return error.isToken ? `token.${error.asToken.type}` : error.type;
}

/** What an account has, in planck. */
function amounts({ data: { free, reserved, frozen } }) {
	return {
		free: free.toBigInt(),
		reserved: reserved.toBigInt(),
		frozen: frozen.toBigInt(),
	};
}

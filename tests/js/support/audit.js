// SPDX-License-Identifier: Apache-2.0

// Keeps the books of a whole chain: what is in the pots, who is owed what and how many tokens there
// are, from nothing but events, block after block since genesis.

import assert from 'node:assert/strict';
import { floorOf } from './money.js';
import { plain } from './plain.js';
import { poolsOf } from './rewards.js';

/** What each event does to the books. */
const ENTRIES = {
	'transactionPayment.TransactionFeePaid': (books, { actualFee, tip }, chain) => {
		books.issuance -= chain.burnedOf(actualFee - tip);
	},
	'staking.EraPaid': (books, { remainder }) => {
		books.issuance += remainder;
		books.pot += floorOf(books.parameters.issuanceShare, remainder);
	},
	'balances.Transfer': (books, { from, to, amount }) => {
		// What is given away by itself is told by events of its own.
		if (to === books.accounts.pot) {
			books.pot += amount;
		} else if (to === books.accounts.commons && from !== books.accounts.pot) {
			books.commons += amount;
		}
	},
	'staking.Rewarded': (books, { amount }) => {
		books.issuance += amount;
	},
	'royalties.IncomeReceived': (books, { fee, excess, credit }) => {
		books.pot += fee;
		books.commons += excess;
		books.vaults += credit;
	},
	'rewards.CreditBooked': (books, { epoch, credit }) => {
		assert.equal(epoch, books.epoch, 'credit is booked in the epoch that runs');
		books.vaults -= credit;
		books.credit += credit;
	},
	'rewards.EpochExpired': (books, { epoch, amount }) => {
		const { rewards, claimed } = books.epochs.get(epoch);
		assert.equal(amount, rewards - claimed);
		books.epochs.delete(epoch);
	},
	'rewards.EpochEnded': (books, { epoch, credit, ...pools }, chain) => {
		assert.deepEqual([epoch, credit], [books.epoch, books.credit]);
		const { usageShare } = books.parameters;
		assert.deepEqual(pools, poolsOf(chain, { funds: books.funds, credit, usageShare }));
		books.epochs.set(epoch, { credit, rewards: pools.rewards, claimed: 0n });
		books.pot -= pools.toCommons;
		books.commons += pools.toCommons;
		books.next();
	},
	'rewards.EpochRolledOver': (books, { epoch, funds }) => {
		assert.deepEqual([epoch, 0n, funds], [books.epoch, books.credit, books.funds]);
		books.next();
	},
	'rewards.RewardClaimed': (books, { epoch, credit, amount }) => {
		const ended = books.epochs.get(epoch);
		assert.equal(amount, (ended.rewards * credit) / ended.credit);
		ended.claimed += amount;
		books.pot -= amount;
	},
	'rewards.ParametersSet': (books, { parameters }) => {
		books.parameters = parameters;
	},
};

class Books {
	epoch = 0;
	credit = 0n;
	vaults = 0n;
	/** Those whose rewards can be claimed, by their numbers. */
	epochs = new Map();

	constructor({ pot, commons }, existential, issuance, parameters) {
		const accounts = { pot: pot.toString(), commons: commons.toString() };
		Object.assign(this, { accounts, existential, issuance, parameters });
		this.pot = existential;
		this.commons = existential;
	}

	/** What rewards can still be claimed, all together. */
	get owed() {
		let owed = 0n;
		this.epochs.forEach(({ rewards, claimed }) => {
			assert.ok(claimed <= rewards);
			owed += rewards - claimed;
		});
		return owed;
	}

	/** What the pot has to give away. */
	get funds() {
		return this.pot - this.existential - this.vaults - this.owed;
	}

	next() {
		this.epoch += 1;
		this.credit = 0n;
	}
}

/**
 * The books of the chain so far, and the events that were seen on the way. Each epoch's end, and
 * each claim, is compared with what the books say.
 */
export async function audit(chain) {
	const { api } = chain;
	const at = async (height) => api.at(await api.rpc.chain.getBlockHash(height));
	const genesis = (await at(0)).query;
	const existential = api.consts.balances.existentialDeposit.toBigInt();
	const issuance = (await genesis.balances.totalIssuance()).toBigInt();
	const parameters = plain(await genesis.rewards.parameters());
	const books = new Books(api.consts.rewards, existential, issuance, parameters);
	const seen = new Set();
	const last = await chain.height();
	for (let height = 1; height <= last; height += 1) {
		const events = await (await at(height)).query.system.events();
		for (const { event } of events) {
			const name = `${event.section}.${event.method}`;
			seen.add(name);
			const { data } = event;
			const fields = () =>
				plain(Object.fromEntries(data.names.map((field, place) => [field, data[place]])));
			ENTRIES[name]?.(books, fields(), chain);
		}
	}
	return { books, seen };
}

// SPDX-License-Identifier: Apache-2.0

// Royalties: income on its way along the lineage, to owners, co-authors and contributors.

import assert from 'node:assert/strict';
import { AGO, useChain } from './support/chain.js';
import { usesAll } from './support/coverage.js';
import { follow } from './support/ledger.js';
import {
	cascade,
	divide,
	divideAmong,
	floorOf,
	forecast,
	priceFor,
	sum,
} from './support/money.js';
import { plain } from './support/plain.js';
import { commit, extend, prove, publishRecords, RecordList, records } from './support/records.js';
import { newVersion, percent, publishNew } from './support/registry.js';
import { claim, endEpoch, settleRewards } from './support/rewards.js';
import { buy, earningsOf, offer, offerNew, vaultOf } from './support/sales.js';

const chain = useChain();
const ask = async (name, ...parameters) => plain(await chain.ask('royalties', name, ...parameters));
const tx = () => chain.api.tx.royalties;

const EMPTY = { amount: 0n, credit: 0n, parts: [] };

/** Cites a version on the terms that it has. */
const cite = ({ sequence, submitted }, relation = 'FineTune') => ({
	sequence,
	relation,
	maxRoyalty: submitted.terms.royalty,
});

/** What `cascade` needs to know of versions that were published here. */
function lineageOf(...versions) {
	const royalty = new Map(
		versions.map(({ sequence, submitted }) => [sequence, submitted.terms.royalty]),
	);
	const entries = versions.map(({ artifact, sequence, submitted, pool }) => {
		const sources = submitted.sources.map((source) => ({
			sequence: source.sequence,
			royalty: royalty.get(source.sequence),
		}));
		return [sequence, { artifact, sources, pool }];
	});
	return Object.fromEntries(entries);
}

/** The events that a cascade emits, which divided all of it under the first split of each. */
const distributed = (payouts) =>
	payouts.map(({ artifact: _, ...payout }) => ({ split: 0, ...payout }));

/** Buys a license in the name of a new account, at this price, which is paid for at once. */
async function sell(owner, version, price) {
	const offered = await offer(chain, owner, version.sequence, { price });
	const outcome = await chain.accepted(buy(chain, offered), await chain.account());
	assert.ok(outcome.events('royalties', 'IncomeReceived').length === 1);
	return outcome;
}

/** A price whose income does not get the cascade going. */
function dust(divisor = 1n) {
	const { consts } = chain.api;
	const least = consts.royalties.minDistribution.toBigInt();
	const price = priceFor(chain, (least - 1n) / divisor);
	assert.ok(price >= consts.market.minPrice.toBigInt());
	return price;
}

// What Ada's dataset, Ben's model trained on it, and Cyd's fine-tune of that earn.
let ada;
let ben;
let cyd;
let stranger;
let data;
let base;
let tuned;
let family;

chain.test('a sale pays everybody upstream, in the block in which it is settled', async () => {
	[ada, ben, cyd, stranger] = await chain.accounts(4);
	const royalty = (share) => ({ terms: { royalty: share } });
	// A third of what the model earns, for rounding.
	data = await publishNew(chain, ada, { kind: 'Dataset', ...royalty(333_333) });
	const sources = [cite(data, 'TrainedOn')];
	base = await publishNew(chain, ben, { sources, ...royalty(percent(20)) });
	tuned = await publishNew(chain, cyd, { sources: [cite(base)] });
	family = lineageOf(data, base, tuned);
	const price = 10n * AGO + 7n;
	const { fee, income } = divide(chain, price);
	const payouts = cascade(family, tuned.sequence, income, fee);
	assert.equal(payouts.length, 3);
	const simulated = await ask('simulateDistribution', tuned.sequence, income, 1_000);
	assert.deepEqual(simulated, { payouts: forecast(payouts), rest: 0n });

	const { pot } = chain.api.consts.royalties;
	const kept = async () => (await chain.balance({ address: pot.toString() })).free;
	const before = await kept();
	const outcome = await sell(cyd, tuned, price);
	const { payer, ...received } = plain(outcome.event('IncomeReceived'));
	assert.equal(payer, plain(outcome.event('LicenseBought')).account);
	assert.deepEqual(received, {
		version: tuned.sequence,
		gross: price,
		fee,
		excess: 0n,
		income,
		credit: fee,
		split: 0,
	});

	const idle = await chain.idle(outcome.block);
	assert.deepEqual(idle.events('royalties', 'Distributed').map(plain), distributed(payouts));
	const [first, second, third] = payouts;
	// What of a credit did not come to rest went on with the royalties.
	const paid = (source, derived, credit) => ({
		version: source.version,
		from: derived.version,
		amount: derived.royalties,
		credit: credit - derived.credit,
		split: 0,
	});
	assert.deepEqual(idle.events('royalties', 'RoyaltyPaid').map(plain), [
		paid(second, first, fee),
		paid(third, second, fee - first.credit),
	]);
	assert.ok(payouts.every(({ credit }) => credit > 0n));
	assert.equal(sum(payouts.map(({ credit }) => credit)), fee, 'so are its parts');
	// And each version remembers what reached its vault, and from where.
	const { epoch } = (await ask('incomes', tuned.sequence))[0];
	for (const [place, { version, income: came }] of payouts.entries()) {
		const from = place === 0 ? { sales: came, royalties: 0n } : { sales: 0n, royalties: came };
		assert.deepEqual(await ask('incomes', version), [{ epoch, ...from }]);
	}
	const shares = [first, second, third].map(({ earnings }) => earnings);
	assert.deepEqual(
		idle.events('royalties', 'Earned').map(plain),
		[cyd, ben, ada].map(({ address }, at) => ({
			account: address,
			version: payouts[at].version,
			amount: shares[at],
		})),
	);
	assert.deepEqual(await earningsOf(chain, [cyd, ben, ada]), shares);
	assert.equal(sum(shares), income, 'the parts are the whole');
	assert.equal((await kept()) - before, income, 'all of it is kept for them');
	for (const { sequence } of [data, base, tuned]) {
		assert.deepEqual(await vaultOf(chain, sequence), EMPTY);
	}
});

chain.test('withdraw: anybody has an account paid all its earnings', async () => {
	const [earnings] = await earningsOf(chain, [ben]);
	const books = await follow(chain, ben);
	const outcome = await chain.accepted(tx().withdraw(ben.address), stranger);
	assert.deepEqual(plain(outcome.event('Withdrawn')), {
		account: ben.address,
		amount: earnings,
	});
	books.paid(-earnings);
	assert.equal(await books.reserved(), (await chain.balance(ben)).reserved);
	assert.deepEqual(await earningsOf(chain, [ben]), [0n]);
	const error = 'royalties.NothingToWithdraw';
	await chain.refused(tx().withdraw(ben.address), stranger, error);
	assert.ok((await earningsOf(chain, [cyd]))[0] > 0n, "another's stay");
});

chain.test('distribute: what is too little to come by itself is moved by anybody', async () => {
	const price = dust();
	const { fee, income } = divide(chain, price);
	const before = await earningsOf(chain, [cyd, ben, ada]);
	await sell(cyd, tuned, price);
	const vault = (amount, credit) => ({
		amount,
		credit,
		parts: [{ split: 0, amount, credit, waiting: false }],
	});
	await chain.skipBlocks(3);
	assert.deepEqual(await vaultOf(chain, tuned.sequence), vault(income, fee));

	const payouts = cascade(family, tuned.sequence, income, fee);
	let credit = fee;
	for (const [at, { sequence }] of [tuned, base, data].entries()) {
		const outcome = await chain.accepted(tx().distribute(sequence), stranger);
		const [event] = distributed([payouts[at]]);
		assert.deepEqual(plain(outcome.event('Distributed')), event);
		assert.deepEqual(await vaultOf(chain, sequence), EMPTY);
		credit -= payouts[at].credit;
		const next = payouts[at + 1];
		if (next) {
			assert.deepEqual(await vaultOf(chain, next.version), vault(next.income, credit));
		}
	}
	const after = await earningsOf(chain, [cyd, ben, ada]);
	const gained = after.map((earnings, at) => earnings - before[at]);
	assert.deepEqual(
		gained,
		payouts.map(({ earnings }) => earnings),
	);
	for (const { sequence } of [tuned, base, data]) {
		const error = 'royalties.NothingToDistribute';
		await chain.refused(tx().distribute(sequence), stranger, error);
	}
	assert.equal(credit, 0n, 'none of it is lost on the way');
});

chain.test('dust adds up until the cascade comes for it', async () => {
	const price = dust();
	const { fee, income } = divide(chain, price);
	await sell(cyd, tuned, price);
	const outcome = await sell(cyd, tuned, price);
	const idle = await chain.idle(outcome.block);
	const [event] = idle.events('royalties', 'Distributed').map(plain);
	const [expected] = distributed(cascade(family, tuned.sequence, 2n * income, 2n * fee));
	assert.deepEqual(event, expected);
	// What is little further up waits there.
	await chain.quiet();
	assert.deepEqual(await vaultOf(chain, tuned.sequence), EMPTY);
});

chain.test('what a simulation says along a diamond is what happens', async () => {
	const terms = { royalty: percent(12) };
	const root = await publishNew(chain, ada, { terms });
	const sources = [cite(root)];
	const left = await publishNew(chain, ben, { sources, terms });
	const right = await publishNew(chain, cyd, { sources, terms: { royalty: 123_457 } });
	const merge = [left, right, root].map((version) => cite(version, 'Merge'));
	const tip = await publishNew(chain, stranger, { sources: merge });
	const diamond = lineageOf(root, left, right, tip);
	const price = 789n * AGO + 123n;
	const { fee, income } = divide(chain, price);
	const payouts = cascade(diamond, tip.sequence, income, fee);
	assert.deepEqual(
		payouts.map(({ version }) => version),
		[tip, right, left, root].map(({ sequence }) => sequence),
	);
	const simulate = (limit) => ask('simulateDistribution', tip.sequence, income, limit);
	for (const limit of [1, 2, 3, 4, 2 ** 32 - 1]) {
		const followed = forecast(payouts).slice(0, limit);
		const left = sum(followed.map((payout) => payout.income - payout.royalties));
		assert.deepEqual(await simulate(limit), { payouts: followed, rest: income - left });
	}
	assert.deepEqual(await simulate(0), await simulate(1));
	assert.equal(await ask('simulateDistribution', 1_000_000, income, 10), null);

	const outcome = await sell(stranger, tip, price);
	const idle = await chain.idle(outcome.block);
	assert.deepEqual(idle.events('royalties', 'Distributed').map(plain), distributed(payouts));
});

chain.test('royalties that round to nothing stay with who derived', async () => {
	const terms = { royalty: 1 };
	const root = await publishNew(chain, ada, { terms });
	const middle = await publishNew(chain, ben, { sources: [cite(root)], terms });
	const tip = await publishNew(chain, cyd, { sources: [cite(middle)] });
	const price = dust();
	const { fee, income } = divide(chain, price);
	const trickle = floorOf(1, income);
	assert.ok(trickle > 0n && floorOf(1, trickle) === 0n);
	await sell(cyd, tip, price);
	await chain.accepted(tx().distribute(tip.sequence), stranger);
	const vault = await vaultOf(chain, middle.sequence);
	assert.deepEqual([vault.amount, vault.credit], [trickle, floorOf(1, fee)]);
	const outcome = await chain.accepted(tx().distribute(middle.sequence), stranger);
	const { royalties, earnings, credit } = plain(outcome.event('Distributed'));
	assert.deepEqual([royalties, earnings, credit], [0n, trickle, vault.credit]);
	assert.deepEqual(outcome.events('royalties', 'RoyaltyPaid'), []);
	assert.deepEqual(await vaultOf(chain, root.sequence), EMPTY);
});

chain.test('set_split: members share what the owner would have', async () => {
	const [owner, second, third] = await chain.accounts(3);
	const sold = await publishNew(chain, owner);
	const { artifact, sequence } = sold;
	const alone = { contributors: 0, members: [] };
	const first = { number: 0, owner: owner.address, split: alone };
	assert.deepEqual(await ask('split', artifact), first);
	assert.equal(await ask('split', `0x${'00'.repeat(32)}`), null);

	const shares = [333_333, 333_333, 333_334];
	const members = [third, owner, second].map(({ address }, at) => ({
		account: address,
		share: shares[at],
	}));
	const split = { contributors: 0, members };
	const set = await chain.accepted(tx().setSplit(artifact, split), owner);
	const { deposit, ...event } = plain(set.event('SplitSet'));
	assert.deepEqual(event, { artifact, number: 1, owner: owner.address, split });
	assert.ok(deposit > 0n);
	assert.equal((await chain.held(owner, 'Royalties')).Split, deposit);
	assert.deepEqual(await ask('split', artifact), { ...first, number: 1, split });

	await chain.calm(5);
	const price = 10n * AGO + 11n;
	const { income } = divide(chain, price);
	const outcome = await sell(owner, sold, price);
	assert.equal(plain(outcome.event('IncomeReceived')).split, 1);
	const parts = divideAmong(shares, income);
	const idle = await chain.idle(outcome.block);
	assert.deepEqual(
		idle.events('royalties', 'Earned').map(plain),
		members.map(({ account }, at) => ({ account, version: sequence, amount: parts[at] })),
	);
	assert.equal(sum(parts), income);

	// The owner alone again, under a number of its own, whose deposit is that of a smaller record.
	// The split before is still needed for the reward of that sale.
	const undone = await chain.accepted(tx().setSplit(artifact, alone), owner);
	const depositor = owner.address;
	assert.deepEqual(plain(undone.event('SplitKept')), {
		artifact,
		number: 1,
		vaults: 0,
		rewards: 1,
		depositor,
		deposit,
	});
	const less = plain(undone.event('SplitSet'));
	assert.equal(less.number, 2);
	assert.ok(less.deposit < deposit);
	assert.equal((await chain.held(owner, 'Royalties')).Split, less.deposit + deposit);

	const { epoch } = await endEpoch(chain);
	const reward = await claim(chain, stranger, epoch, sequence);
	assert.equal(reward.claimed.split, 1);
	assert.deepEqual(plain(reward.outcome.event('SplitRetired')), {
		artifact,
		number: 1,
		depositor,
		deposit,
	});
	assert.deepEqual(
		reward.outcome.events('royalties', 'Earned').map((event) => plain(event).amount),
		divideAmong(shares, reward.claimed.amount),
	);
	assert.equal((await chain.held(owner, 'Royalties')).Split, less.deposit);
	// And one that nothing is divided by any more goes at once.
	const again = await chain.accepted(tx().setSplit(artifact, split), owner);
	assert.equal(plain(again.event('SplitRetired')).number, 2);
	assert.equal((await chain.held(owner, 'Royalties')).Split, deposit);
});

chain.test('income belongs to the split in force when it arrived', async () => {
	await chain.calm(12);
	const [owner, friend] = await chain.accounts(2);
	const sold = await publishNew(chain, owner);
	const { artifact, sequence } = sold;
	const price = dust();
	const { fee, income } = divide(chain, price);
	await sell(owner, sold, price);
	const members = [{ account: friend.address, share: 1_000_000 }];
	const set = await chain.accepted(tx().setSplit(artifact, { contributors: 0, members }), owner);
	assert.deepEqual(set.events('royalties', 'SplitRetired'), [], 'it has income');
	const { deposit } = plain(set.event('SplitSet'));
	const former = (await chain.held(owner, 'Royalties')).Split - deposit;
	assert.ok(former > 0n);
	const part = (split) => ({ split, amount: income, credit: fee, waiting: false });
	assert.deepEqual((await vaultOf(chain, sequence)).parts, [part(0)]);

	// Income under the new split makes way for that under the old one, which is paid by itself.
	const outcome = await sell(owner, sold, price);
	assert.equal(plain(outcome.event('IncomeReceived')).split, 1);
	const idle = await chain.idle(outcome.block);
	assert.deepEqual(plain(idle.event('Distributed')), {
		version: sequence,
		split: 0,
		income,
		royalties: 0n,
		contributors: 0n,
		earnings: income,
		credit: fee,
	});
	assert.deepEqual(await earningsOf(chain, [owner, friend]), [income, 0n]);
	assert.deepEqual((await vaultOf(chain, sequence)).parts, [part(1)]);
	await chain.accepted(tx().distribute(sequence), stranger);
	assert.deepEqual(await earningsOf(chain, [owner, friend]), [income, income]);

	// So do the rewards for it; with the last of them the old split is gone.
	assert.equal((await chain.held(owner, 'Royalties')).Split, deposit + former);
	const { epoch } = await endEpoch(chain);
	const old = await claim(chain, stranger, epoch, sequence);
	assert.deepEqual(plain(old.outcome.event('SplitRetired')), {
		artifact,
		number: 0,
		depositor: owner.address,
		deposit: former,
	});
	const { claimed, outcome: paid } = await claim(chain, stranger, epoch, sequence);
	assert.deepEqual([old.claimed.split, claimed.split], [0, 1]);
	assert.deepEqual(paid.events('royalties', 'SplitRetired'), []);
	assert.deepEqual(await earningsOf(chain, [owner, friend]), [
		income + old.claimed.amount,
		income + claimed.amount,
	]);
	assert.equal((await chain.held(owner, 'Royalties')).Split, deposit);
});

chain.test('a split that changes while income is on its way pays what arrives after', async () => {
	const [upstream, friend, seller] = await chain.accounts(3);
	const source = await publishNew(chain, upstream, { terms: { royalty: percent(30) } });
	const derived = await publishNew(chain, seller, { sources: [cite(source)] });
	const price = dust();
	await sell(seller, derived, price);
	const members = [{ account: friend.address, share: 1_000_000 }];
	await chain.accepted(tx().setSplit(source.artifact, { contributors: 0, members }), upstream);
	await chain.accepted(tx().distribute(derived.sequence), stranger);
	await chain.accepted(tx().distribute(source.sequence), stranger);
	const royalty = floorOf(percent(30), divide(chain, price).income);
	assert.deepEqual(await earningsOf(chain, [upstream, friend]), [0n, royalty]);
});

chain.test('income before a transfer belongs to the old owner', async () => {
	await chain.calm(12);
	const [old, next] = await chain.accounts(2);
	const sold = await publishNew(chain, old);
	const { artifact, sequence } = sold;
	const price = dust();
	const { income } = divide(chain, price);
	await sell(old, sold, price);
	const { registry } = chain.api.tx;
	await chain.accepted(registry.transferOwnership(artifact, next.address), old);
	const accepted = await chain.accepted(registry.acceptOwnership(artifact), next);
	const { deposit, ...event } = plain(accepted.event('SplitSet'));
	const alone = { contributors: 0, members: [] };
	assert.deepEqual(event, { artifact, number: 1, owner: next.address, split: alone });
	assert.equal((await chain.held(next, 'Royalties')).Split, deposit);
	assert.ok((await chain.held(old, 'Royalties')).Split > 0n);

	await sell(next, sold, price);
	assert.deepEqual(await earningsOf(chain, [old, next]), [income, 0n]);
	await chain.accepted(tx().distribute(sequence), stranger);
	assert.deepEqual(await earningsOf(chain, [old, next]), [income, income]);
	assert.ok((await chain.held(old, 'Royalties')).Split > 0n, 'a reward can be claimed');

	// What it earned in the epoch of the transfer is divided as the income was.
	const { epoch } = await endEpoch(chain);
	const first = await claim(chain, stranger, epoch, sequence);
	assert.equal((await chain.held(old, 'Royalties')).Split, 0n);
	const second = await claim(chain, stranger, epoch, sequence);
	assert.deepEqual([first.claimed.split, second.claimed.split], [0, 1]);
	assert.deepEqual(await earningsOf(chain, [old, next]), [
		income + first.claimed.amount,
		income + second.claimed.amount,
	]);
});

chain.test(
	'a version with income stays until all of it is paid, then earnings remain',
	async () => {
		const [owner, buyer] = await chain.accounts(2);
		const price = dust();
		const sold = await offerNew(chain, owner, { price });
		const { artifact, id, sequence } = sold;
		await chain.accepted(buy(chain, sold), buyer);
		const { market, registry, utility } = chain.api.tx;
		await chain.accepted(market.releaseLicense(artifact, buyer.address), buyer);
		await chain.accepted(market.closeOffer(id), owner);
		const remove = utility.batchAll([
			registry.removeVersion(sequence),
			registry.removeArtifact(artifact),
		]);
		await chain.accepted(registry.retire(artifact), owner);
		await chain.refused(remove, owner, 'registry.HasIncome');
		await chain.calm(3);
		await chain.accepted(tx().distribute(sequence), stranger);
		// Not before its reward is claimed, which waits for the end of the epoch.
		await chain.refused(remove, owner, 'registry.HasIncome');
		const reward = await settleRewards(chain, stranger, sold);
		const removed = await chain.accepted(remove, owner);
		assert.equal(removed.events('market', 'SalesClosed').length, 1);
		assert.deepEqual(await chain.held(owner, 'Market'), {
			Offer: 0n,
			License: 0n,
			Purchase: 0n,
			Sales: 0n,
		});
		const { income } = divide(chain, price);
		assert.deepEqual(await earningsOf(chain, [owner]), [income + reward]);
		await chain.accepted(tx().withdraw(owner.address), owner);
	},
);

chain.test('an account that is gone has its earnings paid when there are enough', async () => {
	const owner = await chain.account();
	const existential = chain.api.consts.balances.existentialDeposit.toBigInt();
	const gone = await chain.account(existential + AGO);
	const sold = await publishNew(chain, owner);
	const members = [{ account: gone.address, share: 1_000_000 }];
	await chain.accepted(tx().setSplit(sold.artifact, { contributors: 0, members }), owner);
	const leave = chain.api.tx.balances.transferAll(owner.address, false);
	await chain.accepted(leave, gone);
	assert.equal((await chain.balance(gone)).free, 0n);

	// An account must have at least so much.
	const price = priceFor(chain, existential - 1n);
	await sell(owner, sold, price);
	await chain.quiet();
	if ((await vaultOf(chain, sold.sequence)).amount > 0n) {
		await chain.accepted(tx().distribute(sold.sequence), stranger);
	}
	assert.deepEqual(await earningsOf(chain, [gone]), [existential - 1n]);
	const withdraw = tx().withdraw(gone.address);
	await chain.refused(withdraw, stranger, 'royalties.EarningsTooSmall');
	await sell(owner, sold, 10n * AGO);
	const { income } = divide(chain, 10n * AGO);
	await chain.accepted(withdraw, stranger);
	assert.equal((await chain.balance(gone)).free, existential - 1n + income);
});

// Ada's dataset: five records, two of which are Ben's and one Cyd's, then four more, one Ben's.
let list;
let longer;
let older;
let newer;
const SHARE = percent(40);

chain.test('contributors of records have a fixed part for each', async () => {
	list = new RecordList([...records(2, ben), ...records(1, cyd), ...records(2)]);
	older = await publishRecords(chain, ada, list);
	const { artifact, sequence } = older;
	assert.equal(await ask('share', sequence, ben.address), null);
	await chain.accepted(tx().setSplit(artifact, { contributors: SHARE, members: [] }), ada);
	const proven = await chain.accepted(prove(chain, sequence, list, 0), ben);
	const opened = plain(proven.event('ShareOpened'));
	assert.equal(opened.origin, sequence);
	assert.equal(opened.contributor, ben.address);
	assert.equal((await chain.held(ben, 'Royalties')).Share, opened.deposit);
	const again = await chain.accepted(prove(chain, sequence, list, 1), ben);
	assert.deepEqual(again.events('royalties', 'ShareOpened'), [], 'one share has both');
	await chain.accepted(prove(chain, sequence, list, 2), cyd);
	const view = (records, due) => ({ records, due, deposit: opened.deposit });
	assert.deepEqual(await ask('share', sequence, ben.address), view(2, 0n));

	older.pool = { share: SHARE, committed: 5, active: 3, carry: 0n };
	const price = 10n * AGO + 13n;
	const { fee, income } = divide(chain, price);
	const simulated = await ask('simulateDistribution', sequence, income, 10);
	const [payout] = cascade(lineageOf(older), sequence, income, fee);
	assert.deepEqual(simulated.payouts, forecast([payout]));
	assert.ok(older.pool.carry > 0n, 'something cannot be divided by five');

	const [before] = await earningsOf(chain, [ada]);
	const outcome = await sell(ada, older, price);
	const idle = await chain.idle(outcome.block);
	const { artifact: _, ...distributed } = payout;
	assert.deepEqual(plain(idle.event('Distributed')), { split: 1, ...distributed });
	const perRecord = payout.contributors / 3n;
	assert.deepEqual(plain(idle.event('ContributorsPaid')), {
		version: sequence,
		perRecord,
		records: 3,
		amount: payout.contributors,
	});
	assert.deepEqual(await ask('share', sequence, ben.address), view(2, 2n * perRecord));
	assert.deepEqual(await ask('share', sequence, cyd.address), view(1, perRecord));
	// What records have that nobody proved goes to the owner.
	const [after] = await earningsOf(chain, [ada]);
	assert.equal(after - before, payout.earnings);
	assert.equal(payout.earnings, income - floorOf(SHARE, income) + 2n * perRecord);
});

chain.test('collect_share: anybody moves what is due to the earnings', async () => {
	const { sequence } = older;
	const { due } = await ask('share', sequence, ben.address);
	const [before] = await earningsOf(chain, [ben]);
	const collect = tx().collectShare(sequence, ben.address);
	const outcome = await chain.accepted(collect, stranger);
	assert.deepEqual(plain(outcome.event('ShareCollected')), {
		origin: sequence,
		contributor: ben.address,
		amount: due,
	});
	const [after] = await earningsOf(chain, [ben]);
	assert.equal(after - before, due);
	assert.equal((await ask('share', sequence, ben.address)).due, 0n);
	await chain.refused(collect, stranger, 'royalties.NothingDue');
	const nobodys = tx().collectShare(sequence, stranger.address);
	await chain.refused(nobodys, stranger, 'royalties.ShareNotFound');
});

chain.test('a version that extends another pays the records of both', async () => {
	longer = list.with([...records(1, ben), ...records(3)]);
	const { artifact } = older;
	const { registry, utility } = chain.api.tx;
	const sequence = (await chain.api.query.registry.nextSequence()).toNumber();
	const submitted = newVersion();
	await chain.accepted(
		utility.batchAll([
			registry.publish(artifact, submitted, null),
			commit(chain, sequence, longer),
			extend(chain, sequence, longer, older.sequence, list),
		]),
		ada,
	);
	await chain.accepted(prove(chain, sequence, longer, 5), ben);
	const pool = { share: SHARE, committed: 9, active: 4 };
	newer = { artifact, sequence, submitted, pool };
	const price = 20n * AGO;
	const [payout] = cascade(lineageOf(newer), sequence, divide(chain, price).income);
	const perRecord = payout.contributors / 4n;
	const dueOf = async (account) => {
		const shares = [];
		for (const { sequence } of [older, newer]) {
			shares.push((await ask('share', sequence, account.address))?.due ?? null);
		}
		return shares;
	};
	const [before] = await dueOf(cyd);
	const outcome = await sell(ada, newer, price);
	const idle = await chain.idle(outcome.block);
	assert.equal(plain(idle.event('ContributorsPaid')).perRecord, perRecord);
	assert.deepEqual(await dueOf(ben), [2n * perRecord, perRecord]);
	assert.deepEqual(await dueOf(cyd), [before + perRecord, null]);

	// A sale of the older one pays only those that it has, and uses what was kept the last time.
	const [more] = cascade(lineageOf(older), older.sequence, divide(chain, price).income);
	await sell(ada, older, price);
	const each = more.contributors / 3n;
	assert.deepEqual(await dueOf(ben), [2n * (perRecord + each), perRecord]);
});

chain.test('who withdraws consent is paid what is due, and earns nothing more', async () => {
	const { provenance } = chain.api.tx;
	const { sequence } = older;
	const { due, deposit } = await ask('share', sequence, ben.address);
	const [before] = await earningsOf(chain, [ben]);
	const first = await chain.accepted(provenance.withdrawConsent(sequence, 0), ben);
	assert.equal(plain(first.event('ShareCollected')).amount, due);
	assert.deepEqual(await ask('share', sequence, ben.address), {
		records: 1,
		due: 0n,
		deposit,
	});
	assert.deepEqual(await earningsOf(chain, [ben]), [before + due]);

	const price = 10n * AGO;
	older.pool.active -= 1;
	const [payout] = cascade(lineageOf(older), sequence, divide(chain, price).income);
	await sell(ada, older, price);
	const each = payout.contributors / 2n;
	assert.equal((await ask('share', sequence, ben.address)).due, each);
	const held = (await chain.held(ben, 'Royalties')).Share;
	const last = await chain.accepted(provenance.withdrawConsent(sequence, 1), ben);
	assert.deepEqual(plain(last.event('ShareClosed')), {
		origin: sequence,
		contributor: ben.address,
		deposit,
	});
	assert.equal((await chain.held(ben, 'Royalties')).Share, held - deposit);
	assert.equal(await ask('share', sequence, ben.address), null);
	assert.deepEqual(await earningsOf(chain, [ben]), [before + due + each]);
});

usesAll(chain, { calls: ['royalties'], functions: ['royalties'] });

// SPDX-License-Identifier: Apache-2.0

// Rewards: what fees earned in an epoch, paid by anybody's claim to publishers and contributors, to
// the planck. What each of them has is computed here a second time.

import assert from 'node:assert/strict';
import { audit } from './support/audit.js';
import { AGO, useChain } from './support/chain.js';
import { usesAll } from './support/coverage.js';
import { follow } from './support/ledger.js';
import {
	cascade,
	contribute,
	creditFor,
	divide,
	floorOf,
	priceFor,
	sum,
} from './support/money.js';
import { plain } from './support/plain.js';
import { prove, publishRecords, RecordList, records } from './support/records.js';
import { percent, publishNew } from './support/registry.js';
import {
	claim,
	endEpoch,
	holdings,
	poolsOf,
	rewardOf,
	runningEpoch,
	settleRewards,
} from './support/rewards.js';
import { buy, earningsOf, offerNew, vaultOf } from './support/sales.js';

// An archive, since its events are read again from the first block on.
const chain = useChain(['--state-pruning=archive', '--blocks-pruning=archive']);
const tx = () => chain.api.tx.rewards;
const ask = async (name, ...parameters) => plain(await chain.ask('rewards', name, ...parameters));

const MAX_SEQUENCE = 2n ** 64n - 1n;
const MAX_EPOCH = 2 ** 32 - 1;
const PRICE = 40n * AGO + 1n;
const DEFAULTS = { usageShare: percent(80), issuanceShare: percent(50) };
// Of which records one is Eve's, and what of the dataset's income is for contributors.
const RECORDS = 7;
const POOL = { share: percent(60), committed: RECORDS, active: 1 };
const ROYALTIES = { data: percent(10), base: 255_555 };

/** The accounts that money for rewards is kept on. */
const pot = () => chain.api.consts.rewards.pot.toString();
const commons = () => chain.api.consts.rewards.commons.toString();

/** The first block in which rewards of an epoch cannot be claimed any more. */
function expiryOf(epoch) {
	const { claimPeriod, epochLength } = chain.api.consts.rewards;
	return (epoch + claimPeriod.toNumber() + 1) * epochLength.toNumber();
}

/** A reward as clients see it. */
function viewOf(epoch, { version, artifact, split, credit }, pools, claimable) {
	const amount = rewardOf(credit, pools);
	const expires = expiryOf(epoch);
	return { epoch, version, artifact, split, credit, amount, claimable, expires };
}

/** All pages of what an account can claim, of which each has a few. */
async function claimable({ address }, limit) {
	const found = [];
	let page;
	do {
		page = await ask('claimable', address, page?.next ?? null, limit);
		assert.ok(page.items.length <= limit);
		found.push(...page.items);
	} while (page.next !== null);
	return found;
}

/** What a type is made of, in the end: names of primitives and of shares. */
function leaves(id) {
	const { def, path } = chain.api.registry.lookup.getSiType(id);
	const name = path.at(-1)?.toString();
	if (name === 'Permill') {
		return [name];
	}
	const inner = {
		Primitive: () => [def.asPrimitive.type],
		Composite: () => def.asComposite.fields.flatMap(({ type }) => leaves(type)),
		Variant: () =>
			def.asVariant.variants.flatMap(({ fields }) =>
				fields.flatMap(({ type }) => leaves(type)),
			),
		Compact: () => leaves(def.asCompact.type),
		Sequence: () => leaves(def.asSequence.type),
		Array: () => leaves(def.asArray.type),
		Tuple: () => def.asTuple.flatMap(leaves),
	};
	return inner[def.type]();
}

chain.test('no call states an amount or a recipient', () => {
	const calls = Object.entries(tx()).map(([name, { meta }]) => [
		name,
		Object.fromEntries(
			meta.fields.map((field) => [field.name.unwrap().toString(), leaves(field.type)]),
		),
	]);
	// No 16 bytes, no 32 bytes: numbers of epochs and versions, and shares.
	assert.deepEqual(Object.fromEntries(calls), {
		claim: { epoch: ['U32'], version: ['U64'] },
		setParameters: { parameters: ['Permill', 'Permill'] },
	});
	// The walk does see them.
	const { fields } = chain.api.tx.balances.transferKeepAlive.meta;
	const [to, amount] = fields.map(({ type }) => new Set(leaves(type)));
	assert.ok(to.has('U8') && amount.has('U128'));
});

chain.test('says in the metadata what bounds rewards', () => {
	const { rewards } = chain.api.consts;
	const numbers = Object.entries({
		rebateCap: percent(90),
		minUsageShare: percent(50),
		maxUsageShare: percent(90),
		minIssuanceShare: percent(20),
		maxIssuanceShare: percent(80),
	});
	for (const [name, expected] of numbers) {
		assert.equal(rewards[name].toNumber(), expected, name);
	}
	assert.deepEqual(plain(rewards.defaultParameters), DEFAULTS);
	// The accounts derive from what anybody knows.
	assert.deepEqual(
		[pot(), commons()],
		['agora/rw', 'agora/co'].map((id) => chain.palletAccount(id)),
	);
});

// Ada publishes a dataset, Ben a model trained on it, Cyd a fine-tune of that. Dan buys, Eve
// contributed a record, and Sam has nothing to do with any of it.
let ada;
let ben;
let cyd;
let dan;
let eve;
let sam;
let data;
let base;
let tuned;
// What became of the first sale, newest version first, and of the epoch of it.
let first;
let sold;
let pools;

chain.test('an epoch in which nothing was sold rolls over', async () => {
	[ada, ben, cyd, dan, eve, sam] = await chain.accounts(6);
	const list = new RecordList([...records(1, eve), ...records(RECORDS - 1)]);
	const terms = (name) => ({ terms: { royalty: ROYALTIES[name] } });
	const from = ({ sequence }, name, relation) => ({
		sources: [{ sequence, relation, maxRoyalty: ROYALTIES[name] }],
	});
	data = await publishRecords(chain, ada, list, terms('data'));
	base = await publishNew(chain, ben, { ...from(data, 'data', 'TrainedOn'), ...terms('base') });
	tuned = await offerNew(chain, cyd, { price: PRICE }, from(base, 'base', 'FineTune'));
	await chain.accepted(prove(chain, data.sequence, list, 0), eve);
	const split = { contributors: POOL.share, members: [] };
	await chain.accepted(chain.api.tx.royalties.setSplit(data.artifact, split), ada);

	const { index, end, funds, ...rest } = await runningEpoch(chain);
	assert.deepEqual([index, end], [0, chain.api.consts.rewards.epochLength.toNumber()]);
	assert.equal(funds, 0n, 'no token was issued and no fee paid');
	assert.deepEqual(rest, {
		credit: 0n,
		creditInVaults: 0n,
		usagePool: 0n,
		rewards: 0n,
		toCommons: 0n,
		commonsPool: 0n,
		owed: 0n,
		rebateCap: percent(90),
		claimPeriod: 90,
		parameters: DEFAULTS,
	});
	const { epoch, opening } = await endEpoch(chain);
	assert.deepEqual(plain(opening.event('EpochRolledOver')), { epoch, funds: 0n });
	assert.equal(epoch, index);
	assert.equal(await ask('endedEpoch', epoch), null);
	await chain.refused(tx().claim(epoch, tuned.sequence), sam, 'rewards.NothingToClaim');
});

chain.test('the fee of a sale is credited to all whom its income reaches', async () => {
	const source = ({ sequence }, name) => [{ sequence, royalty: ROYALTIES[name] }];
	const lineage = {
		[tuned.sequence]: { artifact: tuned.artifact, sources: source(base, 'base') },
		[base.sequence]: { artifact: base.artifact, sources: source(data, 'data') },
		[data.sequence]: { artifact: data.artifact, pool: POOL },
	};
	const { fee, income } = divide(chain, PRICE);
	first = cascade(lineage, tuned.sequence, income, fee).map((payout) => ({
		...payout,
		split: payout.version === data.sequence ? 1 : 0,
	}));
	assert.equal(first.length, 3);
	assert.equal(sum(first.map(({ credit }) => credit)), fee);

	const before = await holdings(chain, pot());
	const outcome = await chain.accepted(buy(chain, tuned), dan);
	assert.equal((await holdings(chain, pot())) - before, fee, 'fees fund rewards');
	const idle = await chain.idle(outcome.block);
	const epoch = 1;
	assert.deepEqual(
		idle.events('rewards', 'CreditBooked').map(plain),
		first.map(({ version, split, credit }) => ({ epoch, version, split, credit })),
	);

	// What the epoch would pay if it ended now. No token was issued yet: the pool is the limit.
	const { usageShare } = DEFAULTS;
	sold = { epoch, credit: fee };
	pools = { credit: fee, ...poolsOf(chain, { funds: fee, credit: fee, usageShare }) };
	assert.equal(pools.rewards, floorOf(usageShare, fee));
	const { index, end, parameters, rebateCap, claimPeriod, ...rest } = await runningEpoch(chain);
	assert.deepEqual([index, end], [epoch, 2 * chain.api.consts.rewards.epochLength.toNumber()]);
	assert.deepEqual(rest, { ...pools, creditInVaults: 0n, commonsPool: 0n, owed: 0n });
	for (const payout of first) {
		const view = viewOf(epoch, payout, pools, false);
		assert.deepEqual(await ask('pending', payout.version, null, 10), {
			items: [view],
			next: null,
		});
		assert.deepEqual(await ask('rewards', epoch, payout.version), [view]);
	}
	for (const account of [ada, ben, cyd, eve]) {
		assert.deepEqual(await claimable(account, 10), []);
	}
});

chain.test('nothing can be claimed before the epoch ended', async () => {
	const { sequence } = tuned;
	await chain.calm(3);
	for (const epoch of [sold.epoch, sold.epoch + 1, MAX_EPOCH]) {
		await chain.refused(tx().claim(epoch, sequence), sam, 'rewards.EpochNotEnded');
	}
});

chain.test('the end of an epoch divides what there is, and iterates over nothing', async () => {
	const { usagePool, toCommons, funds, rewards } = pools;
	const before = await Promise.all([pot(), commons()].map((who) => holdings(chain, who)));
	const { epoch, opening } = await endEpoch(chain);
	assert.equal(epoch, sold.epoch);
	assert.deepEqual(plain(opening.event('EpochEnded')), {
		epoch,
		credit: sold.credit,
		funds,
		usagePool,
		rewards,
		toCommons,
	});
	const after = await Promise.all([pot(), commons()].map((who) => holdings(chain, who)));
	assert.deepEqual([before[0] - after[0], after[1] - before[1]], [toCommons, toCommons]);
	const { credit } = sold;
	const expires = expiryOf(epoch);
	assert.deepEqual(await ask('endedEpoch', epoch), { credit, rewards, claimed: 0n, expires });
	const running = await runningEpoch(chain);
	assert.deepEqual(
		[running.index, running.credit, running.funds, running.owed, running.commonsPool],
		[epoch + 1, 0n, 0n, rewards, toCommons],
	);
	for (const payout of first) {
		const view = viewOf(epoch, payout, pools, true);
		const page = { items: [view], next: null };
		assert.deepEqual(await ask('pending', payout.version, null, 10), page);
	}
	await chain.refused(tx().claim(epoch, 0), sam, 'rewards.NothingToClaim');
	await chain.refused(tx().claim(epoch, MAX_SEQUENCE), sam, 'rewards.NothingToClaim');
});

chain.test('each finds what they can claim, contributors too', async () => {
	const { epoch } = sold;
	const [ofTuned, ofBase, ofData] = first.map((each) => viewOf(epoch, each, pools, true));
	for (const [account, view] of [
		[cyd, ofTuned],
		[ben, ofBase],
		[ada, ofData],
		[eve, ofData],
	]) {
		for (const limit of [1, 10]) {
			assert.deepEqual(await claimable(account, limit), [view]);
		}
	}
	assert.deepEqual(await claimable(sam, 10), []);
});

chain.test('claim: a stranger has the publishers and the contributor paid', async () => {
	const { epoch } = sold;
	const due = async () =>
		plain(await chain.ask('royalties', 'share', data.sequence, eve.address)).due;
	const owners = [cyd, ben, ada];
	const before = await earningsOf(chain, owners);
	const dueBefore = await due();
	const kept = await holdings(chain, chain.api.consts.royalties.pot);
	const books = await follow(chain, sam);
	let claimed = 0n;
	for (const [at, { version, split, credit }] of first.entries()) {
		const amount = rewardOf(credit, pools);
		const paid = await claim(chain, sam, epoch, version);
		books.paid(paid.outcome.fee);
		assert.deepEqual(paid.claimed, {
			epoch,
			version,
			split,
			credit,
			amount,
			account: sam.address,
		});
		const isData = version === data.sequence;
		const [contributors, earnings] = contribute(isData ? POOL : undefined, amount);
		assert.deepEqual(paid.divided, { version, split, amount, contributors, earnings });
		assert.equal(contributors > 0n, isData);
		const [after] = await earningsOf(chain, [owners[at]]);
		assert.equal(after - before[at], earnings);
		if (isData) {
			assert.equal((await due()) - dueBefore, contributors);
		}
		claimed += amount;
		assert.equal((await ask('endedEpoch', epoch)).claimed, claimed);
		// Once.
		const again = await chain.refused(
			tx().claim(epoch, version),
			sam,
			'rewards.NothingToClaim',
		);
		books.paid(again.fee);
		assert.deepEqual(await ask('rewards', epoch, version), []);
		assert.deepEqual(await ask('pending', version, null, 10), { items: [], next: null });
	}
	// Fees are all that it cost the stranger, who has nothing of it.
	assert.equal(await books.reserved(), 0n);
	assert.equal((await holdings(chain, chain.api.consts.royalties.pot)) - kept, claimed);
	// What rounding left over waits until the epoch expires.
	const { owed } = await runningEpoch(chain);
	assert.equal(owed, pools.rewards - claimed);
	assert.ok(owed < 3n);
	for (const account of [...owners, eve]) {
		assert.deepEqual(await claimable(account, 10), []);
	}
	await chain.accepted(chain.api.tx.royalties.collectShare(data.sequence, eve.address), sam);
	for (const account of [ada, ben, cyd, eve]) {
		const [amount] = await earningsOf(chain, [account]);
		assert.ok(amount > 0n);
		const { free } = await chain.balance(account);
		await chain.accepted(chain.api.tx.royalties.withdraw(account.address), sam);
		assert.equal((await chain.balance(account)).free - free, amount);
	}
});

// Versions that are sold in an epoch that has new tokens as well.
let changed;
let given;
let regretted;
let capped;
// What they earned in it.
let credits;

chain.test('with new tokens in the pot, the rebate cap is the limit', async () => {
	const [owner, friend, heir, ...buyers] = await chain.accounts(8);
	changed = { ...(await offerNew(chain, owner)), owner, friend };
	given = { ...(await offerNew(chain, owner)), owner, heir };
	regretted = await offerNew(chain, owner, { refundWindow: 5 });
	capped = await offerNew(chain, owner);
	const { fee, income } = divide(chain, capped.terms.price);
	const cap = income / 3n;
	await chain.accepted(chain.api.tx.market.pledgeCap(capped.artifact, cap), owner);

	// The first era ends, and the pot has its share of what it issued.
	const before = await runningEpoch(chain);
	let eraPaid;
	while (eraPaid === undefined) {
		const block = await chain.skipInto((await chain.height()) + 1);
		[eraPaid] = (await chain.opening(block)).events('staking', 'EraPaid').map(plain);
	}
	const { funds } = await runningEpoch(chain);
	const minted = floorOf(DEFAULTS.issuanceShare, eraPaid.remainder);
	assert.equal(funds, before.funds + minted);
	assert.ok(minted > AGO);

	// Before and after its split changed.
	await chain.calm(10);
	const { market, registry, royalties } = chain.api.tx;
	await chain.accepted(buy(chain, changed), buyers[0]);
	const members = [{ account: friend.address, share: 1_000_000 }];
	await chain.accepted(
		royalties.setSplit(changed.artifact, { contributors: 0, members }),
		owner,
	);
	await chain.accepted(buy(chain, changed), buyers[1]);
	// Then transferred.
	await chain.accepted(buy(chain, given), buyers[2]);
	await chain.accepted(registry.transferOwnership(given.artifact, heir.address), owner);
	await chain.accepted(registry.acceptOwnership(given.artifact), heir);
	// Given back, for which there is no fee and no credit.
	await chain.accepted(buy(chain, regretted), buyers[3]);
	await chain.accepted(market.refund(regretted.artifact), buyers[3]);
	// And one that crosses a cap: of its fee, only the part that its income has is credited.
	const crossing = await chain.accepted(buy(chain, capped), buyers[4]);
	const parts = divide(chain, capped.terms.price, cap);
	const partial = creditFor(parts);
	assert.equal(plain(crossing.event('IncomeReceived')).credit, partial);
	assert.ok(partial > 0n && partial < fee / 2n);

	const point = ({ sequence, artifact }, split, credit) => ({
		version: sequence,
		artifact,
		split,
		credit,
	});
	credits = [
		point(changed, 0, fee),
		point(changed, 1, fee),
		point(given, 0, fee),
		point(capped, 0, partial),
	];
	const running = await runningEpoch(chain);
	const credit = 3n * fee + partial;
	const expected = {
		credit,
		...poolsOf(chain, { funds: funds + 4n * fee, credit, usageShare: DEFAULTS.usageShare }),
	};
	for (const [name, amount] of Object.entries(expected)) {
		assert.equal(running[name], amount, name);
	}
	// One purchase from oneself costs more than it earns, whatever is in the pot.
	assert.equal(expected.rewards, floorOf(percent(90), credit));
	assert.ok(expected.usagePool > expected.rewards);
	assert.deepEqual(await ask('rewards', running.index, regretted.sequence), []);
	pools = expected;

	const { epoch, opening } = await endEpoch(chain);
	assert.deepEqual(plain(opening.event('EpochEnded')), { epoch, ...expected });
	sold = { epoch, credit };
});

chain.test('what was earned before a split changed is divided by that split', async () => {
	const { epoch } = sold;
	const { artifact, sequence, owner, friend } = changed;
	const [former, current] = credits;
	const views = [former, current].map((each) => viewOf(epoch, each, pools, true));
	assert.deepEqual(await ask('rewards', epoch, sequence), views);
	assert.deepEqual(await ask('pending', sequence, null, 1), {
		items: views.slice(0, 1),
		next: [epoch, sequence, 0],
	});
	assert.deepEqual(await ask('pending', sequence, [epoch, sequence, 0], 1), {
		items: views.slice(1),
		next: null,
	});
	const found = await claimable(friend, 10);
	assert.deepEqual(found, [views[1]]);

	const before = await earningsOf(chain, [owner, friend]);
	const old = await claim(chain, sam, epoch, sequence);
	assert.deepEqual([old.claimed.split, old.claimed.amount], [0, views[0].amount]);
	const retired = plain(old.outcome.event('SplitRetired'));
	assert.deepEqual([retired.artifact, retired.number], [artifact, 0]);
	assert.deepEqual(await earningsOf(chain, [owner, friend]), [
		before[0] + views[0].amount,
		before[1],
	]);
	const latest = await claim(chain, sam, epoch, sequence);
	assert.deepEqual([latest.claimed.split, latest.claimed.amount], [1, views[1].amount]);
	assert.deepEqual(await earningsOf(chain, [owner, friend]), [
		before[0] + views[0].amount,
		before[1] + views[1].amount,
	]);
	await chain.refused(tx().claim(epoch, sequence), owner, 'rewards.NothingToClaim');
});

chain.test('what was earned before a transfer is for the old owner', async () => {
	const { epoch } = sold;
	const { sequence, owner, heir } = given;
	const view = viewOf(epoch, credits[2], pools, true);
	assert.deepEqual(await claimable(heir, 10), []);
	assert.ok((await claimable(owner, 1)).some(({ version }) => version === sequence));
	const before = await earningsOf(chain, [owner, heir]);
	const { claimed } = await claim(chain, heir, epoch, sequence);
	assert.equal(claimed.amount, view.amount);
	assert.deepEqual(await earningsOf(chain, [owner, heir]), [before[0] + view.amount, before[1]]);
});

chain.test('what was given back earns nothing, and above a cap nothing is earned', async () => {
	const { epoch } = sold;
	const call = tx().claim(epoch, regretted.sequence);
	await chain.refused(call, sam, 'rewards.NothingToClaim');
	const { claimed } = await claim(chain, sam, epoch, capped.sequence);
	assert.equal(claimed.amount, rewardOf(credits[3].credit, pools));
});

chain.test('credit in a vault is of no epoch until the income is divided', async () => {
	const least = chain.api.consts.royalties.minDistribution.toBigInt();
	const price = priceFor(chain, least - 1n);
	const { fee } = divide(chain, price);
	const small = await offerNew(chain, cyd, { price });
	const buyer = await chain.account();
	await chain.calm(2);
	const before = await runningEpoch(chain);
	await chain.accepted(buy(chain, small), buyer);
	assert.equal((await vaultOf(chain, small.sequence)).credit, fee);
	const during = await runningEpoch(chain);
	assert.deepEqual(during, { ...before, creditInVaults: before.creditInVaults + fee });
	assert.deepEqual(await ask('pending', small.sequence, null, 10), { items: [], next: null });

	// It was paid in one epoch, and is rewarded in another: the one that it funds.
	const { epoch } = await endEpoch(chain);
	assert.equal(await ask('endedEpoch', epoch), null);
	const { blockNumber } = await chain.accepted(
		chain.api.tx.royalties.distribute(small.sequence),
		sam,
	);
	const after = await runningEpoch(chain);
	assert.ok(blockNumber < after.end);
	assert.deepEqual(
		[after.index, after.credit, after.creditInVaults],
		[epoch + 1, fee, before.creditInVaults],
	);
	assert.ok((await settleRewards(chain, sam, small)) > 0n);
});

chain.test('what somebody gives to the pot is for all, and no more than the cap', async () => {
	const gift = 1_000n * AGO;
	const { terms, ...sold } = await offerNew(chain, cyd);
	const buyer = await chain.account();
	await chain.calm(2);
	const before = await runningEpoch(chain);
	await chain.accepted(chain.api.tx.balances.transferKeepAlive(pot(), gift), chain.alice);
	assert.equal((await runningEpoch(chain)).funds, before.funds + gift);
	await chain.accepted(buy(chain, { ...sold, terms }), buyer);
	const { fee } = divide(chain, terms.price);
	const { opening } = await endEpoch(chain);
	const ended = plain(opening.event('EpochEnded'));
	assert.deepEqual(
		[ended.funds, ended.credit, ended.rewards],
		[before.funds + gift + fee, before.credit + fee, floorOf(percent(90), fee)],
	);
	const { claimed } = await claim(chain, sam, ended.epoch, sold.sequence);
	assert.equal(claimed.amount, ended.rewards, 'all of it, if nobody else earned');
});

chain.test('what is sold in the block that ends an epoch is of the next', async () => {
	const late = await offerNew(chain, cyd);
	const buyer = await chain.account();
	const { index, end } = await runningEpoch(chain);
	if ((await chain.height()) < end - 1) {
		await chain.skipInto(end - 1);
	}
	const { block, blockNumber } = await chain.accepted(buy(chain, late), buyer);
	assert.equal(blockNumber, end);
	assert.equal((await chain.opening(block)).event('EpochRolledOver').epoch.toNumber(), index);
	const booked = plain((await chain.idle(block)).event('CreditBooked'));
	assert.deepEqual([booked.epoch, booked.version], [index + 1, late.sequence]);
	await settleRewards(chain, sam, late);
});

chain.test('set_parameters: by root alone, and within bounds', async () => {
	const set = (changes) => tx().setParameters({ ...DEFAULTS, ...changes });
	await chain.refused(set({}), sam, 'BadOrigin');
	await chain.refused(set({}), chain.alice, 'BadOrigin');
	const bounds = chain.api.consts.rewards;
	for (const [field, error, least, most] of [
		['usageShare', 'UsageShareOutOfBounds', bounds.minUsageShare, bounds.maxUsageShare],
		[
			'issuanceShare',
			'IssuanceShareOutOfBounds',
			bounds.minIssuanceShare,
			bounds.maxIssuanceShare,
		],
	]) {
		const [from, to] = [least, most].map((bound) => bound.toNumber());
		for (const share of [0, from - 1, to + 1, 1_000_000]) {
			await chain.refusedToRoot(set({ [field]: share }), `rewards.${error}`);
		}
		for (const share of [from, to]) {
			const outcome = await chain.acceptedOfRoot(set({ [field]: share }));
			const parameters = { ...DEFAULTS, [field]: share };
			assert.deepEqual(plain(outcome.event('ParametersSet')), { parameters });
			assert.deepEqual((await runningEpoch(chain)).parameters, parameters);
		}
		assert.match(chain.api.errors.rewards[error].meta.docs.join(' '), /^[A-Z].*\.$/);
	}
	await chain.acceptedOfRoot(set({}));
	// No share is more than the whole.
	const more = set({ usageShare: 1_000_001 });
	await chain.keptOut(() => chain.submit(more, sam), /1002: Verification Error/);
});

chain.test('the supply of tokens, and how it grows', async () => {
	const supply = await ask('supplySchedule', 10);
	const { issuance } = await chain.state();
	const era = (await chain.api.query.staking.activeEra()).unwrap().index;
	const staked = (await chain.api.query.staking.erasTotalStake(era)).toBigInt();
	const { years, yearlyToStakers, ...rest } = supply;
	assert.deepEqual(rest, {
		issuance,
		staked,
		yearly: 60_000_000,
		potShare: DEFAULTS.issuanceShare,
		burnedFees: percent(50),
	});
	// One in a hundred, and a little more for what is at stake.
	const curve = 0.01 + (0.06 * Number(staked)) / Number(issuance);
	assert.ok(Math.abs(yearlyToStakers / 1e9 - curve) < 1e-4, `${yearlyToStakers}`);
	assert.equal(years.length, 10);
	for (const [at, tokens] of years.entries()) {
		// Era by era, so a little more than 6 % a year.
		const growth = Math.log(Number(tokens) / Number(issuance)) / (at + 1);
		assert.ok(Math.abs(growth - 0.06) < 1e-4, `${growth} after ${at + 1} years`);
	}
	assert.equal((await ask('supplySchedule', 0)).years.length, 1);
	assert.equal((await ask('supplySchedule', MAX_EPOCH)).years.length, 50);
});

// By error: what is tried, by whom. Those of `set_parameters` are above, expiry is told elsewhere.
chain.test('every error was answered, here or where rewards expire', async () => {
	const tried = ['EpochNotEnded', 'NothingToClaim'];
	const ofRoot = ['UsageShareOutOfBounds', 'IssuanceShareOutOfBounds'];
	const known = Object.keys(chain.api.errors.rewards);
	assert.deepEqual(known.sort(), [...tried, ...ofRoot, 'RewardsExpired'].sort());
	for (const name of tried) {
		assert.match(chain.api.errors.rewards[name].meta.docs.join(' '), /^[A-Z].*\.$/);
	}
});

chain.test('all of it follows from events alone, and no token is missing', async () => {
	const { books, seen } = await audit(chain);
	const { accounts, issuance } = await chain.state();
	const running = await runningEpoch(chain);
	assert.equal(await holdings(chain, pot()), books.pot);
	assert.equal(await holdings(chain, commons()), books.commons);
	assert.deepEqual(
		[running.index, running.credit, running.creditInVaults, running.owed, running.funds],
		[books.epoch, books.credit, books.vaults, books.owed, books.funds],
	);
	const { existential, vaults, owed, funds } = books;
	assert.equal(books.pot, existential + vaults + owed + funds);
	assert.equal(issuance, books.issuance);
	const held = Object.values(accounts).map(({ free, reserved }) => free + reserved);
	assert.equal(sum(held), issuance, 'all tokens are somewhere');
	// Nobody votes on the commons yet, and nothing expired.
	const never = ['CommonsAllotted', 'EpochExpired', 'RewardExpired'];
	const events = Object.keys(chain.api.events.rewards).filter((name) => !never.includes(name));
	assert.deepEqual(
		events.filter((name) => !seen.has(`rewards.${name}`)),
		[],
	);
});

usesAll(chain, { calls: ['rewards'], functions: ['rewards'] });

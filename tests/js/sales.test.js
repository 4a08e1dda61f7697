// SPDX-License-Identifier: Apache-2.0

// The story: a base model, a fine-tune and a quantization by three publishers, one buyer, and one
// whose record the base model was trained on. A sale pays all four, to the planck.

import assert from 'node:assert/strict';
import { AGO, useChain } from './support/chain.js';
import { follow } from './support/ledger.js';
import { cascade, divide, forecast, sum } from './support/money.js';
import { plain } from './support/plain.js';
import { prove, publishRecords, RecordList, record, records } from './support/records.js';
import { percent, publishNew } from './support/registry.js';
import { buy, earningsOf, licenseOf, offerNew, salesOf } from './support/sales.js';

const chain = useChain();

const WINDOW = 6;
const PRICE = 40n * AGO + 1n;
// Eve's record among those of others, and what of the dataset's income is for contributors.
const EVES = 2;
const RECORDS = 7;
const POOL = percent(60);
const ROYALTIES = { data: percent(10), base: percent(25), tuned: 155_555 };

// Ada publishes a dataset and the base model, Ben fine-tunes it, Cyd quantizes that, Dan buys, and
// Eve contributed a record.
let ada;
let ben;
let cyd;
let dan;
let eve;
let list;
let data;
let base;
let tuned;
let small;
// What each of the four earns from one sale, and where from.
let payouts;
let earned;

const publishers = () => [ada, ben, cyd, eve];

/** What is kept for others, and what is nobody's. */
async function kept() {
	const { pot, commons } = chain.api.consts.royalties;
	const total = async (address) => {
		const { free, reserved } = await chain.balance({ address: address.toString() });
		return free + reserved;
	};
	return { pot: await total(pot), commons: await total(commons) };
}

/** What Eve has of the income of the dataset, that she did not collect. */
async function due() {
	return plain(await chain.ask('royalties', 'share', data.sequence, eve.address)).due;
}

/** What all four can withdraw or collect. */
async function earnings() {
	const ledger = await earningsOf(chain, publishers());
	return ledger.with(3, ledger[3] + (await due()));
}

chain.test('three publish what each made from the last, and one proves a record', async () => {
	[ada, ben, cyd, dan, eve] = await chain.accounts(5);
	const others = records(RECORDS - 1);
	list = new RecordList(others.toSpliced(EVES, 0, record('soup: 4.10', eve)));
	const terms = (name) => ({ terms: { royalty: ROYALTIES[name] } });
	const from = ({ sequence }, name, relation) => ({
		sources: [{ sequence, relation, maxRoyalty: ROYALTIES[name] }],
	});
	data = await publishRecords(chain, ada, list, terms('data'));
	base = await publishNew(chain, ada, { ...from(data, 'data', 'TrainedOn'), ...terms('base') });
	tuned = await publishNew(chain, ben, { ...from(base, 'base', 'FineTune'), ...terms('tuned') });
	const window = { price: PRICE, refundWindow: WINDOW };
	small = await offerNew(chain, cyd, window, from(tuned, 'tuned', 'Quantization'));

	await chain.accepted(prove(chain, data.sequence, list, EVES), eve);
	const { royalties } = chain.api.tx;
	const split = { contributors: POOL, members: [] };
	await chain.accepted(royalties.setSplit(data.artifact, split), ada);
});

chain.test('the quote says beforehand what each of them gets', async () => {
	const source = ({ sequence }, name) => [{ sequence, royalty: ROYALTIES[name] }];
	const lineage = {
		[small.sequence]: { artifact: small.artifact, sources: source(tuned, 'tuned') },
		[tuned.sequence]: { artifact: tuned.artifact, sources: source(base, 'base') },
		[base.sequence]: { artifact: base.artifact, sources: source(data, 'data') },
		[data.sequence]: {
			artifact: data.artifact,
			pool: { share: POOL, committed: RECORDS, active: 1 },
		},
	};
	const quote = plain(await chain.ask('market', 'quote', small.id));
	const { fee, excess, income } = divide(chain, PRICE);
	payouts = cascade(lineage, small.sequence, income);
	assert.deepEqual(
		[quote.price, quote.fee, quote.excess, quote.income],
		[PRICE, fee, excess, income],
	);
	assert.deepEqual(quote.distribution, { payouts: forecast(payouts), rest: 0n });
	const [ofSmall, ofTuned, ofBase, ofData] = payouts;
	earned = [
		ofBase.earnings + ofData.earnings,
		ofTuned.earnings,
		ofSmall.earnings,
		ofData.contributors,
	];
	assert.ok(earned.every((amount) => amount > 0n));
	// The dataset keeps what cannot be divided among its records, which is less than one each.
	const dust = income - sum(earned);
	assert.ok(dust >= 0n && dust < RECORDS);
});

chain.test('a refund takes nothing from anyone else', async () => {
	await chain.calm(2);
	const before = await chain.state();
	const books = await follow(chain, dan);
	const bought = await books.does(buy(chain, small));
	assert.equal((await chain.held(dan, 'Market')).Purchase, PRICE);
	const during = await chain.state(bought.block);
	assert.deepEqual(chain.balancesBut(during, dan), chain.balancesBut(before, dan));

	const refunded = await books.does(chain.api.tx.market.refund(small.artifact));
	assert.equal(plain(refunded.event('PurchaseRefunded')).price, PRICE);
	assert.equal(await books.reserved(), 0n);
	const after = await chain.state(refunded.block);
	assert.deepEqual(chain.balancesBut(after, dan), chain.balancesBut(before, dan));
	assert.deepEqual(after.royalties, before.royalties);
	assert.deepEqual(await earnings(), [0n, 0n, 0n, 0n]);
});

chain.test('a sale pays all four once the refund window ended, by itself', async () => {
	await chain.calm(2 * WINDOW);
	const books = await follow(chain, dan);
	const before = await kept();
	const { blockNumber } = await books.does(buy(chain, small));
	const block = await chain.skipTo(blockNumber + WINDOW + 1);
	const { fee, excess, income } = divide(chain, PRICE);
	assert.deepEqual(plain(block.event('PurchaseSettled')), {
		artifact: small.artifact,
		account: dan.address,
		offer: small.id,
		version: small.sequence,
		price: PRICE,
		fee,
		income,
		excess,
	});
	await chain.quiet();
	assert.deepEqual(await earnings(), earned);
	const after = await kept();
	assert.equal(after.pot - before.pot, income);
	assert.equal(after.commons, before.commons);
	books.paid(PRICE);
	assert.equal(await books.reserved(), (await chain.held(dan, 'Market')).License);
	assert.ok((await licenseOf(chain, small, dan)).countsForCiting);
});

chain.test('each of them withdraws it', async () => {
	const { royalties } = chain.api.tx;
	const before = await kept();
	const books = await Promise.all(publishers().map((who) => follow(chain, who)));
	await books[3].does(royalties.collectShare(data.sequence, eve.address));
	for (const [at, who] of publishers().entries()) {
		const outcome = await books[at].does(royalties.withdraw(who.address));
		assert.deepEqual(plain(outcome.event('Withdrawn')), {
			account: who.address,
			amount: earned[at],
		});
		books[at].paid(-earned[at]);
		await books[at].reserved();
	}
	assert.deepEqual(await earnings(), [0n, 0n, 0n, 0n]);
	assert.equal(before.pot - (await kept()).pot, sum(earned));
	// The existential deposit, and what could not be divided, is all that is left.
	const dust = divide(chain, PRICE).income - sum(earned);
	const existential = chain.api.consts.balances.existentialDeposit.toBigInt();
	assert.equal((await kept()).pot, existential + dust);
});

chain.test('the cap turns the license free', async () => {
	const { market } = chain.api.tx;
	const { artifact, id } = small;
	const { income: first } = await salesOf(chain, small);
	assert.equal(first, divide(chain, PRICE).income);
	// The next sale crosses it by exactly one unit.
	const cap = 2n * first - 1n;
	await chain.accepted(market.pledgeCap(artifact, cap), cyd);
	const [second, pending, third] = await chain.accounts(3);
	const waiting = await follow(chain, pending);
	await waiting.does(buy(chain, small));
	await chain.accepted(buy(chain, small), second);
	await chain.calm();
	const before = await kept();
	const outcome = await chain.accepted(market.waiveRefund(artifact), second);
	const settled = plain(outcome.event('PurchaseSettled'));
	const { fee } = divide(chain, PRICE);
	assert.deepEqual([settled.fee, settled.income, settled.excess], [fee, first - 1n, 1n]);
	assert.equal(settled.fee + settled.income + settled.excess, PRICE);
	assert.deepEqual(plain(outcome.event('CapReached')), { artifact, income: cap });
	const after = await kept();
	assert.deepEqual([after.pot - before.pot, after.commons - before.commons], [first - 1n, 1n]);

	// Who had not settled yet has the price back, and the license as well.
	const settle = market.settle(artifact, pending.address);
	const released = await chain.accepted(settle, third);
	assert.equal(plain(released.event('PurchaseReleased')).price, PRICE);
	const { license, countsForCiting } = await licenseOf(chain, small, pending);
	assert.ok(countsForCiting);
	assert.equal(await waiting.reserved(), license.deposit);

	// And from now on nobody pays.
	const free = await follow(chain, third);
	await free.does(buy(chain, small, 0n));
	assert.equal(await free.reserved(), (await licenseOf(chain, small, third)).license.deposit);
	const sales = await salesOf(chain, small);
	assert.deepEqual(sales, { licenses: 4, income: cap, cap, free: true, offers: [id] });
	await chain.refused(market.closeOffer(id), cyd, 'market.CapReached');
});

// SPDX-License-Identifier: Apache-2.0

// Capped profit: a pledge that the chain keeps, to the last planck.

import assert from 'node:assert/strict';
import { AGO, useChain } from './support/chain.js';
import { usesPart } from './support/coverage.js';
import { follow } from './support/ledger.js';
import { creditFor, divide, priceFor } from './support/money.js';
import { plain } from './support/plain.js';
import { publishNew } from './support/registry.js';
import {
	buy,
	earningsOf,
	licenseOf,
	offer,
	offerNew,
	offerTerms,
	renew,
	salesOf,
} from './support/sales.js';

const chain = useChain();
const tx = () => chain.api.tx.market;

const viewOf = async ({ id }) => plain(await chain.ask('market', 'offer', id));
const quoteOf = async ({ id }) => plain(await chain.ask('market', 'quote', id));

/** What the account has that takes what is above caps. */
async function commons() {
	const address = chain.api.consts.royalties.commons.toString();
	const { free, reserved } = await chain.balance({ address });
	return free + reserved;
}

let ada;
let model;
let sold;

chain.test('pledge_cap: once, and from then on it can only be lowered', async () => {
	ada = await chain.account();
	model = await publishNew(chain, ada);
	const { artifact } = model;
	const cap = 100n * AGO;
	const outcome = await chain.accepted(tx().pledgeCap(artifact, cap), ada);
	assert.deepEqual(plain(outcome.event('CapPledged')), { artifact, cap, income: 0n });
	// A pledge is kept whether anything is offered or not.
	const opened = plain(outcome.event('SalesOpened'));
	assert.equal((await chain.held(ada, 'Market')).Sales, opened.deposit);
	assert.deepEqual(await salesOf(chain, model), {
		licenses: 0,
		income: 0n,
		cap,
		free: false,
		offers: [],
	});
	const again = tx().pledgeCap(artifact, 2n * cap);
	await chain.refused(again, ada, 'market.CapAlreadyPledged');
	for (const higher of [cap, cap + 1n, 2n ** 128n - 1n]) {
		await chain.refused(tx().lowerCap(artifact, higher), ada, 'market.CapNotLower');
	}
});

chain.test('lower_cap', async () => {
	const { artifact } = model;
	const cap = 99n * AGO + 1n;
	const outcome = await chain.accepted(tx().lowerCap(artifact, cap), ada);
	assert.deepEqual(plain(outcome.event('CapLowered')), { artifact, cap, income: 0n });
	assert.deepEqual(outcome.events('market', 'CapReached'), []);
	const { cap: stored, free } = await salesOf(chain, model);
	assert.deepEqual([stored, free], [cap, false]);
});

chain.test('one unit below the cap nothing is free, and nothing is lost', async () => {
	sold = { ...model, ...(await offer(chain, ada, model.sequence, { price: 20n * AGO })) };
	const { income, excess } = divide(chain, sold.terms.price);
	assert.equal(excess, 0n);
	const { artifact } = model;
	await chain.accepted(tx().lowerCap(artifact, income + 1n), ada);
	await chain.calm(2);
	const before = await commons();
	const outcome = await chain.accepted(buy(chain, sold), await chain.account());
	assert.equal(plain(outcome.event('PurchaseSettled')).excess, 0n);
	assert.deepEqual(outcome.events('market', 'CapReached'), []);
	assert.equal(await commons(), before);
	const { income: total, free } = await salesOf(chain, model);
	assert.deepEqual([total, free], [income, false]);
	// The next sale could bring one more.
	const quote = await quoteOf(sold);
	assert.equal(quote.price, sold.terms.price);
	assert.equal(quote.income, 1n);
	assert.equal(quote.excess, income - 1n);
	assert.equal(quote.fee + quote.excess + quote.income, quote.price);
});

chain.test('the sale that crosses the cap counts exactly up to it', async () => {
	const buyer = await chain.account();
	const { artifact, sequence, id, terms } = sold;
	const expected = divide(chain, terms.price, 1n);
	const books = await follow(chain, buyer);
	await chain.calm();
	const before = await commons();
	const outcome = await books.does(buy(chain, sold));
	assert.deepEqual(plain(outcome.event('PurchaseSettled')), {
		artifact,
		account: buyer.address,
		offer: id,
		version: sequence,
		price: terms.price,
		...expected,
	});
	const received = plain(outcome.event('IncomeReceived'));
	assert.deepEqual([received.income, received.excess], [1n, expected.excess]);
	assert.equal(received.credit, creditFor(expected));
	assert.ok(received.credit < expected.fee);
	assert.equal((await commons()) - before, expected.excess);
	const cap = (await salesOf(chain, model)).cap;
	assert.deepEqual(plain(outcome.event('CapReached')), { artifact, income: cap });
	const { income, free } = await salesOf(chain, model);
	assert.deepEqual([income, free], [cap, true]);
	books.paid(terms.price);
	assert.equal(await books.reserved(), (await chain.held(buyer, 'Market')).License);
});

chain.test('crossed by exactly one unit, that unit goes to the commons', async () => {
	const exact = await offerNew(chain, ada, { price: 5n * AGO });
	const { income } = divide(chain, exact.terms.price);
	await chain.accepted(tx().pledgeCap(exact.artifact, income - 1n), ada);
	await chain.calm(2);
	const before = await commons();
	const outcome = await chain.accepted(buy(chain, exact), await chain.account());
	const settled = plain(outcome.event('PurchaseSettled'));
	assert.deepEqual([settled.income, settled.excess], [income - 1n, 1n]);
	assert.equal((await commons()) - before, 1n);
	assert.equal(outcome.events('market', 'CapReached').length, 1);
	assert.ok((await salesOf(chain, exact)).free);
});

chain.test('reached by exactly as much as was missing, there is nothing above it', async () => {
	const income = 7n * AGO + 3n;
	const price = priceFor(chain, income);
	const exact = await offerNew(chain, ada, { price });
	await chain.accepted(tx().pledgeCap(exact.artifact, income), ada);
	const outcome = await chain.accepted(buy(chain, exact), await chain.account());
	const settled = plain(outcome.event('PurchaseSettled'));
	assert.deepEqual([settled.income, settled.excess], [income, 0n]);
	assert.equal(outcome.events('market', 'CapReached').length, 1);
});

chain.test('afterwards every license is free', async () => {
	const buyer = await chain.account();
	const { artifact, terms } = sold;
	const { price, open } = await viewOf(sold);
	assert.deepEqual([price, open], [0n, true]);
	const quote = await quoteOf(sold);
	assert.deepEqual([quote.price, quote.fee, quote.excess, quote.income], [0n, 0n, 0n, 0n]);
	await chain.calm();
	const before = await chain.state();
	const outcome = await chain.accepted(buy(chain, sold, 0n), buyer);
	const bought = plain(outcome.event('LicenseBought'));
	assert.deepEqual([bought.price, bought.refundableUntil], [0n, null]);
	const after = await chain.state(outcome.block);
	assert.deepEqual(chain.balancesBut(after, buyer), chain.balancesBut(before, buyer));
	assert.deepEqual(after.royalties, before.royalties);
	assert.ok((await licenseOf(chain, model, buyer)).countsForCiting);

	// The seller cannot take that back.
	await chain.refused(tx().closeOffer(sold.id), ada, 'market.CapReached');
	const dearer = { ...terms, price: 2n * terms.price };
	await chain.refused(tx().updateOffer(sold.id, dearer), ada, 'market.CapReached');
	const more = await offer(chain, ada, model.sequence, { price: 50n * AGO });
	assert.equal((await viewOf(more)).price, 0n);
	const raised = tx().lowerCap(artifact, 1_000n * AGO);
	await chain.refused(raised, ada, 'market.CapNotLower');
});

chain.test('a supply that is used up is no limit any more', async () => {
	const scarce = await offerNew(chain, ada, { supply: 1 });
	const [first, second] = await chain.accounts(2);
	await chain.accepted(buy(chain, scarce), first);
	await chain.refused(buy(chain, scarce), second, 'market.SoldOut');
	// A pledge to what it brought, or less, frees it at once; nothing is clawed back.
	const { income } = await salesOf(chain, scarce);
	await chain.quiet();
	const before = await earningsOf(chain, [ada]);
	const outcome = await chain.accepted(tx().pledgeCap(scarce.artifact, income - 1n), ada);
	assert.deepEqual(plain(outcome.event('CapReached')), { artifact: scarce.artifact, income });
	assert.deepEqual(await earningsOf(chain, [ada]), before);
	assert.equal((await viewOf(scarce)).open, true);
	await chain.accepted(buy(chain, scarce, 0n), second);
	assert.equal((await salesOf(chain, scarce)).licenses, 2);
});

chain.test('a cap of nothing makes an artifact free from the beginning', async () => {
	const gift = await offerNew(chain, ada);
	const { artifact } = gift;
	const outcome = await chain.accepted(tx().pledgeCap(artifact, 0n), ada);
	assert.deepEqual(plain(outcome.event('CapReached')), { artifact, income: 0n });
	await chain.accepted(buy(chain, gift, 0n), await chain.account());
	assert.equal((await salesOf(chain, gift)).income, 0n);
});

chain.test('pending purchases go back whole, and their licenses stay', async () => {
	const window = 8;
	const pending = await offerNew(chain, ada, { refundWindow: window, duration: 100 });
	const { artifact, id, terms } = pending;
	const buyers = await chain.accounts(4);
	const [helped, waiting, waiver, regretful] = buyers;
	await chain.calm(2 * window);
	let last;
	for (const buyer of buyers) {
		last = (await chain.accepted(buy(chain, pending), buyer)).blockNumber;
	}
	const books = await Promise.all(buyers.map((buyer) => follow(chain, buyer)));
	const settle = tx().settle(artifact, helped.address);
	await chain.refused(settle, ada, 'market.RefundWindowOpen');
	const outcome = await chain.accepted(tx().pledgeCap(artifact, 0n), ada);
	assert.equal(outcome.events('market', 'CapReached').length, 1);

	const released = ({ address }) => ({
		artifact,
		account: address,
		offer: id,
		price: terms.price,
	});
	// By anybody and by the buyer, within the window.
	const settled = await chain.accepted(settle, ada);
	assert.deepEqual(plain(settled.event('PurchaseReleased')), released(helped));
	const waived = await books[2].does(tx().waiveRefund(artifact));
	assert.deepEqual(plain(waived.event('PurchaseReleased')), released(waiver));
	const refunded = await books[3].does(tx().refund(artifact));
	assert.equal(refunded.events('market', 'PurchaseRefunded').length, 1);
	// Or by itself.
	const due = last - 2 + window + 1;
	const block = await chain.skipTo(due);
	assert.deepEqual(plain(block.event('PurchaseReleased')), released(waiting));
	assert.deepEqual(block.events('market', 'PurchaseSettled'), []);

	for (const [at, buyer] of buyers.entries()) {
		const view = await licenseOf(chain, pending, buyer);
		assert.equal(await books[at].reserved(), view?.license.deposit ?? 0n);
		assert.equal(view === null, buyer === regretful);
		assert.equal(view?.countsForCiting ?? true, true);
	}
	const { income, licenses } = await salesOf(chain, pending);
	assert.deepEqual([income, licenses], [0n, 3]);
	// A renewal is free as well.
	const renewed = await chain.accepted(renew(chain, pending, 0n), helped);
	assert.equal(plain(renewed.event('LicenseRenewed')).price, 0n);
});

chain.test('once it is retired, a free artifact is closed down and leaves nothing', async () => {
	const [owner, buyer] = await chain.accounts(2);
	const published = await publishNew(chain, owner);
	const { artifact, sequence } = published;
	const books = await follow(chain, owner);
	const held = await books.reserved();
	const terms = offerTerms(sequence);
	const created = await books.does(tx().createOffer(terms));
	const id = created.event('OfferCreated').offer;
	await books.does(tx().pledgeCap(artifact, 0n));
	const free = { id, terms, revision: 1 };
	await chain.accepted(buy(chain, free, 0n), buyer);
	const { registry } = chain.api.tx;
	await books.does(registry.retire(artifact));
	await chain.refused(buy(chain, free, 0n), await chain.account(), 'market.VersionNotAvailable');
	await books.does(tx().closeOffer(id));
	await chain.accepted(tx().releaseLicense(artifact, buyer.address), buyer);
	// The pledge is kept as long as the artifact is.
	const { Offer, Sales } = await chain.held(owner, 'Market');
	assert.ok(Offer === 0n && Sales > 0n);
	await books.does(registry.removeVersion(sequence));
	const removed = await books.does(registry.removeArtifact(artifact));
	assert.deepEqual(plain(removed.event('SalesClosed')), {
		artifact,
		depositor: owner.address,
		deposit: Sales,
	});
	const { Tombstone } = await chain.held(owner);
	assert.equal(await books.reserved(), Tombstone);
	assert.ok(held > Tombstone);
});

usesPart(chain, 'market', 'cap');

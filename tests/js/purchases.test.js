// SPDX-License-Identifier: Apache-2.0

// Licenses: bought, given back, settled, renewed, handed on and released.

import assert from 'node:assert/strict';
import { AGO, useChain } from './support/chain.js';
import { usesPart } from './support/coverage.js';
import { follow } from './support/ledger.js';
import { divide } from './support/money.js';
import { plain } from './support/plain.js';
import { newVersion, publishNew } from './support/registry.js';
import { buy, licenseOf, offer, offerNew, offerTerms, renew, salesOf } from './support/sales.js';

const chain = useChain();
const tx = () => chain.api.tx.market;

const NOTHING = { Offer: 0n, License: 0n, Purchase: 0n, Sales: 0n };

/** Whether an account may use an artifact now. */
async function mayUse({ artifact }, { address }) {
	return (await chain.ask('market', 'hasLicense', artifact, address)).isTrue;
}

/** How many licenses can still be bought under an offer. */
async function supplyOf({ id }) {
	return plain(await chain.ask('market', 'offer', id)).offer.terms.supply;
}

// What a purchase under an offer says once it is paid for.
const settlement = ({ artifact, id, terms, sequence }, { address }) => ({
	artifact,
	account: address,
	offer: id,
	version: sequence,
	price: terms.price,
	...divide(chain, terms.price),
});

let seller;
let ben;
let cyd;
// With a window of ten blocks.
let model;
const WINDOW = 10;
const DURATION = 200;

chain.test('buy: the price is held, and nobody has it', async () => {
	[seller, ben, cyd] = await chain.accounts(3);
	model = await offerNew(chain, seller, { refundWindow: WINDOW, duration: DURATION });
	const { artifact, id, sequence, terms } = model;
	assert.equal(await licenseOf(chain, model, ben), null);
	assert.ok(!(await mayUse(model, ben)) && (await mayUse(model, seller)));

	await chain.calm();
	const before = await chain.state();
	const outcome = await chain.accepted(buy(chain, model), ben);
	const { deposit, ...bought } = plain(outcome.event('LicenseBought'));
	const term = { Until: outcome.blockNumber + DURATION };
	const refundableUntil = outcome.blockNumber + WINDOW;
	assert.deepEqual(bought, {
		artifact,
		account: ben.address,
		offer: id,
		version: sequence,
		price: terms.price,
		term,
		refundableUntil,
	});
	assert.ok(deposit > 0n);
	assert.deepEqual(await chain.held(ben, 'Market'), {
		...NOTHING,
		License: deposit,
		Purchase: terms.price,
	});
	const after = await chain.state(outcome.block);
	assert.deepEqual(chain.balancesBut(after, ben), chain.balancesBut(before, ben));
	assert.deepEqual(after.royalties, before.royalties);

	assert.deepEqual(await licenseOf(chain, model, ben), {
		artifact,
		account: ben.address,
		license: {
			grant: { offer: id, version: sequence, term, transferable: false },
			purchase: { price: terms.price, refundableUntil, supplied: false, previous: null },
			since: outcome.blockNumber,
			deposit,
		},
		lasts: true,
		countsForCiting: false,
	});
	assert.ok(await mayUse(model, ben));
	const { licenses, income } = await salesOf(chain, model);
	assert.deepEqual([licenses, income], [1, 0n]);
});

chain.test('refund: all comes back but fees, once', async () => {
	const { artifact, id, terms } = model;
	const deposit = (await chain.held(ben, 'Market')).License;
	const books = await follow(chain, ben);
	await chain.calm();
	const before = await chain.state();
	const outcome = await books.does(tx().refund(artifact));
	assert.deepEqual(plain(outcome.event('PurchaseRefunded')), {
		artifact,
		account: ben.address,
		offer: id,
		price: terms.price,
		deposit,
	});
	assert.equal(await books.reserved(), 0n);
	const after = await chain.state(outcome.block);
	assert.deepEqual(chain.balancesBut(after, ben), chain.balancesBut(before, ben));
	assert.equal(await licenseOf(chain, model, ben), null);
	assert.ok(!(await mayUse(model, ben)));
	assert.equal((await salesOf(chain, model)).licenses, 0);
	await chain.refused(tx().refund(artifact), ben, 'market.LicenseNotFound');
});

chain.test('refund: in the last block of the window, and not in the next', async () => {
	const refund = tx().refund(model.artifact);
	const first = (await chain.accepted(buy(chain, model), ben)).blockNumber;
	const second = (await chain.accepted(buy(chain, model), cyd)).blockNumber;
	await chain.skipTo(first + WINDOW - 1);
	const inTime = await chain.accepted(refund, ben);
	assert.equal(inTime.blockNumber, first + WINDOW);
	assert.equal(inTime.events('market', 'PurchaseRefunded').length, 1);

	const books = await follow(chain, cyd);
	await chain.skipTo(second + WINDOW);
	const late = await chain.submit(refund, cyd);
	assert.equal(late.error, 'market.RefundWindowClosed');
	assert.deepEqual(late.events('market'), []);
	// The block settled it in the end, and the price is all that went.
	const settled = (await chain.idle(late.block)).event('PurchaseSettled');
	assert.deepEqual(plain(settled), settlement(model, cyd));
	books.paid(model.terms.price + late.fee);
	assert.equal(await books.reserved(), (await chain.held(cyd, 'Market')).License);
});

chain.test('settlement comes by itself once the window ended', async () => {
	const { blockNumber } = await chain.accepted(buy(chain, model), ben);
	const until = blockNumber + WINDOW;
	const books = await follow(chain, ben);
	const early = await chain.skipTo(until);
	assert.deepEqual(early.events('market'), []);
	assert.equal((await chain.held(ben, 'Market')).Purchase, model.terms.price);
	const before = (await salesOf(chain, model)).income;

	const block = await chain.skipTo(until + 1);
	const settled = settlement(model, ben);
	assert.deepEqual(plain(block.event('PurchaseSettled')), settled);
	const received = plain(block.event('IncomeReceived'));
	assert.deepEqual(received, {
		version: model.sequence,
		payer: ben.address,
		gross: model.terms.price,
		fee: settled.fee,
		excess: 0n,
		income: settled.income,
		credit: settled.fee,
		split: 0,
	});
	assert.equal((await salesOf(chain, model)).income, before + settled.income);
	const { license, countsForCiting } = await licenseOf(chain, model, ben);
	assert.equal(license.purchase, null);
	assert.ok(countsForCiting);
	books.paid(model.terms.price);
	assert.equal(await books.reserved(), license.deposit);
	await chain.quiet();
	await chain.refused(tx().refund(model.artifact), ben, 'market.NothingToRefund');
});

chain.test('settle: by anybody, in the first block after the window', async () => {
	const [buyer, stranger] = await chain.accounts(2);
	await chain.calm(WINDOW + 3);
	const { blockNumber } = await chain.accepted(buy(chain, model), buyer);
	const until = blockNumber + WINDOW;
	const settle = tx().settle(model.artifact, buyer.address);
	await chain.refused(settle, stranger, 'market.RefundWindowOpen');
	await chain.skipTo(until - 1);
	// Not in the window's last block, not even by the seller.
	const early = await chain.refused(settle, seller, 'market.RefundWindowOpen');
	assert.equal(early.blockNumber, until);
	const outcome = await chain.accepted(settle, stranger);
	assert.equal(outcome.blockNumber, until + 1);
	assert.deepEqual(plain(outcome.event('PurchaseSettled')), settlement(model, buyer));
	assert.deepEqual((await chain.idle(outcome.block)).events('market'), []);
	await chain.quiet();
	await chain.refused(settle, stranger, 'market.NothingToSettle');
});

chain.test('waive_refund: the buyer settles at once', async () => {
	const [buyer] = await chain.accounts(1);
	const bought = await chain.accepted(buy(chain, model), buyer);
	const waive = tx().waiveRefund(model.artifact);
	const outcome = await chain.accepted(waive, buyer);
	assert.deepEqual(plain(outcome.event('PurchaseSettled')), settlement(model, buyer));
	assert.ok((await licenseOf(chain, model, buyer)).countsForCiting);
	await chain.refused(waive, buyer, 'market.NothingToSettle');
	// Nothing happens any more when the window ends.
	const after = await chain.skipTo(bought.blockNumber + WINDOW + 1);
	assert.deepEqual(after.events('market'), []);
});

chain.test('without a window, and in a batch, a purchase is settled where it is made', async () => {
	const [buyer, other] = await chain.accounts(2);
	const sold = await offerNew(chain, seller);
	const outcome = await chain.accepted(buy(chain, sold), buyer);
	assert.equal(plain(outcome.event('LicenseBought')).refundableUntil, null);
	assert.deepEqual(plain(outcome.event('LicenseBought')).term, 'Perpetual');
	assert.deepEqual(plain(outcome.event('PurchaseSettled')), settlement(sold, buyer));
	assert.equal((await chain.held(buyer, 'Market')).Purchase, 0n);

	const batch = [buy(chain, model), tx().waiveRefund(model.artifact)];
	const both = await chain.accepted(chain.api.tx.utility.batchAll(batch), other);
	assert.deepEqual(plain(both.event('PurchaseSettled')), settlement(model, other));
});

chain.test('renew: longer from where it ends, and a refund goes back to what was', async () => {
	const [buyer] = await chain.accounts(1);
	await chain.accepted(buy(chain, model), buyer);
	await chain.refused(renew(chain, model), buyer, 'market.PurchasePending');
	await chain.accepted(tx().waiveRefund(model.artifact), buyer);
	const before = await licenseOf(chain, model, buyer);
	const { grant, deposit } = before.license;

	const outcome = await chain.accepted(renew(chain, model), buyer);
	const term = { Until: grant.term.Until + DURATION };
	const refundableUntil = outcome.blockNumber + WINDOW;
	const { artifact, id, sequence, terms } = model;
	assert.deepEqual(plain(outcome.event('LicenseRenewed')), {
		artifact,
		account: buyer.address,
		offer: id,
		version: sequence,
		price: terms.price,
		term,
		refundableUntil,
	});
	const { license, countsForCiting } = await licenseOf(chain, model, buyer);
	assert.deepEqual(license.grant, { ...grant, term });
	assert.deepEqual(license.purchase.previous, grant);
	// What was paid for before counts meanwhile.
	assert.ok(countsForCiting);
	assert.deepEqual(await chain.held(buyer, 'Market'), {
		...NOTHING,
		License: deposit,
		Purchase: terms.price,
	});

	const refunded = plain(
		(await chain.accepted(tx().refund(artifact), buyer)).event('PurchaseRefunded'),
	);
	assert.deepEqual([refunded.price, refunded.deposit], [terms.price, 0n]);
	assert.deepEqual(await licenseOf(chain, model, buyer), before);
	assert.deepEqual(await chain.held(buyer, 'Market'), { ...NOTHING, License: deposit });

	// Under another offer it can last for ever, and then there is nothing to renew.
	const forever = { ...model, ...(await offer(chain, seller, sequence)) };
	const last = await chain.accepted(renew(chain, forever), buyer);
	assert.equal(plain(last.event('LicenseRenewed')).term, 'Perpetual');
	assert.deepEqual(plain(last.event('PurchaseSettled')), settlement(forever, buyer));
	assert.equal((await licenseOf(chain, model, buyer)).license.grant.offer, forever.id);
	await chain.refused(renew(chain, model), buyer, 'market.NothingToRenew');
	await chain.accepted(tx().closeOffer(forever.id), seller);
});

chain.test('a license ends, is renewed from then on, and is released by anybody', async () => {
	const [buyer, stranger] = await chain.accounts(2);
	const brief = await offerNew(chain, seller, { duration: 4 });
	const { artifact } = brief;
	const bought = await chain.accepted(buy(chain, brief), buyer);
	const end = bought.blockNumber + 4;
	const release = tx().releaseLicense(artifact, buyer.address);
	await chain.refused(release, stranger, 'market.LicenseLasts');
	await chain.skipTo(end);
	assert.ok(await mayUse(brief, buyer), 'in its last block');
	await chain.skipTo(end + 1);
	assert.ok(!(await mayUse(brief, buyer)));
	const { lasts, countsForCiting } = await licenseOf(chain, brief, buyer);
	assert.deepEqual([lasts, countsForCiting], [false, false]);
	// It is still on record.
	await chain.refused(buy(chain, brief), buyer, 'market.AlreadyLicensed');

	const renewed = await chain.accepted(renew(chain, brief), buyer);
	const { term } = plain(renewed.event('LicenseRenewed'));
	assert.deepEqual(term, { Until: renewed.blockNumber + 4 });
	await chain.skipTo(term.Until);
	const books = await follow(chain, buyer);
	const { deposit } = (await licenseOf(chain, brief, buyer)).license;
	const outcome = await chain.accepted(release, stranger);
	assert.deepEqual(plain(outcome.event('LicenseReleased')), {
		artifact,
		account: buyer.address,
		deposit,
	});
	assert.equal(await licenseOf(chain, brief, buyer), null);
	assert.equal(await books.reserved(), 0n);
});

chain.test('release_license: the holder at any time, when nothing is pending', async () => {
	const [buyer] = await chain.accounts(1);
	const books = await follow(chain, buyer);
	await books.does(buy(chain, model));
	const release = tx().releaseLicense(model.artifact, buyer.address);
	const { fee } = await chain.refused(release, buyer, 'market.PurchasePending');
	books.paid(fee);
	await books.does(tx().waiveRefund(model.artifact));
	books.paid(model.terms.price);
	await books.does(release);
	assert.equal(await books.reserved(), 0n);
	assert.equal(await licenseOf(chain, model, buyer), null);
});

chain.test('transfer_license: what is transferable moves with its deposit', async () => {
	const [buyer, friend] = await chain.accounts(2);
	const window = { refundWindow: WINDOW, transferable: true, duration: DURATION };
	const sold = await offerNew(chain, seller, window);
	const { artifact } = sold;
	await chain.accepted(buy(chain, sold), buyer);
	const transfer = tx().transferLicense(artifact, friend.address);
	await chain.refused(transfer, buyer, 'market.PurchasePending');
	await chain.accepted(tx().waiveRefund(artifact), buyer);
	const { account: _, ...before } = await licenseOf(chain, sold, buyer);
	const { deposit } = before.license;
	const [from, to] = [await follow(chain, buyer), await follow(chain, friend)];
	const outcome = await from.does(transfer);
	assert.deepEqual(plain(outcome.event('LicenseTransferred')), {
		artifact,
		from: buyer.address,
		to: friend.address,
		deposit,
	});
	assert.equal(await licenseOf(chain, sold, buyer), null);
	assert.deepEqual(await licenseOf(chain, sold, friend), { ...before, account: friend.address });
	assert.ok((await mayUse(sold, friend)) && !(await mayUse(sold, buyer)));
	from.paid(deposit);
	to.paid(-deposit);
	assert.deepEqual([await from.reserved(), await to.reserved()], [0n, deposit]);
	assert.equal((await salesOf(chain, sold)).licenses, 1);
	// And its new holder gives it up.
	await to.does(tx().releaseLicense(artifact, friend.address));
	assert.equal(await to.reserved(), 0n);
});

chain.test('a free license is a license, with its record and deposit', async () => {
	const [buyer] = await chain.accounts(1);
	// Even of what may not earn money.
	const terms = { uses: { train: true, evaluate: true, commercial: false } };
	const free = await offerNew(chain, seller, { price: 0n, refundWindow: WINDOW }, { terms });
	await chain.calm();
	const before = await chain.state();
	const outcome = await chain.accepted(buy(chain, free, 0n), buyer);
	const { price, refundableUntil, deposit } = plain(outcome.event('LicenseBought'));
	assert.deepEqual([price, refundableUntil], [0n, null]);
	assert.deepEqual(outcome.events('market', 'PurchaseSettled'), []);
	assert.deepEqual(outcome.events('royalties'), []);
	assert.deepEqual(await chain.held(buyer, 'Market'), { ...NOTHING, License: deposit });
	const after = await chain.state(outcome.block);
	assert.deepEqual(chain.balancesBut(after, buyer), chain.balancesBut(before, buyer));
	assert.ok((await licenseOf(chain, free, buyer)).countsForCiting);
	await chain.refused(tx().refund(free.artifact), buyer, 'market.NothingToRefund');
});

chain.test('supply: taken by purchases, given back by refunds', async () => {
	const [buyer, other, third] = await chain.accounts(3);
	const terms = { supply: 2, refundWindow: DURATION - 1, duration: DURATION };
	const scarce = await offerNew(chain, seller, terms);
	const { artifact } = scarce;
	await chain.accepted(buy(chain, scarce), buyer);
	await chain.accepted(buy(chain, scarce), other);
	assert.equal(await supplyOf(scarce), 0);
	await chain.refused(buy(chain, scarce), third, 'market.SoldOut');
	await chain.accepted(tx().refund(artifact), other);
	assert.equal(await supplyOf(scarce), 1);
	await chain.accepted(buy(chain, scarce), third);

	// Who has a license under it renews without taking another; from another offer, one is taken.
	await chain.accepted(tx().waiveRefund(artifact), buyer);
	await chain.accepted(renew(chain, scarce), buyer);
	assert.equal(await supplyOf(scarce), 0);
	await chain.accepted(tx().refund(artifact), buyer);
	assert.equal(await supplyOf(scarce), 0, 'nothing was taken, nothing is given back');
	const { sequence } = scarce;
	const limited = { ...terms, supply: 1 };
	const next = { ...scarce, ...(await offer(chain, seller, sequence, limited)) };
	await chain.accepted(renew(chain, next), buyer);
	assert.equal(await supplyOf(next), 0);
	await chain.accepted(tx().waiveRefund(artifact), third);
	await chain.refused(renew(chain, next), third, 'market.SoldOut');
	await chain.accepted(tx().refund(artifact), buyer);
	assert.equal(await supplyOf(next), 1);
});

chain.test('a license is asked for where a source requires one, and must be paid for', async () => {
	const [buyer] = await chain.accounts(1);
	const terms = { derivation: 'LicenseRequired' };
	const duration = 2 * WINDOW;
	const closed = await offerNew(chain, seller, { refundWindow: WINDOW, duration }, { terms });
	const own = await publishNew(chain, buyer);
	const source = { sequence: closed.sequence, relation: 'FineTune', maxRoyalty: 0 };
	const { registry } = chain.api.tx;
	const publish = () => registry.publish(own.artifact, newVersion({ sources: [source] }), null);
	const error = 'registry.LicenseRequired';
	await chain.refused(publish(), buyer, error);
	const { blockNumber } = await chain.accepted(buy(chain, closed), buyer);
	// It could still be given back.
	await chain.refused(publish(), buyer, error);
	await chain.accepted(tx().waiveRefund(closed.artifact), buyer);
	await chain.accepted(publish(), buyer);
	await chain.skipTo(blockNumber + duration);
	await chain.refused(publish(), buyer, error);
});

chain.test('the licenses of an account come in pages', async () => {
	const [buyer] = await chain.accounts(1);
	const { registry, utility } = chain.api.tx;
	const all = [];
	for (let left = 5; left > 0; left -= 1) {
		all.push(await offerNew(chain, seller, { price: 0n }));
	}
	await chain.accepted(utility.batchAll(all.map((each) => buy(chain, each))), buyer);
	const found = [];
	let page;
	do {
		const after = page?.next ?? null;
		page = plain(await chain.ask('market', 'licenses', buyer.address, after, 2));
		assert.ok(page.items.length <= 2);
		found.push(...page.items);
	} while (page.next !== null);
	const artifacts = (list) => list.map(({ artifact }) => artifact).sort();
	assert.deepEqual(artifacts(found), artifacts(all));
	for (const view of found) {
		assert.deepEqual(view, await licenseOf(chain, view, buyer));
	}
	// What has licenses cannot be removed, retired or not.
	const [{ artifact, id, sequence }] = all;
	await chain.accepted(tx().closeOffer(id), seller);
	await chain.accepted(registry.retire(artifact), seller);
	assert.ok(await mayUse({ artifact }, buyer));
	const remove = registry.removeVersion(sequence);
	await chain.refused(remove, seller, 'registry.HasLicenses');
	await chain.accepted(tx().releaseLicense(artifact, buyer.address), buyer);
	await chain.accepted(remove, seller);
});

chain.test('a price that is raised, or terms that change, fail the purchase', async () => {
	const [buyer] = await chain.accounts(1);
	const sold = await offerNew(chain, seller);
	const { price } = plain(await chain.ask('market', 'quote', sold.id));
	const terms = offerTerms(sold.sequence, { price: price + 1n });
	await chain.accepted(tx().updateOffer(sold.id, terms), seller);
	await chain.refused(buy(chain, sold, price), buyer, 'market.TermsChanged');
	await chain.refused(
		buy(chain, { ...sold, revision: 2 }, price),
		buyer,
		'market.PriceAboveLimit',
	);
	const bought = await chain.accepted(buy(chain, { ...sold, terms, revision: 2 }), buyer);
	assert.equal(bought.event('LicenseBought').price.toBigInt(), price + 1n);
});

chain.test('what is held for something else pays for nothing', async () => {
	const [rich] = await chain.accounts(1, 100n * AGO);
	const sold = await offerNew(chain, seller, { price: 60n * AGO, refundWindow: WINDOW });
	const more = await offerNew(chain, seller, { price: 60n * AGO, refundWindow: WINDOW });
	const { blockNumber } = await chain.accepted(buy(chain, sold), rich);
	await chain.refused(buy(chain, more), rich, 'token.FundsUnavailable');
	await chain.accepted(tx().refund(sold.artifact), rich);
	await chain.accepted(buy(chain, more), rich);
	assert.ok((await chain.height()) < blockNumber + WINDOW);
});

usesPart(chain, 'market', 'purchases');

// SPDX-License-Identifier: Apache-2.0

// Offers: made, changed, quoted and closed by who owns the artifact.

import assert from 'node:assert/strict';
import { AGO, useChain } from './support/chain.js';
import { usesPart } from './support/coverage.js';
import { follow } from './support/ledger.js';
import { cascade, divide, forecast } from './support/money.js';
import { plain } from './support/plain.js';
import { newVersion, percent, publishNew } from './support/registry.js';
import { buy, offer, offerNew, offerTerms, salesOf } from './support/sales.js';

const chain = useChain();
const ask = async (name, ...parameters) => plain(await chain.ask('market', name, ...parameters));

// A refund window that stays open as long as the tests here need it.
const LONG = 500;

// A dataset of Ada's, Ben's model trained on it, and two offers of the model.
let ada;
let ben;
let cyd;
let data;
let model;
let first;
let second;
let deposits;

chain.test('create_offer', async () => {
	[ada, ben, cyd] = await chain.accounts(3);
	data = await publishNew(chain, ada, { kind: 'Dataset', terms: { royalty: percent(5) } });
	const source = { sequence: data.sequence, relation: 'TrainedOn', maxRoyalty: percent(5) };
	model = await publishNew(chain, ben, { sources: [source] });
	assert.equal(await salesOf(chain, model), null);
	const said = await ask('offerDeposit', model.artifact);

	first = await offer(chain, ben, model.sequence);
	assert.equal(first.id, 1);
	const { deposit, ...created } = plain(first.outcome.event('OfferCreated'));
	assert.deepEqual(created, {
		offer: first.id,
		artifact: model.artifact,
		owner: ben.address,
		terms: first.terms,
	});
	// The artifact's sales are recorded from its first offer on.
	const opened = plain(first.outcome.event('SalesOpened'));
	assert.equal(opened.artifact, model.artifact);
	assert.equal(opened.depositor, ben.address);
	const nothing = { Offer: 0n, License: 0n, Purchase: 0n, Sales: 0n };
	assert.ok(deposit > 0n && opened.deposit > 0n);
	assert.deepEqual(await chain.held(ben, 'Market'), {
		...nothing,
		Offer: deposit,
		Sales: opened.deposit,
	});
	deposits = { offer: deposit, sales: opened.deposit };
	// As was said before; and from now on without the record.
	assert.equal(said, deposit + opened.deposit);
	assert.equal(await ask('offerDeposit', model.artifact), deposit);

	const terms = {
		price: 3n * AGO,
		duration: 1_000,
		supply: 2,
		transferable: true,
		refundWindow: LONG,
	};
	second = await offer(chain, ben, model.sequence, terms);
	assert.equal(second.id, 2);
	assert.deepEqual(plain(second.outcome.event('OfferCreated')).terms, {
		version: model.sequence,
		...terms,
	});
	assert.deepEqual(second.outcome.events('market', 'SalesOpened'), []);
	// Whatever the terms are, as much is set aside for them.
	assert.equal((await chain.held(ben, 'Market')).Offer, 2n * deposit);
});

chain.test('offers are found by id and by artifact, oldest first', async () => {
	const view = ({ id, terms }) => ({
		id,
		offer: {
			artifact: model.artifact,
			terms,
			revision: 1,
			depositor: ben.address,
			deposit: deposits.offer,
		},
		open: true,
		price: terms.price,
	});
	assert.deepEqual(await ask('offer', first.id), view(first));
	assert.deepEqual(await ask('offers', model.artifact), [view(first), view(second)]);
	assert.deepEqual(await ask('offers', data.artifact), []);
	assert.equal(await ask('offer', 1_000), null);
	assert.deepEqual(await salesOf(chain, model), {
		licenses: 0,
		income: 0n,
		cap: null,
		free: false,
		offers: [first.id, second.id],
	});
});

chain.test('a quote says what a license costs, and who gets what of it', async () => {
	const lineage = {
		[model.sequence]: {
			artifact: model.artifact,
			sources: [{ sequence: data.sequence, royalty: percent(5) }],
		},
		[data.sequence]: { artifact: data.artifact },
	};
	for (const each of [first, second]) {
		const { price } = each.terms;
		const parts = divide(chain, price);
		const { deposit, ...quote } = await ask('quote', each.id);
		assert.deepEqual(quote, {
			offer: await ask('offer', each.id),
			price,
			...parts,
			distribution: {
				payouts: forecast(cascade(lineage, model.sequence, parts.income)),
				rest: 0n,
			},
		});
		// And it was true.
		const bought = (await chain.accepted(buy(chain, each), await chain.account())).event(
			'LicenseBought',
		);
		assert.equal(bought.deposit.toBigInt(), deposit);
		assert.equal(bought.price.toBigInt(), price);
	}
	assert.equal(await ask('quote', 1_000), null);
});

chain.test('update_offer', async () => {
	const changes = { price: 4n * AGO, supply: 5, duration: null };
	const terms = { ...second.terms, ...changes };
	const { market } = chain.api.tx;
	const outcome = await chain.accepted(market.updateOffer(second.id, terms), ben);
	assert.deepEqual(plain(outcome.event('OfferUpdated')), {
		offer: second.id,
		revision: 2,
		terms,
	});
	const view = await ask('offer', second.id);
	assert.deepEqual(view.offer.terms, terms);
	assert.equal(view.offer.revision, 2);
	assert.equal(view.price, terms.price);
	assert.equal((await chain.held(ben, 'Market')).Offer, 2n * deposits.offer);

	// Who saw the terms before pays neither more nor less.
	const maxPrice = 100n * AGO;
	await chain.refused(buy(chain, second, maxPrice), cyd, 'market.TermsChanged');
	second = { ...second, terms, revision: 2 };
	await chain.refused(buy(chain, second, terms.price - 1n), cyd, 'market.PriceAboveLimit');
	const bought = await chain.accepted(buy(chain, second, maxPrice), cyd);
	assert.equal(bought.event('LicenseBought').price.toBigInt(), terms.price);
});

chain.test('an offer moves on to another version of its artifact', async () => {
	const { market, registry } = chain.api.tx;
	const outcome = await chain.accepted(registry.publish(model.artifact, newVersion(), null), ben);
	const version = outcome.event('VersionPublished').sequence.toNumber();
	const terms = { ...first.terms, version };
	await chain.accepted(market.updateOffer(first.id, terms), ben);
	first = { ...first, terms, revision: 2 };
	const { payouts } = (await ask('quote', first.id)).distribution;
	assert.deepEqual(
		payouts.map((payout) => payout.version),
		[version],
	);
	const bought = await chain.accepted(buy(chain, first), await chain.account());
	assert.equal(bought.event('LicenseBought').version.toNumber(), version);
	assert.equal(bought.event('PurchaseSettled').version.toNumber(), version);
});

chain.test('what cannot be bought is not open', async () => {
	const { registry } = chain.api.tx;
	const buyer = await chain.account();
	const sold = await offerNew(chain, ada, { supply: 1 });
	const isOpen = async () => (await ask('offer', sold.id)).open;
	assert.equal(await isOpen(), true);
	await chain.accepted(registry.yank(sold.sequence, 'wrong labels'), ada);
	assert.equal(await isOpen(), false);
	await chain.refused(buy(chain, sold), buyer, 'market.VersionNotAvailable');
	await chain.accepted(registry.unyank(sold.sequence), ada);
	assert.equal(await isOpen(), true);
	await chain.accepted(buy(chain, sold), buyer);
	assert.equal(await isOpen(), false);
	const terms = { ...sold.terms, supply: 1 };
	await chain.accepted(chain.api.tx.market.updateOffer(sold.id, terms), ada);
	assert.equal(await isOpen(), true);
	await chain.accepted(registry.retire(sold.artifact), ada);
	assert.equal(await isOpen(), false);
	assert.equal((await ask('quote', sold.id)).offer.open, false);
});

chain.test('close_offer', async () => {
	const { market } = chain.api.tx;
	const outcome = await chain.accepted(market.closeOffer(second.id), ben);
	assert.deepEqual(plain(outcome.event('OfferClosed')), {
		offer: second.id,
		artifact: model.artifact,
		depositor: ben.address,
		deposit: deposits.offer,
	});
	assert.deepEqual(outcome.events('market', 'SalesClosed'), []);
	assert.equal(await ask('offer', second.id), null);
	assert.deepEqual((await salesOf(chain, model)).offers, [first.id]);
	assert.equal((await chain.held(ben, 'Market')).Offer, deposits.offer);
	await chain.refused(buy(chain, second), await chain.account(), 'market.OfferNotFound');
	// Who bought keeps the license, and can still have the price back.
	assert.ok((await chain.ask('market', 'hasLicense', model.artifact, cyd.address)).isTrue);
	const refunded = await chain.accepted(market.refund(model.artifact), cyd);
	assert.equal(refunded.event('PurchaseRefunded').offer.toNumber(), second.id);
	// The number is not given again.
	const next = await offer(chain, ben, model.sequence);
	assert.ok(next.id > second.id);
	await chain.accepted(market.closeOffer(next.id), ben);
});

chain.test('what was offered is not removed, and what was never sold leaves nothing', async () => {
	const { market, registry } = chain.api.tx;
	const account = await chain.account();
	const published = await publishNew(chain, account);
	const dan = await follow(chain, account);
	const before = await dan.reserved();
	const created = await dan.does(market.createOffer(offerTerms(published.sequence)));
	const remove = registry.removeVersion(published.sequence);
	const { fee } = await chain.refused(remove, account, 'registry.HasLicenses');
	dan.paid(fee);
	const closed = await dan.does(market.closeOffer(created.event('OfferCreated').offer));
	assert.deepEqual(plain(closed.event('SalesClosed')), {
		artifact: published.artifact,
		depositor: account.address,
		deposit: created.event('SalesOpened').deposit.toBigInt(),
	});
	assert.equal(await dan.reserved(), before);
	assert.equal(await salesOf(chain, published), null);
	await dan.does(remove);
	await dan.does(registry.removeArtifact(published.artifact));
	assert.equal(await dan.reserved(), (await chain.held(account)).Tombstone);
});

chain.test(
	'the seller is who owns the artifact now, and who paid gets the deposit back',
	async () => {
		const { market, registry } = chain.api.tx;
		const [seller, heir, buyer] = await chain.accounts(3);
		const sold = await offerNew(chain, seller);
		await chain.accepted(registry.transferOwnership(sold.artifact, heir.address), seller);
		await chain.accepted(registry.acceptOwnership(sold.artifact), heir);
		await chain.refused(market.closeOffer(sold.id), seller, 'market.NotOwner');
		await chain.refused(buy(chain, sold), heir, 'market.OwnArtifact');
		const bought = await chain.accepted(buy(chain, sold), buyer);
		assert.equal(bought.events('royalties', 'IncomeReceived').length, 1);
		await chain.quiet();
		const { income } = divide(chain, sold.terms.price);
		const earnings = (account) => chain.ask('royalties', 'earnings', account.address);
		assert.equal((await earnings(heir)).toBigInt(), income);
		assert.equal((await earnings(seller)).toBigInt(), 0n);

		const closed = await chain.accepted(market.closeOffer(sold.id), heir);
		assert.equal(closed.event('OfferClosed').depositor.toString(), seller.address);
		assert.equal((await chain.held(seller, 'Market')).Offer, 0n);
		assert.equal((await chain.held(heir, 'Market')).Offer, 0n);
	},
);

usesPart(chain, 'market', 'offers');

// SPDX-License-Identifier: Apache-2.0

// What docs/dapp-developers.md tells indexers: a program that reads nothing but events, from the first
// block on, knows what the runtime APIs answer.

import assert from 'node:assert/strict';
import { AGO, useChain } from './support/chain.js';
import { plain } from './support/plain.js';
import { prove, publishRecords, RecordList, records } from './support/records.js';
import { percent, publishNew } from './support/registry.js';
import { claim, endEpoch } from './support/rewards.js';
import { buy, earningsOf, offer, offerNew, vaultOf } from './support/sales.js';

// It keeps the state of every block.
const chain = useChain(['--state-pruning=archive', '--blocks-pruning=archive']);

const key = (...parts) => parts.join(' ');
const add = (map, name, amount) => map.set(name, (map.get(name) ?? 0n) + amount);

/** What an indexer keeps. */
class Index {
	artifacts = new Map();
	versions = new Map();
	offers = new Map();
	licenses = new Map();
	/** Of which licenses the purchase took one of a limited supply. */
	supplied = new Set();
	caps = new Map();
	sold = new Map();
	/** By version and split. */
	vaults = new Map();
	credits = new Map();
	earnings = new Map();
	/** Of contributors, by the version that brought the record and the account. */
	records = new Map();
	due = new Map();
	booked = new Map();
	epochs = new Map();
}

/** What each event does to that. */
const ENTRIES = {
	ArtifactRegistered: (index, { artifact, publisher, name, kind, tags }) => {
		const owner = publisher;
		index.artifacts.set(artifact, { kind, publisher, owner, name, tags, status: 'Active' });
	},
	TagsUpdated: (index, { artifact, tags }) => {
		index.artifacts.get(artifact).tags = tags;
	},
	OwnershipTransferred: (index, { artifact, newOwner }) => {
		index.artifacts.get(artifact).owner = newOwner;
	},
	ArtifactRetired: (index, { artifact }) => {
		index.artifacts.get(artifact).status = 'Retired';
	},
	VersionPublished: (index, { sequence, version }) => {
		index.versions.set(sequence, version);
	},
	LocationsUpdated: (index, { sequence, locations, deposit }) => {
		Object.assign(index.versions.get(sequence), { locations, deposit });
	},
	CardUpdated: (index, { sequence, card, deposit }) => {
		Object.assign(index.versions.get(sequence), { card, deposit });
	},
	VersionRemoved: (index, { sequence }) => {
		index.versions.delete(sequence);
	},
	OfferCreated: (index, { offer, artifact, terms }) => {
		index.offers.set(offer, { artifact, revision: 1, terms });
	},
	OfferUpdated: (index, { offer, revision, terms }) => {
		Object.assign(index.offers.get(offer), { revision, terms });
	},
	OfferClosed: (index, { offer }) => {
		index.offers.delete(offer);
	},
	LicenseBought: (index, { artifact, account, offer, term }) => {
		index.licenses.set(key(artifact, account), { offer, term });
		if (take(index, artifact, offer)) {
			index.supplied.add(key(artifact, account));
		}
	},
	PurchaseRefunded: (index, { artifact, account, offer, deposit }) => {
		assert.ok(deposit > 0n, 'no license was renewed here');
		index.licenses.delete(key(artifact, account));
		if (index.supplied.delete(key(artifact, account))) {
			index.offers.get(offer).terms.supply += 1;
		}
	},
	LicenseTransferred: (index, { artifact, from, to }) => {
		index.licenses.set(key(artifact, to), index.licenses.get(key(artifact, from)));
		index.licenses.delete(key(artifact, from));
	},
	LicenseReleased: (index, { artifact, account }) => {
		index.licenses.delete(key(artifact, account));
		index.supplied.delete(key(artifact, account));
	},
	PurchaseSettled: (index, { artifact, income }) => {
		add(index.sold, artifact, income);
	},
	CapPledged: (index, { artifact, cap }) => {
		index.caps.set(artifact, { cap, free: false });
	},
	CapReached: (index, { artifact }) => {
		index.caps.get(artifact).free = true;
	},
	RecordProven: (index, { origin, contributor }) => {
		add(index.records, key(origin, contributor), 1n);
	},
	IncomeReceived: (index, { version, split, income, credit }) => {
		add(index.vaults, key(version, split), income);
		add(index.credits, version, credit);
	},
	RoyaltyPaid: (index, { version, from, split, amount, credit }) => {
		add(index.vaults, key(version, split), amount);
		add(index.credits, version, credit);
		add(index.credits, from, -credit);
	},
	Distributed: (index, { version, split, income, credit }) => {
		add(index.vaults, key(version, split), -income);
		add(index.credits, version, -credit);
	},
	Earned: (index, { account, amount }) => {
		add(index.earnings, account, amount);
	},
	ContributorsPaid: (index, { version, perRecord }) => {
		for (const [owner, count] of index.records) {
			// One version brought all records here; with a series they are those of its versions.
			if (owner.startsWith(`${version} `)) {
				add(index.due, owner, perRecord * count);
			}
		}
	},
	ShareCollected: (index, { origin, contributor, amount }) => {
		add(index.due, key(origin, contributor), -amount);
		add(index.earnings, contributor, amount);
	},
	Withdrawn: (index, { account, amount }) => {
		add(index.earnings, account, -amount);
	},
	CreditBooked: (index, { epoch, version, credit }) => {
		add(index.booked, key(epoch, version), credit);
	},
	EpochEnded: (index, { epoch, credit, rewards }) => {
		index.epochs.set(epoch, { credit, rewards, claimed: 0n });
	},
	RewardClaimed: (index, { epoch, amount }) => {
		index.epochs.get(epoch).claimed += amount;
	},
};

/** A limited supply shrinks with each purchase, but not once the cap is reached. Returns whether it did. */
function take(index, artifact, offer) {
	const { terms } = index.offers.get(offer);
	if (terms.supply === null || index.caps.get(artifact)?.free) {
		return false;
	}
	terms.supply -= 1;
	return true;
}

/** What an indexer knows that begins now, at the first block; and the events that told it. */
async function indexed() {
	const { api } = chain;
	const index = new Index();
	const seen = new Set();
	const last = await chain.height();
	for (let height = 1; height <= last; height += 1) {
		const at = await api.at(await api.rpc.chain.getBlockHash(height));
		for (const { event } of await at.query.system.events()) {
			const { data, method } = event;
			if (ENTRIES[method] && data.names) {
				seen.add(method);
				const fields = data.names.map((name, place) => [name, data[place]]);
				ENTRIES[method](index, plain(Object.fromEntries(fields)));
			}
		}
	}
	return { index, seen };
}

const ask = async (section, name, ...args) => plain(await chain.ask(section, name, ...args));

let people;
let data;
let base;
let sales;
let epoch;

chain.test('a market goes its way', async () => {
	const [ada, ben, eve, cyd, dan] = (people = await chain.accounts(5));
	const { market, registry, royalties } = chain.api.tx;
	const does = (who, call) => chain.accepted(call, who);

	const list = new RecordList([...records(2, eve), ...records(3)]);
	data = await publishRecords(chain, ada, list, { terms: { royalty: percent(30) } });
	await does(eve, prove(chain, data.sequence, list, 0));
	await does(eve, prove(chain, data.sequence, list, 1));
	await does(ada, royalties.setSplit(data.artifact, { contributors: percent(50), members: [] }));
	const source = { sequence: data.sequence, relation: 'TrainedOn', maxRoyalty: percent(30) };
	base = await publishNew(chain, ben, { sources: [source] });
	await does(ben, registry.updateTags(base.artifact, ['text', 'small']));
	await does(ben, registry.updateLocations(base.sequence, ['https://example.org/elsewhere']));
	await does(ben, market.pledgeCap(base.artifact, 25n * AGO));

	// Two licenses: one is refunded, and one is settled when its window ends and handed on.
	const terms = { supply: 5, refundWindow: 3, transferable: true };
	const [first, second] = [
		await offer(chain, ben, base.sequence, terms),
		await offer(chain, ben, base.sequence, { price: 20n * AGO }),
	];
	await does(cyd, buy(chain, first));
	await does(cyd, market.refund(base.artifact));
	await does(cyd, buy(chain, first));
	await chain.skipBlocks(5);
	await does(cyd, market.transferLicense(base.artifact, ada.address));
	// One that brings more than the cap allows, and one that stays in its vault.
	await does(eve, buy(chain, second));
	const least = chain.api.consts.market.minPrice.toBigInt();
	sales = await offerNew(chain, dan, { price: least });
	await does(cyd, buy(chain, sales));
	await does(dan, market.updateOffer(sales.id, { ...sales.terms, price: AGO, supply: 9 }));
	await does(dan, market.closeOffer((await offer(chain, dan, sales.sequence)).id));

	({ epoch } = await endEpoch(chain));
	await claim(chain, ben, epoch, data.sequence);
	await does(eve, royalties.collectShare(data.sequence, eve.address));
	await does(ben, royalties.withdraw(ben.address));
	await does(ben, registry.transferOwnership(base.artifact, ada.address));
	await does(ada, registry.acceptOwnership(base.artifact));
	await does(dan, registry.retire(sales.artifact));
});

chain.test('its events tell what is registered, offered and licensed', async () => {
	const { index, seen } = await indexed();
	const unused = ['CardUpdated', 'LicenseReleased', 'VersionRemoved'];
	assert.deepEqual([...seen, ...unused].sort(), Object.keys(ENTRIES).sort());

	for (const { artifact } of [data, base, sales]) {
		const { artifact: stored } = await ask('registry', 'artifact', artifact);
		const { kind, publisher, owner, name, tags, status } = stored;
		const told = { kind, publisher, owner, name, tags, status };
		assert.deepEqual(index.artifacts.get(artifact), told);

		const views = await ask('market', 'offers', artifact);
		assert.deepEqual(
			[...index.offers].filter(([, found]) => found.artifact === artifact),
			views.map(({ id, offer }) => [
				id,
				{ artifact, revision: offer.revision, terms: offer.terms },
			]),
		);
		const sold = await ask('market', 'sales', artifact);
		assert.equal(index.sold.get(artifact), sold?.income);
		const pledged = sold?.cap == null ? undefined : { cap: sold.cap, free: sold.free };
		assert.deepEqual(index.caps.get(artifact), pledged);
		for (const { address } of people) {
			const view = await ask('market', 'license', artifact, address);
			const found = view && { offer: view.license.grant.offer, term: view.license.grant.term };
			assert.deepEqual(index.licenses.get(key(artifact, address)) ?? null, found);
		}
	}
	for (const { sequence } of [data, base, sales]) {
		const { version } = await ask('registry', 'version', sequence);
		assert.deepEqual(index.versions.get(sequence), version);
	}
});

chain.test('its events tell where all money is', async () => {
	const { index } = await indexed();
	let waiting = 0n;
	for (const { sequence } of [data, base, sales]) {
		const vault = await vaultOf(chain, sequence);
		waiting += vault.amount;
		assert.equal(index.credits.get(sequence), vault.credit);
		const parts = [...index.vaults]
			.filter(([name, amount]) => name.startsWith(`${sequence} `) && amount > 0n)
			.map(([name, amount]) => [Number(name.split(' ')[1]), amount]);
		assert.deepEqual(
			parts,
			vault.parts.map(({ split, amount }) => [split, amount]),
		);
	}
	assert.ok(waiting > 0n, 'something waits in a vault');

	const earnings = await earningsOf(chain, people);
	assert.deepEqual(
		people.map(({ address }) => index.earnings.get(address) ?? 0n),
		earnings,
	);
	const [, , eve] = people;
	assert.ok(earnings.filter((amount) => amount > 0n).length >= 2);
	const { due } = await ask('royalties', 'share', data.sequence, eve.address);
	assert.equal(index.due.get(key(data.sequence, eve.address)), due);

	const ended = await ask('rewards', 'endedEpoch', epoch);
	const { credit, rewards, claimed } = ended;
	assert.deepEqual(index.epochs.get(epoch), { credit, rewards, claimed });
	assert.ok(claimed > 0n && claimed < rewards);
	const left = await ask('rewards', 'rewards', epoch, base.sequence);
	const booked = index.booked.get(key(epoch, base.sequence));
	assert.deepEqual(
		left.map(({ amount }) => amount),
		[(rewards * booked) / credit],
	);
});

// SPDX-License-Identifier: Apache-2.0

// The catalog: what is found, in which order, and what it says of it.

import assert from 'node:assert/strict';
import { AGO, useChain } from './support/chain.js';
import { usesAll } from './support/coverage.js';
import { plain } from './support/plain.js';
import { artifactId, newVersion, percent, publishNew } from './support/registry.js';
import { buy, offer } from './support/sales.js';

const chain = useChain();
const ask = async (name, ...parameters) => plain(await chain.ask('catalog', name, ...parameters));
const tx = () => chain.api.tx;

const ORDERS = ['Newest', 'MostLicensed', 'Any'];

// A dataset of Ada's, Ben's model trained on it, an adapter of that, and a name without a version.
let ada;
let ben;
let data;
let model;
let adapter;
let empty;

/** The listings that match, by the sequence of their newest version. */
async function search(changes = {}, after = null, limit = 100) {
	const query = { order: 'Newest', text: '', retired: false, ...changes };
	return ask('search', query, after, limit);
}

/** The names that are found, page by page, whatever the pages' size. */
async function names(changes) {
	const found = [];
	let after = null;
	do {
		const page = await search(changes, after, 2);
		assert.ok(page.items.length <= 2 && page.examined >= page.items.length);
		found.push(...page.items);
		after = page.next;
	} while (after !== null);
	const { items, next } = await search(changes);
	assert.deepEqual(found, items);
	assert.equal(next, null);
	return found.map(({ artifact }) => Buffer.from(artifact.name.slice(2), 'hex').toString());
}

/** That these are found in every order. */
async function finds(changes, ...expected) {
	for (const order of ORDERS) {
		const found = await names({ ...changes, order });
		assert.deepEqual(found.toSorted(), expected.toSorted(), order);
	}
}

chain.test('everything is found, the newest first', async () => {
	[ada, ben] = await chain.accounts(2);
	const { registry, utility } = tx();
	const terms = { royalty: percent(3) };
	data = await publishNew(chain, ada, {
		kind: 'Dataset',
		name: 'iris-data',
		license: 'CC0-1.0',
		terms,
	});
	const from = ({ sequence }, relation) => [{ sequence, relation, maxRoyalty: percent(3) }];
	model = await publishNew(chain, ben, { name: 'tiny-bert', sources: from(data, 'TrainedOn') });
	adapter = await publishNew(chain, ben, {
		name: 'tiny-bert-adapter',
		license: 'MIT OR Apache-2.0',
		sources: from(model, 'Adapter'),
	});
	await chain.accepted(
		utility.batchAll([
			registry.updateTags(adapter.artifact, ['nlp', 'small']),
			registry.register('Model', 'empty', []),
		]),
		ben,
	);
	empty = artifactId(ben, 'empty');
	assert.deepEqual(await names(), ['tiny-bert-adapter', 'tiny-bert', 'iris-data']);
	const any = await names({ order: 'Any' });
	assert.deepEqual(any.toSorted(), ['empty', 'iris-data', 'tiny-bert', 'tiny-bert-adapter']);

	// A new version makes it the newest.
	await chain.accepted(registry.publish(data.artifact, newVersion(), null), ada);
	assert.equal((await names())[0], 'iris-data');
});

chain.test('a listing has the artifact, its newest version and what it costs', async () => {
	const price = 3n * AGO;
	const [buyer] = await chain.accounts(1);
	const dear = await offer(chain, ben, model.sequence, { price: 2n * price });
	await chain.accepted(buy(chain, dear), buyer);
	await offer(chain, ben, model.sequence, { price });
	for (const order of ORDERS) {
		const { items } = await search({ order, text: 'bert' });
		const listing = items.find(({ id }) => id === model.artifact);
		const { artifacts, versions } = chain.api.query.registry;
		assert.deepEqual(listing, {
			id: model.artifact,
			artifact: plain((await artifacts(model.artifact)).unwrap()),
			latest: {
				sequence: model.sequence,
				version: plain((await versions(model.sequence)).unwrap()),
			},
			licenses: 1,
			price,
		});
	}
	const { items } = await search({ order: 'Any', text: 'empty' });
	const [{ id, latest, licenses, price: none }] = items;
	assert.deepEqual([id, latest, licenses, none], [empty, null, 0, null]);
});

chain.test('those with the most licenses come first', async () => {
	assert.deepEqual(await names({ order: 'MostLicensed' }), [
		'tiny-bert',
		'iris-data',
		'tiny-bert-adapter',
	]);
	const free = await offer(chain, ben, adapter.sequence, { price: 0 });
	for (const buyer of await chain.accounts(2)) {
		await chain.accepted(buy(chain, free), buyer);
	}
	assert.deepEqual(await names({ order: 'MostLicensed' }), [
		'tiny-bert-adapter',
		'tiny-bert',
		'iris-data',
	]);
});

chain.test('only what matches is found', async () => {
	await finds({ text: 'BERT', kind: 'Model' }, 'tiny-bert', 'tiny-bert-adapter');
	await finds({ text: 'bert nlp' }, 'tiny-bert-adapter');
	await finds({ text: 'bert  iris' });
	await finds({ text: 'x'.repeat(129) });
	await finds({ kind: 'Dataset' }, 'iris-data');
	await finds({ tag: 'small' }, 'tiny-bert-adapter');
	await finds({ tag: 'smal' });
	await finds({ publisher: ada.address }, 'iris-data');
	await finds({ owner: ben.address, text: 'bert' }, 'tiny-bert', 'tiny-bert-adapter');
	// The newest version of the dataset is under another license than its first.
	await finds({ license: 'mit' }, 'tiny-bert-adapter');
	await finds({ license: 'CC0-1.0' });
	await finds({ maxPrice: 3n * AGO }, 'tiny-bert', 'tiny-bert-adapter');
	await finds({ maxPrice: 3n * AGO - 1n }, 'tiny-bert-adapter');
});

chain.test('versions have labels', async () => {
	const label = ({ sequence, artifact, name }, publisher, kind, changes) => ({
		sequence,
		artifact,
		publisher: publisher.address,
		name: `0x${Buffer.from(name).toString('hex')}`,
		number: 1,
		kind,
		status: 'Live',
		retired: false,
		royaltyAsked: 0,
		...changes,
	});
	const sequences = [model, data, { sequence: 1_000 }].map(({ sequence }) => sequence);
	assert.deepEqual(await ask('labels', sequences), [
		label(model, ben, 'Model'),
		label(data, ada, 'Dataset', { royaltyAsked: percent(3) }),
	]);
});

chain.test('what is retired is found where it is asked for', async () => {
	await chain.accepted(tx().registry.retire(model.artifact), ben);
	await finds({ text: 'tiny' }, 'tiny-bert-adapter');
	await finds({ text: 'tiny', retired: true }, 'tiny-bert', 'tiny-bert-adapter');
	const [label] = await ask('labels', [model.sequence]);
	assert.equal(label.retired, true);
});

chain.test('a cursor that nobody was given does no harm', async () => {
	const all = await search({ retired: true });
	const forged = [{ Newest: 2n ** 64n - 1n }, { Any: `0x${'ff'.repeat(32)}` }];
	const most = { licenses: 2 ** 32 - 1, artifact: `0x${'00'.repeat(32)}` };
	for (const cursor of [...forged, { MostLicensed: most }]) {
		assert.deepEqual(await search({ retired: true }, cursor), all);
	}
	const { items, next } = await search({ retired: true }, { Newest: 0 });
	assert.deepEqual([items, next], [[], null]);
});

usesAll(chain, { functions: ['catalog'] });

// SPDX-License-Identifier: Apache-2.0

// The runtime API: what clients read, found through the metadata.

import assert from 'node:assert/strict';
import { useChain } from './support/chain.js';
import { usesAll } from './support/coverage.js';
import { plain } from './support/plain.js';
import { artifactId, newVersion, percent, publishNew, random32 } from './support/registry.js';

const chain = useChain();
const ask = (name, ...parameters) => chain.ask('registry', name, ...parameters);

let publisher;
// Three generations: a dataset, a model trained on it, an adapter and a conversion of that.
let data;
let base;
let adapter;
let converted;

chain.test('artifacts are found by id, by name and in pages', async () => {
	publisher = await chain.account();
	const terms = { royalty: percent(3) };
	const from = ({ sequence }, relation) => [{ sequence, relation, maxRoyalty: percent(3) }];
	data = await publishNew(chain, publisher, { kind: 'Dataset', terms });
	base = await publishNew(chain, publisher, { sources: from(data, 'TrainedOn'), terms });
	adapter = await publishNew(chain, publisher, { sources: from(base, 'Adapter') });
	converted = await publishNew(chain, publisher, { sources: from(base, 'Conversion') });

	const byId = (await ask('artifact', base.artifact)).unwrap();
	assert.equal(byId.id.toHex(), base.artifact);
	assert.equal(byId.artifact.name.toUtf8(), base.name);
	const byName = (await ask('artifactByName', publisher.address, base.name)).unwrap();
	assert.deepEqual(byName.toJSON(), byId.toJSON());
	assert.ok((await ask('artifactByName', publisher.address, 'no-such-name')).isNone);
	assert.ok((await ask('artifact', random32())).isNone);

	const found = [];
	let page;
	do {
		page = await ask('artifacts', page?.next.unwrap() ?? null, 3);
		found.push(...page.items.map(({ id }) => id.toHex()));
	} while (page.next.isSome);
	const all = [data, base, adapter, converted].map(({ artifact }) => artifact);
	assert.deepEqual(found.toSorted(), all.toSorted());
});

chain.test('versions are found by sequence, number and digest, and in pages', async () => {
	const view = (await ask('version', base.sequence)).unwrap();
	assert.equal(view.publisher.toString(), publisher.address);
	assert.equal(view.name.toUtf8(), base.name);
	const stored = (await chain.api.query.registry.versions(base.sequence)).unwrap();
	assert.deepEqual(view.version.toJSON(), stored.toJSON());
	assert.ok((await ask('version', 1_000)).isNone);

	const byNumber = (await ask('versionByNumber', base.artifact, 1)).unwrap();
	assert.deepEqual(byNumber.toJSON(), view.toJSON());
	assert.ok((await ask('versionByNumber', base.artifact, 2)).isNone);
	const byDigest = await ask('versionByDigest', base.submitted.manifest);
	assert.deepEqual(byDigest.asPublished.toJSON(), view.toJSON());
	assert.ok((await ask('versionByDigest', random32())).isUnknown);

	const versions = await ask('versions', base.artifact, 1, 10);
	assert.deepEqual(versions.items.toJSON(), [view.toJSON()]);
	assert.ok(versions.next.isNone);

	const newest = [converted, adapter, base, data].map(({ sequence }) => sequence);
	const sequences = ({ items }) => items.map(({ sequence }) => sequence.toNumber());
	const first = await ask('latest', null, 3);
	assert.deepEqual(sequences(first), newest.slice(0, 3));
	const second = await ask('latest', first.next, 3);
	assert.deepEqual(sequences(second), newest.slice(3));
	assert.ok(second.next.isNone);
});

chain.test('lineage is followed up and down, to a depth', async () => {
	const edge = (derived, source, relation, royalty, depth) => ({
		derived: derived.sequence,
		source: source.sequence,
		relation,
		royalty,
		depth,
	});
	const up = (await ask('ancestors', adapter.sequence, 16, 100)).unwrap().toJSON();
	assert.deepEqual(up, {
		edges: [
			edge(adapter, base, 'Adapter', percent(3), 1),
			edge(base, data, 'TrainedOn', percent(3), 2),
		],
		beyondDepth: false,
		beyondLimit: false,
	});
	const one = (await ask('ancestors', adapter.sequence, 1, 100)).unwrap();
	assert.equal(one.edges.length, 1);
	assert.ok(one.beyondDepth.isTrue);

	const down = (await ask('descendants', data.sequence, 16, 100)).unwrap();
	const reached = down.edges.map(({ derived, depth }) => [derived.toNumber(), depth.toNumber()]);
	assert.deepEqual(
		reached.toSorted(([a], [b]) => a - b),
		[
			[base.sequence, 1],
			[adapter.sequence, 2],
			[converted.sequence, 2],
		],
	);
	const few = (await ask('descendants', data.sequence, 16, 2)).unwrap();
	assert.equal(few.edges.length, 2);
	assert.ok(few.beyondLimit.isTrue);
	assert.ok((await ask('descendants', 1_000, 16, 100)).isNone);
});

chain.test('what was removed is told from what never was', async () => {
	const { sequence, submitted, artifact } = adapter;
	await chain.accepted(chain.api.tx.registry.removeVersion(sequence), publisher);
	const view = await ask('versionByDigest', submitted.manifest);
	assert.equal(view.asRemoved.sequence.toNumber(), sequence);
	assert.ok((await ask('version', sequence)).isNone);
	assert.equal((await ask('versions', artifact, 1, 10)).items.length, 0);
	assert.ok((await ask('ancestors', sequence, 1, 1)).isNone);
});

chain.test('what a publication holds is said before', async () => {
	const { registry, utility } = chain.api.tx;
	const account = await chain.account();
	const submitted = newVersion({
		license: 'MIT OR Apache-2.0',
		sources: [{ sequence: data.sequence, relation: 'TrainedOn', maxRoyalty: percent(3) }],
	});
	const asked = [account.address, 'said-before', ['nlp', 'small'], submitted];
	const said = plain(await ask('publicationDeposits', ...asked));
	const artifact = artifactId(account, 'said-before');
	await chain.accepted(
		utility.batchAll([
			registry.register('Model', 'said-before', ['nlp', 'small']),
			registry.publish(artifact, submitted, null),
		]),
		account,
	);
	const { Artifact, Version } = await chain.held(account);
	assert.deepEqual(said, { artifact: Artifact, version: Version });
	// The name is there now.
	const again = plain(await ask('publicationDeposits', ...asked));
	assert.deepEqual(again, { artifact: 0n, version: Version });
});

usesAll(chain, { functions: ['registry'] });

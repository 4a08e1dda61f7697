// SPDX-License-Identifier: Apache-2.0

// The story: a contributor proves a record, withdraws, and the model trained on it shows it.

import assert from 'node:assert/strict';
import { useChain } from './support/chain.js';
import { commit, prove, RecordList, record, records } from './support/records.js';
import { newVersion, publishNew } from './support/registry.js';

const chain = useChain();

const cite = ({ sequence }, relation) => ({ sequence, relation, maxRoyalty: 0 });
const ask = (name, ...parameters) => chain.api.call.provenanceApi[name](...parameters);
const taint = async ({ sequence }) => (await ask('taint', sequence, [], 16, 250, null)).unwrap();

// Ada publishes, Ben contributes, Cyd trains, Dan quantizes, Eve looks on.
let ada;
let ben;
let cyd;
let dan;
let eve;
let list;
let data;
let model;
let small;
let measured;

// Ben's record among those of others.
const BENS = 3;

chain.test('a publisher commits a dataset to its records', async () => {
	[ada, ben, cyd, dan, eve] = await chain.accounts(5);
	list = new RecordList([...records(BENS), record('bread: 2.40', ben), ...records(7)]);
	data = await publishNew(chain, ada, { kind: 'Dataset' });
	assert.ok((await ask('commitment', data.sequence)).isNone);

	const before = await chain.state();
	const outcome = await chain.accepted(commit(chain, data.sequence, list), ada);
	const event = outcome.event('RecordsCommitted');
	assert.equal(event.version.toNumber(), data.sequence);
	assert.equal(event.root.toHex(), list.root);
	assert.equal(event.count.toNumber(), 11);
	assert.equal(event.depositor.toString(), ada.address);
	assert.equal((await chain.held(ada, 'Provenance')).Commitment, event.deposit.toBigInt());
	const view = (await ask('commitment', data.sequence)).unwrap();
	assert.deepEqual(view.toJSON(), {
		version: data.sequence,
		root: list.root,
		count: 11,
		series: data.sequence,
		previous: null,
		next: null,
		proven: 0,
		withdrawn: 0,
		depositor: ada.address,
		deposit: event.deposit.toJSON(),
	});
	await printStored('a commitment', before);
});

chain.test('nobody can prove the record in the place of its contributor', async () => {
	const call = prove(chain, data.sequence, list, BENS);
	// Eve sees the transaction on its way, and is faster with the same proof.
	const { method } = await call.signAsync(ben, { nonce: -1 });
	const copy = chain.api.tx(chain.api.createType('Call', method.toHex()));
	const { args } = copy.method.toHuman();
	assert.deepEqual(Object.keys(args), ['version', 'index', 'leaf', 'proof']);
	assert.equal(args.leaf.contributor, ben.address);
	await chain.refused(copy, eve, 'provenance.NotContributor');
	// In her own name the leaf is another.
	const [index, leaf, proof] = list.shown(BENS);
	const hers = { ...leaf, contributor: eve.publicKey };
	const { provenance } = chain.api.tx;
	await chain.refused(
		provenance.proveRecord(data.sequence, index, hers, proof),
		eve,
		'provenance.InvalidProof',
	);
});

chain.test('the contributor proves it', async () => {
	const shown = list.shown(BENS);
	const verified = async () => {
		const answer = await ask('verifyRecord', data.sequence, ...shown);
		assert.ok(answer.isOk);
		return answer.asOk.type;
	};
	assert.equal(await verified(), 'Unproven');
	assert.ok((await ask('record', data.sequence, BENS)).isNone);

	const before = await chain.state();
	const outcome = await chain.accepted(prove(chain, data.sequence, list, BENS), ben);
	const event = outcome.event('RecordProven');
	assert.equal(event.version.toNumber(), data.sequence);
	assert.equal(event.origin.toNumber(), data.sequence);
	assert.equal(event.index.toNumber(), BENS);
	assert.equal(event.contributor.toString(), ben.address);
	assert.deepEqual([...event.record], [...list.leaves[BENS].record]);
	assert.equal((await chain.held(ben, 'Provenance')).Record, event.deposit.toBigInt());
	assert.equal(await verified(), 'Proven');
	assert.deepEqual((await ask('record', data.sequence, BENS)).toJSON(), {
		origin: data.sequence,
		index: BENS,
		contributor: ben.address,
		withdrawn: false,
		deposit: event.deposit.toJSON(),
	});
	await printStored('a proven record', before);
});

chain.test('a model is trained on it and quantized, another is measured with it', async () => {
	model = await publishNew(chain, cyd, { sources: [cite(data, 'TrainedOn')] });
	small = await publishNew(chain, dan, { sources: [cite(model, 'Quantization')] });
	measured = await publishNew(chain, dan, { sources: [cite(data, 'EvaluatedOn')] });
	assert.deepEqual((await taint(small)).toJSON(), {
		items: [],
		examined: 3,
		beyondDepth: false,
		next: null,
	});
});

chain.test('the contributor withdraws, and both models show it', async () => {
	const { provenance } = chain.api.tx;
	const withdraw = provenance.withdrawConsent(data.sequence, BENS);
	await chain.refused(withdraw, eve, 'provenance.NotContributor');
	const event = (await chain.accepted(withdraw, ben)).event('ConsentWithdrawn');
	assert.equal(event.version.toNumber(), data.sequence);
	assert.equal(event.origin.toNumber(), data.sequence);
	assert.equal(event.index.toNumber(), BENS);
	assert.equal(event.contributor.toString(), ben.address);
	await chain.refused(withdraw, ben, 'provenance.ConsentAlreadyWithdrawn');

	assert.ok((await ask('record', data.sequence, BENS)).unwrap().withdrawn.isTrue);
	const verified = await ask('verifyRecord', data.sequence, ...list.shown(BENS));
	assert.ok(verified.asOk.isWithdrawn);
	const view = (await ask('commitment', data.sequence)).unwrap();
	assert.deepEqual([view.proven.toNumber(), view.withdrawn.toNumber()], [1, 1]);
	for (const [version, depth] of [
		[data, 0],
		[model, 1],
		[small, 2],
	]) {
		const page = await taint(version);
		assert.equal(page.examined.toNumber(), depth + 1);
		assert.deepEqual(page.items.toJSON(), [
			{
				sequence: data.sequence,
				depth,
				yanked: false,
				supersededBy: null,
				consentWithdrawn: 1,
				negative: [],
			},
		]);
	}
	// Measuring with it made nothing of it.
	const page = await taint(measured);
	assert.deepEqual([page.items.length, page.examined.toNumber()], [0, 1]);
});

chain.test('nothing more is made from it', async () => {
	const { registry } = chain.api.tx;
	const refused = (artifact, relation) =>
		chain.refused(
			registry.publish(artifact, newVersion({ sources: [cite(data, relation)] }), null),
			cyd,
			'registry.SourceConsentWithdrawn',
		);
	await refused(model.artifact, 'TrainedOn');
	await refused(model.artifact, 'EvaluatedOn');
	const { artifact } = await publishNew(chain, cyd, { kind: 'Dataset' });
	for (const relation of ['Merge', 'Conversion', 'Synthetic']) {
		await refused(artifact, relation);
	}
	const { docs } = chain.api.errors.registry.SourceConsentWithdrawn.meta;
	assert.match(docs.join(' '), /^[A-Z].*\.$/);
	// What was made before can still be built upon; whoever looks sees what is behind it.
	const tuned = await publishNew(chain, dan, { sources: [cite(model, 'FineTune')] });
	assert.equal((await taint(tuned)).items.length, 1);
});

chain.test('a subset leaves the record out, and can be trained on', async () => {
	const without = list.records.toSpliced(BENS, 1);
	const subset = await publishNew(chain, cyd, {
		kind: 'Dataset',
		sources: [cite(data, 'Subset')],
	});
	const shorter = new RecordList(without);
	await chain.accepted(commit(chain, subset.sequence, shorter), cyd);
	const retrained = await publishNew(chain, cyd, { sources: [cite(subset, 'TrainedOn')] });
	// It does not hide where it came from.
	const { items } = await taint(retrained);
	assert.deepEqual(
		items.map(({ sequence, depth }) => [sequence.toNumber(), depth.toNumber()]),
		[[data.sequence, 2]],
	);
});

/** Prints what the chain stores since, that it did not store before. */
async function printStored(what, before) {
	const { provenance } = await chain.state();
	const added = Object.entries(provenance).filter(([key]) => !(key in before.provenance));
	const size = (hex) => (hex.length - 2) / 2;
	const bytes = added.reduce((sum, [key, value]) => sum + size(key) + size(value), 0);
	console.log(`figure: ${what} takes ${added.length} keys, ${bytes} bytes with the keys`);
}

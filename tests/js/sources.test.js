// SPDX-License-Identifier: Apache-2.0

// What a version may be derived from, and on what terms.

import assert from 'node:assert/strict';
import { useChain } from './support/chain.js';
import { newVersion, percent, publishNew } from './support/registry.js';

const chain = useChain();

const cite = (sequence, changes = {}) => ({
	sequence,
	relation: 'FineTune',
	maxRoyalty: percent(50),
	...changes,
});

/** The owner of a source, and somebody with a model to be derived from it. */
async function publishers() {
	const [owner, deriver] = await chain.accounts(2);
	const { artifact } = await publishNew(chain, deriver);
	return {
		owner,
		deriver,
		// A version of that model, from these sources.
		derive: (sources, terms) =>
			chain.api.tx.registry.publish(artifact, newVersion({ sources, terms }), null),
	};
}

chain.test('a version keeps its sources with the royalties that they ask', async () => {
	const { owner, deriver, derive } = await publishers();
	const data = await publishNew(chain, owner, {
		kind: 'Dataset',
		terms: { royalty: percent(2) },
	});
	const base = await publishNew(chain, owner, { terms: { royalty: percent(48) } });
	const outcome = await chain.accepted(
		derive([cite(base.sequence), cite(data.sequence, { relation: 'TrainedOn' })]),
		deriver,
	);
	const { sequence, version } = outcome.event('VersionPublished');
	assert.deepEqual(version.sources.toJSON(), [
		{ sequence: base.sequence, relation: 'FineTune', royalty: percent(48) },
		{ sequence: data.sequence, relation: 'TrainedOn', royalty: percent(2) },
	]);
	const { query } = chain.api;
	const stored = (await query.registry.versions(sequence)).unwrap();
	assert.deepEqual(stored.sources.toJSON(), version.sources.toJSON());
	const relation = await query.registry.descendants(data.sequence, sequence);
	assert.ok(relation.unwrap().isTrainedOn);
});

chain.test('every relation is known by its name', async () => {
	const { owner, deriver } = await publishers();
	const model = await publishNew(chain, owner);
	const dataset = await publishNew(chain, owner, { kind: 'Dataset' });
	const { registry } = chain.api.tx;
	const relations = chain.api.createType('AgoraPrimitivesLineageRelation').defKeys;
	assert.ok(relations.length >= 11);
	for (const relation of relations) {
		const kind = ['Subset', 'Synthetic'].includes(relation) ? 'Dataset' : 'Model';
		const ofData = ['TrainedOn', 'EvaluatedOn', 'Subset'].includes(relation);
		const source = cite((ofData ? dataset : model).sequence, { relation });
		const { outcome } = await publishNew(chain, deriver, { kind, sources: [source] });
		const { version } = outcome.event('VersionPublished');
		assert.equal(version.sources[0].relation.type, relation);
	}
	const { artifact } = await publishNew(chain, deriver);
	const misfit = newVersion({ sources: [cite(model.sequence, { relation: 'TrainedOn' })] });
	await chain.refused(
		registry.publish(artifact, misfit, null),
		deriver,
		'registry.RelationMismatch',
	);
});

chain.test('refuses a source that does not exist, and one named twice', async () => {
	const { owner, deriver, derive } = await publishers();
	const { sequence } = await publishNew(chain, owner);
	await chain.refused(derive([cite(1_000_000)]), deriver, 'registry.SourceNotFound');
	await chain.refused(derive([cite(0)]), deriver, 'registry.SourceNotFound');
	await chain.refused(
		derive([cite(sequence), cite(sequence)]),
		deriver,
		'registry.DuplicateSource',
	);
});

chain.test('refuses a source that is yanked or retired', async () => {
	const { owner, deriver, derive } = await publishers();
	const { artifact, sequence } = await publishNew(chain, owner);
	const { registry } = chain.api.tx;
	await chain.accepted(registry.yank(sequence, 'broken weights'), owner);
	await chain.refused(derive([cite(sequence)]), deriver, 'registry.SourceYanked');
	await chain.accepted(registry.unyank(sequence), owner);
	await chain.accepted(derive([cite(sequence)]), deriver);
	await chain.accepted(registry.retire(artifact), owner);
	await chain.refused(derive([cite(sequence)]), deriver, 'registry.SourceRetired');
});

chain.test('refuses a source that forbids derivation, even to its owner', async () => {
	const { owner, deriver, derive } = await publishers();
	const terms = { derivation: 'Forbidden' };
	const { artifact, sequence } = await publishNew(chain, owner, { terms });
	await chain.refused(derive([cite(sequence)]), deriver, 'registry.DerivationForbidden');
	await chain.refused(
		chain.api.tx.registry.publish(artifact, newVersion({ sources: [cite(sequence)] }), null),
		owner,
		'registry.DerivationForbidden',
	);
});

chain.test('refuses a source that needs a license, but not to its owner', async () => {
	const { owner, deriver, derive } = await publishers();
	const terms = { derivation: 'LicenseRequired' };
	const { artifact, sequence } = await publishNew(chain, owner, { terms });
	await chain.refused(derive([cite(sequence)]), deriver, 'registry.LicenseRequired');
	await chain.accepted(
		chain.api.tx.registry.publish(artifact, newVersion({ sources: [cite(sequence)] }), null),
		owner,
	);
});

chain.test('refuses a source that asks more than was named', async () => {
	const { owner, deriver, derive } = await publishers();
	const { sequence } = await publishNew(chain, owner, { terms: { royalty: percent(10) } });
	const named = (maxRoyalty) => derive([cite(sequence, { maxRoyalty })]);
	await chain.refused(named(percent(10) - 1), deriver, 'registry.RoyaltyAboveLimit');
	await chain.accepted(named(percent(10)), deriver);
});

chain.test('refuses sources that ask more than the maximum together', async () => {
	const { owner, deriver, derive } = await publishers();
	assert.equal(chain.api.consts.registry.maxRoyalty.toNumber(), percent(50));
	const half = await publishNew(chain, owner, { terms: { royalty: percent(50) } });
	const more = await publishNew(chain, owner, { terms: { royalty: 1 } });
	await chain.refused(
		derive([cite(half.sequence), cite(more.sequence)]),
		deriver,
		'registry.RoyaltiesTooHigh',
	);
	await chain.accepted(derive([cite(half.sequence)]), deriver);
});

chain.test('terms do not launder', async () => {
	const { owner, deriver, derive } = await publishers();
	const uses = { train: true, evaluate: true, commercial: false };
	const { sequence } = await publishNew(chain, owner, { terms: { uses } });
	await chain.refused(derive([cite(sequence)]), deriver, 'registry.TermsExceedSource');
	await chain.accepted(derive([cite(sequence)], { uses }), deriver);

	const untrainable = { train: false, evaluate: true, commercial: false };
	const closed = await publishNew(chain, owner, { terms: { uses: untrainable } });
	const terms = { uses: untrainable };
	await chain.refused(derive([cite(closed.sequence)], terms), deriver, 'registry.UseForbidden');
});

chain.test('measuring with a dataset passes nothing on', async () => {
	const { owner, deriver, derive } = await publishers();
	const { sequence } = await publishNew(chain, owner, {
		kind: 'Dataset',
		terms: {
			derivation: 'Forbidden',
			uses: { train: false, evaluate: true, commercial: false },
			royalty: percent(50),
		},
	});
	const outcome = await chain.accepted(
		derive([cite(sequence, { relation: 'EvaluatedOn', maxRoyalty: 0 })]),
		deriver,
	);
	const [source] = outcome.event('VersionPublished').version.sources;
	assert.equal(source.royalty.toNumber(), 0);
});

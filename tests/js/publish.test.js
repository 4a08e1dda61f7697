// SPDX-License-Identifier: Apache-2.0

// Registering and publishing, and what is refused in it.

import assert from 'node:assert/strict';
import { useChain } from './support/chain.js';
import {
	ALL_USES,
	artifactId,
	freshName,
	newVersion,
	percent,
	publishNew,
	random32,
} from './support/registry.js';

// What a model with its first version may take of the chain's storage.
const MAX_KEYS = 5;
const MAX_VALUE_BYTES = 512;

const chain = useChain();

chain.test('registers and publishes in one batch, under an id computed before', async () => {
	const publisher = await chain.account();
	const before = await chain.state();
	const { registry, utility } = chain.api.tx;
	const id = artifactId(publisher, 'all-minilm-l6-v2');
	const version = newVersion({ terms: { royalty: percent(5) } });
	const outcome = await chain.accepted(
		utility.batchAll([
			registry.register('Model', 'all-minilm-l6-v2', ['embedding', 'english']),
			registry.publish(id, version, null),
		]),
		publisher,
	);

	const registered = outcome.event('ArtifactRegistered');
	assert.equal(registered.artifact.toHex(), id);
	assert.equal(registered.publisher.toString(), publisher.address);
	assert.equal(registered.name.toUtf8(), 'all-minilm-l6-v2');
	assert.deepEqual(
		registered.tags.map((tag) => tag.toUtf8()),
		['embedding', 'english'],
	);
	const published = outcome.event('VersionPublished');

	const artifact = (await chain.api.query.registry.artifacts(id)).unwrap();
	assert.ok(artifact.kind.isModel && artifact.status.isActive);
	assert.equal(artifact.owner.toString(), publisher.address);
	assert.equal(artifact.versions.toNumber(), 1);
	const stored = (await chain.api.query.registry.versions(published.sequence)).unwrap();
	assert.deepEqual(published.version.toJSON(), stored.toJSON());
	assert.equal(stored.artifact.toHex(), id);
	assert.equal(stored.manifest.toHex(), version.manifest);
	assert.equal(stored.bytes.toNumber(), version.bytes);
	assert.equal(stored.files.toNumber(), version.files);
	assert.equal(stored.card.unwrap().toHex(), version.card);
	assert.equal(stored.license.toUtf8(), 'Apache-2.0');
	assert.deepEqual(
		stored.locations.map((uri) => uri.toUtf8()),
		version.locations,
	);
	assert.deepEqual(stored.terms.toJSON(), {
		derivation: 'Open',
		uses: ALL_USES,
		royalty: percent(5),
	});
	assert.ok(stored.status.isLive);
	assert.equal(stored.publishedAt.toNumber(), outcome.blockNumber);
	assert.equal(stored.priority.toNumber(), outcome.blockNumber);

	// The deposits of the events are those of the records, and all that is held.
	assert.equal(registered.deposit.toBigInt(), artifact.deposit.toBigInt());
	assert.equal(stored.deposit.toBigInt(), artifact.versionsDeposit.toBigInt());
	assert.deepEqual(await chain.held(publisher), {
		Artifact: artifact.deposit.toBigInt(),
		Version: stored.deposit.toBigInt(),
		Reservation: 0n,
		Tombstone: 0n,
	});

	const { registry: records } = await chain.state();
	const written = Object.entries(records).filter(
		([key, value]) => before.registry[key] !== value,
	);
	const bytes = written.reduce((sum, [, value]) => sum + (value.length - 2) / 2, 0);
	console.log(
		`figure: a model with its first version takes ${written.length} keys, ${bytes} bytes`,
	);
	assert.ok(written.length <= MAX_KEYS && bytes <= MAX_VALUE_BYTES);
});

chain.test('refuses names, tags, licenses and locations that are not well formed', async () => {
	const publisher = await chain.account();
	const { registry } = chain.api.tx;
	for (const name of ['', 'Upper', '-dash', 'a b', 'a/b', 'ä']) {
		await chain.refused(
			registry.register('Model', name, []),
			publisher,
			'registry.InvalidName',
		);
	}
	const register = (tags) => registry.register('Dataset', freshName(), tags);
	await chain.refused(register(['a', 'B']), publisher, 'registry.InvalidTag');
	await chain.refused(register(['a', 'a']), publisher, 'registry.DuplicateTag');

	const { artifact } = await publishNew(chain, publisher);
	const publish = (changes) => registry.publish(artifact, newVersion(changes), null);
	const uri = 'ipfs:bafybeigdyrzt5sfp7udm7hu76uh7y26nf3efuylqabf3oclgtqy55fbzdi';
	for (const [changes, error] of [
		[{ license: '' }, 'InvalidLicense'],
		[{ license: 'MIT_1' }, 'InvalidLicense'],
		[{ locations: ['example.org'] }, 'InvalidLocation'],
		[{ locations: [uri, uri] }, 'DuplicateLocation'],
		[{ bytes: 0 }, 'EmptyVersion'],
		[{ files: 0 }, 'EmptyVersion'],
		[{ terms: { royalty: percent(51) } }, 'RoyaltyTooHigh'],
	]) {
		await chain.refused(publish(changes), publisher, `registry.${error}`);
	}
});

chain.test('refuses what is longer than its bound before it costs anything', async () => {
	const publisher = await chain.account();
	const { artifact, sequence } = await publishNew(chain, publisher);
	const { registry } = chain.api.tx;
	const { consts } = chain.api;
	const long = (bound) => 'a'.repeat(consts.registry[bound].toNumber() + 1);
	const source = { sequence, relation: 'FineTune', maxRoyalty: 0 };
	const sources = Array(consts.registry.maxSources.toNumber() + 1).fill(source);
	for (const call of [
		registry.register('Model', long('maxName'), []),
		registry.register('Model', freshName(), [long('maxTag')]),
		registry.register('Model', freshName(), ['a', 'b', 'c', 'd', 'e', 'f']),
		registry.publish(artifact, newVersion({ license: long('maxLicense') }), null),
		registry.publish(artifact, newVersion({ locations: [`a:${long('maxLocation')}`] }), null),
		registry.publish(artifact, newVersion({ locations: ['a:1', 'a:2', 'a:3'] }), null),
		registry.publish(artifact, newVersion({ sources }), null),
		registry.yank(sequence, long('maxReason')),
	]) {
		await chain.keptOut(() => chain.submit(call, publisher), /1002: Verification Error/);
	}
});

chain.test('refuses bytes that are already published, whoever published them', async () => {
	const [first, second] = await chain.accounts(2);
	const { submitted } = await publishNew(chain, first);
	const { registry, utility } = chain.api.tx;
	const name = freshName();
	const id = artifactId(second, name);
	const again = newVersion({ manifest: submitted.manifest });

	// A batch is undone as a whole: no artifact without its version.
	await chain.refused(
		utility.batchAll([registry.register('Model', name, []), registry.publish(id, again, null)]),
		second,
		'registry.DigestAlreadyPublished',
	);
	const own = await publishNew(chain, first);
	await chain.refused(
		registry.publish(own.artifact, again, null),
		first,
		'registry.DigestAlreadyPublished',
	);
});

chain.test('refuses a name twice for one publisher, not for two', async () => {
	const [first, second] = await chain.accounts(2);
	const name = freshName();
	const { registry } = chain.api.tx;
	await publishNew(chain, first, { name });
	await chain.refused(registry.register('Dataset', name, []), first, 'registry.ArtifactExists');
	await publishNew(chain, second, { name });
});

chain.test('refuses to publish under an artifact that is not there', async () => {
	const publisher = await chain.account();
	await chain.refused(
		chain.api.tx.registry.publish(random32(), newVersion(), null),
		publisher,
		'registry.ArtifactNotFound',
	);
});

chain.test('refuses a call that no account signed', async () => {
	const { sudo, registry } = chain.api.tx;
	const call = registry.register('Model', freshName(), []);
	const before = await chain.state();
	const outcome = await chain.accepted(sudo.sudo(call), chain.alice);
	const [{ sudoResult }] = outcome.events('sudo', 'Sudid');
	assert.equal(sudoResult.asErr.type, 'BadOrigin');
	assert.deepEqual((await chain.state()).registry, before.registry);
});

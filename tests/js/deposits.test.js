// SPDX-License-Identifier: Apache-2.0

// Deposits: what is held comes back to the last unit, but for tombstones.

import assert from 'node:assert/strict';
import { AGO, useChain } from './support/chain.js';
import { follow } from './support/ledger.js';
import { artifactId, commitmentOf, newVersion, publishNew, random32 } from './support/registry.js';

const chain = useChain();

chain.test('an owner gets everything back but the tombstones', async () => {
	const { registry, utility } = chain.api.tx;
	const [account, other] = await chain.accounts(2);
	const base = await publishNew(chain, other);
	const ada = await follow(chain, account);
	assert.equal(await ada.reserved(), 0n);

	const artifact = artifactId(account, 'model');
	const source = { sequence: base.sequence, relation: 'Adapter', maxRoyalty: 0 };
	const published = await ada.does(
		utility.batchAll([
			registry.register('Model', 'model', ['a']),
			registry.publish(artifact, newVersion({ sources: [source] }), null),
		]),
	);
	const first = published.event('VersionPublished').sequence;
	const version = newVersion();
	const salt = random32();
	await ada.does(registry.reserve(commitmentOf(version.manifest, account, salt)));
	const revealed = await ada.does(registry.publish(artifact, version, salt));
	const second = revealed.event('VersionPublished').sequence;
	const given = commitmentOf(random32(), account, random32());
	await ada.does(registry.reserve(given));
	await ada.does(registry.releaseReservation(account.address, given));

	// Whatever makes records longer or shorter.
	await ada.does(registry.updateTags(artifact, ['a', 'longer-tag', 'b']));
	await ada.does(registry.updateTags(artifact, []));
	await ada.does(registry.updateCard(first, null));
	await ada.does(registry.updateLocations(second, ['ipfs:a', 'https://example.org/a/b/c']));
	await ada.does(registry.yank(second, 'a reason to yank it'));
	const held = await chain.held(account);
	assert.equal(await ada.reserved(), held.Artifact + held.Version);
	const record = (await chain.api.query.registry.artifacts(artifact)).unwrap();
	assert.equal(held.Artifact, record.deposit.toBigInt());
	assert.equal(held.Version, record.versionsDeposit.toBigInt());

	let tombstones = 0n;
	for (const sequence of [second, first]) {
		const removed = await ada.does(registry.removeVersion(sequence));
		tombstones += removed.event('VersionRemoved').tombstone.toBigInt();
	}
	const removed = await ada.does(registry.removeArtifact(artifact));
	tombstones += removed.event('ArtifactRemoved').tombstone.toBigInt();
	assert.equal(await ada.reserved(), tombstones);
	assert.deepEqual(await chain.held(account), {
		Artifact: 0n,
		Version: 0n,
		Reservation: 0n,
		Tombstone: tombstones,
	});
});

chain.test('who gives an artifact away gets everything back', async () => {
	const { registry } = chain.api.tx;
	const [old, next] = await chain.accounts(2);
	const ada = await follow(chain, old);
	const ben = await follow(chain, next);
	const artifact = artifactId(old, 'given');
	await ada.does(registry.register('Dataset', 'given', []));
	await ada.does(registry.publish(artifact, newVersion(), null));
	const held = await ada.reserved();
	await ada.does(registry.transferOwnership(artifact, next.address));
	await ben.does(registry.acceptOwnership(artifact));
	assert.equal(await ada.reserved(), 0n);
	assert.equal(await ben.reserved(), held);
});

chain.test('a superseded version leaves no tombstone', async () => {
	const { registry } = chain.api.tx;
	const [owner, thief] = await chain.accounts(2);
	const { artifact } = await publishNew(chain, owner);
	const version = newVersion();
	const salt = random32();
	await chain.accepted(registry.reserve(commitmentOf(version.manifest, owner, salt)), owner);
	const eve = await follow(chain, thief);
	await eve.does(registry.register('Model', 'copy', []));
	const copy = artifactId(thief, 'copy');
	const before = await eve.reserved();
	const stolen = await eve.does(registry.publish(copy, version, null));
	await chain.accepted(registry.publish(artifact, version, salt), owner);
	await eve.does(registry.removeVersion(stolen.event('VersionPublished').sequence));
	assert.equal(await eve.reserved(), before);
});

chain.test('too little for a deposit changes nothing', async () => {
	const { registry, utility } = chain.api.tx;
	const existential = chain.api.consts.balances.existentialDeposit.toBigInt();
	const artifact = (publisher) => artifactId(publisher, 'poor');
	const register = registry.register('Model', 'poor', []);
	for (const call of [
		() => register,
		() => registry.reserve(random32()),
		(publisher) =>
			utility.batchAll([register, registry.publish(artifact(publisher), newVersion(), null)]),
	]) {
		// Enough to exist and for a fee, not for a deposit.
		const poor = await chain.account(existential + AGO / 10n);
		await chain.refused(call(poor), poor, 'token.FundsUnavailable');
	}
	// Not even for a fee: such a transaction does not enter a block.
	const poorer = await chain.account(existential);
	await chain.keptOut(() => chain.submit(register, poorer), /Inability to pay some fees/);
});

chain.test('enough for the artifact and too little for a version changes nothing', async () => {
	const { registry } = chain.api.tx;
	const rich = await chain.account();
	const outcome = await chain.accepted(registry.register('Model', 'short', []), rich);
	const deposit = outcome.event('ArtifactRegistered').deposit.toBigInt();
	const short = await chain.account(deposit + (3n * AGO) / 10n);
	await chain.accepted(registry.register('Model', 'short', []), short);
	await chain.refused(
		registry.publish(artifactId(short, 'short'), newVersion(), null),
		short,
		'token.FundsUnavailable',
	);
});

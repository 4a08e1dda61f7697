// SPDX-License-Identifier: Apache-2.0

// The life of an artifact, through every call of the registry.

import assert from 'node:assert/strict';
import { AGO, useChain } from './support/chain.js';
import { usesAll } from './support/coverage.js';
import {
	artifactId,
	commitmentOf,
	freshName,
	newVersion,
	publishNew,
	random32,
} from './support/registry.js';

const chain = useChain();

const artifactOf = async (id) => (await chain.api.query.registry.artifacts(id)).unwrap();
const versionOf = async (sequence) => (await chain.api.query.registry.versions(sequence)).unwrap();
const texts = (list) => [...list].map((text) => text.toUtf8());

// One artifact, from its registration to its removal.
let ada;
let ben;
let artifact;
let sequence;
let manifest;

chain.test('register', async () => {
	[ada, ben] = await chain.accounts(2);
	const { registry } = chain.api.tx;
	const outcome = await chain.accepted(registry.register('Dataset', 'penguins', ['csv']), ada);
	const event = outcome.event('ArtifactRegistered');
	artifact = event.artifact.toHex();
	assert.equal(artifact, artifactId(ada, 'penguins'));
	assert.ok(event.kind.isDataset);

	const stored = await artifactOf(artifact);
	assert.equal(stored.name.toUtf8(), 'penguins');
	assert.equal(stored.owner.toString(), ada.address);
	assert.equal(stored.nextNumber.toNumber(), 1);
	assert.equal((await chain.held(ada)).Artifact, event.deposit.toBigInt());
	const view = await chain.api.call.registryApi.artifact(artifact);
	assert.deepEqual(view.unwrap().artifact.toJSON(), stored.toJSON());
});

chain.test('update_tags', async () => {
	const before = (await artifactOf(artifact)).deposit.toBigInt();
	const { registry } = chain.api.tx;
	const outcome = await chain.accepted(registry.updateTags(artifact, ['csv', 'birds']), ada);
	const event = outcome.event('TagsUpdated');
	assert.deepEqual(texts(event.tags), ['csv', 'birds']);
	const stored = await artifactOf(artifact);
	assert.deepEqual(texts(stored.tags), ['csv', 'birds']);
	// A length and five characters more.
	const price = chain.api.consts.registry.byteDeposit.toBigInt();
	assert.equal(stored.deposit.toBigInt(), before + 6n * price);
	assert.equal((await chain.held(ada)).Artifact, event.deposit.toBigInt());
});

chain.test('publish', async () => {
	const version = newVersion();
	manifest = version.manifest;
	const { registry } = chain.api.tx;
	const outcome = await chain.accepted(registry.publish(artifact, version, null), ada);
	const event = outcome.event('VersionPublished');
	sequence = event.sequence.toNumber();
	assert.equal(event.owner.toString(), ada.address);
	assert.equal(event.version.number.toNumber(), 1);

	const { query } = chain.api;
	assert.equal((await versionOf(sequence)).manifest.toHex(), manifest);
	assert.equal(
		(await query.registry.artifactVersions(artifact, 1)).unwrap().toNumber(),
		sequence,
	);
	const record = (await query.registry.versionsByDigest(manifest)).unwrap();
	assert.equal(record.asPublished.toNumber(), sequence);
	assert.equal((await query.registry.nextSequence()).toNumber(), sequence + 1);
	assert.equal((await artifactOf(artifact)).nextNumber.toNumber(), 2);
	assert.equal((await chain.held(ada)).Version, event.version.deposit.toBigInt());
});

chain.test('update_card', async () => {
	const before = (await versionOf(sequence)).deposit.toBigInt();
	const { registry } = chain.api.tx;
	const outcome = await chain.accepted(registry.updateCard(sequence, null), ada);
	assert.ok(outcome.event('CardUpdated').card.isNone);
	const bare = await versionOf(sequence);
	assert.ok(bare.card.isNone);
	const price = chain.api.consts.registry.byteDeposit.toBigInt();
	assert.equal(bare.deposit.toBigInt(), before - 32n * price);
	assert.equal((await chain.held(ada)).Version, bare.deposit.toBigInt());

	const card = random32();
	await chain.accepted(registry.updateCard(sequence, card), ada);
	assert.equal((await versionOf(sequence)).card.unwrap().toHex(), card);
	assert.equal((await chain.held(ada)).Version, before);
});

chain.test('update_locations', async () => {
	const { registry } = chain.api.tx;
	const locations = ['https://example.org/penguins', 'ipfs:bafybeigdyrzt5sfp7udm7hu76uh7y26nf3'];
	const outcome = await chain.accepted(registry.updateLocations(sequence, locations), ada);
	const event = outcome.event('LocationsUpdated');
	assert.deepEqual(texts(event.locations), locations);
	assert.deepEqual(texts((await versionOf(sequence)).locations), locations);
	assert.equal((await chain.held(ada)).Version, event.deposit.toBigInt());
	await chain.refused(
		registry.updateLocations(sequence, ['no uri']),
		ada,
		'registry.InvalidLocation',
	);
});

chain.test('yank and unyank', async () => {
	const { registry } = chain.api.tx;
	await chain.refused(registry.unyank(sequence), ada, 'registry.NotYanked');
	await chain.refused(registry.yank(sequence, 'two\nlines'), ada, 'registry.InvalidReason');

	const before = await chain.held(ada);
	const outcome = await chain.accepted(registry.yank(sequence, 'labels swapped: señor'), ada);
	assert.equal(outcome.event('VersionYanked').reason.toUtf8(), 'labels swapped: señor');
	const { status } = await versionOf(sequence);
	assert.equal(status.asYanked.reason.toUtf8(), 'labels swapped: señor');
	assert.ok((await chain.held(ada)).Version > before.Version);
	await chain.refused(registry.yank(sequence, ''), ada, 'registry.AlreadyYanked');

	const undone = await chain.accepted(registry.unyank(sequence), ada);
	assert.equal(undone.event('VersionUnyanked').sequence.toNumber(), sequence);
	assert.ok((await versionOf(sequence)).status.isLive);
	assert.deepEqual(await chain.held(ada), before);
});

chain.test('reserve and release_reservation', async () => {
	const { query, tx } = chain.api;
	const commitment = commitmentOf(random32(), ada, random32());
	const outcome = await chain.accepted(tx.registry.reserve(commitment), ada);
	const event = outcome.event('Reserved');
	assert.equal(event.account.toString(), ada.address);
	assert.equal(event.commitment.toHex(), commitment);
	const stored = (await query.registry.reservations(ada.address, commitment)).unwrap();
	assert.equal(stored.block.toNumber(), outcome.blockNumber);
	assert.equal((await chain.held(ada)).Reservation, stored.deposit.toBigInt());

	const released = await chain.accepted(
		tx.registry.releaseReservation(ada.address, commitment),
		ada,
	);
	const { deposit } = released.event('ReservationReleased');
	assert.equal(deposit.toBigInt(), stored.deposit.toBigInt());
	assert.ok((await query.registry.reservations(ada.address, commitment)).isNone);
	assert.equal((await chain.held(ada)).Reservation, 0n);
});

chain.test('nobody but the owner changes anything', async () => {
	const { registry } = chain.api.tx;
	for (const call of [
		registry.publish(artifact, newVersion(), null),
		registry.yank(sequence, ''),
		registry.unyank(sequence),
		registry.updateCard(sequence, null),
		registry.updateLocations(sequence, []),
		registry.updateTags(artifact, []),
		registry.transferOwnership(artifact, ben.address),
		registry.cancelTransfer(artifact),
		registry.retire(artifact),
		registry.removeVersion(sequence),
		registry.removeArtifact(artifact),
	]) {
		await chain.refused(call, ben, 'registry.NotOwner');
	}
});

chain.test('transfer_ownership and cancel_transfer', async () => {
	const { registry } = chain.api.tx;
	const propose = registry.transferOwnership(artifact, ben.address);
	await chain.refused(
		registry.transferOwnership(artifact, ada.address),
		ada,
		'registry.AlreadyOwner',
	);
	await chain.refused(registry.cancelTransfer(artifact), ada, 'registry.NoTransferProposed');
	await chain.refused(registry.acceptOwnership(artifact), ben, 'registry.NoTransferProposed');

	const held = await chain.held(ada);
	const event = (await chain.accepted(propose, ada)).event('TransferProposed');
	assert.equal(event.newOwner.toString(), ben.address);
	const proposed = await artifactOf(artifact);
	assert.equal(proposed.pendingOwner.unwrap().toString(), ben.address);
	assert.equal(proposed.owner.toString(), ada.address);

	// The owner takes it back, and the other declines it.
	for (const account of [ada, ben]) {
		const outcome = await chain.accepted(registry.cancelTransfer(artifact), account);
		assert.equal(outcome.event('TransferCancelled').newOwner.toString(), ben.address);
		assert.ok((await artifactOf(artifact)).pendingOwner.isNone);
		await chain.accepted(propose, ada);
	}
	assert.deepEqual(await chain.held(ada), held, 'an offer costs no deposit');
});

chain.test('accept_ownership', async () => {
	const { registry } = chain.api.tx;
	const cyd = await chain.account();
	const accept = registry.acceptOwnership(artifact);
	await chain.refused(accept, cyd, 'registry.NotProposedOwner');
	await chain.refused(accept, ada, 'registry.NotProposedOwner');
	const poor = await chain.account(AGO / 10n);
	await chain.accepted(registry.transferOwnership(artifact, poor.address), ada);
	await chain.refused(accept, poor, 'token.FundsUnavailable');
	await chain.accepted(registry.transferOwnership(artifact, ben.address), ada);

	const held = await chain.held(ada);
	const outcome = await chain.accepted(accept, ben);
	const event = outcome.event('OwnershipTransferred');
	assert.equal(event.oldOwner.toString(), ada.address);
	assert.equal(event.newOwner.toString(), ben.address);
	assert.equal(event.deposit.toBigInt(), held.Artifact + held.Version);
	const stored = await artifactOf(artifact);
	assert.equal(stored.owner.toString(), ben.address);
	assert.equal(stored.publisher.toString(), ada.address);
	assert.ok(stored.pendingOwner.isNone);
	assert.deepEqual(await chain.held(ben), held);
	assert.deepEqual(await chain.held(ada), { ...held, Artifact: 0n, Version: 0n });
	await chain.refused(registry.yank(sequence, ''), ada, 'registry.NotOwner');
});

chain.test('retire', async () => {
	const { registry } = chain.api.tx;
	const outcome = await chain.accepted(registry.retire(artifact), ben);
	assert.equal(outcome.event('ArtifactRetired').artifact.toHex(), artifact);
	assert.ok((await artifactOf(artifact)).status.isRetired);
	await chain.refused(registry.retire(artifact), ben, 'registry.AlreadyRetired');
	await chain.refused(
		registry.publish(artifact, newVersion(), null),
		ben,
		'registry.ArtifactRetired',
	);
});

chain.test('remove_version', async () => {
	const { query, tx } = chain.api;
	await chain.refused(tx.registry.removeArtifact(artifact), ben, 'registry.HasVersions');
	const before = await chain.held(ben);
	const event = (await chain.accepted(tx.registry.removeVersion(sequence), ben)).event(
		'VersionRemoved',
	);
	assert.equal(event.sequence.toNumber(), sequence);
	assert.equal(event.manifest.toHex(), manifest);
	assert.equal(event.released.toBigInt() + event.tombstone.toBigInt(), before.Version);
	const tombstone = event.tombstone.toBigInt();
	assert.deepEqual(await chain.held(ben), { ...before, Version: 0n, Tombstone: tombstone });

	assert.ok((await query.registry.versions(sequence)).isNone);
	assert.ok((await query.registry.artifactVersions(artifact, 1)).isNone);
	const record = (await query.registry.versionsByDigest(manifest)).unwrap();
	assert.equal(record.asRemoved.sequence.toNumber(), sequence);
	await chain.refused(tx.registry.removeVersion(sequence), ben, 'registry.VersionNotFound');

	// Neither the owner nor anybody else publishes these bytes again.
	const own = await publishNew(chain, ada);
	await chain.refused(
		tx.registry.publish(own.artifact, newVersion({ manifest }), null),
		ada,
		'registry.DigestRemoved',
	);
});

chain.test('remove_artifact', async () => {
	const { query, tx } = chain.api;
	const before = await chain.held(ben);
	const event = (await chain.accepted(tx.registry.removeArtifact(artifact), ben)).event(
		'ArtifactRemoved',
	);
	assert.equal(event.publisher.toString(), ada.address);
	assert.equal(event.name.toUtf8(), 'penguins');
	assert.equal(event.released.toBigInt() + event.tombstone.toBigInt(), before.Artifact);
	assert.ok((await query.registry.artifacts(artifact)).isNone);
	const tombstone = (await query.registry.removedArtifacts(artifact)).unwrap();
	assert.equal(tombstone.account.toString(), ben.address);
	assert.equal(tombstone.deposit.toBigInt(), event.tombstone.toBigInt());
	const held = await chain.held(ben);
	assert.equal(held.Artifact, 0n);
	assert.equal(held.Tombstone, before.Tombstone + event.tombstone.toBigInt());
	await chain.refused(
		tx.registry.register('Dataset', 'penguins', []),
		ada,
		'registry.ArtifactRemoved',
	);
});

chain.test('what others were derived from is not removed', async () => {
	const base = await publishNew(chain, ada);
	const source = { sequence: base.sequence, relation: 'Quantization', maxRoyalty: 0 };
	const derived = await publishNew(chain, ben, { name: freshName(), sources: [source] });
	const { registry } = chain.api.tx;
	const remove = registry.removeVersion(base.sequence);
	await chain.refused(remove, ada, 'registry.HasDescendants');
	await chain.accepted(registry.removeVersion(derived.sequence), ben);
	await chain.accepted(remove, ada);
});

usesAll(chain, { calls: ['registry'] });

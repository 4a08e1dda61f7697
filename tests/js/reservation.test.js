// SPDX-License-Identifier: Apache-2.0

// First publication: a reservation wins against a copy, and against nothing else.
//
// That a reservation expires is left to the pallet's own tests: it takes 201,600 blocks.

import assert from 'node:assert/strict';
import { useChain } from './support/chain.js';
import { commitmentOf, newVersion, percent, publishNew, random32 } from './support/registry.js';

const chain = useChain();

/** Reserves a digest for an account; `reveal` is the call that publishes with the salt. */
async function reserve(account, manifest = random32()) {
	const { artifact } = await publishNew(chain, account);
	const salt = random32();
	const commitment = commitmentOf(manifest, account, salt);
	const { registry } = chain.api.tx;
	const reserved = await chain.accepted(registry.reserve(commitment), account);
	const version = newVersion({ manifest });
	const reveal = registry.publish(artifact, version, salt);
	return { artifact, commitment, manifest, reserved, reveal, salt, version };
}

/** Publishes somebody's digest in one's own name, without a reservation. */
async function steal(thief, manifest) {
	return publishNew(chain, thief, { manifest });
}

const versionOf = async (sequence) =>
	(await chain.api.query.registry.versions(sequence)).unwrapOr(undefined);

chain.test('a revealed reservation gives its block as priority and its deposit back', async () => {
	const owner = await chain.account();
	const { commitment, reserved, reveal } = await reserve(owner);
	const { deposit, expiresAt } = reserved.event('Reserved');
	const { reservationPeriod } = chain.api.consts.registry;
	assert.equal(expiresAt.toNumber(), reserved.blockNumber + reservationPeriod.toNumber());
	assert.equal((await chain.held(owner)).Reservation, deposit.toBigInt());

	await chain.skipBlocks(3);
	const outcome = await chain.accepted(reveal, owner);
	const revealed = outcome.event('ReservationRevealed');
	assert.equal(revealed.commitment.toHex(), commitment);
	assert.equal(revealed.deposit.toBigInt(), deposit.toBigInt());
	const { sequence } = outcome.event('VersionPublished');
	const version = await versionOf(sequence);
	assert.equal(version.priority.toNumber(), reserved.blockNumber);
	assert.equal(version.publishedAt.toNumber(), outcome.blockNumber);
	assert.ok((await chain.api.query.registry.reservations(owner.address, commitment)).isNone);
	assert.equal((await chain.held(owner)).Reservation, 0n);
});

chain.test('a copied publication does not steal first publication', async () => {
	const [owner, thief, friend] = await chain.accounts(3);
	const { manifest, reserved, reveal, version } = await reserve(owner);
	const { registry } = chain.api.tx;

	// The thief saw the owner's transaction in the pool: the very bytes, digest and salt.
	const signed = await reveal.signAsync(owner);
	const copied = chain.api.tx(signed.toHex()).method;
	assert.equal(copied.args[1].manifest.toHex(), manifest);
	const own = await publishNew(chain, thief);
	const salt = copied.args[2].unwrap();
	await chain.refused(
		registry.publish(own.artifact, copied.args[1], salt),
		thief,
		'registry.ReservationNotFound',
	);
	const outcome = await chain.accepted(
		registry.publish(own.artifact, copied.args[1], null),
		thief,
	);
	const stolen = outcome.event('VersionPublished').sequence;
	// Somebody falls for it.
	const source = { sequence: stolen, relation: 'FineTune', maxRoyalty: 0 };
	const derived = await publishNew(chain, friend, { sources: [source] });

	// The owner's own transaction, as it was, arrives late and wins.
	const revealed = await chain.outcome(signed);
	assert.equal(revealed.error, undefined);
	const { sequence } = revealed.event('VersionPublished');
	const superseded = revealed.event('VersionSuperseded');
	assert.deepEqual(
		[superseded.sequence.toNumber(), superseded.by.toNumber()],
		[stolen.toNumber(), sequence.toNumber()],
	);
	const view = await chain.api.call.registryApi.versionByDigest(manifest);
	assert.equal(view.asPublished.publisher.toString(), owner.address);
	assert.equal(view.asPublished.sequence.toNumber(), sequence.toNumber());
	assert.equal(view.asPublished.version.license.toUtf8(), version.license);
	assert.equal((await versionOf(sequence)).priority.toNumber(), reserved.blockNumber);

	// What the thief published keeps its place and its descendant, and is good for nothing more.
	const { status } = await versionOf(stolen);
	assert.equal(status.asSuperseded.by.toNumber(), sequence.toNumber());
	assert.ok((await versionOf(derived.sequence)).status.isLive);
	await chain.refused(
		registry.publish(derived.artifact, newVersion({ sources: [source] }), null),
		friend,
		'registry.SourceSuperseded',
	);
	await chain.refused(registry.yank(stolen, ''), thief, 'registry.VersionSuperseded');
	await chain.refused(registry.unyank(stolen), thief, 'registry.VersionSuperseded');
});

chain.test('a thief who removes the copy does not bury the digest', async () => {
	const [owner, thief] = await chain.accounts(2);
	const { manifest, reveal } = await reserve(owner);
	const { sequence } = await steal(thief, manifest);
	const removed = await chain.accepted(chain.api.tx.registry.removeVersion(sequence), thief);
	const { tombstone } = removed.event('VersionRemoved');
	assert.equal((await chain.held(thief)).Tombstone, tombstone.toBigInt());

	const outcome = await chain.accepted(reveal, owner);
	const reclaimed = outcome.event('DigestReclaimed');
	assert.equal(reclaimed.manifest.toHex(), manifest);
	assert.equal(reclaimed.account.toString(), thief.address);
	assert.equal(reclaimed.released.toBigInt(), tombstone.toBigInt());
	assert.equal((await chain.held(thief)).Tombstone, 0n);
	const view = await chain.api.call.registryApi.versionByDigest(manifest);
	assert.equal(view.asPublished.publisher.toString(), owner.address);
});

chain.test('a copied reservation is worth nothing', async () => {
	const [owner, thief] = await chain.accounts(2);
	const { commitment, manifest, reveal, salt } = await reserve(owner);
	const { registry } = chain.api.tx;
	// It can be made, at the thief's own cost, but not be revealed.
	await chain.accepted(registry.reserve(commitment), thief);
	const { artifact } = await publishNew(chain, thief);
	await chain.refused(
		registry.publish(artifact, newVersion({ manifest }), salt),
		thief,
		'registry.ReservationNotFound',
	);
	await chain.refused(
		registry.releaseReservation(owner.address, commitment),
		thief,
		'registry.ReservationNotExpired',
	);
	await chain.accepted(reveal, owner);
});

chain.test('refuses the same reservation twice, and one that is not there', async () => {
	const account = await chain.account();
	const { artifact, commitment } = await reserve(account);
	const { registry } = chain.api.tx;
	await chain.refused(registry.reserve(commitment), account, 'registry.ReservationExists');
	const missing = random32();
	await chain.refused(
		registry.releaseReservation(account.address, missing),
		account,
		'registry.ReservationNotFound',
	);
	await chain.refused(
		registry.publish(artifact, newVersion(), missing),
		account,
		'registry.ReservationNotFound',
	);
});

chain.test('refuses a reservation made in the block that reveals it', async () => {
	const account = await chain.account();
	const { artifact } = await publishNew(chain, account);
	const version = newVersion();
	const salt = random32();
	const commitment = commitmentOf(version.manifest, account, salt);
	const { registry, utility } = chain.api.tx;
	await chain.refused(
		utility.batchAll([registry.reserve(commitment), registry.publish(artifact, version, salt)]),
		account,
		'registry.ReservationTooNew',
	);
});

chain.test('refuses a reservation made after the publication', async () => {
	const [first, second] = await chain.accounts(2);
	const { submitted } = await publishNew(chain, first, { terms: { royalty: percent(1) } });
	const { reveal } = await reserve(second, submitted.manifest);
	await chain.refused(reveal, second, 'registry.ReservationTooLate');
});

chain.test(
	'refuses an earlier reservation once the window for revealing it is closed',
	async () => {
		const [owner, late, thief] = await chain.accounts(3);
		const window = chain.api.consts.registry.revealWindow.toNumber();
		const open = await reserve(owner);
		const closed = await reserve(late);
		// The window has whole epochs: what is calm now is calm again when it closes.
		assert.equal(window % chain.api.consts.rewards.epochLength.toNumber(), 0);
		await chain.calm(4);
		const first = (await steal(thief, closed.manifest)).outcome.blockNumber;
		await chain.skipBlocks(1);
		const second = (await steal(thief, open.manifest)).outcome.blockNumber;

		await chain.skipBlocks(first + window - (await chain.height()));
		// One block too late, and in the very last one.
		const refused = await chain.refused(closed.reveal, late, 'registry.RevealWindowClosed');
		assert.equal(refused.blockNumber, first + window + 1);
		const revealed = await chain.accepted(open.reveal, owner);
		assert.equal(revealed.blockNumber, second + window);
	},
);

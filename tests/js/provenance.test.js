// SPDX-License-Identifier: Apache-2.0

// Commitments, extensions, attestations and what is given back, through every call of the
// provenance pallet and every function of its runtime API.

import assert from 'node:assert/strict';
import { useChain } from './support/chain.js';
import { usesAll } from './support/coverage.js';
import { follow } from './support/ledger.js';
import {
	commit,
	extend,
	prove,
	publishRecords,
	RecordList,
	records,
} from './support/records.js';
import { artifactId, newVersion, publishNew, random32 } from './support/registry.js';

const chain = useChain();
const ask = (name, ...parameters) => chain.ask('provenance', name, ...parameters);

const commitmentAt = async (version) => (await ask('commitment', version)).unwrap();
const recordAt = async (version, index) => (await ask('record', version, index)).unwrap();
const counts = ({ proven, withdrawn }) => [proven.toNumber(), withdrawn.toNumber()];

/** What became of a version and of what it was made from. */
async function taints(version) {
	return (await ask('taint', version, [], 16, 250, null)).unwrap().items;
}

// A dataset of Ada's that grows, with records of Ben's and Cyd's.
let ada;
let ben;
let cyd;
let dan;
let artifact;
let older;
let newer;
let first;
let second;

/** A batch that publishes a version, commits it to these records and extends another. */
async function growth(list, previous, older) {
	const version = (await chain.api.query.registry.nextSequence()).toNumber();
	const { registry, utility } = chain.api.tx;
	const calls = [
		registry.publish(artifact, newVersion(), null),
		commit(chain, version, list),
		extend(chain, version, list, previous, older),
	];
	return { version, batch: utility.batchAll(calls) };
}

/** Submits such a batch. */
async function grow(...parameters) {
	const { version, batch } = await growth(...parameters);
	return { version, outcome: await chain.accepted(batch, ada) };
}

chain.test('a version commits and extends another in one batch', async () => {
	[ada, ben, cyd, dan] = await chain.accounts(4);
	older = new RecordList([...records(3, ben), ...records(2)]);
	const published = await publishRecords(chain, ada, older);
	({ artifact, sequence: first } = published);
	await chain.accepted(prove(chain, first, older, 1), ben);

	newer = older.with(records(4, cyd));
	const { version, outcome } = await grow(newer, first, older);
	second = version;
	const committed = outcome.event('RecordsCommitted');
	const extended = outcome.event('RecordsExtended');
	assert.equal(extended.version.toNumber(), second);
	assert.equal(extended.previous.toNumber(), first);
	assert.equal(extended.series.toNumber(), first);
	assert.equal(extended.appended.toNumber(), 4);
	assert.ok(extended.deposit.toBigInt() < committed.deposit.toBigInt());

	const [before, after] = [await commitmentAt(first), await commitmentAt(second)];
	assert.equal(before.next.unwrap().toNumber(), second);
	assert.ok(before.previous.isNone && after.next.isNone);
	assert.equal(after.previous.unwrap().toNumber(), first);
	assert.equal(after.series.toNumber(), first);
	assert.equal(after.count.toNumber(), 9);
	assert.equal(after.root.toHex(), newer.root);
	assert.equal(after.deposit.toBigInt(), extended.deposit.toBigInt());
	const held = await chain.held(ada, 'Provenance');
	assert.equal(held.Commitment, before.deposit.toBigInt() + after.deposit.toBigInt());
});

chain.test('what was proven in a version is proven in those that extend it', async () => {
	const record = await recordAt(second, 1);
	assert.equal(record.origin.toNumber(), first);
	assert.equal(record.contributor.toString(), ben.address);
	await chain.refused(prove(chain, second, newer, 1), ben, 'provenance.AlreadyProven');

	// And the other way round, but for what the first does not have.
	const old = await chain.accepted(prove(chain, second, newer, 0), ben);
	assert.equal(old.event('RecordProven').origin.toNumber(), first);
	await chain.refused(prove(chain, first, older, 0), ben, 'provenance.AlreadyProven');
	const added = await chain.accepted(prove(chain, second, newer, 7), cyd);
	assert.equal(added.event('RecordProven').origin.toNumber(), second);
	assert.ok((await ask('record', first, 7)).isNone);
	assert.deepEqual(counts(await commitmentAt(first)), [2, 0]);
	assert.deepEqual(counts(await commitmentAt(second)), [3, 0]);
});

chain.test('what was withdrawn is withdrawn in all versions that have it', async () => {
	const { provenance } = chain.api.tx;
	await chain.accepted(provenance.withdrawConsent(second, 7), cyd);
	assert.deepEqual(counts(await commitmentAt(first)), [2, 0]);
	assert.deepEqual(counts(await commitmentAt(second)), [3, 1]);
	assert.deepEqual((await taints(first)).toJSON(), []);

	const outcome = await chain.accepted(provenance.withdrawConsent(second, 1), ben);
	const event = outcome.event('ConsentWithdrawn');
	assert.deepEqual([event.version.toNumber(), event.origin.toNumber()], [second, first]);
	assert.ok((await recordAt(first, 1)).withdrawn.isTrue);
	assert.deepEqual(counts(await commitmentAt(first)), [2, 1]);
	assert.deepEqual(counts(await commitmentAt(second)), [3, 2]);
	const [item] = await taints(second);
	assert.equal(item.consentWithdrawn.toNumber(), 2);
	// It does not come back with another version.
	const { version } = await grow(newer, second, newer);
	assert.deepEqual(counts(await commitmentAt(version)), [3, 2]);
	assert.equal((await recordAt(version, 7)).origin.toNumber(), second);
	second = version;
});

chain.test('a version can extend another by nothing', async () => {
	const { version, outcome } = await grow(newer, second, newer);
	assert.equal(outcome.event('RecordsExtended').appended.toNumber(), 0);
	const view = await commitmentAt(version);
	assert.equal(view.root.toHex(), newer.root);
	assert.equal(view.previous.unwrap().toNumber(), second);
	second = version;
});

chain.test('history cannot be rewritten, and the batch that tries leaves nothing', async () => {
	const rewritten = newer.replaced([...newer.records.with(2, records(1)[0]), ...records(5)]);
	const { batch } = await growth(rewritten, second, newer);
	await chain.refused(batch, ada, 'provenance.InvalidConsistencyProof');
});

chain.test('a proof is verified without a transaction', async () => {
	const [index, leaf, proof] = newer.shown(5);
	const verify = (...changes) => ask('verifyRecord', ...changes);
	assert.ok((await verify(second, index, leaf, proof)).asOk.isUnproven);
	assert.ok((await verify(second, ...newer.shown(0))).asOk.isProven);
	assert.ok((await verify(second, ...newer.shown(7))).asOk.isWithdrawn);

	const max = 2n ** 64n - 1n;
	const long = Array.from({ length: 33 }, random32);
	for (const [shown, fault] of [
		[[second, 7, leaf, proof], 'Invalid'],
		[[second, index, leaf, proof.toReversed()], 'Invalid'],
		[[second, index, leaf, long], 'Invalid'],
		[[first, 2, ...newer.shown(2).slice(1)], 'Invalid'],
		[[first, index, leaf, proof], 'IndexOutOfRange'],
		[[second, max, leaf, proof], 'IndexOutOfRange'],
		[[second + 1, index, leaf, proof], 'NotCommitted'],
		[[max, index, leaf, proof], 'NotCommitted'],
	]) {
		const answer = await verify(...shown);
		assert.ok(answer.isErr);
		assert.equal(answer.asErr.type, fault);
	}
});

chain.test('anybody attests, with evidence, and takes it back', async () => {
	const model = await publishNew(chain, ada);
	const { provenance } = chain.api.tx;
	const evidence = { digest: random32(), location: 'https://example.org/report.pdf' };
	const attest = provenance.attest(model.sequence, 'SafetyAudit', 'Neutral', evidence);
	const outcome = await chain.accepted(attest, dan);
	const event = outcome.event('Attested');
	assert.equal(event.version.toNumber(), model.sequence);
	assert.equal(event.attester.toString(), dan.address);
	assert.ok(event.claim.isSafetyAudit && event.verdict.isNeutral);
	const shown = event.evidence.unwrap();
	assert.equal(shown.digest.toHex(), evidence.digest);
	assert.equal(shown.location.unwrap().toUtf8(), evidence.location);
	const deposit = event.deposit.toBigInt();
	assert.equal((await chain.held(dan, 'Provenance')).Attestation, deposit);

	const { items, next } = await ask('attestations', model.sequence, null, 10);
	assert.ok(next.isNone);
	assert.equal(items.length, 1);
	const [{ id, attestation }] = items;
	assert.equal(id.toNumber(), event.attestation.toNumber());
	assert.equal(attestation.attester.toString(), dan.address);
	assert.ok(attestation.claim.isSafetyAudit && attestation.verdict.isNeutral);
	assert.deepEqual(attestation.evidence.toJSON(), event.evidence.toJSON());
	assert.equal(attestation.attestedAt.toNumber(), outcome.blockNumber);
	assert.equal(attestation.deposit.toBigInt(), deposit);

	const revoke = provenance.revoke(model.sequence, id);
	await chain.refused(revoke, ada, 'provenance.NotAttester');
	const revoked = (await chain.accepted(revoke, dan)).event('AttestationRevoked');
	assert.equal(revoked.attestation.toNumber(), id.toNumber());
	assert.equal(revoked.version.toNumber(), model.sequence);
	assert.equal(revoked.attester.toString(), dan.address);
	assert.ok(revoked.claim.isSafetyAudit && revoked.verdict.isNeutral);
	assert.equal(revoked.deposit.toBigInt(), deposit);
	assert.equal((await chain.held(dan, 'Provenance')).Attestation, 0n);
	await chain.refused(revoke, dan, 'provenance.AttestationNotFound');
});

chain.test('attestations come in pages, in the order in which they were made', async () => {
	const { sequence } = await publishNew(chain, ada);
	const { provenance, utility } = chain.api.tx;
	const claims = chain.api.createType('AgoraPrimitivesAttestationClaim').defKeys;
	assert.deepEqual(claims, [
		'Evaluation',
		'LicenseAudit',
		'SafetyAudit',
		'TrainingRun',
		'PiiScan',
	]);
	const all = claims.map((claim) => provenance.attest(sequence, claim, 'Positive', null));
	for (const attester of [ben, cyd]) {
		await chain.accepted(utility.batchAll(all), attester);
	}
	const found = [];
	let page;
	do {
		page = await ask('attestations', sequence, page?.next.unwrap() ?? null, 3);
		assert.ok(page.items.length <= 3);
		found.push(...page.items);
	} while (page.next.isSome);
	assert.deepEqual(
		found.map(({ attestation: { attester, claim } }) => [attester.toString(), claim.type]),
		[ben, cyd].flatMap(({ address }) => claims.map((claim) => [address, claim])),
	);
	const ids = found.map(({ id }) => id.toNumber());
	assert.deepEqual(
		ids,
		ids.toSorted((a, b) => a - b),
	);
	assert.equal((await ask('attestations', 1_000_000, null, 3)).items.length, 0);
});

chain.test('once the versions are removed, every deposit comes back', async () => {
	const accounts = await chain.accounts(4);
	const [owner, contributor, appender, attester] = accounts;
	const [eli, fay, gus, hal] = await Promise.all(accounts.map((who) => follow(chain, who)));
	const { provenance, registry, utility } = chain.api.tx;
	const list = new RecordList(records(5, contributor));
	const more = list.with(records(3, appender));
	const id = artifactId(owner, 'gone');
	const one = (await chain.api.query.registry.nextSequence()).toNumber();
	const two = one + 1;
	await eli.does(
		utility.batchAll([
			registry.register('Dataset', 'gone', []),
			registry.publish(id, newVersion(), null),
			registry.publish(id, newVersion(), null),
			commit(chain, one, list),
			commit(chain, two, more),
			extend(chain, two, more, one, list),
		]),
	);
	await fay.does(prove(chain, one, list, 4));
	await fay.does(prove(chain, two, more, 0));
	await fay.does(provenance.withdrawConsent(two, 0));
	await gus.does(prove(chain, two, more, 6));
	const told = await hal.does(provenance.attest(one, 'Evaluation', 'Negative', null));
	const attestation = told.event('Attested').attestation;

	// Prices are those of the metadata, for what README.md says is stored.
	const price = (items, bytes) =>
		items * chain.api.consts.provenance.itemDeposit.toBigInt() +
		bytes * chain.api.consts.provenance.byteDeposit.toBigInt();
	const held = async (who) => await chain.held(who, 'Provenance');
	const nothing = { Commitment: 0n, Record: 0n, Attestation: 0n };
	const commitments = { one: price(2n, 210n), two: (await commitmentAt(two)).deposit.toBigInt() };
	assert.deepEqual(await held(owner), {
		...nothing,
		Commitment: commitments.one + commitments.two,
	});
	assert.deepEqual(await held(contributor), { ...nothing, Record: 2n * price(1n, 97n) });
	assert.deepEqual(await held(appender), { ...nothing, Record: price(1n, 97n) });
	const said = (await held(attester)).Attestation;
	assert.ok(said > 0n);

	const release = (version) => provenance.releaseCommitment(version);
	await chain.refused(release(two), ada, 'provenance.VersionExists');
	await eli.does(utility.batchAll([one, two].map((version) => registry.removeVersion(version))));
	await chain.refused(release(one), ada, 'provenance.CommitmentNotLast');
	await chain.refused(provenance.releaseRecord(two, 6), ada, 'provenance.CommitmentExists');

	const released = (await chain.accepted(release(two), ada)).event('CommitmentReleased');
	assert.equal(released.version.toNumber(), two);
	assert.equal(released.depositor.toString(), owner.address);
	assert.equal(released.deposit.toBigInt(), commitments.two);
	assert.deepEqual(await held(owner), { ...nothing, Commitment: commitments.one });
	// Those of the first version are still bound.
	await chain.refused(provenance.releaseRecord(one, 0), ada, 'provenance.CommitmentExists');
	const record = (await chain.accepted(provenance.releaseRecord(two, 6), ada)).event(
		'RecordReleased',
	);
	assert.equal(record.origin.toNumber(), two);
	assert.equal(record.index.toNumber(), 6);
	assert.equal(record.contributor.toString(), appender.address);
	assert.equal(record.deposit.toBigInt(), price(1n, 97n));
	assert.deepEqual(await held(appender), nothing);

	await chain.accepted(release(one), ada);
	assert.deepEqual(await held(owner), nothing);
	await chain.accepted(
		utility.batchAll([0, 4].map((index) => provenance.releaseRecord(one, index))),
		ada,
	);
	assert.deepEqual(await held(contributor), nothing);
	// Who attested can take it back although what it is about is gone.
	await hal.does(provenance.revoke(one, attestation));
	assert.deepEqual(await held(attester), nothing);

	for (const who of [fay, gus, hal]) {
		assert.equal(await who.reserved(), 0n);
	}
	// The artifact, and the tombstones of its versions.
	const { Artifact, Tombstone } = await chain.held(owner);
	assert.equal(await eli.reserved(), Artifact + Tombstone);
	assert.ok((await ask('commitment', one)).isNone);
	assert.ok((await ask('record', one, 4)).isNone);
	await chain.refused(release(one), ada, 'provenance.NotCommitted');
	await chain.refused(provenance.releaseRecord(one, 4), ada, 'provenance.RecordNotFound');
});

usesAll(chain, { calls: ['provenance'], functions: ['provenance'] });

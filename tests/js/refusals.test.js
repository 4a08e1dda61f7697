// SPDX-License-Identifier: Apache-2.0

// What provenance refuses: each with its own error and a sentence that says why, and with nothing
// lost but the fee.

import assert from 'node:assert/strict';
import { AGO, useChain } from './support/chain.js';
import { nodeHash } from './support/merkle.js';
import { commit, extend, prove, publishRecords, RecordList, records } from './support/records.js';
import { refusesAll } from './support/refusals.js';
import { newVersion, publishNew, random32 } from './support/registry.js';

const chain = useChain();

const MAX = 2n ** 64n - 1n;
const NONE = 1_000_000;

// Who signs, and the versions that the table below is about, by name.
const accounts = {};
const lists = {};
const versions = {};
let artifact;
let attestation;

const tx = () => chain.api.tx.provenance;

/** Publishes another version of Ada's dataset, committed to these records, if any. */
async function publish(list, id = artifact) {
	const outcome = await chain.accepted(
		chain.api.tx.registry.publish(id, newVersion(), null),
		accounts.ada,
	);
	const version = outcome.event('VersionPublished').sequence.toNumber();
	if (list) {
		await chain.accepted(commit(chain, version, list), accounts.ada);
	}
	return version;
}

chain.test('a dataset whose versions can be misused in every way', async () => {
	const { api } = chain;
	const [ada, ben, eve] = await chain.accounts(3, 10_000n * AGO);
	const existential = api.consts.balances.existentialDeposit.toBigInt();
	const poor = await chain.account(existential + AGO / 20n);
	Object.assign(accounts, { ada, ben, eve, poor });

	// Seven records: Ben's, then nobody's, then one of somebody who has not enough for a deposit.
	lists.whole = new RecordList([...records(5, ben), ...records(1), ...records(1, poor)]);
	lists.shorter = lists.whole.replaced(lists.whole.records.slice(0, 5));
	lists.longer = lists.whole.with(records(4, ben));
	const rewritten = lists.longer.records.with(0, records(1, ben)[0]);
	lists.rewritten = lists.whole.replaced([...rewritten, ...records(1)]);
	lists.other = new RecordList(records(7, ben));

	const published = await publishRecords(chain, ada, lists.whole);
	artifact = published.artifact;
	versions.whole = published.sequence;
	await chain.accepted(prove(chain, versions.whole, lists.whole, 1), ben);
	versions.extended = await publish(lists.longer);
	const { extended, whole } = versions;
	await chain.accepted(extend(chain, extended, lists.longer, whole, lists.whole), ada);
	await chain.accepted(prove(chain, extended, lists.longer, 2), ben);
	await chain.accepted(tx().withdrawConsent(extended, 2), ben);

	versions.bare = await publish();
	versions.shorter = await publish(lists.shorter);
	versions.other = await publish(lists.other);
	versions.alone = await publish(lists.longer);
	versions.proven = await publish(lists.longer);
	await chain.accepted(prove(chain, versions.proven, lists.longer, 0), ben);
	versions.rewritten = await publish(lists.rewritten);

	// An inner node as if it were a leaf: the node above what looks like Ben's account.
	const sibling = lists.whole.leaves[0].record;
	lists.forged = { root: nodeHash(ben.publicKey, sibling), count: 1, sibling };
	versions.forged = await publish(lists.forged);

	versions.model = (await publishNew(chain, ada)).sequence;
	versions.foreign = (await publishRecords(chain, ada, lists.longer)).sequence;

	// Removed, but still in the books: two of a series, and one with a proven record.
	const removed = await publishRecords(chain, ada, lists.whole);
	versions.removed = removed.sequence;
	versions.removedNext = await publish(lists.whole, removed.artifact);
	const { removedNext } = versions;
	await chain.accepted(tx().extendRecords(removedNext, versions.removed, []), ada);
	await chain.accepted(prove(chain, versions.removed, lists.whole, 0), ben);
	for (const version of [versions.removed, removedNext]) {
		await chain.accepted(api.tx.registry.removeVersion(version), ada);
	}

	const attest = tx().attest(whole, 'LicenseAudit', 'Positive', null);
	const outcome = await chain.accepted(attest, ada);
	attestation = outcome.event('Attested').attestation.toNumber();
	// As many attestations, and as many versions of a series, as there can be.
	const { utility } = api.tx;
	await chain.accepted(utility.batchAll(Array(16).fill(attest)), eve);
	await publishLongestSeries();
});

/** As many versions that extend each other as there can be, and one more that does not. */
async function publishLongestSeries() {
	const { registry, utility } = chain.api.tx;
	const { artifact: id, sequence } = await publishRecords(chain, accounts.ada, lists.other);
	const most = chain.api.consts.provenance.maxSeries.toNumber();
	const end = sequence + most;
	const EACH = 32;
	for (let from = sequence + 1; from <= end; from += EACH) {
		const calls = [];
		for (let version = from; version < from + EACH && version <= end; version += 1) {
			calls.push(registry.publish(id, newVersion(), null));
			calls.push(commit(chain, version, lists.other));
			if (version < end) {
				calls.push(tx().extendRecords(version, version - 1, []));
			}
		}
		await chain.accepted(utility.batchAll(calls), accounts.ada);
	}
	versions.last = end - 1;
	versions.tooMany = end;
}

/** A proof of Ben's, in which something is changed. */
function changed(change) {
	const [index, leaf, proof] = lists.whole.shown(3);
	const version = versions.whole;
	const shown = { version, index, leaf, proof, ...change({ index, leaf, proof }) };
	return tx().proveRecord(shown.version, shown.index, shown.leaf, shown.proof);
}

/** Extends one version by another, with the proof that their publisher would make. */
function extended(version, previous, list = lists.longer, older = lists.whole) {
	return extend(chain, versions[version], list, versions[previous], older);
}

const root = random32();
const location = (text) => ({ digest: root, location: text });
const attest = (version, evidence = null) =>
	tx().attest(version, 'Evaluation', 'Negative', evidence);

// By error: what is tried, by whom, and how.
const REFUSALS = {
	InvalidProof: {
		'a wrong index': ['ben', () => changed(() => ({ index: 4 }))],
		'siblings in another order': [
			'ben',
			() => changed(({ proof }) => ({ proof: proof.toReversed() })),
		],
		'a sibling too few': ['ben', () => changed(({ proof }) => ({ proof: proof.slice(1) }))],
		'a sibling too many': ['ben', () => changed(({ proof }) => ({ proof: [...proof, root] }))],
		'no siblings': ['ben', () => changed(() => ({ proof: [] }))],
		'another record': [
			'ben',
			() => changed(({ leaf }) => ({ leaf: { ...leaf, record: root } })),
		],
		'a leaf that is an inner node': [
			'ben',
			() => {
				const leaf = { contributor: accounts.ben.address, record: lists.forged.sibling };
				return tx().proveRecord(versions.forged, 0, leaf, []);
			},
		],
		'a proof for another version': ['ben', () => changed(() => ({ version: versions.other }))],
		'a proof for a smaller tree': [
			'ben',
			() => changed(() => ({ version: versions.extended })),
		],
		'a proof for a larger tree': ['ben', () => changed(() => ({ version: versions.shorter }))],
		'a copied proof in the name of who copied it': [
			'eve',
			() => changed(({ leaf }) => ({ leaf: { ...leaf, contributor: accounts.eve.address } })),
		],
	},
	NotContributor: {
		'a proof copied from the pool': ['eve', () => prove(chain, versions.whole, lists.whole, 3)],
		'a withdrawal by somebody who proved nothing': [
			'eve',
			() => tx().withdrawConsent(versions.whole, 1),
		],
	},
	NoContributor: {
		'a record that names nobody': ['ben', () => prove(chain, versions.whole, lists.whole, 5)],
	},
	AlreadyProven: {
		'a record proven before': ['ben', () => prove(chain, versions.whole, lists.whole, 1)],
		'a record proven in the version extended': [
			'ben',
			() => prove(chain, versions.extended, lists.longer, 1),
		],
		'a withdrawn record proven again': [
			'ben',
			() => prove(chain, versions.whole, lists.whole, 2),
		],
	},
	IndexOutOfRange: {
		'the first index that is not there': ['ben', () => changed(() => ({ index: 7 }))],
		'an index near 2^64': ['ben', () => changed(() => ({ index: MAX }))],
		'a withdrawal of an index near 2^64': [
			'ben',
			() => tx().withdrawConsent(versions.whole, MAX),
		],
	},
	NotCommitted: {
		'a proof for a version that committed to nothing': [
			'ben',
			() => changed(() => ({ version: versions.bare })),
		],
		'a withdrawal from no version': ['ben', () => tx().withdrawConsent(NONE, 0)],
		'an extension by what committed to nothing': ['ada', () => extended('bare', 'whole')],
		'an extension of what committed to nothing': ['ada', () => extended('alone', 'bare')],
		'the release of no commitment': ['ada', () => tx().releaseCommitment(MAX)],
	},
	VersionNotFound: {
		'a proof for no version': ['ben', () => changed(() => ({ version: MAX }))],
		'a proof for a version that was removed': [
			'ben',
			() => changed(() => ({ version: versions.removed })),
		],
		'a commitment for no version': ['ada', () => tx().commitRecords(NONE, root, 7)],
		'an extension of no version': ['ada', () => tx().extendRecords(versions.alone, NONE, [])],
		'an attestation on nothing': ['eve', () => attest(NONE)],
		'an attestation near 2^64': ['eve', () => attest(MAX)],
		'an attestation on what was removed': ['eve', () => attest(versions.removed)],
	},
	RecordNotFound: {
		'a withdrawal of what nobody proved': [
			'ben',
			() => tx().withdrawConsent(versions.whole, 3),
		],
		'the release of a record from a version that only has it': [
			'ben',
			() => tx().releaseRecord(versions.extended, 1),
		],
		'the release of no record': ['ben', () => tx().releaseRecord(MAX, MAX)],
	},
	ConsentAlreadyWithdrawn: {
		'a second withdrawal, in another version': [
			'ben',
			() => tx().withdrawConsent(versions.whole, 2),
		],
	},
	NoRecords: {
		'a count of zero': ['ada', () => tx().commitRecords(versions.bare, root, 0)],
	},
	TooManyRecords: {
		'a count above 2^32': [
			'ada',
			() => tx().commitRecords(versions.bare, root, 2n ** 32n + 1n),
		],
		'a count near 2^64': ['ada', () => tx().commitRecords(versions.bare, root, MAX)],
	},
	AlreadyCommitted: {
		'a second commitment': ['ada', () => tx().commitRecords(versions.whole, root, 7)],
	},
	NotOwner: {
		"a commitment for another's dataset": [
			'eve',
			() => tx().commitRecords(versions.bare, root, 7),
		],
		"an extension of another's dataset": ['eve', () => extended('alone', 'extended')],
	},
	NotDataset: {
		'a commitment for a model': ['ada', () => tx().commitRecords(versions.model, root, 7)],
	},
	InvalidConsistencyProof: {
		'a consistency proof that rewrites history': [
			'ada',
			() => extended('rewritten', 'extended', lists.rewritten, lists.longer),
		],
		'a consistency proof of another history': [
			'ada',
			() => extended('rewritten', 'other', lists.rewritten, lists.other),
		],
		'an extension that proves too much': [
			'ada',
			() => tx().extendRecords(versions.alone, versions.extended, [root]),
		],
	},
	FewerRecords: {
		'fewer records': ['ada', () => extended('shorter', 'extended')],
	},
	DifferentArtifact: {
		'an extension across datasets': ['ada', () => extended('foreign', 'whole')],
	},
	NotNewer: {
		'an extension by itself': ['ada', () => extended('alone', 'alone')],
		'an extension by an older version': ['ada', () => extended('whole', 'alone')],
	},
	AlreadyExtended: {
		'an extension of what is extended': ['ada', () => extended('alone', 'whole')],
	},
	AlreadyJoined: {
		'an extension by what extends another': ['ada', () => extended('extended', 'whole')],
	},
	RecordsProven: {
		'an extension after a record was proven': ['ada', () => extended('proven', 'extended')],
	},
	TooManyExtensions: {
		'an extension of the longest series': [
			'ada',
			() => tx().extendRecords(versions.tooMany, versions.last, []),
		],
	},
	InvalidLocation: {
		'evidence that is nowhere': ['ben', () => attest(versions.whole, location('over there'))],
		'evidence with an empty location': ['ben', () => attest(versions.whole, location(''))],
	},
	TooManyAttestations: {
		'one attestation too many': ['eve', () => attest(versions.whole)],
	},
	NotAttester: {
		"the revocation of another's": ['eve', () => tx().revoke(versions.whole, attestation)],
	},
	AttestationNotFound: {
		'the revocation of nothing': ['ada', () => tx().revoke(versions.whole, MAX)],
		'a revocation on another version': ['ada', () => tx().revoke(versions.other, attestation)],
	},
	VersionExists: {
		'the release of what still exists': ['ada', () => tx().releaseCommitment(versions.whole)],
	},
	CommitmentNotLast: {
		'the release of what another rests on': [
			'ada',
			() => tx().releaseCommitment(versions.removed),
		],
	},
	CommitmentExists: {
		'the release of a record that is still committed to': [
			'ben',
			() => tx().releaseRecord(versions.removed, 0),
		],
	},
};

chain.test('too little for a deposit changes nothing', async () => {
	const { poor } = accounts;
	const funds = 'token.FundsUnavailable';
	await chain.refused(prove(chain, versions.whole, lists.whole, 6), poor, funds);
	await chain.refused(attest(versions.whole), poor, funds);
});

chain.test('a proof or a location that is too long does not get into a block', async () => {
	const { ada, ben } = accounts;
	const long = (count) => Array.from({ length: count }, random32);
	for (const [signer, call] of [
		[ben, changed(() => ({ proof: long(33) }))],
		[ada, tx().extendRecords(versions.alone, versions.extended, long(34))],
		[ben, attest(versions.whole, location(`a:${'b'.repeat(95)}`))],
	]) {
		await chain.keptOut(() => chain.submit(call, signer), /1002: Verification Error/);
	}
	// The longest do, and are judged.
	await chain.refused(changed(() => ({ proof: long(32) })), ben, 'provenance.InvalidProof');
	await chain.refused(
		tx().extendRecords(versions.alone, versions.extended, long(33)),
		ada,
		'provenance.InvalidConsistencyProof',
	);
});

refusesAll(chain, 'provenance', accounts, REFUSALS);

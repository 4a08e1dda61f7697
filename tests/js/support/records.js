// SPDX-License-Identifier: Apache-2.0

// Records as their publisher commits to them and as their contributors prove them.

import { createHmac, randomBytes } from 'node:crypto';
import { MerkleTree, sha256 } from './merkle.js';
import { publishNew } from './registry.js';

const NOBODY = new Uint8Array(32);

/** A record, and the account that contributed it, if any. */
export const record = (text, contributor) => ({ text, contributor });

/** As many records of an account, or of nobody, with texts that no other has. */
export function records(count, contributor) {
	return Array.from({ length: count }, () => record(randomBytes(8).toString('hex'), contributor));
}

/** The records of a version, in their order, and the tree that its publisher commits to. */
export class RecordList {
	#secret;

	/** `secret` is the dataset's: versions that extend each other have the same. */
	constructor(records, secret = randomBytes(32)) {
		this.#secret = secret;
		this.records = records;
		this.leaves = records.map(({ text, contributor }, index) => ({
			contributor: contributor?.publicKey ?? NOBODY,
			record: sha256(this.#salt(index), text),
		}));
		this.tree = new MerkleTree(
			this.leaves.map((leaf) => Buffer.concat([leaf.contributor, leaf.record])),
		);
	}

	get count() {
		return this.records.length;
	}

	get root() {
		return this.tree.root;
	}

	/** Another version's records, of the same dataset. */
	replaced(records) {
		return new RecordList(records, this.#secret);
	}

	/** These records and some more. */
	with(more) {
		return this.replaced([...this.records, ...more]);
	}

	/** What shows that a record is in the version: index, leaf and proof. */
	shown(index) {
		return [index, this.leaves[index], this.tree.inclusionProof(index)];
	}

	/** What a contributor gets of the secret: enough for one record. */
	#salt(index) {
		const message = Buffer.alloc(8);
		message.writeBigUInt64BE(BigInt(index));
		return createHmac('sha256', this.#secret).update(message).digest();
	}
}

/** The call that commits a version to these records. */
export function commit(chain, version, list) {
	return chain.api.tx.provenance.commitRecords(version, list.root, list.count);
}

/** The call that proves a record of a version. */
export function prove(chain, version, list, index) {
	return chain.api.tx.provenance.proveRecord(version, ...list.shown(index));
}

/** The call that shows that a version begins with all records of another. */
export function extend(chain, version, list, previous, older) {
	const proof = list.tree.consistencyProof(older.count);
	return chain.api.tx.provenance.extendRecords(version, previous, proof);
}

/** Publishes the first version of a new dataset and commits it to these records. */
export async function publishRecords(chain, owner, list, changes) {
	const published = await publishNew(chain, owner, { kind: 'Dataset', ...changes });
	await chain.accepted(commit(chain, published.sequence, list), owner);
	return published;
}

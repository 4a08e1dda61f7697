// SPDX-License-Identifier: Apache-2.0

// What a client computes before the chain knows of it, and samples of what it hands in.

import { compactToU8a, stringToU8a, u8aConcat } from '@polkadot/util';
import { blake2AsHex, randomAsHex } from '@polkadot/util-crypto';

/** A share in parts of a million, as the chain writes it. */
export const percent = (share) => share * 10_000;

/** The id of the artifact that `publisher` registers under `name`. */
export function artifactId(publisher, name) {
	const bytes = stringToU8a(name);
	const tag = stringToU8a('agora/artifact');
	return blake2AsHex(u8aConcat(tag, publisher.publicKey, compactToU8a(bytes.length), bytes));
}

/** The commitment with which `account` reserves `digest`. */
export function commitmentOf(digest, account, salt) {
	return blake2AsHex(u8aConcat(stringToU8a('agora/reserve'), digest, account.publicKey, salt));
}

/** A digest that nobody published yet, or a salt. */
export const random32 = () => randomAsHex(32);

/** All that can be done with something. */
export const ALL_USES = { train: true, evaluate: true, commercial: true };

/** A version as its publisher hands it in, of bytes that nobody published yet. */
export function newVersion(changes = {}) {
	const { terms, ...rest } = changes;
	return {
		manifest: random32(),
		bytes: 90_868_376,
		files: 11,
		card: random32(),
		license: 'Apache-2.0',
		terms: { derivation: 'Open', uses: ALL_USES, royalty: 0, ...terms },
		sources: [],
		locations: ['https://example.org/all-minilm-l6-v2'],
		...rest,
	};
}

let names = 0;
/** A name that no other artifact of these tests has. */
export function freshName() {
	names += 1;
	return `artifact-${names}`;
}

/** Registers an artifact and publishes its first version, in one batch. */
export async function publishNew(chain, publisher, changes = {}) {
	const { kind = 'Model', name = freshName(), ...version } = changes;
	const artifact = artifactId(publisher, name);
	const { registry, utility } = chain.api.tx;
	const submitted = newVersion(version);
	const outcome = await chain.accepted(
		utility.batchAll([
			registry.register(kind, name, []),
			registry.publish(artifact, submitted, null),
		]),
		publisher,
	);
	const sequence = outcome.event('VersionPublished').sequence.toNumber();
	return { artifact, sequence, submitted, name, outcome };
}

// SPDX-License-Identifier: Apache-2.0

// Publishes a file as a model, and offers licenses for it.
//
//     node publish.js ws://127.0.0.1:9944 //Alice model.safetensors my-model 10

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { blake3 } from '@noble/hashes/blake3.js';
import { compactAddLength, stringToU8a, u8aConcat, u8aToHex } from '@polkadot/util';
import { blake2AsHex } from '@polkadot/util-crypto';
import { accountOf, connect, submit } from './common.js';

const [url, secret, path, name, price] = process.argv.slice(2);
const api = await connect(url);
const publisher = accountOf(secret);

// The manifest lists the files with their hashes, as canonical JSON: docs/manifest.md says how.
// The file stays here; its manifest's hash goes on chain.
const file = readFileSync(path);
const sha256 = createHash('sha256').update(file).digest('hex');
const blake = Buffer.from(blake3(file)).toString('hex');
const entry = { blake3: blake, path: basename(path), sha256, size: file.length };
const manifest = JSON.stringify({ files: [entry], manifest: 1 });

// An artifact's id is a hash of its publisher and name, so it is known before it is registered.
const [tag, text] = [stringToU8a('agora/artifact'), compactAddLength(stringToU8a(name))];
const artifact = blake2AsHex(u8aConcat(tag, publisher.publicKey, text));

const version = {
	manifest: u8aToHex(blake3(stringToU8a(manifest))),
	bytes: file.length,
	files: 1,
	card: null,
	license: 'Apache-2.0', // An SPDX expression.
	terms: {
		derivation: 'Open', // Who may build on it: everybody, licensees, or nobody.
		uses: { train: true, evaluate: true, commercial: true },
		royalty: 50_000, // What it asks of versions made from it, in parts of a million: 5 %.
	},
	sources: [], // What it was made from: { sequence, relation, maxRoyalty }.
	locations: [], // Where the files can be had, such as 'https://...'.
};
const { market, registry, utility } = api.tx;
const publish = registry.publish(artifact, version, null);
// Both or neither; a second version of what is registered is published alone.
const batch = utility.batchAll([registry.register('Model', name, []), publish]);
const registered = (await api.call.registryApi.artifact(artifact)).isSome;
const { VersionPublished } = api.events.registry;
const [published] = await submit(api, registered ? publish : batch, publisher, VersionPublished);
console.log(`published ${publisher.address}/${name} as version ${published.sequence}`);

if (price) {
	const terms = {
		version: published.sequence, // Whose vault is paid.
		price: BigInt(price) * 10n ** 12n, // In planck.
		duration: null, // For ever; otherwise in blocks.
		supply: null, // Any number.
		transferable: false,
		refundWindow: 0, // In blocks. With none, the money comes at once.
	};
	const { OfferCreated } = api.events.market;
	const [created] = await submit(api, market.createOffer(terms), publisher, OfferCreated);
	console.log(`offered at ${price} AGO as offer ${created.offer}`);
}
await api.disconnect();

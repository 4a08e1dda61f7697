// SPDX-License-Identifier: Apache-2.0

// Publishes a file as a model, and offers licenses for it.
//
//     node publish.js ws://127.0.0.1:9944 //Alice model.safetensors my-model 10

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { blake3 } from '@noble/hashes/blake3.js';
import { blake2b256 } from '@polkadot-labs/hdkd-helpers';
import { Bytes } from '@polkadot-api/substrate-bindings';
import { Binary, createClient, Enum } from 'polkadot-api';
import { getWsProvider } from 'polkadot-api/ws';
import { accountOf, submit } from './common.js';
import { agora } from './descriptors/dist/index.js';

const [url, secret, path, title, price] = process.argv.slice(2);
const [client, publisher] = [createClient(getWsProvider(url)), accountOf(secret)];
const { apis, event, tx } = client.getTypedApi(agora);

// The manifest lists the files with their hashes, as canonical JSON: docs/manifest.md says how.
// The file stays here; its manifest's hash goes on chain.
const [file, hex] = [readFileSync(path), (bytes) => Buffer.from(bytes).toString('hex')];
const sha256 = createHash('sha256').update(file).digest('hex');
const entry = { blake3: hex(blake3(file)), path: basename(path), sha256, size: file.length };
const digest = blake3(Buffer.from(JSON.stringify({ files: [entry], manifest: 1 })));

// An artifact's id is a hash of its publisher and name, so it is known before it is registered.
const name = Binary.fromText(title);
const tag = Binary.fromText('agora/artifact');
const hashed = Buffer.concat([tag, publisher.publicKey, Bytes().enc(name)]);
const artifact = `0x${hex(blake2b256(hashed))}`;

const publish = tx.Registry.publish({
	artifact,
	version: {
		manifest: `0x${hex(digest)}`,
		bytes: BigInt(file.length),
		files: 1,
		card: undefined,
		license: Binary.fromText('Apache-2.0'), // An SPDX expression.
		terms: {
			derivation: Enum('Open'), // Who may build on it: everybody, licensees, or nobody.
			uses: { train: true, evaluate: true, commercial: true },
			royalty: 50_000, // What it asks of versions made from it, in parts of a million: 5 %.
		},
		sources: [], // What it was made from: { sequence, relation, max_royalty }.
		locations: [], // Where the files can be had, such as 'https://...'.
	},
	reservation: undefined,
});
const register = tx.Registry.register({ kind: Enum('Model'), name, tags: [] });
// Both or neither; a second version of what is registered is published alone.
const batch = tx.Utility.batch_all({ calls: [register.decodedCall, publish.decodedCall] });
const registered = await apis.RegistryApi.artifact(artifact);
const events = await submit(client, registered ? publish : batch, publisher);
const [{ payload: published }] = event.Registry.VersionPublished.filter(events);
console.log(`published ${publisher.address}/${title} as version ${published.sequence}`);

if (price) {
	const terms = {
		version: published.sequence, // Whose vault is paid.
		price: BigInt(price) * 10n ** 12n, // In planck.
		duration: undefined, // For ever; otherwise in blocks.
		supply: undefined, // Any number.
		transferable: false,
		refund_window: 0, // In blocks. With none, the money comes at once.
	};
	const events = await submit(client, tx.Market.create_offer({ terms }), publisher);
	const [{ payload: created }] = event.Market.OfferCreated.filter(events);
	console.log(`offered at ${price} AGO as offer ${created.offer}`);
}
client.destroy();

// SPDX-License-Identifier: Apache-2.0

// Reads the registry: what is new, and of the newest its lineage and its offers.
//
//     node query.js ws://127.0.0.1:9944

import { Binary, createClient } from 'polkadot-api';
import { getWsProvider } from 'polkadot-api/ws';
import { ago } from './common.js';
import { agora } from './descriptors/dist/index.js';

const [url] = process.argv.slice(2);
const client = createClient(getWsProvider(url));
// The descriptors say which runtime APIs, calls and storage there are, and of which types.
const { MarketApi, RegistryApi } = client.getTypedApi(agora).apis;

// Texts on chain are bytes.
const called = ({ publisher, name, version }) =>
	`${publisher}/${Binary.toText(name)}@${version.number}`;

// Lists come in pages of at most a hundred: ask with the `next` of one for the one after.
console.log('new:');
let newest;
let before;
do {
	const { items, next } = await RegistryApi.latest(before, 100);
	for (const view of items) {
		newest ??= view;
		console.log(`  ${view.sequence} ${called(view)} (${Binary.toText(view.version.license)})`);
	}
	before = next;
} while (before !== undefined);

if (newest) {
	const { sequence, version } = newest;
	// These questions do not wait for each other.
	const [view, above, below, offers] = await Promise.all([
		RegistryApi.artifact(version.artifact),
		RegistryApi.ancestors(sequence, 16, 100),
		RegistryApi.descendants(sequence, 16, 100),
		MarketApi.offers(version.artifact),
	]);

	console.log(`${called(newest)}:`);
	console.log(`  ${view.artifact.kind.type} of ${view.artifact.owner}`);
	console.log(`  manifest ${version.manifest}, ${version.bytes} bytes`);
	for (const { derived, source, relation, royalty } of [...above.edges, ...below.edges]) {
		// Shares are parts of a million.
		console.log(`  ${derived} is a ${relation.type} of ${source}, for ${royalty / 10_000} %`);
	}
	for (const { id, price, open } of offers) {
		console.log(`  offer ${id} at ${ago(price)}${open ? '' : ', closed'}`);
	}
}
client.destroy();

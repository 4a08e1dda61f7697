// SPDX-License-Identifier: Apache-2.0

// Reads the registry: what is new, and of the newest its lineage and its offers.
//
//     node query.js ws://127.0.0.1:9944

import { ago, connect } from './common.js';

const [url] = process.argv.slice(2);
const api = await connect(url);
const { marketApi, registryApi } = api.call;

const called = ({ publisher, name, version }) => `${publisher}/${name.toUtf8()}@${version.number}`;

// Lists come in pages of at most a hundred: ask with the `next` of one for the one after.
console.log('new:');
let newest;
let before = null;
do {
	const { items, next } = await registryApi.latest(before, 100);
	for (const view of items) {
		newest ??= view;
		console.log(`  ${view.sequence} ${called(view)} (${view.version.license.toUtf8()})`);
	}
	before = next.unwrapOr(null);
} while (before !== null);

if (newest) {
	const { sequence, version } = newest;
	// What may be missing is an Option. The version was there a moment ago, so these are not.
	const { artifact } = (await registryApi.artifact(version.artifact)).unwrap();
	const above = (await registryApi.ancestors(sequence, 16, 100)).unwrap();
	const below = (await registryApi.descendants(sequence, 16, 100)).unwrap();

	console.log(`${called(newest)}:`);
	console.log(`  ${artifact.kind} of ${artifact.owner}`);
	console.log(`  manifest ${version.manifest}, ${version.bytes} bytes`);
	for (const { derived, source, relation, royalty } of [...above.edges, ...below.edges]) {
		// Shares are parts of a million.
		console.log(`  ${derived} is a ${relation} of ${source}, for ${royalty.toNumber() / 10_000} %`);
	}
	for (const { id, price, open } of await marketApi.offers(version.artifact)) {
		console.log(`  offer ${id} at ${ago(price)}${open.isTrue ? '' : ', closed'}`);
	}
}
await api.disconnect();

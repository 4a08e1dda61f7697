// SPDX-License-Identifier: Apache-2.0

// Searches the catalog, newest first, and shows the lineage and the offers of what it finds first.
//
//     node query.js ws://127.0.0.1:9944 embedding

import { ago, connect } from './common.js';

const [url, ...words] = process.argv.slice(2);
const api = await connect(url);
const { catalogApi, marketApi, registryApi } = api.call;

// A name is `<publisher>/<name>@<number>`. Texts on chain are bytes.
const called = ({ publisher, name }, number) => `${publisher}/${name.toUtf8()}@${number}`;

const query = {
	order: 'Newest',
	text: words.join(' '), // Each in the name or in a tag; none for everything.
	retired: false,
	// Not asked for here: kind, tag, publisher, owner, license and maxPrice.
};
console.log('found:');
let first;
let after = null;
do {
	// Lists come in pages of at most a hundred: ask with the `next` of one for the one after.
	const { items, next } = await catalogApi.search(query, after, 100);
	for (const listing of items) {
		first ??= listing;
		const { artifact, latest, licenses, price } = listing;
		// What may be missing is an Option. In this order everything has a version.
		const name = called(artifact, latest.unwrap().version.number);
		const cost = price.isNone ? 'not for sale' : `from ${ago(price.unwrap())}`;
		console.log(`  ${name}, ${licenses} licenses, ${cost}`);
	}
	after = next.unwrapOr(null);
} while (after !== null);

if (first) {
	const { id, artifact, latest } = first;
	const { sequence, version } = latest.unwrap();
	const above = (await registryApi.ancestors(sequence, 16, 500)).unwrap();
	const below = (await registryApi.descendants(sequence, 16, 500)).unwrap();
	// The lineage names versions by their sequences.
	const edges = [...above.edges, ...below.edges];
	const met = new Set(edges.flatMap(({ derived, source }) => [`${derived}`, `${source}`]));
	const labels = await catalogApi.labels([...met]);
	const names = new Map(labels.map((label) => [`${label.sequence}`, called(label, label.number)]));

	console.log(`${called(artifact, version.number)}:`);
	console.log(`  ${artifact.kind} of ${artifact.owner}, ${version.bytes} bytes`);
	console.log(`  manifest ${version.manifest}`);
	for (const { derived, source, relation, royalty } of edges) {
		// Shares are parts of a million.
		console.log(`  ${names.get(`${derived}`)} from ${names.get(`${source}`)}`);
		console.log(`    ${relation}, for ${royalty.toNumber() / 10_000} % of its income`);
	}
	for (const { id: offer, price, open } of await marketApi.offers(id)) {
		console.log(`  offer ${offer} at ${ago(price)}${open.isTrue ? '' : ', closed'}`);
	}
}
await api.disconnect();

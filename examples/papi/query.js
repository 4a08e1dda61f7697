// SPDX-License-Identifier: Apache-2.0

// Searches the catalog, newest first, and shows the lineage and the offers of what it finds first.
//
//     node query.js ws://127.0.0.1:9944 embedding

import { Binary, createClient, Enum } from 'polkadot-api';
import { getWsProvider } from 'polkadot-api/ws';
import { ago } from './common.js';
import { agora } from './descriptors/dist/index.js';

const [url, ...words] = process.argv.slice(2);
const client = createClient(getWsProvider(url));
// The descriptors say which runtime APIs, calls and storage there are, and of which types.
const { CatalogApi, MarketApi, RegistryApi } = client.getTypedApi(agora).apis;

// A name is `<publisher>/<name>@<number>`. Texts on chain are bytes.
const called = ({ publisher, name }, number) => `${publisher}/${Binary.toText(name)}@${number}`;

const query = {
	order: Enum('Newest'),
	text: Binary.fromText(words.join(' ')), // Each in the name or in a tag; none for everything.
	retired: false,
	// Not asked for here: kind, tag, publisher, owner, license and max_price.
};
console.log('found:');
let first;
let after;
do {
	// Lists come in pages of at most a hundred: ask with the `next` of one for the one after.
	const { items, next } = await CatalogApi.search(query, after, 100);
	for (const listing of items) {
		first ??= listing;
		const { artifact, latest, licenses, price } = listing;
		const cost = price === undefined ? 'not for sale' : `from ${ago(price)}`;
		console.log(`  ${called(artifact, latest.version.number)}, ${licenses} licenses, ${cost}`);
	}
	after = next;
} while (after !== undefined);

if (first) {
	const { id, artifact, latest } = first;
	const { sequence, version } = latest;
	// These questions do not wait for each other.
	const [above, below, offers] = await Promise.all([
		RegistryApi.ancestors(sequence, 16, 500),
		RegistryApi.descendants(sequence, 16, 500),
		MarketApi.offers(id),
	]);
	// The lineage names versions by their sequences.
	const edges = [...above.edges, ...below.edges];
	const met = new Set(edges.flatMap(({ derived, source }) => [derived, source]));
	const labels = await CatalogApi.labels([...met]);
	const names = new Map(labels.map((label) => [label.sequence, called(label, label.number)]));

	console.log(`${called(artifact, version.number)}:`);
	console.log(`  ${artifact.kind.type} of ${artifact.owner}, ${version.bytes} bytes`);
	console.log(`  manifest ${version.manifest}`);
	for (const { derived, source, relation, royalty } of edges) {
		// Shares are parts of a million.
		console.log(`  ${names.get(derived)} from ${names.get(source)}`);
		console.log(`    ${relation.type}, for ${royalty / 10_000} % of its income`);
	}
	for (const { id, price, open } of offers) {
		console.log(`  offer ${id} at ${ago(price)}${open ? '' : ', closed'}`);
	}
}
client.destroy();

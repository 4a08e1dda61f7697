// SPDX-License-Identifier: Apache-2.0

// The catalog where there is much in it: that a crowd is all there, and how long a page takes.

import assert from 'node:assert/strict';
import { u8aConcat, u8aToHex } from '@polkadot/util';
import { useChain } from './support/chain.js';
import { RARE, fill } from './support/crowd.js';

// How many artifacts there are: few where it is only to be seen that all are found.
const CROWD = Number(process.env.AGORA_CROWD ?? 400);
const ROUNDS = 15;

const chain = useChain();
let crowd;

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];

/** The bytes that ask for a page. */
function question(query, after, limit) {
	const { params } = chain.api.call.catalogApi.search.meta;
	const values = [query, after, limit];
	const bytes = params.map(({ type }, at) => chain.api.createType(type, values[at]).toU8a());
	return u8aToHex(u8aConcat(...bytes));
}

/** Asks for a page over HTTP; the page, and how long the answer took. */
async function page(query, after = null, limit = 20) {
	const { meta } = chain.api.call.catalogApi.search;
	const body = JSON.stringify({
		jsonrpc: '2.0',
		id: 1,
		method: 'state_call',
		params: ['CatalogApi_search', question(query, after, limit)],
	});
	const from = performance.now();
	const response = await fetch(chain.node.url.replace(/^ws/, 'http'), {
		method: 'POST',
		headers: { 'Content-Type': 'application/json' },
		body,
	});
	const { result, error } = await response.json();
	const ms = performance.now() - from;
	assert.equal(error, undefined);
	return { ms, page: chain.api.createType(meta.type, result) };
}

/** All that matches, and how long each page took. */
async function pages(query, limit) {
	const ids = [];
	const times = [];
	let after = null;
	do {
		const answer = await page(query, after, limit);
		times.push(answer.ms);
		ids.push(...answer.page.items.map(({ id }) => id.toHex()));
		after = answer.page.next.isSome ? answer.page.next.unwrap() : null;
	} while (after !== null);
	return { ids, times };
}

/** How long the first page takes. */
async function first(query, limit) {
	const times = [];
	for (let round = 0; round <= ROUNDS; round += 1) {
		times.push((await page(query, null, limit)).ms);
	}
	// The first has to warm up.
	return median(times.slice(1));
}

const all = (order, changes) => ({ order, text: '', retired: false, ...changes });
const ms = (value) => `${value.toFixed(1)} ms`;

chain.test(`a crowd of ${CROWD} is all found, each once, in every order`, async (t) => {
	crowd = await fill(chain.api, { count: CROWD });
	t.diagnostic(
		`figure: registering, publishing and selling ${CROWD} artifacts: ` +
			`${(crowd.ms / 1_000).toFixed(1)} s`,
	);
	const expected = crowd.artifacts.map(({ id }) => id).toSorted();
	for (const order of ['Newest', 'MostLicensed', 'Any']) {
		const { ids } = await pages(all(order), 100);
		assert.deepEqual(ids.toSorted(), expected, order);
	}
	const { ids } = await pages(all('Newest', { text: RARE.toUpperCase() }), 20);
	const rare = crowd.artifacts.filter(({ name }) => name.includes(RARE));
	assert.deepEqual(ids, rare.map(({ id }) => id).toReversed());
});

chain.test('those with the most licenses come first', async () => {
	const { page: found } = await page(all('MostLicensed'), null, 100);
	const bought = found.items.map(({ licenses }) => licenses.toNumber());
	assert.equal(bought.length, Math.min(100, CROWD));
	const expected = crowd.artifacts.map(({ buyers }) => buyers).toSorted((a, b) => b - a);
	assert.deepEqual(bought, expected.slice(0, bought.length));
});

chain.test('a page is there at once', async (t) => {
	const figure = (name, value) =>
		t.diagnostic(`figure: a page of the catalog over HTTP, ${name} of ${CROWD}: ${value}`);
	figure('the newest 20', ms(await first(all('Newest'), 20)));
	figure('the newest 100', ms(await first(all('Newest'), 100)));
	figure('the 20 with the most licenses', ms(await first(all('MostLicensed'), 20)));
	for (const order of ['Newest', 'Any']) {
		const { ids, times } = await pages(all(order, { text: RARE }), 20);
		assert.equal(ids.length, 3);
		const sum = times.reduce((total, each) => total + each, 0);
		const longest = ms(Math.max(...times));
		const name = `a word that three have, ${order === 'Any' ? 'in any order' : 'newest first'},`;
		figure(name, `${ms(sum)} in ${times.length} pages, the longest ${longest}`);
	}
	const cheap = all('Newest', { maxPrice: 1 });
	const { ids, times } = await pages(cheap, 20);
	assert.deepEqual(ids, []);
	assert.equal(times.length, Math.ceil(CROWD / 2_000));
	figure('on sale for a planck,', `${times.length} pages, the longest ${ms(Math.max(...times))}`);
});

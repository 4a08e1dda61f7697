// SPDX-License-Identifier: Apache-2.0

// The reference in docs/reference is what the metadata says.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { FOLDER, METADATA, reference } from './support/reference/index.js';
import { OURS, read, variants } from './support/reference/metadata.js';

const pages = reference();

test('the checked-in reference is that of the checked-in metadata', () => {
	const written = readdirSync(FOLDER).sort();
	assert.deepEqual(written, [...pages.keys()].sort(), 'run scripts/reference');
	for (const [name, text] of pages) {
		const found = readFileSync(join(FOLDER, name), 'utf8');
		assert.equal(found, text, `docs/reference/${name} is stale: run scripts/reference`);
	}
});

test('every call, event, error, function, item and constant is told, with a sentence', () => {
	const metadata = read(METADATA);
	const section = (text, title) => text.split(`\n## ${title}\n`)[1].split('\n## ')[0];
	const headings = (text) => text.match(/(?<=^### ).*$/gm);
	const rows = (text) => text.match(/(?<=^\| `)[^`]+(?=` \| )/gm);
	const told = (items) => {
		for (const { name, docs } of items) {
			assert.ok(docs.length > 0, `${name} has no sentence`);
		}
		return [...items].map(({ name }) => name.toString());
	};
	for (const name of Object.keys(OURS)) {
		const text = pages.get(`${name.toLowerCase()}.md`);
		const { calls, events, errors, storage, constants } = metadata.pallets.get(name);
		const all = (option) => told(variants(metadata, option.unwrap().type));
		assert.deepEqual(headings(section(text, 'Calls')), all(calls));
		assert.deepEqual(headings(section(text, 'Events')), all(events));
		assert.deepEqual(rows(section(text, 'Errors')), all(errors));
		assert.deepEqual(rows(section(text, 'Storage')), told(storage.unwrap().items));
		assert.deepEqual(rows(section(text, 'Constants')), told(constants));
	}
	assert.equal(metadata.apis.size, Object.keys(OURS).length + 1);
	for (const [api, { methods }] of metadata.apis) {
		const text = pages.get(`${api.replace(/Api$/, '').toLowerCase()}.md`);
		assert.deepEqual(headings(section(text, 'Runtime API')), told(methods));
	}
});

test('every type is told, with a sentence for each field and variant', () => {
	const [, ...types] = pages.get('types.md').split('\n## ');
	assert.ok(types.length > 50);
	for (const text of types) {
		const [name, , sentence] = text.split('\n');
		assert.match(sentence, /^[A-Z].*[.:,\w]$/, `${name} has no sentence`);
		for (const row of text.split('\n').filter((line) => line.startsWith('| `'))) {
			const cells = row.split(' | ');
			assert.equal(cells.length, 3, `${name}: ${row}`);
			assert.match(cells[2], /\w/, `${name}: ${row}`);
		}
	}
});

test('what is said of a purchase is what the chain takes', () => {
	const market = pages.get('market.md');
	assert.ok(market.includes('\n`buy(offer: u64, max_price: u128, revision: u32)`\n'));
	assert.ok(market.includes('\n`quote(offer: u64) -> Option<Quote>`\n'));
	assert.ok(market.includes('\n| `MaxOffers` | `u32` | 16 | '));
	const catalog = pages.get('catalog.md');
	const search = 'query: CatalogQuery, after: Option<CatalogCursor>, limit: u32';
	assert.ok(catalog.includes(`\n\`search(${search}) -> CatalogPage\`\n`));
	assert.ok(pages.get('types.md').includes('\n| `max_price` | `Option<u128>` |'));
});

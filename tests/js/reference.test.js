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
	const heading = (text, name) => text.split(`\n### ${name}\n`).length - 1;
	const row = (text, name) => text.split(`\n| \`${name}\` | `).length - 1;
	for (const name of Object.keys(OURS)) {
		const text = pages.get(`${name.toLowerCase()}.md`);
		const { calls, events, errors, storage, constants } = metadata.pallets.get(name);
		const all = (option) => variants(metadata, option.unwrap().type);
		for (const { name: item, docs } of [...all(calls), ...all(events)]) {
			assert.ok(heading(text, item) >= 1, `${name}.${item}`);
			assert.ok(docs.length > 0, `${name}.${item} has no sentence`);
		}
		for (const { name: item, docs } of [
			...all(errors),
			...storage.unwrap().items,
			...constants,
		]) {
			assert.equal(row(text, item), 1, `${name}.${item}`);
			assert.ok(docs.length > 0, `${name}.${item} has no sentence`);
		}
	}
	for (const [api, { methods }] of metadata.apis) {
		const text = pages.get(`${api.replace(/Api$/, '').toLowerCase()}.md`);
		for (const { name, docs } of methods) {
			assert.ok(heading(text, name) >= 1, `${api}.${name}`);
			assert.ok(docs.length > 0, `${api}.${name} has no sentence`);
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

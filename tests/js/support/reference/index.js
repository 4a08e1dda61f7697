// SPDX-License-Identifier: Apache-2.0

// The reference: what the chain shows in public, told by its metadata.

import { OURS, read, variants } from './metadata.js';
import { apiPage, page, palletPage, sdkPage, typesPage } from './pages.js';
import { sentence, table } from './text.js';
import { Types } from './types.js';

/** Where the metadata is, and where the reference belongs. */
const ROOT = new URL('../../../../', import.meta.url).pathname;
export const METADATA = `${ROOT}runtime/metadata/agora.scale`;
export const FOLDER = `${ROOT}docs/reference/`;

/** All pages of the reference, by the names of their files. */
export function reference(path = METADATA) {
	const metadata = read(path);
	const types = new Types(metadata);
	const across = [...metadata.apis].filter(([name]) => !(name.replace(/Api$/, '') in OURS));
	const file = (name) => `${name.replace(/Api$/, '').toLowerCase()}.md`;
	const pages = new Map([
		...Object.keys(OURS).map((name) => [file(name), palletPage(metadata, types, name)]),
		...across.map(([name, api]) => [file(name), apiPage(types, name, api)]),
	]);
	const sdk = sdkPage(metadata, types);
	// What was named on the pages before.
	pages.set('types.md', typesPage(types));
	pages.set('sdk.md', sdk);
	pages.set('README.md', indexPage(metadata, across, file));
	return pages;
}

function indexPage(metadata, across, file) {
	const many = (count) => (count ? String(count) : '');
	const size = (option) => (option.isSome ? variants(metadata, option.unwrap().type).length : 0);
	const rows = Object.entries(OURS).map(([name, what]) => {
		const pallet = metadata.pallets.get(name);
		const functions = metadata.apis.get(`${name}Api`)?.methods.length;
		const counts = [size(pallet.calls), size(pallet.events), size(pallet.errors), functions];
		return [`[${name}](${file(name)})`, what, ...counts.map(many)];
	});
	const apis = across.map(([name, { docs, methods }]) => [
		`[${name.replace(/Api$/, '')}](${file(name)})`,
		sentence(docs),
		'',
		'',
		'',
		String(methods.length),
	]);
	return page(
		'# Reference',
		[
			'Every call, event, error, runtime API, storage item and constant of our pallets, as the metadata of the chain tells them.',
			'What is said of types comes from their sources. `scripts/reference` writes these pages; a test fails where they are stale.',
		].join('\n'),
		table(['page', 'what for', 'calls', 'events', 'errors', 'functions'], [...rows, ...apis]),
		'* [Types](types.md): what all of these are made of\n* [What comes with the SDK](sdk.md): calls of the other pallets',
		[
			'Names are those of the metadata, which PAPI and subxt keep (`api.tx.Market.create_offer`). In `@polkadot/api` they are in camel case,',
			'the pallet too (`api.tx.market.createOffer`), and a runtime API is `api.call.marketApi`. How to use them is told in',
			'[Programs for Agora](../dapp-developers.md).',
		].join('\n'),
	);
}

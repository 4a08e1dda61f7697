// SPDX-License-Identifier: Apache-2.0

// The pages, one for each pallet of ours, and one for all that comes with the SDK.

import { u8aToString } from '@polkadot/util';
import { OURS, variants } from './metadata.js';
import { cell, firstSentence, paragraphs, sentence, table } from './text.js';

export const NOTE = '<!-- Written by `scripts/reference` from `runtime/metadata/agora.scale`. -->';

/** A part of a page, or nothing where there is nothing in it. */
const part = (title, ...texts) => {
	const inside = texts.filter(Boolean);
	return inside.length ? [`## ${title}`, ...inside] : [];
};

/** A whole page. */
export const page = (...texts) => `${[NOTE, ...texts].filter(Boolean).join('\n\n')}\n`;

/** What a call or a function takes, as it is written in Rust and in the metadata. */
function signature(types, name, fields) {
	const taken = fields.map((field) => {
		const named = field.name.isSome === undefined ? field.name : field.name.unwrap();
		return `${named}: ${types.name(field.type)}`;
	});
	return `${name}(${taken.join(', ')})`;
}

function calls(metadata, types, pallet) {
	if (pallet.calls.isNone) {
		return [];
	}
	return variants(metadata, pallet.calls.unwrap().type).flatMap(({ docs, fields, index, name }) => [
		`### ${name}`,
		`\`${signature(types, name, fields)}\``,
		paragraphs(docs),
		also(types, fields, `Index ${index}.`),
	]);
}

/** A last line, with the types that are told elsewhere. */
function also(types, ids, before) {
	const links = types.links(ids.map(({ type }) => type));
	return `${before}${links.length ? ` Types: ${links.join(', ')}.` : ''}`;
}

function events(metadata, types, pallet) {
	if (pallet.events.isNone) {
		return [];
	}
	return variants(metadata, pallet.events.unwrap().type).flatMap(({ docs, fields, name }) => [
		`### ${name}`,
		paragraphs(docs),
		table(
			['field', 'type', 'what it is'],
			fields.map((field) => [
				`\`${field.name.unwrap()}\``,
				types.link(field.type),
				sentence(field.docs),
			]),
		),
	]);
}

function errors(metadata, pallet) {
	if (pallet.errors.isNone) {
		return '';
	}
	const rows = variants(metadata, pallet.errors.unwrap().type).map(({ docs, index, name }) => [
		`\`${name}\``,
		index.toString(),
		sentence(docs),
	]);
	return table(['error', 'index', 'what it says'], rows);
}

function functions(types, api) {
	return [...api.methods].flatMap(({ docs, inputs, name, output }) => [
		`### ${name}`,
		`\`${signature(types, name, inputs)} -> ${types.name(output)}\``,
		paragraphs(docs),
		also(types, [...inputs, { type: output }], '').trim(),
	]);
}

function storage(metadata, types, pallet) {
	if (pallet.storage.isNone) {
		return '';
	}
	const rows = [...pallet.storage.unwrap().items].map(({ docs, modifier, name, type }) => {
		const value = type.isPlain ? type.asPlain : type.asMap.value;
		const shown = types.link(value);
		return [
			`\`${name}\``,
			type.isPlain ? '' : cell(keys(metadata, types, type.asMap)),
			// A set has its keys alone.
			modifier.isOptional && shown !== '`()`' ? `${shown}, or nothing` : shown,
			sentence(docs),
		];
	});
	return table(['item', 'keys', 'value', 'what it is'], rows);
}

/** The keys of a map, with how each is hashed. */
function keys({ lookup }, types, { hashers, key }) {
	const { def } = lookup.getSiType(key);
	const parts = hashers.length === 1 ? [key] : [...def.asTuple];
	return parts.map((part, at) => `\`${types.name(part)}\` (${hashers[at].type})`).join(', ');
}

function constants({ registry, lookup }, types, pallet) {
	const rows = [...pallet.constants].map(({ docs, name, type, value }) => [
		`\`${name}\``,
		types.link(type),
		amount(registry.createType(lookup.getTypeDef(type).type, value), types.name(type)),
		sentence(docs),
	]);
	return table(['constant', 'type', 'value', 'what it is'], rows);
}

/** The value of a constant as people write it. */
function amount(value, type) {
	const parts = { Perbill: 10_000_000, Permill: 10_000 };
	if (type in parts) {
		return `${value.toNumber() / parts[type]} %`;
	}
	if (type === 'PalletId') {
		return `\`${u8aToString(value.toU8a())}\``;
	}
	return /^[ui]\d+$/.test(type) ? value.toBigInt().toLocaleString('en-US') : `\`${value}\``;
}

function holds({ lookup }, types, name) {
	const crate = `pallet_${name.toLowerCase()}`;
	const [found] = [...lookup.types].filter(({ type: { path } }) => {
		const place = path.map(String);
		return place[0] === crate && place.at(-1) === 'HoldReason';
	});
	if (!found) {
		return '';
	}
	const rows = [...found.type.def.asVariant.variants].map(({ name }) => [
		`\`${name}\``,
		sentence(types.comment(crate, `HoldReason.${name}`)),
	]);
	return table(['reason', 'what for'], rows);
}

/** The page of a pallet of ours, with its runtime API. */
export function palletPage(metadata, types, name) {
	const pallet = metadata.pallets.get(name);
	const api = metadata.apis.get(`${name}Api`);
	const specification = `[its specification](../../pallets/${name.toLowerCase()}/README.md)`;
	return page(
		`# ${name}`,
		OURS[name],
		`Pallet ${pallet.index}. What its calls cost and what must always hold stands in ${specification}.`,
		...part('Calls', ...calls(metadata, types, pallet)),
		...part('Events', ...events(metadata, types, pallet)),
		...part('Errors', errors(metadata, pallet)),
		...part('Runtime API', `\`${name}Api\`. ${sentence(api.docs)}`, ...functions(types, api)),
		...part('Storage', storage(metadata, types, pallet)),
		...part('Constants', constants(metadata, types, pallet)),
		...part('Holds', holds(metadata, types, name)),
	);
}

/** The page of a runtime API that spans pallets. */
export function apiPage(types, name, api) {
	return page(
		`# ${name.replace(/Api$/, '')}`,
		paragraphs(api.docs),
		'A runtime API across pallets.',
		...part('Runtime API', `\`${name}\`.`, ...functions(types, api)),
	);
}

/** The page of all types of ours. */
export function typesPage(types) {
	return page(
		'# Types',
		[
			'What calls, events and runtime APIs are made of. `AccountId` and `Hash` are 32 bytes. Texts are `Vec<u8>`, with the bounds that',
			'constants of the pallets name. Amounts are `u128`, in planck; `Permill` and `Perbill` are shares, `u32` in parts of a million or a',
			'billion; times are `u32`, in blocks.',
		].join('\n'),
		...types.definitions(),
	);
}

/** The page of what comes with the SDK. */
export function sdkPage(metadata, types) {
	const others = [...metadata.pallets].filter(([name]) => !(name in OURS));
	const pallets = others.filter(([, { calls }]) => calls.isSome);
	const text = pallets.flatMap(([name, pallet]) => {
		const calls = variants(metadata, pallet.calls.unwrap().type);
		const rows = calls.map(({ docs, fields, index, name }) => [
			`\`${cell(signature(types, name, fields))}\``,
			index.toString(),
			firstSentence(docs),
		]);
		return [`## ${name}`, `Pallet ${pallet.index}.`, table(['call', 'index', 'what it does'], rows)];
	});
	const apis = [...metadata.sdkApis].flatMap(([name, { methods }]) =>
		[...methods].map((method) => [`\`${name}_${method.name}\``, firstSentence(method.docs)]),
	);
	return page(
		'# What comes with the SDK',
		'Calls of pallets that are not ours, and functions of their runtime APIs, by their first sentences.',
		...text,
		...part('Runtime APIs', table(['function', 'what it does'], apis)),
	);
}

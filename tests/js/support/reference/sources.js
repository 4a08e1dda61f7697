// SPDX-License-Identifier: Apache-2.0

// What the sources say of types. The metadata has the types themselves, and the sentences of calls,
// events and errors, but not those of types.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = new URL('../../../../', import.meta.url).pathname;
// Not of the chain.
const OTHER = /(^|\/)(benchmarking|mock|tests?)(\/|\.rs$)/;

const COMMENT = /^\s*\/\/\/ ?(.*)$/;
const TYPE = /^(\t*)pub (?:struct|enum) (\w+)/;
const FIELD = /^(\t*)(?:pub )?(\w+): /;
const VARIANT = /^(\t*)(\w+)(?:,| \{|\(|$)/;

/** The doc comments of a crate's types: by type, by `Type.field` and by `Type.Variant.field`. */
export function comments(crate) {
	const folder = crate === 'agora_primitives' ? 'primitives' : crate.replace('pallet_', 'pallets/');
	const src = join(ROOT, folder, 'src');
	const names = readdirSync(src, { recursive: true }).filter(
		(name) => name.endsWith('.rs') && !OTHER.test(name),
	);
	const found = new Map();
	for (const name of names.sort()) {
		scan(readFileSync(join(src, name), 'utf8').split('\n'), found);
	}
	return found;
}

/** Notes the comments in a file, which is formatted as `cargo fmt` does. */
function scan(lines, found) {
	let docs = [];
	let type;
	let variant;
	let attribute = false;
	for (const line of lines) {
		const comment = COMMENT.exec(line);
		if (comment) {
			docs.push(comment[1]);
			continue;
		}
		// Attributes come between a comment and what it is of, some in several lines, and remarks.
		if (/^\s*\/\/(?!!)/.test(line)) {
			continue;
		}
		if (attribute || /^\s*#\[/.test(line)) {
			attribute = !/\]\s*$/.test(line);
			continue;
		}
		const named = TYPE.exec(line);
		if (named) {
			type = line.endsWith('{') ? { depth: named[1].length, name: named[2] } : undefined;
			note(found, named[2], docs);
		} else if (type) {
			const depth = /^\t*/.exec(line)[0].length - type.depth;
			const [, , field] = FIELD.exec(line) ?? [];
			const [, , word] = VARIANT.exec(line) ?? [];
			if (depth === 0 && line.trim() === '}') {
				type = undefined;
			} else if (depth === 1 && field) {
				note(found, `${type.name}.${field}`, docs);
			} else if (depth === 1 && word) {
				variant = word;
				note(found, `${type.name}.${word}`, docs);
			} else if (depth === 2 && field) {
				note(found, `${type.name}.${variant}.${field}`, docs);
			}
		}
		docs = [];
	}
}

function note(found, key, docs) {
	if (docs.length > 0 && !found.has(key)) {
		found.set(key, docs);
	}
}

// SPDX-License-Identifier: Apache-2.0

// Types as they are read: names for those of ours, and what others are in the end.

import { OURS, variants } from './metadata.js';
import { comments } from './sources.js';
import { cell, paragraphs, sentence, table } from './text.js';

// Types that have a name everybody knows.
const KNOWN = {
	AccountId32: 'AccountId',
	H256: 'Hash',
	Perbill: 'Perbill',
	Permill: 'Permill',
};
// Types that are nothing but what is in them.
const TRANSPARENT = new Set(['BoundedBTreeMap', 'BoundedBTreeSet', 'BoundedVec', 'WeakBoundedVec']);
const CRATES = new Set([
	'agora_primitives',
	...Object.keys(OURS).map((name) => `pallet_${name.toLowerCase()}`),
]);

export class Types {
	#lookup;
	#metadata;
	// Each type of ours that was named.
	#met = new Map();
	#comments = new Map();

	constructor(metadata) {
		this.#metadata = metadata;
		this.#lookup = metadata.lookup;
	}

	/** A type as it is written. */
	name(id) {
		const { def, params, path } = this.#lookup.getSiType(id);
		const last = path.at(-1)?.toString();
		const generics = [...params].filter(({ type }) => type.isSome);
		const inside = () => generics.map(({ type }) => this.name(type.unwrap()));
		if (last in KNOWN) {
			return KNOWN[last];
		}
		if (TRANSPARENT.has(last)) {
			return this.name(def.asComposite.fields[0].type);
		}
		if (last === 'Option' || last === 'Result') {
			return `${last}<${inside().join(', ')}>`;
		}
		if (CRATES.has(path[0]?.toString())) {
			this.#meet(last, id, path);
			// Only what differs from one use to the other is said.
			return last === 'Page' ? `Page<${inside().join(', ')}>` : last;
		}
		if (last !== undefined) {
			return last;
		}
		const inner = {
			Array: () => `[${this.name(def.asArray.type)}; ${def.asArray.len}]`,
			BitSequence: () => 'BitVec',
			Compact: () => this.name(def.asCompact.type),
			Primitive: () => def.asPrimitive.type.toLowerCase(),
			Sequence: () => `Vec<${this.name(def.asSequence.type)}>`,
			Tuple: () => `(${def.asTuple.map((part) => this.name(part)).join(', ')})`,
		};
		return inner[def.type]();
	}

	/** The same as code, with a link to the type of ours that is in it, on the page `types.md`. */
	link(id, page = 'types.md') {
		const name = this.name(id);
		const ours = name.split(/\W+/).findLast((word) => this.#met.has(word) && word !== 'Page');
		const code = `\`${cell(name)}\``;
		return ours ? `[${code}](${page}#${ours.toLowerCase()})` : code;
	}

	/** Links to the types of ours that are in these, each once. */
	links(ids) {
		const words = ids.flatMap((id) => this.name(id).split(/\W+/));
		const ours = [...new Set(words)].filter((word) => this.#met.has(word));
		return ours.map((name) => `[${name}](types.md#${name.toLowerCase()})`);
	}

	#meet(name, id, path) {
		const place = path.map(String).join('::');
		const had = this.#met.get(name) ?? { crate: path[0].toString(), place, id };
		if (had.place !== place) {
			throw new Error(`two types are called ${name}: ${had.place} and ${place}`);
		}
		this.#met.set(name, had);
	}

	/** The doc comment in the sources of a crate, of `Type`, `Type.field` or `Type.Variant.field`. */
	comment(crate, key) {
		if (!this.#comments.has(crate)) {
			this.#comments.set(crate, comments(crate));
		}
		return this.#comments.get(crate).get(key) ?? [];
	}

	/** What all types of ours are that were named before, and those in them. */
	definitions() {
		const done = new Map();
		// Describing one can name others.
		for (let names; (names = [...this.#met.keys()].filter((name) => !done.has(name))).length; ) {
			names.forEach((name) => done.set(name, this.#definition(name)));
		}
		const sorted = [...done].sort(([a], [b]) => (a < b ? -1 : 1));
		return sorted.map(([name, text]) => `## ${name}\n\n${text}`);
	}

	#definition(type) {
		const { crate, id } = this.#met.get(type);
		const { def } = this.#lookup.getSiType(id);
		const parts = [paragraphs(this.comment(crate, type))];
		if (def.isVariant) {
			const rows = variants(this.#metadata, id).map(({ fields, index, name }) => [
				`\`${name}${cell(this.#inner(fields))}\``,
				index.toString(),
				this.#explain(crate, `${type}.${name}`, fields),
			]);
			parts.push(table(['variant', 'index', 'what it says'], rows));
		} else {
			const rows = def.asComposite.fields.map((field) => {
				const name = field.name.unwrap();
				return [
					`\`${name}\``,
					// The only type of ours that is of something else each time.
					type === 'Page' ? `\`${field.typeName.unwrap()}\`` : this.link(field.type, ''),
					sentence(this.comment(crate, `${type}.${name}`)),
				];
			});
			parts.push(table(['field', 'type', 'what it is'], rows));
		}
		return parts.filter(Boolean).join('\n\n');
	}

	/** What is in a variant. */
	#inner(fields) {
		const types = fields.map(({ name, type }) => {
			const text = this.name(type);
			return name.isSome ? `${name.unwrap()}: ${text}` : text;
		});
		if (types.length === 0) {
			return '';
		}
		return fields[0].name.isSome ? ` { ${types.join(', ')} }` : `(${types.join(', ')})`;
	}

	/** What a variant is, and what is in it. */
	#explain(crate, key, fields) {
		const inside = fields
			.filter(({ name }) => name.isSome)
			.map(({ name }) => [name, sentence(this.comment(crate, `${key}.${name}`))])
			.map(([name, text]) => `\`${name}\`: ${text}`);
		return [sentence(this.comment(crate, key)), ...inside].join(' ');
	}
}

// SPDX-License-Identifier: Apache-2.0

// What a card, `README.md`, says between two lines of `---` at its top. Of YAML only texts and lists
// of texts at the top level are taken, and what is written in another way is passed over.

export interface Split {
	/** Names and what they are, in order: as many as can be shown. */
	facts: [string, string[]][]
	/** The card without it. */
	body: string
}

const MAX_FACTS = 40
const MAX_VALUES = 60

/** Separate a card's front matter from its text. */
export function splitFrontMatter(card: string): Split {
	const [yaml, body] = cut(card)
	const facts = [...fieldsOf(yaml ?? '')].filter(([, values]) => values.length > 0).slice(0, MAX_FACTS)
	return { facts: facts.map(([name, values]) => [name, values.slice(0, MAX_VALUES)]), body }
}

/** The fields at the top level, each a list; nothing if there is no front matter. */
export function frontMatter(card: string): Map<string, string[]> | undefined {
	const [yaml] = cut(card)
	return yaml === undefined ? undefined : fieldsOf(yaml)
}

/** The YAML, if there is any, and what follows. As for the command, empty lines may stand before it. */
function cut(card: string): [yaml: string | undefined, body: string] {
	const text = card.replace(/^\ufeff/, '')
	const opening = /^\s*---[ \t]*\r?\n/.exec(text)
	if (!opening) return [undefined, text]
	const rest = text.slice(opening[0].length)
	const closing = /^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/m.exec(rest)
	if (!closing) return [undefined, text]
	return [rest.slice(0, closing.index), rest.slice(closing.index + closing[0].length)]
}

function fieldsOf(yaml: string): Map<string, string[]> {
	const fields = new Map<string, string[]>()
	let list: string[] | undefined
	for (const line of yaml.split(/\r?\n/)) {
		const item = /^\s*-\s+(.*)$/.exec(line)
		if (item && list) {
			const value = scalar(item[1] ?? '')
			if (value !== undefined) list.push(value)
			continue
		}
		const field = /^([A-Za-z_][\w-]*):(?:\s+(.*))?$/.exec(line)
		if (!field?.[1]) {
			// Deeper than the top level: what follows is no list of texts.
			if (line.trim() !== '' && !line.trim().startsWith('#')) list = undefined
			continue
		}
		list = valuesOf(field[2] ?? '')
		if (!fields.has(field[1])) fields.set(field[1], list)
	}
	return fields
}

/** A text, or a list of them in one line. */
function valuesOf(value: string): string[] {
	const list = /^\[(.*)\]\s*$/.exec(value.trim())
	const parts = list ? (list[1] ?? '').split(',') : [value]
	return parts.map(scalar).filter(part => part !== undefined)
}

/** A text on one line, with or without quotes; nothing for what is anything else. */
function scalar(text: string): string | undefined {
	const quoted = /^"([^"\\]*)"|^'([^']*)'/.exec(text.trim())
	if (quoted) return quoted[1] ?? quoted[2]
	const plain = text.replace(/(^|\s)#.*$/, '').trim()
	return plain === '' || /^[&*!|>{[%@`"']/.test(plain) || /:(\s|$)/.test(plain) ? undefined : plain
}

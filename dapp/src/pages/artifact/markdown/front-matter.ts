// SPDX-License-Identifier: Apache-2.0

// The YAML at the top of a card, as hubs have it. Only texts and lists of texts at its top level
// are taken; the rest is for programs.

export interface Split {
	/** Names and what they are, in order. */
	facts: [string, string[]][]
	/** The card without it. */
	body: string
}

const MAX_FACTS = 40
const MAX_VALUES = 60

/** Separate the YAML between two lines of `---` at the very top from the rest. */
export function splitFrontMatter(card: string): Split {
	const text = card.replace(/^\ufeff/, '')
	const opening = /^---[ \t]*\r?\n/.exec(text)
	if (!opening) return { facts: [], body: text }
	const rest = text.slice(opening[0].length)
	const closing = /^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/m.exec(rest)
	if (!closing) return { facts: [], body: text }
	return { facts: factsOf(rest.slice(0, closing.index)), body: rest.slice(closing.index + closing[0].length) }
}

function factsOf(yaml: string): [string, string[]][] {
	const facts: [string, string[]][] = []
	for (const line of yaml.split(/\r?\n/)) {
		const item = /^ {0,2}- +(.*)$/.exec(line)?.[1]
		if (item !== undefined) {
			const values = facts.at(-1)?.[1]
			const value = scalar(item)
			if (values && value !== undefined && values.length < MAX_VALUES) values.push(value)
			continue
		}
		const [, key, value = ''] = /^([A-Za-z][\w-]*):(?:[ \t]+(.*))?$/.exec(line) ?? []
		if (key === undefined || facts.length >= MAX_FACTS) continue
		facts.push([key, valuesOf(value)])
	}
	return facts.filter(([, values]) => values.length > 0)
}

/** A text, or a list of them in one line. */
function valuesOf(value: string): string[] {
	const list = /^\[(.*)\]\s*$/.exec(value)
	const parts = list ? (list[1] ?? '').split(',').slice(0, MAX_VALUES) : [value]
	return parts.map(part => scalar(part.trim())).filter(part => part !== undefined)
}

/** A text; nothing for what is no plain text, such as a mapping or an alias. */
function scalar(text: string): string | undefined {
	const value = text.replace(/[ \t]+#.*$/, '').trim()
	const quoted = /^(["'])(.*)\1$/.exec(value)
	if (quoted) return quoted[2]
	if (value === '' || /^[&*|>{[!%@`]/.test(value) || /^[\w-]+:(\s|$)/.test(value)) return undefined
	return value
}

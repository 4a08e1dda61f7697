// SPDX-License-Identifier: Apache-2.0

// What a card, `README.md`, says between two lines of `---` at its top. It proposes, and the
// publisher decides: of YAML only texts and lists of texts at the top level are taken, and what is
// written in another way is passed over.

/** The card's name at the top of a folder. */
export const CARD_NAME = 'README.md'
/** As much of a card is read. */
export const MAX_CARD_BYTES = 2 ** 20

/** The fields at the top level, each a list; nothing if there is no front matter. */
export function frontMatter(text: string): Map<string, string[]> | undefined {
	const lines = text.replace(/^\ufeff/, '').trimStart().split(/\r?\n/)
	if (lines[0]?.trimEnd() !== '---') return undefined
	const end = lines.findIndex((line, at) => at > 0 && ['---', '...'].includes(line.trimEnd()))
	if (end === -1) return undefined
	const fields = new Map<string, string[]>()
	let list: string[] | undefined
	for (const line of lines.slice(1, end)) {
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
		list = []
		if (!fields.has(field[1])) fields.set(field[1], list)
		const rest = (field[2] ?? '').trim()
		if (/^\[.*\]$/.test(rest)) list.push(...rest.slice(1, -1).split(',').map(scalar).filter(one => one !== undefined))
		else {
			const value = scalar(rest)
			if (value !== undefined) list.push(value)
		}
	}
	return fields
}

/** A text on one line, with or without quotes; nothing for what is anything else. */
function scalar(text: string): string | undefined {
	const quoted = /^"([^"\\]*)"|^'([^']*)'/.exec(text.trim())
	if (quoted) return quoted[1] ?? quoted[2]
	const plain = text.replace(/(^|\s)#.*$/, '').trim()
	return plain === '' || /^[&*!|>{[%@`"']/.test(plain) || /:\s/.test(plain) ? undefined : plain
}

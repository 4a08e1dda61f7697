// SPDX-License-Identifier: Apache-2.0

// What may be written into the chain: lengths in bytes and characters, as the registry has them.

export const MAX_NAME = 64
export const MAX_TAG = 24
export const MAX_TAGS = 5
export const MAX_LICENSE = 64

const WORD = /^[a-z0-9][a-z0-9._-]*$/

/** What is wrong with a name; nothing if it can be one. */
export function nameFault(name: string): string | undefined {
	if (name === '') return 'Give it a name.'
	if (name.length > MAX_NAME) return `A name has at most ${MAX_NAME} characters; this has ${name.length}.`
	if (WORD.test(name)) return undefined
	return 'A name has the characters a-z, 0-9, “.”, “_” and “-” alone, and begins with a letter or digit.'
}

/** The tags that were written, separated by spaces or commas. */
export const tagsOf = (text: string): string[] => text.split(/[\s,]+/).filter(Boolean)

export function tagsFault(text: string): string | undefined {
	const tags = tagsOf(text)
	const long = tags.find(tag => tag.length > MAX_TAG)
	if (long) return `A tag has at most ${MAX_TAG} characters; “${long}” has ${long.length}.`
	const wrong = tags.find(tag => !WORD.test(tag))
	if (wrong) return `“${wrong}” is no tag: a-z, 0-9, “.”, “_” and “-” alone, a letter or digit first.`
	const twice = tags.find((tag, at) => tags.indexOf(tag) !== at)
	if (twice) return `The tag “${twice}” is there twice.`
	return tags.length > MAX_TAGS ? `There are at most ${MAX_TAGS} tags; these are ${tags.length}.` : undefined
}

/** Lower case, with `-` for what a name or tag cannot have. */
function word(text: string, most: number): string | undefined {
	const plain = text.trim().toLowerCase().replace(/[^a-z0-9._-]/g, '-').replace(/^[._-]+/, '')
	const cut = plain.slice(0, most).replace(/[._-]+$/, '')
	return cut === '' ? undefined : cut
}

/** The name that a folder's own proposes. */
export const proposedName = (folder: string | undefined): string => word(folder ?? '', MAX_NAME) ?? ''

/** The tags that a card's propose; those with a colon are made for machines. */
export function proposedTags(said: readonly string[]): string {
	const tags = said.filter(text => !text.includes(':')).map(text => word(text, 100))
	const fitting = tags.filter(tag => tag !== undefined && tag.length <= MAX_TAG)
	return [...new Set(fitting)].slice(0, MAX_TAGS).join(' ')
}

/** Per cent with at most four decimals as parts per million; nothing if it is no share. */
export function partsOf(percent: string): number | undefined {
	const match = /^(\d{1,3})(?:\.(\d{0,4}))?$/.exec(percent.trim())
	if (!match) return undefined
	const parts = Number(match[1]) * 10_000 + Number((match[2] ?? '').padEnd(4, '0'))
	return parts <= 1_000_000 ? parts : undefined
}

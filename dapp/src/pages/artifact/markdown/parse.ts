// SPDX-License-Identifier: Apache-2.0

// Markdown to HTML. What comes out is as untrusted as what went in.

import { Marked } from 'marked'
import { quiet } from './quiet'

const marked = new Marked({ gfm: true, async: false, renderer: { html: ({ text }) => quiet(text) } })

/** Most HTML that is looked at: links by reference can multiply what a card has. */
const MAX_HTML = 4 * 2 ** 20
/** Most tags in it: more take a browser longer than a reader waits. */
const MAX_TAGS = 40_000

/** HTML; nothing where the text is nested deeper than the parser can follow, or becomes too much. */
export function toHtml(markdown: string): string | undefined {
	let html: string
	try {
		html = marked.parse(markdown, { async: false })
	} catch {
		return undefined
	}
	if (html.length > MAX_HTML) return undefined
	let tags = 0
	for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', at + 1)) tags += 1
	return tags > MAX_TAGS ? undefined : html
}

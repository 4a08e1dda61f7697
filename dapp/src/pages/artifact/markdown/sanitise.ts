// SPDX-License-Identifier: Apache-2.0

// What of a stranger's HTML is kept: text, its structure, and the addresses of links and images.

import DOMPurify from 'dompurify'

/** Tags that are kept; the content of others is kept without them, that of scripts and styles not. */
export const TAGS = [
	...['p', 'br', 'hr', 'div', 'span', 'blockquote', 'pre', 'code', 'kbd', 'samp', 'var'],
	...['em', 'strong', 'b', 'i', 'u', 's', 'del', 'ins', 'mark', 'small', 'sub', 'sup', 'q', 'cite', 'abbr'],
	...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'dl', 'dt', 'dd'],
	...['table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td'],
	...['a', 'img', 'figure', 'figcaption', 'details', 'summary', 'input'],
]

/**
 * A tree of kept elements, in a document of its own where nothing is loaded and nothing runs.
 *
 * It is never put on the page: `nodes.tsx` builds what is shown from it, by a list of its own.
 */
export function sanitise(html: string): DocumentFragment {
	return DOMPurify.sanitize(html, {
		ALLOWED_TAGS: TAGS,
		ALLOWED_ATTR: ['href', 'src', 'alt', 'start', 'colspan', 'rowspan', 'type', 'checked', 'align'],
		ALLOW_DATA_ATTR: false,
		ALLOW_ARIA_ATTR: false,
		ALLOWED_URI_REGEXP: /^(?:https?:|mailto:|[^a-z]|[a-z+.-]+(?:[^a-z+.\-:]|$))/i,
		RETURN_DOM_FRAGMENT: true,
	})
}

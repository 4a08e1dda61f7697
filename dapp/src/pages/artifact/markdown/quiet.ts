// SPDX-License-Identifier: Apache-2.0

// HTML in a card is looked at in a document where nothing runs. Browsers still report each handler
// and style in it against the page's content security policy, many of them for an honest card. So
// what is taken away anyway is given another name before, and a report always means something.
//
// This protects from nothing and need not be complete: `sanitise.ts` decides what is kept.

const ATTRIBUTE = /([\s"'/])(on\w+|style)(?=\s*=)/gi
const STYLE = /<(\/?)style(?![\w-])/gi
const BASE = /<base(?![\w-])/gi

/** Styles become scripts, which are passed over with all that is in them and never reported. */
export const quiet = (html: string): string =>
	html.replace(ATTRIBUTE, '$1x-$2').replace(STYLE, '<$1script').replace(BASE, '<wbr')

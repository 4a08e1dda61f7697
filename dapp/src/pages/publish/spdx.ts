// SPDX-License-Identifier: Apache-2.0

// License expressions of SPDX: their form, and what cards call them. The chain checks their
// characters and length alone; here their form is checked too, and a rare id is remarked on.

import { MAX_LICENSE } from './words'

/** Ids that models and datasets mostly have. They are proposed, and no others refused. */
export const COMMON = (
	'Apache-2.0 MIT BSD-2-Clause BSD-3-Clause CC0-1.0 CC-BY-4.0 CC-BY-3.0 CC-BY-SA-4.0 CC-BY-SA-3.0 CC-BY-NC-4.0 ' +
	'CC-BY-NC-3.0 CC-BY-NC-SA-4.0 CC-BY-NC-SA-3.0 CC-BY-ND-4.0 CC-BY-NC-ND-4.0 CC-BY-NC-ND-3.0 CDLA-Permissive-1.0 ' +
	'CDLA-Permissive-2.0 CDLA-Sharing-1.0 C-UDA-1.0 ODbL-1.0 ODC-By-1.0 PDDL-1.0 GPL-2.0-only GPL-2.0-or-later ' +
	'GPL-3.0-only GPL-3.0-or-later LGPL-2.1-only LGPL-3.0-only AGPL-3.0-only AGPL-3.0-or-later MPL-2.0 ISC EPL-2.0 ' +
	'EUPL-1.2 BSL-1.0 Artistic-2.0 AFL-3.0 Unlicense WTFPL Zlib OFL-1.1 PostgreSQL NCSA ECL-2.0 MS-PL OSL-3.0'
).split(' ')

/** Ids of model hubs that are no other spelling of SPDX's. */
const OTHERS: Record<string, string> = {
	'odc-by': 'ODC-By-1.0',
	odbl: 'ODbL-1.0',
	pddl: 'PDDL-1.0',
	'c-uda': 'C-UDA-1.0',
	'agpl-3.0': 'AGPL-3.0-only',
	'gpl-2.0': 'GPL-2.0-only',
	'gpl-3.0': 'GPL-3.0-only',
	'lgpl-2.1': 'LGPL-2.1-only',
	'lgpl-3.0': 'LGPL-3.0-only',
	'openrail++': 'LicenseRef-openrail-plus-plus',
}

const WRONG = 'Write an SPDX expression such as “MIT OR Apache-2.0”.'
const ID = /^(?:(?:DocumentRef-[A-Za-z0-9.-]+:)?LicenseRef-[A-Za-z0-9.-]+|[A-Za-z0-9][A-Za-z0-9.-]*\+?)$/
const OPERATORS = ['AND', 'OR', 'WITH']

/** What is wrong with an expression; nothing if it has the form of one. */
export function licenseFault(text: string): string | undefined {
	const license = text.trim()
	if (license === '') return `Say what the license of the files is. ${WRONG}`
	if (license.length > MAX_LICENSE) {
		return `A license has at most ${MAX_LICENSE} characters; this has ${license.length}. Write LicenseRef-Your-Name, and put the whole into the files.`
	}
	if (!/^[A-Za-z0-9.+:() -]+$/.test(license)) return `A license has no such characters. ${WRONG}`
	let open = 0
	let wantsId = true
	for (const token of tokens(license)) {
		if (token === '(') {
			if (!wantsId) return WRONG
			open += 1
		} else if (token === ')') {
			open -= 1
			if (wantsId || open < 0) return WRONG
		} else if (OPERATORS.includes(token)) {
			if (wantsId) return WRONG
			wantsId = true
		} else {
			if (!wantsId || !ID.test(token)) return WRONG
			wantsId = false
		}
	}
	return wantsId || open !== 0 ? WRONG : undefined
}

const tokens = (license: string): string[] => license.match(/[()]|[^() ]+/g) ?? []

/** An id in the expression that is none of the common ones: it may be misspelled. */
export const uncommon = (license: string): string | undefined =>
	tokens(license).find(
		(token, at, all) =>
			!OPERATORS.includes(token) &&
			!/^[()]$/.test(token) &&
			!token.includes('Ref-') &&
			all[at - 1] !== 'WITH' &&
			!COMMON.includes(token),
	)

/** The expression for what a card calls its licenses; nothing where nobody knows. */
export function proposedLicense(said: readonly string[], name: string | undefined): string | undefined {
	const found = said.map(id => ofHub(id.trim(), name))
	if (found.length === 0 || found.includes(undefined)) return undefined
	return found.length === 1 ? found[0] : found.map(one => (one?.includes(' ') ? `(${one})` : one)).join(' AND ')
}

function ofHub(id: string, name: string | undefined): string | undefined {
	const lower = id.toLowerCase()
	if (['', 'unknown', 'none'].includes(lower)) return undefined
	if (lower === 'other') return name === undefined ? undefined : reference(name)
	const known = OTHERS[lower] ?? COMMON.find(common => common.toLowerCase() === lower)
	if (known) return known
	if (id.includes(' ') && licenseFault(id) === undefined && uncommon(id) === undefined) return id
	return reference(id)
}

function reference(name: string): string | undefined {
	const plain = name.replace(/[^A-Za-z0-9.-]/g, '-').replace(/^[-.]+|[-.]+$/g, '')
	return plain === '' ? undefined : `LicenseRef-${plain}`
}

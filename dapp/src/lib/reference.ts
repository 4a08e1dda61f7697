// SPDX-License-Identifier: Apache-2.0

// An artifact or a version as people write it: `PUBLISHER/NAME`, or `PUBLISHER/NAME@NUMBER`.

import { addressOf } from './address'

export interface Reference {
	/** An address with a checksum that holds. */
	publisher: string
	name: string
	/** Nothing where no version is named. */
	number: number | undefined
}

/** Numbers of versions are of 32 bits. */
const MAX_NUMBER = 2 ** 32 - 1

/** What somebody typed as a reference; nothing if it is none. */
export function parseReference(text: string): Reference | undefined {
	const parts = /^([^/]+)\/([a-z0-9][a-z0-9._-]{0,63})(?:@([1-9]\d{0,9}))?$/.exec(text.trim())
	const publisher = parts?.[1] && addressOf(parts[1])
	const name = parts?.[2]
	if (!publisher || !name) return undefined
	const number = parts[3] === undefined ? undefined : Number(parts[3])
	return number === undefined || number <= MAX_NUMBER ? { publisher, name, number } : undefined
}

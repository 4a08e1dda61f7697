// SPDX-License-Identifier: Apache-2.0

// What may be written into the chain as the location of a version, as the registry has it.

import { bytesOf } from './bytes'

export const MAX_LOCATION = 96
export const MAX_LOCATIONS = 2

/** A scheme, a colon, and printable ASCII without spaces. */
const LOCATION = /^[a-z][a-z0-9+.-]*:[!-~]+$/

/** The locations that were written, without empty ones. */
export const locationsOf = (texts: readonly string[]): string[] => texts.map(text => text.trim()).filter(Boolean)

/** What is wrong with a location beside others; nothing if it can be one. */
export function locationFault(text: string, others: readonly string[] = []): string | undefined {
	const location = text.trim()
	if (location === '') return undefined
	const bytes = bytesOf(location).length
	if (bytes > MAX_LOCATION) return `A location has at most ${MAX_LOCATION} bytes; this has ${bytes}.`
	if (!LOCATION.test(location)) return 'A location is an address such as https://example.org/model, in ASCII and without spaces.'
	return others.some(other => other.trim() === location) ? 'The same location is given twice.' : undefined
}

/** What is wrong with all locations of a version. */
export function locationsFault(locations: readonly string[]): string | undefined {
	if (locations.length > MAX_LOCATIONS) return `A version has at most ${MAX_LOCATIONS} locations; these are ${locations.length}.`
	return locations.map((location, at) => locationFault(location, locations.slice(0, at))).find(Boolean)
}

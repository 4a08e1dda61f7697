// SPDX-License-Identifier: Apache-2.0

// The addresses of pages. They stand behind a `#`, so that any web server serves them all.

export const routes = {
	browse: '/',
	artifact: '/artifact/:publisher/:reference',
	publish: '/publish',
	buy: '/buy/:offer',
	mine: '/mine',
	provenance: '/provenance',
	network: '/network',
} as const

/** The page of an artifact, or of one of its versions. */
export const artifactPath = (publisher: string, name: string, number?: number): string =>
	`/artifact/${publisher}/${name}${number === undefined ? '' : `@${number}`}`

export const buyPath = (offer: bigint | number): string => `/buy/${offer}`

/** The page that compares a folder with a version. */
export const checkPath = (publisher: string, name: string, number: number): string =>
	`/publish?check=${publisher}/${name}@${number}`

/** The page that checks proofs, for a version. */
export const provenancePath = (sequence: bigint): string => `/provenance?version=${sequence}`

/** A reference in an address: the name, and the number if there is one. Nothing if it is none. */
export function parseReference(reference: string): { name: string; number: number | undefined } | undefined {
	const [, name, digits] = /^([^@]+)(?:@([1-9]\d{0,9}))?$/.exec(reference) ?? []
	const number = digits === undefined ? undefined : Number(digits)
	if (name === undefined || (number !== undefined && number >= 2 ** 32)) return undefined
	return { name, number }
}

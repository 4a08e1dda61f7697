// SPDX-License-Identifier: Apache-2.0

import { describe, expect, it, vi } from 'vitest'
import { type ArtifactView, cheapest, type OfferView, readArtifact, readVersions } from './artifact'
import type { Api } from './connection'

const version = (number: number) => ({ sequence: BigInt(number), version: { number } })

/** A chain on which an artifact has these versions and has had others. */
function chain(numbers: number[], next_number: number): Api {
	const view = { id: '0x01', artifact: { versions: numbers.length, next_number } }
	const RegistryApi = {
		artifact_by_name: vi.fn().mockResolvedValue(view),
		version_by_number: async (_: string, number: number) => (numbers.includes(number) ? version(number) : undefined),
		versions: async (_: string, from: number, limit: number) => ({
			items: numbers.filter(number => number >= from).slice(0, limit).map(version),
		}),
	}
	return { apis: { RegistryApi } } as unknown as Api
}

describe('the version shown', () => {
	it('is the newest there is, also where the last were removed', async () => {
		const cases: [number[], number, number | undefined][] = [
			[[1, 2, 3], 4, 3],
			[[1, 2], 4, 2],
			[[1], 500, 1],
			[[], 4, undefined],
		]
		for (const [numbers, next, newest] of cases) {
			const found = await readArtifact(chain(numbers, next), 'publisher', 'name', undefined)
			expect(found?.newest).toBe(newest)
			expect(found?.version?.version.number).toBe(newest)
		}
	})
	it('is the one asked for, beside which the newest is known', async () => {
		const found = await readArtifact(chain([1, 2, 3], 4), 'publisher', 'name', 1)
		expect([found?.version?.version.number, found?.newest]).toEqual([1, 3])
		const absent = await readArtifact(chain([1, 3], 4), 'publisher', 'name', 2)
		expect([absent?.version, absent?.newest]).toEqual([undefined, 3])
	})
})

it('versions come newest first, in pages that leave none out and have none twice', async () => {
	const numbers = Array.from({ length: 120 }, (_, at) => at + 1).filter(number => number % 7 !== 0)
	const seen: number[] = []
	let below: number | undefined = 121
	while (below !== undefined) {
		const page = await readVersions(chain(numbers, 121), { id: '0x01' } as ArtifactView, below)
		seen.push(...page.items.map(item => item.version.number))
		below = page.next
	}
	expect(seen).toEqual(numbers.toReversed())
})

it('the cheapest offer is one that is open', () => {
	const offer = (id: bigint, price: bigint, open: boolean) => ({ id, price, open }) as OfferView
	expect(cheapest([offer(1n, 5n, true), offer(2n, 1n, false), offer(3n, 4n, true)])?.id).toBe(3n)
	expect(cheapest([offer(2n, 1n, false)])).toBeUndefined()
})

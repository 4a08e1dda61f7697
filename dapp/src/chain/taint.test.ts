// SPDX-License-Identifier: Apache-2.0

import { expect, it, vi } from 'vitest'
import type { Api } from './connection'
import { readTaints } from './taint'

const item = (sequence: bigint) => ({
	sequence,
	depth: 0,
	yanked: true,
	superseded_by: undefined,
	consent_withdrawn: 0n,
	negative: [],
})
const api = (taint: unknown) => ({ apis: { ProvenanceApi: { taint } } }) as unknown as Api

it('goes on from page to page with what the page before says', async () => {
	const taint = vi
		.fn()
		.mockResolvedValueOnce({ items: [item(9n)], examined: 250, beyond_depth: false, next: [{ sequence: 3n, depth: 2 }] })
		.mockResolvedValueOnce({ items: [item(2n)], examined: 4, beyond_depth: true, next: undefined })
	const found = await readTaints(api(taint), 9n, ['alice'])
	expect(found).toEqual({ items: [item(9n), item(2n)], examined: 254, beyond: true })
	expect(taint.mock.calls[1]?.[4]).toEqual([{ sequence: 3n, depth: 2 }])
})

it('stops after some pages and says that there is more', async () => {
	const page = { items: [], examined: 250, beyond_depth: false, next: [{ sequence: 1n, depth: 1 }] }
	const taint = vi.fn().mockResolvedValue(page)
	const found = await readTaints(api(taint), 9n, [])
	expect(found).toMatchObject({ examined: 2000, beyond: true })
})

it('names no more attesters than the chain looks at', async () => {
	const taint = vi.fn().mockResolvedValue({ items: [], examined: 1, beyond_depth: false })
	await readTaints(api(taint), 1n, Array.from({ length: 20 }, String))
	expect(taint.mock.calls[0]?.[1]).toHaveLength(16)
})

// SPDX-License-Identifier: Apache-2.0

import { expect, it } from 'vitest'
import { readOwned } from './owned'

/** A chain that answers with these pages one after the other, and notes what it was asked. */
function chain(pages: { items: number; next?: number }[]) {
	const asked: { after: unknown; limit: number }[] = []
	const search = async (_query: object, after: unknown, limit: number) => {
		const { items, next } = pages[asked.length] ?? { items: 0 }
		asked.push({ after, limit })
		return { items: Array.from({ length: items }, () => ({})), next: next && { type: 'Any', value: next }, examined: 2_000 }
	}
	return { api: { apis: { CatalogApi: { search } } } as any, asked }
}

it('a page of what is owned is filled from short answers of the chain', async () => {
	const { api, asked } = chain([{ items: 3, next: 1 }, { items: 0, next: 2 }, { items: 17, next: 3 }, { items: 20 }])
	const { items, next } = await readOwned(api, 'owner', undefined)
	expect(items).toHaveLength(20)
	expect(next).toEqual({ type: 'Any', value: 3 })
	expect(asked.map(({ limit }) => limit)).toEqual([20, 17, 17])
	expect(asked[1]?.after).toEqual({ type: 'Any', value: 1 })
})

it('it ends where the chain has no more, and does not ask for ever', async () => {
	expect((await readOwned(chain([{ items: 2 }]).api, 'owner', undefined)).next).toBeUndefined()
	const endless = chain(Array.from({ length: 99 }, (_, i) => ({ items: 0, next: i + 1 })))
	expect((await readOwned(endless.api, 'owner', undefined)).next).toEqual({ type: 'Any', value: 10 })
	expect(endless.asked).toHaveLength(10)
})

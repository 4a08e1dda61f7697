// SPDX-License-Identifier: Apache-2.0

import { type Query, QueryClient, QueryObserver } from '@tanstack/react-query'
import { expect, it, vi } from 'vitest'
import { afterBlock, afterTransaction } from './refresh'

/** A read on screen that is answered when the test says so. */
function reading(live: boolean) {
	const queries = new QueryClient({ defaultOptions: { queries: { networkMode: 'always', retry: false } } })
	const answers: ((value: number) => void)[] = []
	const queryFn = vi.fn(() => new Promise<number>(resolve => answers.push(resolve)))
	const observer = new QueryObserver(queries, { queryKey: ['a'], queryFn, meta: { live } })
	const stop = observer.subscribe(() => undefined)
	return { queries, queryFn, answers, observer, stop }
}

it('reads once more what was read for the first time when the block came', async () => {
	const { queries, queryFn, answers, observer, stop } = reading(true)
	const again = new WeakSet<Query>()
	afterBlock(queries, again)
	afterBlock(queries, again)
	expect(queryFn).toHaveBeenCalledTimes(1)
	answers[0]?.(1)
	await vi.waitFor(() => expect(queryFn).toHaveBeenCalledTimes(2))
	answers[1]?.(2)
	await vi.waitFor(() => expect(observer.getCurrentResult().data).toBe(2))
	expect(queryFn).toHaveBeenCalledTimes(2)
	afterBlock(queries, again)
	expect(queryFn).toHaveBeenCalledTimes(3)
	stop()
})

it('leaves alone what does not follow the chain', async () => {
	const { queries, queryFn, answers, observer, stop } = reading(false)
	afterBlock(queries, new WeakSet())
	answers[0]?.(1)
	await vi.waitFor(() => expect(observer.getCurrentResult().data).toBe(1))
	afterBlock(queries, new WeakSet())
	expect(queryFn).toHaveBeenCalledTimes(1)
	stop()
})

it('a transaction has all read again but what is pinned', async () => {
	const queries = new QueryClient()
	const read = (name: string, meta: Record<string, unknown>) =>
		queries.fetchQuery({ queryKey: [name], queryFn: () => name, meta })
	await Promise.all([
		read('balance', { live: true }),
		read('limits', { live: false }),
		read('deal', { live: false, pinned: true }),
	])
	await afterTransaction(queries)
	const again = ['balance', 'limits', 'deal'].filter(name => queries.getQueryState([name])?.isInvalidated)
	expect(again).toEqual(['balance', 'limits'])
})

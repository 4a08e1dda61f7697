// SPDX-License-Identifier: Apache-2.0

import { QueryClient } from '@tanstack/react-query'
import { expect, it } from 'vitest'
import { refresh } from './refresh'

it('a transaction has all read again but what is pinned', async () => {
	const queries = new QueryClient()
	const read = (name: string, meta: Record<string, unknown>) =>
		queries.fetchQuery({ queryKey: [name], queryFn: () => name, meta })
	await Promise.all([
		read('balance', { live: true }),
		read('limits', { live: false }),
		read('deal', { live: false, pinned: true }),
	])
	await refresh(queries)
	const again = ['balance', 'limits', 'deal'].filter(name => queries.getQueryState([name])?.isInvalidated)
	expect(again).toEqual(['balance', 'limits'])
})

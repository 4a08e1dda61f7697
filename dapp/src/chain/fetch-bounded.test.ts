// SPDX-License-Identifier: Apache-2.0

import { afterEach, expect, it, vi } from 'vitest'
import { fetchBounded } from './fetch-bounded'

afterEach(() => vi.unstubAllGlobals())

const answering = (make: (init: RequestInit) => Response | Promise<Response>) => {
	const asked = vi.fn((_url: string, init: RequestInit) => Promise.resolve(make(init)))
	vi.stubGlobal('fetch', asked)
	return asked
}
const limits = { bytes: 10, milliseconds: 1_000 }

it('takes what is within the bound', async () => {
	const asked = answering(() => new Response('0123456789'))
	const got = await fetchBounded('https://x.org/a', limits)
	expect(got.type === 'bytes' && new TextDecoder().decode(got.bytes)).toBe('0123456789')
	expect(asked.mock.calls[0]?.[1]).toMatchObject({ credentials: 'omit', referrerPolicy: 'no-referrer' })
})

it('stops reading beyond the bound, whatever length the server says', async () => {
	let cancelled = false
	let made = 0
	const endless = () =>
		new ReadableStream({
			pull: controller => {
				made += 1
				controller.enqueue(new Uint8Array(4))
			},
			cancel: () => {
				cancelled = true
			},
		})
	answering(() => new Response(endless(), { headers: { 'content-length': '4' } }))
	const got = await fetchBounded('https://x.org/a', limits)
	expect(got).toMatchObject({ type: 'failed', why: expect.stringMatching(/larger/) })
	expect(cancelled).toBe(true)
	expect(made).toBeLessThan(8)
})

it('says what the server answers, and what a browser keeps to itself', async () => {
	answering(() => new Response('', { status: 404 }))
	expect(await fetchBounded('https://x.org/a', limits)).toEqual({ type: 'failed', why: 'the server answers 404' })
	answering(() => Promise.reject(new TypeError('Failed to fetch')))
	expect(await fetchBounded('https://x.org/a', limits)).toMatchObject({ why: expect.stringMatching(/CORS/) })
})

const hanging = (init: RequestInit) =>
	new Promise<Response>((_, reject) =>
		init.signal?.addEventListener('abort', () => reject(new DOMException('ended', 'AbortError'))),
	)

it('waits no longer than it may', async () => {
	answering(hanging)
	const got = await fetchBounded('https://x.org/a', { ...limits, milliseconds: 20 })
	expect(got).toMatchObject({ type: 'failed', why: expect.stringMatching(/after 0.02 seconds/) })
})

it('ends without an answer where nobody wants it any more', async () => {
	answering(hanging)
	const nobody = new AbortController()
	const got = fetchBounded('https://x.org/a', { ...limits, signal: nobody.signal })
	nobody.abort()
	await expect(got).rejects.toThrow()
})

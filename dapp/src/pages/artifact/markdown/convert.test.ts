// SPDX-License-Identifier: Apache-2.0

import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { convert } from './convert'

/** A worker that says what it is told to say, when it is told to. */
class Stand {
	static last: Stand
	onmessage: (event: { data: unknown }) => void = () => undefined
	onerror: () => void = () => undefined
	postMessage = vi.fn()
	terminate = vi.fn()
	constructor() {
		Stand.last = this
	}
}

beforeEach(() => {
	vi.useFakeTimers()
	vi.stubGlobal('Worker', Stand)
})
afterEach(() => {
	vi.useRealTimers()
	vi.unstubAllGlobals()
})
const unending = () => new AbortController().signal

it('hands on what the worker made, and lets it go', async () => {
	const html = convert('*a*', unending())
	expect(Stand.last.postMessage).toHaveBeenCalledWith('*a*')
	Stand.last.onmessage({ data: true })
	Stand.last.onmessage({ data: '<p>' })
	expect(await html).toBe('<p>')
	expect(Stand.last.terminate).toHaveBeenCalled()
})

it('gives up on a card that takes too long, or breaks the worker', async () => {
	const late = convert('a', unending())
	Stand.last.onmessage({ data: true })
	vi.advanceTimersByTime(3_000)
	expect(await late).toBeUndefined()
	expect(Stand.last.terminate).toHaveBeenCalled()
	const broken = convert('a', unending())
	Stand.last.onerror()
	expect(await broken).toBeUndefined()
	expect(Stand.last.terminate).toHaveBeenCalled()
})

it('counts no time in which the worker was on its way', async () => {
	const html = convert('a', unending())
	vi.advanceTimersByTime(20_000)
	Stand.last.onmessage({ data: true })
	vi.advanceTimersByTime(2_000)
	Stand.last.onmessage({ data: '<p>' })
	expect(await html).toBe('<p>')
	const never = convert('a', unending())
	vi.advanceTimersByTime(30_000)
	expect(await never).toBeUndefined()
})

it('stops where the reader has gone on', async () => {
	const gone = new AbortController()
	const html = convert('a', gone.signal)
	gone.abort(new Error('gone'))
	await expect(html).rejects.toThrow('gone')
	expect(Stand.last.terminate).toHaveBeenCalled()
})

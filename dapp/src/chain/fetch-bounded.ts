// SPDX-License-Identifier: Apache-2.0

// Bytes from a stranger's server: no more than a bound, for no longer than a while, and with
// nothing of the user's in the question.
//
// Redirects are followed, as storage services need: a server that may be asked can still send the
// browser to an address that a page would not ask by itself, such as one in the user's own network.
// What comes back from there is read only if that server lets other pages read it.

export type Fetched =
	| { type: 'bytes'; bytes: Uint8Array<ArrayBuffer> }
	/** `elsewhere`: the server sends on to another place, and `limits.redirect` is `manual`. */
	| { type: 'failed'; why: string; elsewhere?: true }

export interface Limits {
	/** Most bytes that are taken. */
	bytes: number
	/** Most time that it may take, in milliseconds. */
	milliseconds: number
	/** Whether it goes on where the server sends it, unseen by the page; it does if nothing is said. */
	redirect?: 'follow' | 'manual' | undefined
	/** Ends it early, without an answer. */
	signal?: AbortSignal | undefined
}

const failed = (why: string) => ({ type: 'failed', why }) as const

/** Fetch a file. Fails only if `limits.signal` ends it; all else is an answer. */
export async function fetchBounded(url: string, limits: Limits): Promise<Fetched> {
	const timeout = AbortSignal.timeout(limits.milliseconds)
	const signal = limits.signal ? AbortSignal.any([limits.signal, timeout]) : timeout
	try {
		const answer = await fetch(url, {
			signal,
			credentials: 'omit',
			referrerPolicy: 'no-referrer',
			cache: 'no-cache',
			redirect: limits.redirect ?? 'follow',
		})
		if (answer.type === 'opaqueredirect') {
			return { ...failed('the server sends on to another place'), elsewhere: true }
		}
		if (!answer.ok) {
			await answer.body?.cancel()
			return failed(`the server answers ${answer.status}`)
		}
		const bytes = await readBounded(answer, limits.bytes)
		if (!bytes) return failed(`it is larger than ${limits.bytes / 2 ** 20} MiB, the most that is read here`)
		return { type: 'bytes', bytes }
	} catch (error) {
		limits.signal?.throwIfAborted()
		if (timeout.aborted) return failed(`it was not there after ${limits.milliseconds / 1000} seconds`)
		return failed(reason(error))
	}
}

/** The body; nothing if it is larger. What is beyond is not read. */
async function readBounded(answer: Response, most: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
	const parts: Uint8Array[] = []
	let length = 0
	const reader = answer.body?.getReader()
	if (!reader) return new Uint8Array()
	for (;;) {
		const { done, value } = await reader.read()
		if (done) break
		length += value.length
		if (length > most) {
			await reader.cancel()
			return undefined
		}
		parts.push(value)
	}
	const whole = new Uint8Array(length)
	let at = 0
	for (const part of parts) {
		whole.set(part, at)
		at += part.length
	}
	return whole
}

/** Browsers do not tell a page why a server could not be asked, so likely causes are named. */
const reason = (error: unknown): string =>
	error instanceof TypeError
		? 'the browser could not read it: the server is away, or does not let other pages read (CORS)'
		: `the transfer broke off (${error instanceof Error ? error.message : String(error)})`

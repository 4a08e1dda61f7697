// SPDX-License-Identifier: Apache-2.0

// Has Markdown laid out, in a moment or not at all.

/** Most time for the worker's script to come. */
const COMING = 30_000
/** Most time for the work. Cards that people wrote take some hundredths of it. */
const PATIENCE = 3_000

/** HTML, still untrusted; nothing if it takes too long or becomes too much. */
export function convert(markdown: string, signal: AbortSignal): Promise<string | undefined> {
	return new Promise((resolve, reject) => {
		const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
		const done = (html: unknown) => {
			clearTimeout(timer)
			worker.terminate()
			resolve(typeof html === 'string' ? html : undefined)
		}
		let timer = setTimeout(done, COMING, undefined)
		worker.onmessage = ({ data }) => {
			if (data !== true) return done(data)
			clearTimeout(timer)
			timer = setTimeout(done, PATIENCE, undefined)
		}
		worker.onerror = () => done(undefined)
		signal.addEventListener('abort', () => {
			reject(signal.reason)
			done(undefined)
		})
		worker.postMessage(markdown)
	})
}

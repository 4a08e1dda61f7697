// SPDX-License-Identifier: Apache-2.0

// The worker that hashes, so that the page stays quick meanwhile.

import type { ManifestFile } from '../chain/manifest'
import { createDigester } from './digests'
import type { Answer, Request } from './protocol'

/** How often it tells how far it is, in milliseconds. */
const EVERY = 100

const answer = (message: Answer) => postMessage(message)

async function work({ files }: Request) {
	const digester = await createDigester()
	const done: ManifestFile[] = []
	let bytes = 0
	let told = 0
	for (const { path, file } of files) {
		const entry = await digester.hash(path, file, more => {
			bytes += more
			if (performance.now() - told < EVERY) return
			told = performance.now()
			answer({ type: 'progress', bytes, path })
		})
		done.push(entry)
	}
	answer({ type: 'done', files: done })
}

addEventListener('message', ({ data }: MessageEvent<Request>) => {
	work(data).catch(error => {
		answer({ type: 'failed', message: error instanceof Error ? error.message : String(error) })
	})
})

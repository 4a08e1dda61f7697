// SPDX-License-Identifier: Apache-2.0

// Hashes files in a worker of its own, which ends with the work or when it is called off.

import type { ManifestFile } from '../chain/manifest'
import { HashingError } from './digests'
import type { Answer, FolderFile, Request } from './protocol'

export interface HashOptions {
	/** Told about ten times a second: bytes hashed, and the file that it is at. */
	onProgress?: (bytes: number, path: string) => void
	/** Calls it off: the promise rejects with the signal's reason. */
	signal?: AbortSignal
}

/** Both hashes of each file, in the order given. Rejects with a `HashingError` that names the file. */
export function hashFiles(files: readonly FolderFile[], options: HashOptions = {}): Promise<ManifestFile[]> {
	const { onProgress, signal } = options
	return new Promise((resolve, reject) => {
		if (signal?.aborted) {
			reject(signal.reason)
			return
		}
		const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
		const end = (then: () => void) => {
			worker.terminate()
			signal?.removeEventListener('abort', abort)
			then()
		}
		const abort = () => end(() => reject(signal?.reason))
		signal?.addEventListener('abort', abort)
		worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
			if (data.type === 'progress') onProgress?.(data.bytes, data.path)
			else if (data.type === 'done') end(() => resolve(data.files))
			else end(() => reject(new HashingError(data.message)))
		})
		worker.addEventListener('error', event => {
			end(() => reject(new HashingError(`The files could not be hashed: ${event.message || 'the worker did not start'}.`)))
		})
		const request: Request = { files: [...files] }
		worker.postMessage(request)
	})
}

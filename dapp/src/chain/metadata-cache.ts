// SPDX-License-Identifier: Apache-2.0

// The metadata of runtimes seen before, kept in the browser, so that a second visit need not ask
// the node for it. It is found by the hash of the runtime's code, so it can be stale never.

const NAME = 'agora-metadata'
const STORE = 'by-code-hash'

function open(): Promise<IDBDatabase> {
	return new Promise((resolve, reject) => {
		const request = indexedDB.open(NAME, 1)
		request.onupgradeneeded = () => request.result.createObjectStore(STORE)
		request.onsuccess = () => resolve(request.result)
		request.onerror = () => reject(request.error)
	})
}

const done = <T>(request: IDBRequest<T>): Promise<T> =>
	new Promise((resolve, reject) => {
		request.onsuccess = () => resolve(request.result)
		request.onerror = () => reject(request.error)
	})

/** What is kept for a runtime; nothing where the browser keeps nothing. */
export async function cachedMetadata(codeHash: string): Promise<Uint8Array | null> {
	try {
		const database = await open()
		const found = await done(database.transaction(STORE).objectStore(STORE).get(codeHash))
		database.close()
		return found instanceof Uint8Array ? found : null
	} catch {
		return null
	}
}

/** Keep the metadata of this runtime, and of no other. A browser that refuses is left alone. */
export function cacheMetadata(codeHash: string, metadata: Uint8Array): void {
	open()
		.then(database => {
			const transaction = database.transaction(STORE, 'readwrite')
			transaction.objectStore(STORE).clear()
			transaction.objectStore(STORE).put(metadata, codeHash)
			transaction.oncomplete = () => database.close()
		})
		.catch(() => undefined)
}

// SPDX-License-Identifier: Apache-2.0

// The metadata of runtimes seen before, kept in the browser, so that a second visit need not ask
// the node for it. It is found by the hash of the runtime's code and the node's address.

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

/**
 * The metadata of the runtime that a node has. Constants in it depend on the chain's genesis as well
 * as on the code, so what one node said is never taken for another's.
 */
export const metadataCache = (url: string) => ({
	/** What is kept for this code; nothing where the browser keeps nothing. */
	getMetadata: async (codeHash: string): Promise<Uint8Array | null> => {
		try {
			const database = await open()
			const kept = database.transaction(STORE).objectStore(STORE)
			const found = await done(kept.get(`${codeHash} ${url}`))
			database.close()
			return found instanceof Uint8Array ? found : null
		} catch {
			return null
		}
	},
	/** Keep it, and no other. A browser that refuses is left alone. */
	setMetadata: (codeHash: string, metadata: Uint8Array): void => {
		open()
			.then(database => {
				const transaction = database.transaction(STORE, 'readwrite')
				transaction.objectStore(STORE).clear()
				transaction.objectStore(STORE).put(metadata, `${codeHash} ${url}`)
				transaction.oncomplete = () => database.close()
			})
			.catch(() => undefined)
	},
})

// SPDX-License-Identifier: Apache-2.0

// A folder on its way from somebody's hands to its hashes.

import { useCallback, useEffect, useRef, useState } from 'react'
import { totalSize, type ManifestFile } from '../chain/manifest'
import { chosenFolder, droppedFolder, type Folder } from './folder'
import { hashFiles } from './hash'

export type FolderState =
	| { type: 'none' }
	/** Its files are being listed. */
	| { type: 'listing' }
	| { type: 'hashing'; done: number; total: number; since: number; path: string }
	| { type: 'hashed'; folder: Folder; files: ManifestFile[]; seconds: number }
	| { type: 'failed'; message: string }

export interface FolderWork {
	state: FolderState
	choose: (files: Iterable<File>) => void
	drop: (data: DataTransfer) => void
	/** Call it off, or put the folder away. */
	reset: () => void
}

export function useFolder(): FolderWork {
	const [state, setState] = useState<FolderState>({ type: 'none' })
	const running = useRef<AbortController>(undefined)
	useEffect(() => () => running.current?.abort(), [])

	const start = useCallback(async (list: () => Folder | Promise<Folder>) => {
		running.current?.abort()
		const control = new AbortController()
		running.current = control
		const set = (next: FolderState) => {
			if (!control.signal.aborted) setState(next)
		}
		set({ type: 'listing' })
		try {
			const folder = await list()
			const since = performance.now()
			const total = totalSize(folder.files.map(({ file }) => file))
			const hashing = { type: 'hashing', total, since } as const
			set({ ...hashing, done: 0, path: folder.files[0]?.path ?? '' })
			const files = await hashFiles(folder.files, {
				signal: control.signal,
				onProgress: (done, path) => set({ ...hashing, done, path }),
			})
			performance.measure('agora-hashing', { start: since, detail: { bytes: total } })
			set({ type: 'hashed', folder, files, seconds: (performance.now() - since) / 1000 })
		} catch (error) {
			set({ type: 'failed', message: error instanceof Error ? error.message : String(error) })
		}
	}, [])

	return {
		state,
		choose: useCallback(files => void start(() => chosenFolder(files)), [start]),
		drop: useCallback(
			data => {
				// Called now, while what was dropped can still be read.
				const folder = droppedFolder(data)
				void start(() => folder)
			},
			[start],
		),
		reset: useCallback(() => {
			running.current?.abort()
			setState({ type: 'none' })
		}, []),
	}
}

// SPDX-License-Identifier: Apache-2.0

// Where a folder is dropped or chosen, and how far hashing it is.

import { type DragEvent, useId, useState } from 'react'
import { Progress } from '../ui/parts'
import { Failed } from '../ui/states'
import css from './picker.module.css'
import type { FolderWork } from './use-folder'

export function FolderPicker({ work, label }: { work: FolderWork; label: string }) {
	const { state, choose, drop, reset } = work
	const [over, setOver] = useState(false)
	const id = useId()
	if (state.type === 'hashing') {
		const { done, total, since, path } = state
		return (
			<div className={css.working}>
				<Progress label="Hashing" done={done} total={total} since={since} />
				<p className={css.path}>{path}</p>
				<div>
					<button onClick={reset}>Stop</button>
				</div>
			</div>
		)
	}
	const take = (event: DragEvent) => {
		event.preventDefault()
		setOver(false)
		drop(event.dataTransfer)
	}
	return (
		<>
			{state.type === 'failed' && <Failed what="The folder could not be hashed." error={state.message} />}
			<div
				className={css.drop}
				data-over={over || undefined}
				onDragOver={event => {
					event.preventDefault()
					setOver(true)
				}}
				onDragLeave={() => setOver(false)}
				onDrop={take}
			>
				<svg viewBox="0 0 48 40" aria-hidden="true">
					<path d="M3 34V6h14l4 5h24v23z" />
					<path d="M24 18v11m-5-5 5 5 5-5" />
				</svg>
				<p>
					<strong>{state.type === 'listing' ? 'Looking at the files…' : label}</strong>
				</p>
				<p className={css.note}>It stays on your machine: its files are hashed here, and none is sent anywhere.</p>
				<input
					id={id}
					className="visually-hidden"
					type="file"
					multiple
					ref={input => {
						if (input) input.webkitdirectory = true
					}}
					onChange={event => {
						const files = [...(event.target.files ?? [])]
						event.target.value = ''
						if (files.length > 0) choose(files)
					}}
				/>
				<label htmlFor={id} className={`button ${css.choose ?? ''}`}>
					Choose a folder
				</label>
			</div>
		</>
	)
}

// SPDX-License-Identifier: Apache-2.0

// Takes a file that is dropped on what it holds, or chosen by its button.

import { type DragEvent, type ReactNode, useRef, useState } from 'react'
import css from './provenance.module.css'

interface Props {
	label: string
	onFile: (file: File) => void
	children: ReactNode
}

export function FileInput({ label, onFile, children }: Props) {
	const input = useRef<HTMLInputElement>(null)
	const [over, setOver] = useState(false)
	const drop = (event: DragEvent) => {
		event.preventDefault()
		setOver(false)
		const [file] = event.dataTransfer.files
		if (file) onFile(file)
	}
	return (
		<div
			className={css.drop}
			data-over={over || undefined}
			onDragOver={event => {
				event.preventDefault()
				setOver(true)
			}}
			onDragLeave={() => setOver(false)}
			onDrop={drop}
		>
			{children}
			<button onClick={() => input.current?.click()}>{label}</button>
			<input
				ref={input}
				type="file"
				hidden
				aria-label={label}
				onChange={event => {
					const [file] = event.target.files ?? []
					// The same file can be chosen again.
					event.target.value = ''
					if (file) onFile(file)
				}}
			/>
		</div>
	)
}

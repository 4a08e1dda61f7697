// SPDX-License-Identifier: Apache-2.0

import { useEffect, useRef, useState } from 'react'

const PAUSE = 250

/** Text on its way: what is typed shows at once, and is handed on when the typing pauses. */
export function useTyped(value: string, change: (text: string) => void): [string, (text: string) => void] {
	const [text, setText] = useState(value)
	const [seen, setSeen] = useState(value)
	if (value !== seen) {
		// It was changed elsewhere, as by going back.
		setSeen(value)
		setText(value)
	}
	const latest = useRef(change)
	useEffect(() => {
		latest.current = change
	})
	useEffect(() => {
		if (text === seen) return
		const timer = setTimeout(() => latest.current(text), PAUSE)
		return () => clearTimeout(timer)
	}, [text, seen])
	return [text, setText]
}

// SPDX-License-Identifier: Apache-2.0

import { useEffect, useState } from 'react'

const PAUSE = 250

/** A value as it was when it last stayed the same for a while: what is typed is not asked for letter by letter. */
export function usePaused<T>(value: T): T {
	const [paused, setPaused] = useState(value)
	useEffect(() => {
		const timer = setTimeout(() => setPaused(value), PAUSE)
		return () => clearTimeout(timer)
	}, [value])
	return paused
}

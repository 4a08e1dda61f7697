// SPDX-License-Identifier: Apache-2.0

// A value that can be watched, free of any framework.

export interface Store<T> {
	get: () => T
	set: (value: T) => void
	subscribe: (listener: () => void) => () => void
}

export function store<T>(value: T): Store<T> {
	const listeners = new Set<() => void>()
	return {
		get: () => value,
		set: next => {
			if (Object.is(next, value)) return
			value = next
			for (const listener of listeners) listener()
		},
		subscribe: listener => {
			listeners.add(listener)
			return () => listeners.delete(listener)
		},
	}
}

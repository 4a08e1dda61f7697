// SPDX-License-Identifier: Apache-2.0

// Dragging with one pointer, pinching with two, and the wheel: that with Ctrl, or with the focus.

interface Point {
	x: number
	y: number
}

export interface Moves {
	pan: (dx: number, dy: number) => void
	/** Larger by this factor, about a point of the element. */
	zoom: (by: number, at: Point) => void
}

/** A pointer that moved less has clicked. */
const CLICK = 5

/** Tell of the moves of pointers on an element until the answer is called. */
export function followPointers(element: Element, moves: Moves): () => void {
	const pointers = new Map<number, Point>()
	let travelled = 0

	const within = (point: Point): Point => {
		const { left, top } = element.getBoundingClientRect()
		return { x: point.x - left, y: point.y - top }
	}
	const down = (event: PointerEvent) => {
		if (event.button !== 0) return
		if (pointers.size === 0) travelled = 0
		pointers.set(event.pointerId, { x: event.clientX, y: event.clientY })
	}
	const move = (event: PointerEvent) => {
		const before = pointers.get(event.pointerId)
		if (!before) return
		// It was let go where nobody told of it.
		if (event.buttons === 0) return up(event)
		const now = { x: event.clientX, y: event.clientY }
		pointers.set(event.pointerId, now)
		travelled += Math.hypot(now.x - before.x, now.y - before.y)
		// Captured not before it is a drag, or else the click would go to the element.
		if (travelled > CLICK && !element.hasPointerCapture(event.pointerId)) {
			element.setPointerCapture(event.pointerId)
		}
		const other = [...pointers].find(([id]) => id !== event.pointerId)?.[1]
		if (other) {
			const length = (a: Point) => Math.max(1, Math.hypot(a.x - other.x, a.y - other.y))
			const middle = (a: Point) => ({ x: (a.x + other.x) / 2, y: (a.y + other.y) / 2 })
			moves.zoom(length(now) / length(before), within(middle(now)))
			moves.pan(middle(now).x - middle(before).x, middle(now).y - middle(before).y)
		} else if (travelled > CLICK) {
			moves.pan(now.x - before.x, now.y - before.y)
		}
	}
	const up = (event: PointerEvent) => void pointers.delete(event.pointerId)
	const wheel = (event: WheelEvent) => {
		// Or else it is the page's, which would stop here when it is scrolled.
		if (!event.ctrlKey && !event.metaKey && !element.contains(document.activeElement)) return
		event.preventDefault()
		const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 20 : 1
		const by = Math.exp(-Math.max(-240, Math.min(240, event.deltaY * lines)) / 400)
		moves.zoom(by, within({ x: event.clientX, y: event.clientY }))
	}
	const click = (event: Event) => {
		if (travelled <= CLICK) return
		event.preventDefault()
		event.stopPropagation()
		travelled = 0
	}
	const noGhost = (event: Event) => event.preventDefault()

	const all: [string, (event: never) => void, AddEventListenerOptions?][] = [
		['pointerdown', down],
		['pointermove', move],
		['pointerup', up],
		['pointercancel', up],
		['wheel', wheel, { passive: false }],
		['click', click, { capture: true }],
		['dragstart', noGhost],
	]
	for (const [name, listener, options] of all) element.addEventListener(name, listener as EventListener, options)
	return () => {
		for (const [name, listener, options] of all) {
			element.removeEventListener(name, listener as EventListener, options)
		}
	}
}

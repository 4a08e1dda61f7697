// SPDX-License-Identifier: Apache-2.0

// Looking around in a drawing with pointer, wheel and keys. Moves the drawing itself, past React:
// nothing is rendered anew.

import { type KeyboardEvent, type RefObject, useCallback, useEffect, useMemo, useRef } from 'react'
import { followPointers } from './pointers'
import { first, fit, panned, revealing, type Size, type View, zoomed } from './view'

type Box = Size & { x: number; y: number }

const STEP = 60
const FACTOR = 1.25

/** From which scale on names and labels of lines can be read. */
const detail = (scale: number) => (scale < 0.42 ? 'shapes' : scale < 0.6 ? 'names' : 'labels')

export interface Look {
	zoom: (by: number) => void
	fit: () => void
	reveal: (box: Box) => void
	onKeyDown: (event: KeyboardEvent) => void
}

export function useView(
	frame: RefObject<SVGSVGElement | null>,
	moving: RefObject<SVGGElement | null>,
	drawing: Size,
	asked: Box,
): Look {
	const view = useRef<View>(undefined)
	const planned = useRef(0)

	const screen = useCallback((): Size => {
		const box = frame.current?.getBoundingClientRect()
		return { width: box?.width || 800, height: box?.height || 400 }
	}, [frame])

	/** Show another view with the next frame, and once a frame at most. */
	const look = useCallback(
		(change: (view: View, screen: Size) => View) => {
			const size = screen()
			view.current = change(view.current ?? first(drawing, asked, size), size)
			cancelAnimationFrame(planned.current)
			planned.current = requestAnimationFrame(() => show(frame.current, moving.current, view.current))
		},
		[screen, drawing, asked, frame, moving],
	)

	useEffect(() => {
		const element = frame.current
		if (!element) return
		view.current = first(drawing, asked, screen())
		show(element, moving.current, view.current)
		const stop = followPointers(element, {
			pan: (dx, dy) => look((view, size) => panned(view, dx, dy, drawing, size)),
			zoom: (by, at) => look((view, size) => zoomed(view, by, at, drawing, size)),
		})
		const resized = new ResizeObserver(() => look((view, size) => panned(view, 0, 0, drawing, size)))
		resized.observe(element)
		return () => {
			stop()
			resized.disconnect()
			cancelAnimationFrame(planned.current)
		}
	}, [frame, moving, drawing, asked, screen, look])

	return useMemo(() => {
		const zoom = (by: number) =>
			look((view, size) => zoomed(view, by, { x: size.width / 2, y: size.height / 2 }, drawing, size))
		const pan = (dx: number, dy: number) => look((view, size) => panned(view, dx, dy, drawing, size))
		const fitAll = () => look((_, size) => fit(drawing, size))
		const keys: Record<string, () => void> = {
			ArrowLeft: () => pan(STEP, 0),
			ArrowRight: () => pan(-STEP, 0),
			ArrowUp: () => pan(0, STEP),
			ArrowDown: () => pan(0, -STEP),
			'+': () => zoom(FACTOR),
			'=': () => zoom(FACTOR),
			'-': () => zoom(1 / FACTOR),
			'0': fitAll,
		}
		return {
			zoom,
			fit: fitAll,
			reveal: (box: Box) => look((view, size) => revealing(view, box, size)),
			onKeyDown: (event: KeyboardEvent) => {
				const act = keys[event.key]
				if (!act || event.ctrlKey || event.metaKey || event.altKey) return
				event.preventDefault()
				act()
			},
		}
	}, [look, drawing])
}

function show(frame: SVGSVGElement | null, moving: SVGGElement | null, view: View | undefined) {
	if (!frame || !moving || !view) return
	moving.setAttribute('transform', `translate(${view.x} ${view.y}) scale(${view.scale})`)
	const now = detail(view.scale)
	if (frame.dataset.detail !== now) frame.dataset.detail = now
}

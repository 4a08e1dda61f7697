// SPDX-License-Identifier: Apache-2.0

// Which part of a drawing is looked at: `scale`, and where the drawing's corner is on screen.

export interface View {
	x: number
	y: number
	scale: number
}
export interface Size {
	width: number
	height: number
}

const SMALLEST = 0.05
const LARGEST = 3
const MARGIN = 16

const clamp = (value: number, least: number, most: number) => Math.min(Math.max(value, least), most)

/** How far a view can be zoomed out: until all is seen, at least. */
const smallest = (drawing: Size, screen: Size) => Math.max(SMALLEST, Math.min(0.4, fit(drawing, screen).scale))

/** All of the drawing, not larger than it is. */
export function fit(drawing: Size, screen: Size): View {
	const room = (side: number) => Math.max(side - 2 * MARGIN, 1)
	const scale = Math.min(1, room(screen.width) / drawing.width, room(screen.height) / drawing.height)
	return centred({ x: drawing.width / 2, y: drawing.height / 2 }, scale, screen)
}

/** A point of the drawing in the middle of the screen. */
export const centred = (point: { x: number; y: number }, scale: number, screen: Size): View => ({
	x: screen.width / 2 - point.x * scale,
	y: screen.height / 2 - point.y * scale,
	scale,
})

/** Larger by a factor; the point of the screen stays where it is. */
export function zoomed(view: View, by: number, at: { x: number; y: number }, drawing: Size, screen: Size): View {
	const scale = clamp(view.scale * by, smallest(drawing, screen), LARGEST)
	const ratio = scale / view.scale
	return kept({ x: at.x - (at.x - view.x) * ratio, y: at.y - (at.y - view.y) * ratio, scale }, drawing, screen)
}

export const panned = (view: View, dx: number, dy: number, drawing: Size, screen: Size): View =>
	kept({ ...view, x: view.x + dx, y: view.y + dy }, drawing, screen)

/** The view, with some of the drawing on screen. */
function kept(view: View, drawing: Size, screen: Size): View {
	const side = (at: number, length: number, room: number) => {
		const rest = Math.min(80, room / 3)
		return clamp(at, rest - length * view.scale, room - rest)
	}
	return {
		...view,
		x: side(view.x, drawing.width, screen.width),
		y: side(view.y, drawing.height, screen.height),
	}
}

/** Moved as little as can be, so that a box of the drawing is seen whole. */
export function revealing(view: View, box: Size & { x: number; y: number }, screen: Size): View {
	const side = (at: number, length: number, offset: number, room: number) => {
		const from = at * view.scale + offset
		const to = from + length * view.scale
		if (from < MARGIN) return offset + MARGIN - from
		if (to > room - MARGIN) return offset + room - MARGIN - to
		return offset
	}
	return {
		...view,
		x: side(box.x, box.width, view.x, screen.width),
		y: side(box.y, box.height, view.y, screen.height),
	}
}

/** Where to begin: with everything if it can be read, or else with the box in the middle. */
export function first(drawing: Size, box: Size & { x: number; y: number }, screen: Size): View {
	const all = fit(drawing, screen)
	if (all.scale >= 0.55) return all
	return centred({ x: box.x + box.width / 2, y: box.y + box.height / 2 }, 0.8, screen)
}

// SPDX-License-Identifier: Apache-2.0

import { expect, it } from 'vitest'
import { first, fit, panned, revealing, type View, zoomed } from './view'

const drawing = { width: 4000, height: 1000 }
const screen = { width: 800, height: 400 }
const onScreen = (view: View, x: number, y: number) => [x * view.scale + view.x, y * view.scale + view.y]

it('fit shows everything and is centred', () => {
	const view = fit(drawing, screen)
	const [left = 0, top = 0] = onScreen(view, 0, 0)
	const [right = 0, bottom = 0] = onScreen(view, drawing.width, drawing.height)
	expect(left).toBeGreaterThanOrEqual(0)
	expect(top).toBeGreaterThanOrEqual(0)
	expect(right).toBeLessThanOrEqual(screen.width)
	expect(bottom).toBeLessThanOrEqual(screen.height)
	expect(left).toBeCloseTo(screen.width - right)
	expect(fit({ width: 10, height: 10 }, screen).scale).toBe(1)
})

it('zooming keeps what is under the pointer', () => {
	const view = { x: -100, y: -50, scale: 1 }
	const at = { x: 300, y: 200 }
	const near = zoomed(view, 1.5, at, drawing, screen)
	const point = [(at.x - view.x) / view.scale, (at.y - view.y) / view.scale] as const
	expect(onScreen(near, ...point)).toEqual([expect.closeTo(at.x), expect.closeTo(at.y)])
	let far = view
	for (let i = 0; i < 50; i++) far = zoomed(far, 0.5, at, drawing, screen)
	expect(far.scale).toBeCloseTo(fit(drawing, screen).scale)
})

it('panning never loses the drawing', () => {
	for (const far of [-1e6, 1e6]) {
		const view = panned({ x: 0, y: 0, scale: 0.5 }, far, far, drawing, screen)
		expect(view.x).toBeGreaterThan(-drawing.width * 0.5)
		expect(view.x).toBeLessThan(screen.width)
		expect(view.y).toBeLessThan(screen.height)
	}
})

it('what gets the focus comes into sight', () => {
	const box = { x: 3000, y: 900, width: 184, height: 46 }
	const view = revealing({ x: 0, y: 0, scale: 1 }, box, screen)
	const [right = 0, bottom = 0] = onScreen(view, box.x + box.width, box.y + box.height)
	expect(right).toBeLessThanOrEqual(screen.width)
	expect(bottom).toBeLessThanOrEqual(screen.height)
	expect(revealing(view, box, screen)).toEqual(view)
})

it('begins with everything where it can be read, or else with the version asked for', () => {
	const box = { x: 2000, y: 500, width: 184, height: 46 }
	expect(first({ width: 700, height: 300 }, box, screen)).toEqual(fit({ width: 700, height: 300 }, screen))
	const [x = 0, y = 0] = onScreen(first(drawing, box, screen), 2092, 523)
	expect([x, y]).toEqual([expect.closeTo(400), expect.closeTo(200)])
})

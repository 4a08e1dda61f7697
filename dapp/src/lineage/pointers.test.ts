// SPDX-License-Identifier: Apache-2.0
// @vitest-environment jsdom

import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { followPointers } from './pointers'

let element: HTMLElement
let stop: () => void
const moves = { pan: vi.fn(), zoom: vi.fn() }

beforeEach(() => {
	element = document.createElement('button')
	element.setPointerCapture = vi.fn()
	element.hasPointerCapture = () => false
	document.body.append(element)
	stop = followPointers(element, moves)
})
afterEach(() => {
	stop()
	element.remove()
	vi.clearAllMocks()
})

const point = (type: string, clientX: number, buttons: number) =>
	element.dispatchEvent(Object.assign(new MouseEvent(type, { clientX, buttons }), { pointerId: 1 }))

it('pans with a pointer that is pressed', () => {
	point('pointerdown', 0, 1)
	point('pointermove', 20, 1)
	expect(moves.pan).toHaveBeenCalledWith(20, 0)
})

it('does not follow a pointer that was let go elsewhere', () => {
	point('pointerdown', 0, 1)
	point('pointermove', 20, 0)
	point('pointermove', 40, 0)
	expect(moves.pan).not.toHaveBeenCalled()
})

it('leaves the wheel to the page, but where it is focused or Ctrl is held', () => {
	const wheel = (ctrlKey: boolean) => {
		const event = new WheelEvent('wheel', { deltaY: 10, ctrlKey, cancelable: true })
		element.dispatchEvent(event)
		return event.defaultPrevented
	}
	expect(wheel(false)).toBe(false)
	expect(moves.zoom).not.toHaveBeenCalled()
	expect(wheel(true)).toBe(true)
	element.focus()
	expect(wheel(false)).toBe(true)
	expect(moves.zoom).toHaveBeenCalledTimes(2)
})

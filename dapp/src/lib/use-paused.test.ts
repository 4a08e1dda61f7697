// SPDX-License-Identifier: Apache-2.0
// @vitest-environment jsdom

import { act, renderHook } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { usePaused } from './use-paused'

afterEach(() => void vi.useRealTimers())

it('what is typed is handed on when the typing pauses', () => {
	vi.useFakeTimers()
	const { result, rerender } = renderHook(usePaused, { initialProps: '' })
	for (const text of ['i', 'ir', 'iri']) {
		rerender(text)
		act(() => void vi.advanceTimersByTime(200))
		expect(result.current).toBe('')
	}
	act(() => void vi.advanceTimersByTime(50))
	expect(result.current).toBe('iri')
})

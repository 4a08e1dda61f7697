// SPDX-License-Identifier: Apache-2.0
// @vitest-environment jsdom

import { act, cleanup, renderHook } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { navigate } from '../../lib/hash-location'
import { useFilters } from './use-filters'

afterEach(() => {
	cleanup()
	vi.restoreAllMocks()
})

it('makes one step of what is typed, and another of what is typed after going back', () => {
	navigate('/', { replace: true })
	const push = vi.spyOn(history, 'pushState')
	const hook = renderHook(useFilters)
	const type = (text: string) => act(() => hook.result.current[1]({ text }, true))
	type('a')
	type('ab')
	expect(push).toHaveBeenCalledTimes(1)
	expect(location.hash).toBe('#/?text=ab')
	// As the browser does on Back.
	act(() => navigate('/', { replace: true }))
	type('c')
	expect(push).toHaveBeenCalledTimes(2)
	act(() => hook.result.current[1]({ kind: 'Model' }))
	type('cd')
	expect(push).toHaveBeenCalledTimes(4)
})

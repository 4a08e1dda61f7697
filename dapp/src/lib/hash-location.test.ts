// SPDX-License-Identifier: Apache-2.0
// @vitest-environment jsdom

import { act, renderHook } from '@testing-library/react'
import { beforeEach, expect, it } from 'vitest'
import { navigate, useHashLocation, useHashQuery } from './hash-location'

beforeEach(() => history.replaceState(null, '', '/app/'))

it('keeps path and query behind the #', () => {
	const path = renderHook(() => useHashLocation()[0])
	const query = renderHook(() => useHashQuery())
	expect([path.result.current, query.result.current]).toEqual(['/', ''])
	act(() => navigate('/provenance?version=3'))
	expect([location.pathname, location.search, location.hash]).toEqual(['/app/', '', '#/provenance?version=3'])
	expect([path.result.current, query.result.current]).toEqual(['/provenance', 'version=3'])
	act(() => navigate('#/network'))
	expect([path.result.current, query.result.current]).toEqual(['/network', ''])
})

it('adds to the history, or not', () => {
	const before = history.length
	act(() => navigate('/?text=a'))
	act(() => navigate('/?text=ab', { replace: true }))
	expect(history.length).toBe(before + 1)
	expect(location.hash).toBe('#/?text=ab')
})

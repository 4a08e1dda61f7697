// SPDX-License-Identifier: Apache-2.0

// @vitest-environment jsdom

import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import type { Attempt } from '../../chain/manifest-check'
import { Outcome, resultOf } from './outcome'

const expected = 'e'.repeat(64)
const found = 'f'.repeat(64)
const location = 'https://x.org/m'
const url = `${location}/agora.json`
const file = { bytes: new Uint8Array(), location, path: 'agora.json' }
const attempts = {
	checked: { type: 'checked', location, url },
	tampered: { type: 'tampered', location, url, found },
	unreachable: { type: 'unreachable', location, url, why: 'the server answers 404' },
	unasked: { type: 'unasked', location: 'http://192.168.1.1/m' },
	foreign: { type: 'foreign', location: 's3://bucket/m' },
} satisfies Record<string, Attempt>
const places = () => ({ locations: [location], local: false, allowLocal: vi.fn(), add: vi.fn() })

afterEach(cleanup)

it('is as bad as the worst place, unless one has the file', () => {
	const { checked, tampered, unreachable, unasked, foreign } = attempts
	expect(resultOf({ expected, attempts: [tampered, checked], found: file })).toBe('checked')
	expect(resultOf({ expected, attempts: [unreachable, tampered] })).toBe('tampered')
	expect(resultOf({ expected, attempts: [foreign, unreachable] })).toBe('unreachable')
	expect(resultOf({ expected, attempts: [unasked] })).toBe('unreachable')
	expect(resultOf({ expected, attempts: [foreign] })).toBe('none')
	expect(resultOf({ expected, attempts: [] })).toBe('none')
})

it('says which digest was expected and which was found', () => {
	const search = { expected, attempts: [attempts.tampered] }
	render(<Outcome what="The manifest" search={search} places={places()} again={vi.fn()} />)
	expect(screen.getByRole('alert').textContent).toContain('Nothing of it is shown')
	expect(screen.getByText(expected)).toBeTruthy()
	expect(screen.getByText(found)).toBeTruthy()
	expect(screen.getByText(url)).toBeTruthy()
})

it('says that another place has other bytes, though one has the right ones', () => {
	const search = { expected, attempts: [attempts.tampered, attempts.checked], found: file }
	render(
		<Outcome what="The card" search={search} places={places()}>
			as it should be
		</Outcome>,
	)
	expect(screen.getByText('as it should be')).toBeTruthy()
	expect(screen.getByText('Another location has other bytes')).toBeTruthy()
})

it('asks the own network when told to, and another place when given one', () => {
	const where = places()
	const again = vi.fn()
	const search = { expected, attempts: [attempts.unasked, attempts.foreign] }
	render(<Outcome what="The manifest" search={search} places={where} again={again} />)
	const [local, elsewhere] = screen.getAllByRole('button', { name: 'Look there' })
	if (!local || !elsewhere) throw new Error('a button is missing')
	fireEvent.click(local)
	expect(where.allowLocal).toHaveBeenCalledOnce()
	const input = screen.getByLabelText('Look elsewhere')
	fireEvent.change(input, { target: { value: 's3://x' } })
	expect((elsewhere as HTMLButtonElement).disabled).toBe(true)
	fireEvent.change(input, { target: { value: 'https://mirror.example/m' } })
	fireEvent.click(elsewhere)
	expect(where.add).toHaveBeenCalledWith('https://mirror.example/m')
	fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
	expect(again).toHaveBeenCalledOnce()
})

// SPDX-License-Identifier: Apache-2.0
// @vitest-environment jsdom

import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { digestOf, writeManifest } from '../../chain/manifest'
import type { Target } from './check'
import { Compare } from './compare'
import type { Hashed } from './hashed'

afterEach(cleanup)

const file = (path: string) => ({ path, size: 3, blake3: '1'.repeat(64), sha256: '2'.repeat(64) })
const hashed: Hashed = {
	folder: 'm',
	files: [file('mine')],
	bytes: 3,
	manifest: new Uint8Array(),
	digest: 'f'.repeat(64),
	card: undefined,
	proposed: { name: '', license: undefined, tags: '' },
}
const target = (digest: string, locations: string[] = []): Target => ({ title: 'x@1', digest, files: 1, bytes: 3n, locations })

it('a location that is no address is none to fetch from', () => {
	const locations = ['https://[bad', 'https://good.example/m']
	render(<Compare target={target('0'.repeat(64), locations)} hashed={hashed} beside={undefined} />)
	expect(screen.getAllByRole('button', { name: /^Fetch it from/ }).map(button => button.textContent)).toEqual([
		'Fetch it from good.example',
	])
})

it('the files that differ are of the version that is compared', async () => {
	const bytes = writeManifest([file('theirs')])
	const digest = await digestOf(bytes)
	const { rerender } = render(<Compare target={target(digest)} hashed={hashed} beside={undefined} />)
	fireEvent.change(screen.getByLabelText('Choose agora.json'), { target: { files: [new File([new Uint8Array(bytes)], 'agora.json')] } })
	await screen.findByText('theirs')
	rerender(<Compare target={target('0'.repeat(64))} hashed={hashed} beside={undefined} />)
	expect(screen.queryByText('theirs')).toBeNull()
})

// SPDX-License-Identifier: Apache-2.0

import { expect, it } from 'vitest'
import { artifactPath, parseReference } from './routes'

it('takes a name with a number or without, and nothing else', () => {
	expect(parseReference('iris')).toEqual({ name: 'iris', number: undefined })
	expect(parseReference('iris@12')).toEqual({ name: 'iris', number: 12 })
	expect(parseReference('iris@4294967295')).toEqual({ name: 'iris', number: 4_294_967_295 })
	for (const wrong of ['', '@1', 'iris@', 'iris@0', 'iris@01', 'iris@1@2', 'iris@x', 'iris@4294967296']) {
		expect(parseReference(wrong), wrong).toBeUndefined()
	}
})

it('reads what it writes', () => {
	expect(parseReference(artifactPath('x', 'iris', 3).split('/').pop() ?? '')).toEqual({ name: 'iris', number: 3 })
})

// SPDX-License-Identifier: Apache-2.0

import { expect, it } from 'vitest'
import { locationFault, locationsFault } from './locations'

it('locations are addresses', () => {
	for (const location of ['', 'https://x.y/z', 'ipfs:b', 'magnet:?xt=urn', 's3://b/p', 'a:1']) {
		expect(locationFault(location), location).toBeUndefined()
	}
	for (const location of ['https:', '://x', 'Https://x', '1a:x', 'a:b c', 'a:ä', `https://${'x'.repeat(89)}`]) {
		expect(locationFault(location), location).toBeDefined()
	}
	expect(locationFault('a:b', [' a:b'])).toContain('twice')
})

it('a version has few of them, each once', () => {
	expect(locationsFault([])).toBeUndefined()
	expect(locationsFault(['a:b', 'a:c'])).toBeUndefined()
	expect(locationsFault(['a:b', 'a:b'])).toContain('twice')
	expect(locationsFault(['a:b', 'nothing'])).toContain('address')
	expect(locationsFault(['a:b', 'a:c', 'a:d'])).toContain('at most 2')
})

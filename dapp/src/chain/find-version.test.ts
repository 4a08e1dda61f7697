// SPDX-License-Identifier: Apache-2.0

import { expect, it } from 'vitest'
import { soughtOf } from './find-version'

const ALICE = '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY'

it('sequences, references and words are told apart', () => {
	expect(soughtOf(' 12 ')).toEqual({ type: 'sequence', sequence: 12n })
	expect(soughtOf(`${ALICE}/iris@2`)).toEqual({ type: 'reference', publisher: ALICE, name: 'iris', number: 2 })
	expect(soughtOf(`${ALICE}/iris`)).toEqual({ type: 'reference', publisher: ALICE, name: 'iris', number: undefined })
	for (const words of ['', 'common speech', 'alice/iris@1', `${ALICE}/iris@0`, '12345678901234567890123']) {
		expect(soughtOf(words)).toEqual({ type: 'words', words })
	}
})

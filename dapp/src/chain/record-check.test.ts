// SPDX-License-Identifier: Apache-2.0

import { expect, it } from 'vitest'
import { bytesOf } from '../lib/bytes'
import type { Connection } from './connection'
import { parseReceipt } from './receipt'
import { checkReceipt } from './record-check'

// Record 2 of the example in docs/records.md.
const RECEIPT = {
	format: 'agora-record-receipt/1',
	genesis: `0x${'ab'.repeat(32)}`,
	version: 7,
	reference: 'alice/people@1',
	root: '0x4d02b2c5bff95464e9c6206b76d0b7e22c30a6c1413b3637bc40a3d9d4ebeaeb',
	count: 3,
	index: 2,
	contributor: '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY',
	salt: '0xf92ad613cd014c7449fcc5d4ce98ad02ee7daacc11bbfcc17bc58e0bbcb76e5d',
	record: '0x8861e2a0f75888daba6cf630d280fc1ef6e4557e6cec42134c430e0ad1bc3998',
	proof: ['0x4973dedc67023280d6ec972016cd272559ddd2feba895e768862ced88978c697'],
}
const HOLDS = { success: true, value: { type: 'Unproven' } }
const refused = (type: string) => ({ success: false, value: { type } })

interface Chain {
	genesis?: string
	commitment?: { root: string; count: bigint } | undefined
	verdict?: unknown
}

/** A chain that gives these answers. */
function chain({ genesis = RECEIPT.genesis, verdict = HOLDS, ...rest }: Chain = {}): Connection {
	const commitment = 'commitment' in rest ? rest.commitment : { root: RECEIPT.root, count: 3n }
	const ProvenanceApi = { commitment: async () => commitment, verify_record: async () => verdict }
	const client = { getChainSpecData: async () => ({ genesisHash: genesis }) }
	return { client, api: { apis: { ProvenanceApi } } } as unknown as Connection
}

const receipt = (change: Partial<typeof RECEIPT> = {}) => parseReceipt(JSON.stringify({ ...RECEIPT, ...change }))
const held = async (...given: Parameters<typeof checkReceipt>) => {
	const { steps, holds, state } = await checkReceipt(...given)
	return { each: steps.map(step => step.holds), holds, state }
}

it('the example of the specification holds, with its record and without', async () => {
	const all = [true, true, true, true, true]
	expect(await held(chain(), receipt())).toEqual({ each: all, holds: true, state: 'Unproven' })
	const record = bytesOf('{"name":"Grace","age":"85"}\n')
	expect(await held(chain(), receipt(), record)).toEqual({ each: [...all, true], holds: true, state: 'Unproven' })
})

it('another record is told apart, though the receipt holds', async () => {
	const { each, holds } = await held(chain(), receipt(), bytesOf('{"name":"Ada","age":"36"}'))
	expect([each.at(-1), holds]).toEqual([false, false])
})

it('of another chain nothing is claimed', async () => {
	const other = chain({ genesis: `0x${'cd'.repeat(32)}` })
	const expected = { each: [true, false, undefined, undefined, undefined], holds: false, state: undefined }
	expect(await held(other, receipt())).toEqual(expected)
})

it('a root that is not on chain proves nothing, whatever the receipt says', async () => {
	const elsewhere = chain({ commitment: { root: RECEIPT.record, count: 3n }, verdict: refused('Invalid') })
	expect((await held(elsewhere, receipt())).each).toEqual([true, true, false, false, false])
	const none = chain({ commitment: undefined, verdict: refused('NotCommitted') })
	expect((await held(none, receipt())).each).toEqual([true, true, false, false, false])
	const longer = chain({ commitment: { root: RECEIPT.root, count: 5n }, verdict: refused('Invalid') })
	expect((await held(longer, receipt())).each).toEqual([true, true, false, false, false])
})

it('a node that lies is found out', async () => {
	const changed = receipt({ record: RECEIPT.salt })
	const { each, holds } = await held(chain(), changed)
	expect(each).toEqual([false, true, true, false, true])
	expect(holds).toBe(false)
})

// SPDX-License-Identifier: Apache-2.0

import { InvalidTxError, type PolkadotSigner, type TxEvent } from 'polkadot-api'
import { Subject } from 'rxjs'
import { beforeEach, expect, it } from 'vitest'
import type { Connection } from './connection'
import { type Progress, send } from './transaction'

const connection = { client: { _request: async () => 0 } } as unknown as Connection
const signer = { publicKey: new Uint8Array(32) } as PolkadotSigner
const settle = () => new Promise(resolve => setTimeout(resolve))

let wire: Subject<TxEvent>
let states: Progress[]
let done: boolean

beforeEach(async () => {
	wire = new Subject()
	states = []
	done = false
	const transaction = {
		decodedCall: {},
		getEstimatedFees: async () => 0n,
		signSubmitAndWatch: () => wire.asObservable(),
	}
	send(connection, transaction, signer).subscribe({ next: state => states.push(state), complete: () => (done = true) })
	await settle()
})

const tell = (event: object) => wire.next({ txHash: '0x1', ...event } as TxEvent)
const sent = () => {
	tell({ type: 'signed' })
	tell({ type: 'broadcasted' })
}
const GOOD = { ok: true, events: [] }
const BAD = { ok: false, events: [], dispatchError: { type: 'BadOrigin' } }
const inBlock = (number: number, hash: string, how: object) =>
	tell({ type: 'txBestBlocksState', found: true, block: { number, hash, index: 1 }, ...how })
const final = (number: number, hash: string, how: object) =>
	tell({ type: 'finalized', block: { number, hash, index: 1 }, ...how })
const types = () => states.map(({ type }) => type)
const last = () => {
	const state = states.at(-1)
	return state?.type === 'failed' ? { code: (state.error as { code?: string }).code, text: state.error.message } : undefined
}

it('it goes from the signature to finality', () => {
	sent()
	inBlock(5, '0xa', GOOD)
	inBlock(5, '0xa', GOOD)
	final(5, '0xa', GOOD)
	expect(types()).toEqual(['signing', 'pool', 'block', 'final'])
	expect(done).toBe(true)
})

it('a wallet that does not sign has sent nothing', async () => {
	wire.error(new Error('Cancelled'))
	await settle()
	expect(last()).toMatchObject({ code: 'Rejected' })
})

it('a node that refuses to be asked is no wallet that refuses to sign', async () => {
	tell({ type: 'signed' })
	wire.error(new Error('Request rejected'))
	await settle()
	expect(last()).toEqual({ code: undefined, text: 'Request rejected' })
})

it('what was sent before the node was lost is not known to have failed', async () => {
	sent()
	wire.error(new Error('Tracking stopped'))
	await settle()
	expect(last()).toMatchObject({ code: 'Unknown' })
})

it('nor is what was in a block, whatever the words of the error', async () => {
	sent()
	inBlock(5, '0xa', GOOD)
	wire.error(new Error('rejected'))
	await settle()
	expect(types()).toEqual(['signing', 'pool', 'block', 'failed'])
	expect(last()).toMatchObject({ code: 'Unknown' })
})

it('what the pool finds invalid did not happen', async () => {
	sent()
	wire.error(new InvalidTxError({ type: 'Invalid', value: { type: 'Stale' } }))
	await settle()
	expect(last()).toMatchObject({ code: 'Invalid.Stale' })
})

it('a failure is one only in a final block', async () => {
	sent()
	inBlock(5, '0xa', BAD)
	await settle()
	expect(types().at(-1)).toBe('failing')
	expect(done).toBe(false)
	// Another block of the same number does it.
	inBlock(5, '0xb', GOOD)
	final(5, '0xb', GOOD)
	await settle()
	expect(types()).toEqual(['signing', 'pool', 'failing', 'block', 'final'])
})

it('a failure in a final block is told with its block, and nothing after it', async () => {
	sent()
	inBlock(5, '0xa', BAD)
	final(5, '0xa', BAD)
	await settle()
	expect(states.at(-1)).toMatchObject({ type: 'failed', number: 5 })
	expect(types().filter(type => type === 'failed')).toHaveLength(1)
	expect(last()).toEqual({ code: 'BadOrigin', text: 'This account may not do that.' })
	expect(done).toBe(true)
})

it('a block that is left behind puts it back into the pool, whatever it was in it', async () => {
	sent()
	inBlock(5, '0xa', BAD)
	tell({ type: 'txBestBlocksState', found: false, isValid: true })
	await settle()
	expect(types()).toEqual(['signing', 'pool', 'pool'])
})

// SPDX-License-Identifier: Apache-2.0

// @vitest-environment jsdom

import { act, cleanup, renderHook } from '@testing-library/react'
import type { PolkadotSigner, TxEvent } from 'polkadot-api'
import type { ReactNode } from 'react'
import { NEVER, Subject } from 'rxjs'
import { afterEach, expect, it } from 'vitest'
import type { Connection } from './connection'
import { ChainProvider } from './context'
import type { Progress } from './transaction'
import { useTransaction } from './use-transaction'

const connection = { client: { _request: async () => 0, bestBlocks$: NEVER } } as unknown as Connection
const signer = { publicKey: new Uint8Array(32) } as PolkadotSigner
const wrapper = ({ children }: { children: ReactNode }) => (
	<ChainProvider connection={connection}>{children}</ChainProvider>
)

afterEach(cleanup)

/** A transaction under way, as far as the pool. */
async function begin() {
	const wire = new Subject<TxEvent>()
	const transaction = {
		decodedCall: {},
		getEstimatedFees: async () => 0n,
		signSubmitAndWatch: () => wire.asObservable(),
	}
	const hook = renderHook(useTransaction, { wrapper })
	let ended!: Promise<Progress>
	await act(async () => {
		ended = hook.result.current.run(transaction, signer)
	})
	await act(async () => wire.next({ type: 'broadcasted', txHash: '0x1' }))
	return { hook, wire, ended }
}

it('a transaction that is forgotten is watched no more, and nobody waits for it', async () => {
	const { hook, wire, ended } = await begin()
	expect(hook.result.current.busy).toBe(true)
	act(() => hook.result.current.reset())
	expect((await ended).type).toBe('pool')
	expect(wire.observed).toBe(false)
	expect(hook.result.current).toMatchObject({ progress: undefined, busy: false })
})

it('nobody waits for one whose page is gone', async () => {
	const { hook, wire, ended } = await begin()
	hook.unmount()
	expect((await ended).type).toBe('pool')
	expect(wire.observed).toBe(false)
})

it('who waits has the last state', async () => {
	const { wire, ended } = await begin()
	const block = { number: 5, hash: '0xa', index: 1 }
	await act(async () => wire.next({ type: 'finalized', txHash: '0x1', ok: true, events: [], block } as unknown as TxEvent))
	expect(await ended).toMatchObject({ type: 'final', number: 5 })
})

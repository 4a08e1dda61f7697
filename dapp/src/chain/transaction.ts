// SPDX-License-Identifier: Apache-2.0

// A transaction from the wallet's question to finality, as a course of states.

import type { PolkadotSigner, TxEvent } from 'polkadot-api'
import { AccountId, InvalidTxError } from 'polkadot-api'
import { from, Observable, switchMap } from 'rxjs'
import type { Connection } from './connection'
import { ChainError, explain } from './errors'

/** An event of the transaction, by pallet and name. */
export interface ChainEvent {
	pallet: string
	name: string
	value: any
}

export type Progress =
	/** The wallet asks for a signature. */
	| { type: 'signing' }
	/** It is signed and handed to the node, and waits in the pool. */
	| { type: 'pool'; hash: string }
	/** It is in a block, which might still lose against another one. */
	| { type: 'block'; hash: string; number: number; events: ChainEvent[] }
	/** It is in a finalised block: done, for ever. */
	| { type: 'final'; hash: string; number: number; events: ChainEvent[] }
	/** It did not happen, for this reason. Nothing was paid if there is no block. */
	| { type: 'failed'; error: Error; number?: number }

/** Anything that PAPI can sign and send. */
export interface Submittable {
	signSubmitAndWatch: (signer: PolkadotSigner, options?: any) => Observable<TxEvent>
	getEstimatedFees: (from: string) => Promise<bigint>
}

/** Whether a wallet's error says that its user refused to sign. */
const isRefusal = (error: unknown): boolean =>
	/cancel|reject|denied|declin/i.test(error instanceof Error ? error.message : String(error))

async function reason(connection: Connection, error: unknown): Promise<Error> {
	if (error instanceof InvalidTxError) return explain(connection, error.error)
	if (isRefusal(error)) return new ChainError('The wallet did not sign. Nothing was sent.', 'Rejected')
	return error instanceof Error ? error : new Error(String(error))
}

/** The number of the signer's next transaction, those in the pool counted: several can be on their way. */
const nextNonce = (connection: Connection, { publicKey }: PolkadotSigner): Promise<number> =>
	connection.client._request('system_accountNextIndex', [AccountId(42).dec(publicKey)])

const eventsOf = (events: any[]): ChainEvent[] =>
	events.map(({ event }) => ({ pallet: event.type, name: event.value.type, value: event.value.value }))

/**
 * Sign and send. Emits each state once, `final` or `failed` last; never errors.
 *
 * Unsubscribing stops the watching, not the transaction.
 */
export function send(
	connection: Connection,
	transaction: Submittable,
	signer: PolkadotSigner,
): Observable<Progress> {
	return new Observable(subscriber => {
		let seen: number | undefined
		const fail = (error: Error, number?: number) => {
			subscriber.next({ type: 'failed', error, ...(number === undefined ? {} : { number }) })
			subscriber.complete()
		}
		subscriber.next({ type: 'signing' })
		const events = from(nextNonce(connection, signer)).pipe(
			switchMap(nonce => transaction.signSubmitAndWatch(signer, { nonce })),
		)
		const watch = events.subscribe({
			next: event => {
				if (event.type === 'broadcasted') subscriber.next({ type: 'pool', hash: event.txHash })
				if (event.type === 'txBestBlocksState' && !event.found && seen !== undefined) {
					seen = undefined
					subscriber.next({ type: 'pool', hash: event.txHash })
				}
				if ((event.type === 'txBestBlocksState' && event.found) || event.type === 'finalized') {
					const { number } = event.block
					if (!event.ok) {
						watch?.unsubscribe()
						explain(connection, event.dispatchError).then(error => fail(error, number), fail)
						return
					}
					const final = event.type === 'finalized'
					if (!final && seen === number) return
					seen = number
					const events = eventsOf(event.events)
					subscriber.next({ type: final ? 'final' : 'block', hash: event.txHash, number, events })
					if (final) subscriber.complete()
				}
			},
			error: error => void reason(connection, error).then(found => fail(found), fail),
		})
		return () => watch.unsubscribe()
	})
}

/** The first event of this name. */
export const findEvent = (events: ChainEvent[], pallet: string, name: string): ChainEvent | undefined =>
	events.find(event => event.pallet === pallet && event.name === name)

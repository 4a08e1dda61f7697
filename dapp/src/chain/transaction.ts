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
	/** It failed in a block, which might still lose against one in which it does not. */
	| { type: 'failing'; hash: string; number: number; error: Error }
	/** It is in a finalised block: done, for ever. */
	| { type: 'final'; hash: string; number: number; events: ChainEvent[] }
	/** It did not happen, for this reason, or is not known to (`UNKNOWN`). Nothing was paid if there is no block. */
	| { type: 'failed'; error: Error; number?: number }

/** The code of the error of what was not signed. */
export const REFUSED = 'Rejected'
/** The code of the error of what was sent, where it is not known what became of it. */
export const UNKNOWN = 'Unknown'

/** Anything that PAPI can sign and send. */
export interface Submittable {
	/** What it does. */
	decodedCall: unknown
	signSubmitAndWatch: (signer: PolkadotSigner, options?: any) => Observable<TxEvent>
	getEstimatedFees: (from: string) => Promise<bigint>
}

/** How far a transaction got: only a wallet refuses to sign, and what was sent may happen whatever comes. */
type Stage = 'preparing' | 'signing' | 'signed' | 'sent'

/** Whether a wallet's error says that its user refused to sign. */
const isRefusal = (error: unknown): boolean =>
	/cancel|reject|denied|declin/i.test(error instanceof Error ? error.message : String(error))

async function reason(connection: Connection, error: unknown, stage: Stage): Promise<Error> {
	if (error instanceof InvalidTxError) return explain(connection, error.error)
	if (stage === 'sent') {
		return new ChainError(
			'The node was lost after this was sent. It may have happened: look before you sign again.',
			UNKNOWN,
		)
	}
	if (stage === 'signing' && isRefusal(error)) {
		return new ChainError('The wallet did not sign. Nothing was sent.', REFUSED)
	}
	return error instanceof Error ? error : new Error(String(error))
}

/** The number of the signer's next transaction, those in the pool counted: several can be on their way. */
const nextNonce = (connection: Connection, { publicKey }: PolkadotSigner): Promise<number> =>
	connection.client._request('system_accountNextIndex', [AccountId(42).dec(publicKey)])

type InBlock = Extract<TxEvent, { block: object }>

const eventsOf = (events: any[]): ChainEvent[] =>
	events.map(({ event }) => ({ pallet: event.type, name: event.value.type, value: event.value.value }))

/**
 * Sign and send. Emits each state as it comes, `final` or `failed` last; never errors.
 *
 * Unsubscribing stops the watching. It stops the transaction too as long as it is not in the pool:
 * what the wallet signs after that is dropped.
 */
export function send(
	connection: Connection,
	transaction: Submittable,
	signer: PolkadotSigner,
): Observable<Progress> {
	return new Observable(subscriber => {
		let stage: Stage = 'preparing'
		/** The block that was told of last. */
		let seen: string | undefined
		const fail = (error: Error, number?: number) => {
			subscriber.next({ type: 'failed', error, ...(number === undefined ? {} : { number }) })
			subscriber.complete()
		}
		const inBlock = (event: InBlock) => {
			const { number, hash: block } = event.block
			const hash = event.txHash
			const final = event.type === 'finalized'
			if (!final && seen === block) return
			seen = block
			if (event.ok) {
				subscriber.next({ type: final ? 'final' : 'block', hash, number, events: eventsOf(event.events) })
				if (final) subscriber.complete()
				return
			}
			if (final) watch.unsubscribe()
			void explain(connection, event.dispatchError).then(error => {
				if (final) fail(error, number)
				else if (seen === block) subscriber.next({ type: 'failing', hash, number, error })
			})
		}
		subscriber.next({ type: 'signing' })
		const events = from(nextNonce(connection, signer)).pipe(
			switchMap(nonce => {
				stage = 'signing'
				return transaction.signSubmitAndWatch(signer, { nonce })
			}),
		)
		const watch = events.subscribe({
			next: event => {
				if (event.type === 'signed') stage = 'signed'
				if (event.type === 'broadcasted') {
					stage = 'sent'
					subscriber.next({ type: 'pool', hash: event.txHash })
				}
				if (event.type === 'finalized' || (event.type === 'txBestBlocksState' && event.found)) inBlock(event)
				else if (event.type === 'txBestBlocksState' && seen !== undefined) {
					seen = undefined
					subscriber.next({ type: 'pool', hash: event.txHash })
				}
			},
			error: error => {
				// Nothing that is still being explained may come after this.
				seen = undefined
				void reason(connection, error, stage).then(found => fail(found))
			},
		})
		return () => watch.unsubscribe()
	})
}

/** The first event of this name. */
export const findEvent = (events: ChainEvent[], pallet: string, name: string): ChainEvent | undefined =>
	events.find(event => event.pallet === pallet && event.name === name)

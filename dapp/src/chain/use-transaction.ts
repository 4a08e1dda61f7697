// SPDX-License-Identifier: Apache-2.0

// A component's transaction: its state, and how to start one.

import { useQueryClient } from '@tanstack/react-query'
import type { PolkadotSigner } from 'polkadot-api'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Subscription } from 'rxjs'
import { useConnection } from './context'
import { afterTransaction } from './refresh'
import { type Progress, type Submittable, send } from './transaction'

export interface TransactionState {
	/** Where the transaction is; nothing before the first. */
	progress: Progress | undefined
	/** Whether one is under way, so that no second one should be started. */
	busy: boolean
	/** Sign and send. Resolves with the last state: `final` or `failed`, or another if it is watched no more. */
	run: (transaction: Submittable, signer: PolkadotSigner) => Promise<Progress>
	/** Forget the last one, and watch it no more. */
	reset: () => void
}

export function useTransaction(): TransactionState {
	const connection = useConnection()
	const queries = useQueryClient()
	const [progress, setProgress] = useState<Progress>()
	const watch = useRef<Subscription>(undefined)
	useEffect(() => () => watch.current?.unsubscribe(), [])
	const run = useCallback(
		(transaction: Submittable, signer: PolkadotSigner) =>
			new Promise<Progress>(resolve => {
				watch.current?.unsubscribe()
				let last: Progress = { type: 'signing' }
				watch.current = send(connection, transaction, signer).subscribe({
					next: state => {
						last = state
						setProgress(state)
						if (state.type === 'block' || state.type === 'final') void afterTransaction(queries)
					},
				})
				// However it ends: who waits for it goes on.
				watch.current.add(() => resolve(last))
			}),
		[connection, queries],
	)
	const busy = progress !== undefined && progress.type !== 'final' && progress.type !== 'failed'
	const reset = useCallback(() => {
		watch.current?.unsubscribe()
		setProgress(undefined)
	}, [])
	return { progress, busy, run, reset }
}

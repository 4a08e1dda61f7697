// SPDX-License-Identifier: Apache-2.0

// Transactions that were sent, whatever page is shown. Where the thing that they were about is not on
// the page any more, such as a license that was given back, the tray shows what became of them.

import { useQueryClient } from '@tanstack/react-query'
import type { PolkadotSigner } from 'polkadot-api'
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import { useConnection } from '../chain/context'
import { afterTransaction } from '../chain/refresh'
import { type ChainEvent, type Progress, type Submittable, send } from '../chain/transaction'
import css from './action.module.css'
import { TransactionSteps } from './transaction'

/** A transaction that was sent, by a key of what it does. */
interface Sent {
	title: string
	progress: Progress
	/** What came of it, once it is in a block. */
	outcome?: ReactNode
}

interface Transactions {
	sent: ReadonlyMap<string, Sent>
	start: (key: string, what: Order) => void
	forget: (key: string) => void
	/** Forget all that are over. */
	forgetOver: () => void
	/** Say that something on the page shows this one itself. Returns how to take that back. */
	show: (key: string) => () => void
	shown: ReadonlySet<string>
}

export interface Order {
	title: string
	transaction: Submittable
	signer: PolkadotSigner
	outcome?: ((events: ChainEvent[]) => ReactNode) | undefined
}

/** Whether nothing more becomes of it. */
export const isOver = ({ type }: Progress): boolean => type === 'final' || type === 'failed'

const Context = createContext<Transactions | undefined>(undefined)

/** Lets `Action`s inside send transactions, and follows them to their end. */
export function Transactions({ children }: { children: ReactNode }) {
	const connection = useConnection()
	const queries = useQueryClient()
	const [sent, setSent] = useState<ReadonlyMap<string, Sent>>(new Map())
	const [shown, setShown] = useState<ReadonlySet<string>>(new Set())
	const start = useCallback(
		(key: string, { title, transaction, signer, outcome }: Order) => {
			// Not ended with the page: what was signed happens anyway.
			send(connection, transaction, signer).subscribe(progress => {
				const came = 'events' in progress && outcome ? { outcome: outcome(progress.events) } : {}
				setSent(all => new Map(all).set(key, { title, progress, ...came }))
				if (progress.type === 'block' || progress.type === 'final') void afterTransaction(queries)
			})
		},
		[connection, queries],
	)
	const forget = useCallback((key: string) => {
		setSent(all => new Map([...all].filter(([each]) => each !== key)))
	}, [])
	const forgetOver = useCallback(() => {
		setSent(all => new Map([...all].filter(([, { progress }]) => !isOver(progress))))
	}, [])
	const show = useCallback((key: string) => {
		setShown(all => new Set(all).add(key))
		return () => setShown(all => new Set([...all].filter(each => each !== key)))
	}, [])
	const value = useMemo(
		() => ({ sent, start, forget, forgetOver, show, shown }),
		[sent, start, forget, forgetOver, show, shown],
	)
	return <Context.Provider value={value}>{children}</Context.Provider>
}

export function useTransactions(): Transactions {
	const transactions = useContext(Context)
	if (!transactions) throw new Error('No transactions are sent here.')
	return transactions
}

/** The transaction of this key, which the caller shows. */
export function useSent(key: string): Sent | undefined {
	const { sent, show } = useTransactions()
	useEffect(() => show(key), [show, key])
	return sent.get(key)
}

/** How a transaction is, and what came of it. */
export function SentSteps({ sent }: { sent: Sent }) {
	return (
		<>
			<TransactionSteps progress={sent.progress} />
			{sent.outcome && <p>{sent.outcome}</p>}
		</>
	)
}

/**
 * The transactions whose subject is not on the page.
 *
 * `where` is what the reader looks at: when that changes, those that are over are not taken along.
 */
export function SentTray({ where }: { where: string }) {
	const { sent, shown, forget, forgetOver } = useTransactions()
	useEffect(() => forgetOver, [forgetOver, where])
	const left = [...sent].filter(([key]) => !shown.has(key))
	if (left.length === 0) return null
	return (
		<section className={css.tray} aria-label="Transactions that you sent">
			{left.map(([key, each]) => (
				<div key={key} className={css.panel}>
					<p className={css.title}>{each.title}</p>
					{each.progress.type === 'final' ? (
						<p role="status">{each.outcome ?? 'Done'} Final in block {each.progress.number}.</p>
					) : (
						<SentSteps sent={each} />
					)}
					{isOver(each.progress) && (
						<button className="quiet" onClick={() => forget(key)}>
							Close
						</button>
					)}
				</div>
			))}
		</section>
	)
}

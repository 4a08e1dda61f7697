// SPDX-License-Identifier: Apache-2.0

// A button for a transaction: says what it does and costs, asks, signs, and shows what came of it.

import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useChain, useConnection } from '../chain/context'
import type { Connection } from '../chain/connection'
import type { ChainEvent, Submittable } from '../chain/transaction'
import { keyOf } from '../lib/key'
import type { Account } from '../wallet/types'
import css from './action.module.css'
import { Amount } from './parts'
import { isOver, SentSteps, useSent, useTransactions } from './sent'

interface Props {
	/** What it is about: one transaction of this key at a time. */
	id: string
	/** On the button, as in `Refund`. */
	label: string
	/** What is done to what, as in `Refund the license for alice/iris`. */
	title: string
	by: Account
	/** The transaction; nothing while what was typed does not make one. */
	make: (connection: Connection) => Submittable | undefined
	/** What it does, for who is about to sign. May hold fields that `make` reads. */
	children: ReactNode
	/** What came of it, by its events. */
	outcome?: (events: ChainEvent[]) => ReactNode
	primary?: boolean
}

/** What a transaction costs its signer, besides what it moves. */
export function Fee({ transaction, from }: { transaction: Submittable; from: string }) {
	const fee = useChain(['fee of', keyOf(transaction.decodedCall), from], () => transaction.getEstimatedFees(from), { live: false })
	if (fee.data !== undefined) return <>about {<Amount planck={fee.data} />}</>
	return <>{fee.isError ? 'not known' : '…'}</>
}

export function Action({ id: what, label, title, by, make, children, outcome, primary = false }: Props) {
	const connection = useConnection()
	const { start, forget } = useTransactions()
	// Whoever else is chosen has done nothing yet.
	const id = `${what} by ${by.address}`
	const sent = useSent(id)
	const [open, setOpen] = useState(false)
	const panel = useId()
	const opener = useRef<HTMLButtonElement>(null)
	const steps = useRef<HTMLDivElement>(null)
	// What had the focus is gone when it was pressed: the focus goes where things go on.
	const [signed, setSigned] = useState(false)
	const began = sent !== undefined
	useEffect(() => {
		if (!signed || !began) return
		steps.current?.focus()
		setSigned(false)
	}, [signed, began])
	const close = () => {
		setOpen(false)
		if (sent) forget(id)
		opener.current?.focus()
	}
	const busy = sent !== undefined && !isOver(sent.progress)
	const toggle = () => {
		if (sent) forget(id)
		setOpen(!open)
	}
	return (
		<>
			<button
				ref={opener}
				className={primary ? 'primary' : ''}
				aria-expanded={open || sent !== undefined}
				aria-controls={panel}
				disabled={busy}
				onClick={toggle}
			>
				{label}
			</button>
			{sent ? (
				<div id={panel} ref={steps} tabIndex={-1} className={css.panel}>
					<p className={css.title}>{title}</p>
					<SentSteps sent={sent} />
					{!busy && (
						<div className={css.buttons}>
							<button onClick={close}>Close</button>
						</div>
					)}
				</div>
			) : (
				open && (
					<Ask
						panel={panel}
						{...{ title, by, make, connection }}
						sign={transaction => {
							setOpen(false)
							setSigned(true)
							start(id, { title, transaction, signer: by.signer, outcome })
						}}
						close={close}
					>
						{children}
					</Ask>
				)
			)}
		</>
	)
}

function Ask({
	panel,
	title,
	by,
	make,
	connection,
	sign,
	close,
	children,
}: Pick<Props, 'title' | 'by' | 'make' | 'children'> & {
	panel: string
	connection: Connection
	sign: (transaction: Submittable) => void
	close: () => void
}) {
	const transaction = make(connection)
	return (
		<div id={panel} className={css.panel}>
			<p className={css.title}>{title}</p>
			{children}
			<div className={css.buttons}>
				<button className="primary" disabled={!transaction} onClick={() => transaction && sign(transaction)}>
					Sign
				</button>
				<button onClick={close}>Not now</button>
				{transaction && (
					<span className={css.fee}>
						Fee: <Fee transaction={transaction} from={by.address} />
					</span>
				)}
			</div>
		</div>
	)
}

/** Room for several actions in a row, whose questions open below. */
export function Actions({ children }: { children: ReactNode }) {
	return <div className={css.row}>{children}</div>
}

// SPDX-License-Identifier: Apache-2.0

// A transaction on its way: wallet, pool, block, finality.

import type { Progress } from '../chain/transaction'
import { ChainError } from '../chain/errors'
import { Copyable } from './parts'
import { Notice } from './states'
import css from './ui.module.css'

const STEPS: { type: Progress['type']; name: string }[] = [
	{ type: 'signing', name: 'Signature' },
	{ type: 'pool', name: 'Pool' },
	{ type: 'block', name: 'Block' },
	{ type: 'final', name: 'Final' },
]

const SAYS: Record<Progress['type'], string> = {
	signing: 'Your wallet asks you to sign.',
	pool: 'Signed and sent. It waits for a block.',
	block: 'In a block. Validators are making it final.',
	final: 'Final: it can never be undone.',
	failed: '',
}

export function TransactionSteps({ progress }: { progress: Progress | undefined }) {
	if (!progress) return null
	if (progress.type === 'failed') {
		const { error, number } = progress
		const refused = error instanceof ChainError && error.code === 'Rejected'
		return (
			<Notice tone={refused ? 'warn' : 'bad'} title={refused ? 'Not signed' : 'The transaction failed'}>
				<p>{error.message}</p>
				{error instanceof ChainError && error.code && !refused && (
					<p>
						<code>{error.code}</code>
						{number !== undefined && ` in block ${number}; only the fee was paid.`}
					</p>
				)}
			</Notice>
		)
	}
	const at = STEPS.findIndex(({ type }) => type === progress.type)
	return (
		<div aria-live="polite" data-transaction={progress.type}>
			<ol className={css.steps}>
				{STEPS.map(({ type, name }, step) => (
					<li key={type} data-state={step < at || at === 3 ? 'done' : step === at ? 'now' : 'next'}>
						{name}
					</li>
				))}
			</ol>
			<p>{SAYS[progress.type]}</p>
			{'hash' in progress && (
				<p>
					Transaction <Copyable text={progress.hash} label="the transaction's hash" />
					{'number' in progress && ` in block ${progress.number}`}
				</p>
			)}
		</div>
	)
}

// SPDX-License-Identifier: Apache-2.0

// A transaction on its way: wallet, pool, block, finality.

import { type Progress, REFUSED, UNKNOWN } from '../chain/transaction'
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
	failing: 'It failed in a block that is not final yet: another block may still do it. Wait before you sign again.',
	failed: '',
}

/** What to call that which is no failure of the transaction itself. */
const TITLES: Record<string, string> = { [REFUSED]: 'Not signed', [UNKNOWN]: 'Not known' }

export function TransactionSteps({ progress }: { progress: Progress | undefined }) {
	if (!progress) return null
	if (progress.type === 'failed') {
		const { error, number } = progress
		const code = error instanceof ChainError ? error.code : undefined
		const title = (code && TITLES[code]) || 'The transaction failed'
		const soft = code !== undefined && code in TITLES
		return (
			<Notice tone={soft ? 'warn' : 'bad'} title={title}>
				<p>{error.message}</p>
				{code && !soft && (
					<p>
						<code>{code}</code>
						{number !== undefined && ` in block ${number}; only the fee was paid.`}
					</p>
				)}
			</Notice>
		)
	}
	const at = STEPS.findIndex(({ type }) => type === (progress.type === 'failing' ? 'block' : progress.type))
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
			{progress.type === 'failing' && <p>{progress.error.message}</p>}
			{'hash' in progress && (
				<p>
					Transaction <Copyable text={progress.hash} label="the transaction's hash" />
					{'number' in progress && ` in block ${progress.number}`}
				</p>
			)}
		</div>
	)
}

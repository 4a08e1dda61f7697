// SPDX-License-Identifier: Apache-2.0

// What stands where content is on its way, absent, or could not be had.

import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { sentenceOf } from '../lib/sentence'
import css from './ui.module.css'

export function Loading({ what, lines = 4 }: { what: string; lines?: number }) {
	return (
		<div className={css.loading} role="status">
			<span className="visually-hidden">Loading {what}</span>
			{Array.from({ length: lines }, (_, line) => (
				<div key={line} className={css.bar} />
			))}
		</div>
	)
}

export function Empty({ title, children }: { title: string; children?: ReactNode }) {
	return (
		<div className={css.empty}>
			<h2>{title}</h2>
			{children}
		</div>
	)
}

export function Failed({ what, error, retry }: { what: string; error: unknown; retry?: () => void }) {
	return (
		<div className={`${css.notice} ${css.bad}`} role="alert">
			<strong>{what}</strong>
			<p>{sentenceOf(error)}</p>
			{retry && <button onClick={retry}>Try again</button>}
		</div>
	)
}

export type Tone = 'plain' | 'good' | 'warn' | 'bad'

/** What is said aloud when it comes: at once, or when there is quiet. */
const ROLES: Partial<Record<Tone, string>> = { bad: 'alert', good: 'status' }

export function Notice({ tone = 'plain', title, children }: { tone?: Tone; title?: string; children?: ReactNode }) {
	return (
		<div className={`${css.notice} ${css[tone] ?? ''}`} role={ROLES[tone]}>
			{title && <strong>{title}</strong>}
			{children}
		</div>
	)
}

/** Shows what was read, or the state of the reading: each page shows all of them the same way. */
export function Read<T>({
	query,
	what,
	lines,
	children,
}: {
	query: UseQueryResult<T>
	/** What is read, as in `Loading …` and `… could not be read`. */
	what: string
	lines?: number
	children: (data: T) => ReactNode
}) {
	if (query.data !== undefined) return <>{children(query.data)}</>
	if (query.isError) {
		return (
			<Failed
				what={`${what[0]?.toUpperCase()}${what.slice(1)} could not be read.`}
				error={query.error}
				retry={() => void query.refetch()}
			/>
		)
	}
	return <Loading what={what} {...(lines === undefined ? {} : { lines })} />
}

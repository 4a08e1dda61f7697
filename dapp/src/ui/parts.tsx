// SPDX-License-Identifier: Apache-2.0

// Small things that all pages are made of.

import { type ReactNode, useEffect, useId, useState } from 'react'
import { ago, duration, roughAgo, short, size } from '../lib/format'
import type { Tone } from './states'
import css from './ui.module.css'

/** A page, with its title, what it is for, and what can be done at the top. */
export function Page({
	title,
	lead,
	actions,
	children,
}: {
	title: string
	lead?: ReactNode
	actions?: ReactNode
	children: ReactNode
}) {
	useEffect(() => {
		document.title = `${title} · Agora`
	}, [title])
	return (
		<div className={css.page}>
			<div className={css.head}>
				<div>
					<h1>{title}</h1>
					{lead && <div className={css.lead}>{lead}</div>}
				</div>
				{actions}
			</div>
			{children}
		</div>
	)
}

export function Card({ title, children }: { title?: string; children: ReactNode }) {
	const id = useId()
	return (
		<section className={css.card} aria-labelledby={title ? id : undefined}>
			{title && <h2 id={id}>{title}</h2>}
			{children}
		</section>
	)
}

/** Room in which a wide table scrolls by itself; with the keyboard too. */
export function Scroll({ label, children }: { label: string; children: ReactNode }) {
	return (
		<section className={css.scroll} aria-label={label} tabIndex={0}>
			{children}
		</section>
	)
}

export function Badge({ tone = 'plain', children }: { tone?: Tone | 'model' | 'dataset'; children: ReactNode }) {
	return <span className={`${css.badge} ${css[tone] ?? ''}`}>{children}</span>
}

/** Whether something is a model or a dataset. */
export function KindBadge({ kind }: { kind: 'Model' | 'Dataset' }) {
	return <Badge tone={kind === 'Model' ? 'model' : 'dataset'}>{kind}</Badge>
}

/** What the signs in a picture mean, each an `li`. */
export function Legend({ className, children }: { className?: string | undefined; children: ReactNode }) {
	return (
		<ul className={`${css.legend} ${className ?? ''}`} aria-label="Legend">
			{children}
		</ul>
	)
}

/** Pairs of a name and what it is. */
export function Facts({ children }: { children: ReactNode }) {
	return <dl className={css.facts}>{children}</dl>
}
export function Fact({ name, children }: { name: string; children: ReactNode }) {
	return (
		<>
			<dt>{name}</dt>
			<dd>{children}</dd>
		</>
	)
}

/** An amount in AGO, with all its digits in the title where it is shown in short. */
export function Amount({ planck, exact = false }: { planck: bigint; exact?: boolean }) {
	return <span title={ago(planck)}>{exact ? ago(planck) : roughAgo(planck)}</span>
}

/** Something to copy, such as a hash or an address: shown in full or by its ends. */
export function Copyable({ text, label, full = false }: { text: string; label: string; full?: boolean }) {
	const [copied, setCopied] = useState(false)
	const copy = async () => {
		await navigator.clipboard.writeText(text)
		setCopied(true)
		setTimeout(() => setCopied(false), 1_500)
	}
	return (
		<span className={css.copyable}>
			<code title={text}>{full ? text : short(text)}</code>
			<button className="quiet" aria-label={`Copy ${label}`} onClick={() => void copy().catch(() => undefined)}>
				{copied ? 'copied' : 'copy'}
			</button>
		</span>
	)
}

export function Address({ of, full }: { of: string; full?: boolean }) {
	return <Copyable text={of} label="the address" full={full ?? false} />
}

/** How far long work is, with its rate and the time left. Amounts in bytes. */
export function Progress({ label, done, total, since }: { label: string; done: number; total: number; since: number }) {
	const seconds = (performance.now() - since) / 1000
	const rate = seconds > 0 ? done / seconds : 0
	const share = total > 0 ? Math.min(1, done / total) : 1
	return (
		<div>
			<div
				className={css.meter}
				role="progressbar"
				aria-label={label}
				aria-valuemin={0}
				aria-valuemax={100}
				aria-valuenow={Math.round(share * 100)}
			>
				<div style={{ width: `${share * 100}%` }} />
			</div>
			<div className={css.meterText}>
				<span>
					{label}: {size(done)} of {size(total)}
				</span>
				<span>
					{size(rate)}/s{rate > 0 && done < total && `, ${duration((total - done) / rate)} left`}
				</span>
			</div>
		</div>
	)
}

/** A named input with a hint and what is wrong with it. `children` gets the id to give the input. */
export function Field({
	label,
	hint,
	fault,
	children,
}: {
	label: string
	hint?: ReactNode
	fault?: string | undefined
	children: (props: { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true }) => ReactNode
}) {
	const id = useId()
	const described = fault || hint ? { 'aria-describedby': `${id}-about` } : {}
	return (
		<div className={css.field}>
			<label htmlFor={id}>{label}</label>
			{children({ id, ...described, ...(fault ? { 'aria-invalid': true as const } : {}) })}
			{(fault || hint) && (
				<span id={`${id}-about`} className={fault ? css.fault : css.hint}>
					{fault ?? hint}
				</span>
			)}
		</div>
	)
}

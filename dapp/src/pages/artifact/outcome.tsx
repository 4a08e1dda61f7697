// SPDX-License-Identifier: Apache-2.0

// What came of looking for a file at the locations of a version, and what to do about it.

import { type ReactNode, useState } from 'react'
import type { Attempt, Search } from '../../chain/manifest-check'
import { isWeb } from '../../chain/location'
import { Copyable, Field } from '../../ui/parts'
import { Notice } from '../../ui/states'
import css from './artifact.module.css'
import type { Places } from './use-files'

/** How it went, in a word, and so that tests and stylesheets can tell. */
export type Result = 'checked' | 'tampered' | 'unreachable' | 'none'

export function resultOf({ found, attempts }: Search): Result {
	if (found) return 'checked'
	if (attempts.some(({ type }) => type === 'tampered')) return 'tampered'
	return attempts.some(({ type }) => type !== 'foreign') ? 'unreachable' : 'none'
}

/** `what` is the file as in `The manifest`; `children` says what was checked, where it was. */
export function Outcome({
	what,
	search,
	places,
	again,
	children,
}: {
	what: string
	search: Search
	places: Places
	/** To look once more; nothing where another outcome on the page has the buttons for that. */
	again?: (() => void) | undefined
	children?: ReactNode
}) {
	const result = resultOf(search)
	const tampered = search.attempts.filter(attempt => attempt.type === 'tampered')
	return (
		<div className={css.outcome} data-outcome={result} data-file={what}>
			{result === 'checked' && (
				<Notice tone="good" title={`✓ ${what} is checked`}>
					{children}
				</Notice>
			)}
			{tampered.length > 0 && (
				<Notice tone={result === 'checked' ? 'warn' : 'bad'} title={tamperedTitle(what, result)}>
					<Tampered attempts={tampered} expected={search.expected} />
				</Notice>
			)}
			{result === 'unreachable' && (
				<Notice tone="warn" title={`${what} could not be read`}>
					<p>
						That says nothing against the version, only that its bytes are not at hand. Try again later, look elsewhere, or
						fetch them with the command.
					</p>
				</Notice>
			)}
			{result === 'none' && <Notice tone="warn" title={noneTitle(what, search.attempts)} />}
			{result !== 'checked' && (
				<>
					<Where attempts={search.attempts} places={places} />
					{again && <Elsewhere places={places} again={again} />}
				</>
			)}
		</div>
	)
}

const tamperedTitle = (what: string, result: Result): string =>
	result === 'checked'
		? 'Another location has other bytes'
		: `✗ ${what} there is not the one that was published. Nothing of it is shown.`

const noneTitle = (what: string, attempts: Attempt[]): string =>
	attempts.length === 0 ? `${what} is nowhere: the version names no location` : `${what} is not on the web`

function Tampered({ attempts, expected }: { attempts: (Attempt & { type: 'tampered' })[]; expected: string }) {
	return (
		<dl className={css.digests}>
			<dt>Expected, as it is on chain</dt>
			<dd>
				<Copyable text={expected} label="the digest expected" full />
			</dd>
			{attempts.map(({ url, found }) => (
				<div key={url}>
					<dt>
						Found at <span className={css.location}>{url}</span>
					</dt>
					<dd>
						<Copyable text={found} label="the digest found" full />
					</dd>
				</div>
			))}
		</dl>
	)
}

/** Each place that was looked in, and why it is not there. */
function Where({ attempts, places }: { attempts: Attempt[]; places: Places }) {
	const others = attempts.filter(({ type }) => type !== 'tampered')
	if (others.length === 0) return null
	return (
		<ul className={css.plain}>
			{others.map((attempt, at) => (
				<li key={at}>
					<code className={css.location}>{'url' in attempt ? attempt.url : attempt.location}</code>: {why(attempt)}{' '}
					{(attempt.type === 'unasked' || attempt.type === 'elsewhere') && <button onClick={places.allowLocal}>Look there</button>}
				</li>
			))}
		</ul>
	)
}

function why(attempt: Attempt): string {
	if (attempt.type === 'unreachable') return `${attempt.why}.`
	if (attempt.type === 'unasked') return 'this is on your own machine or network, which is not asked without your word.'
	if (attempt.type === 'elsewhere') {
		return `${attempt.why}, maybe on your own network, which is not asked without your word.`
	}
	return attempt.type === 'foreign' ? foreign(attempt.location) : ''
}

function foreign(location: string): string {
	const scheme = location.split(':')[0] ?? ''
	const known = ['s3', 'ipfs', 'file'].includes(scheme)
	if (known) return 'browsers cannot fetch it; the command below can.'
	return 'neither browsers nor the command can fetch that; see what its publisher says of it.'
}

/** Another place to look in, such as a mirror or a gateway: what comes from there is checked too. */
function Elsewhere({ places, again }: { places: Places; again: () => void }) {
	const [text, setText] = useState('')
	const location = text.trim()
	const fault = location === '' || isWeb(location) ? undefined : 'It has to begin with https:// or http://'
	return (
		<form
			className={css.inline}
			onSubmit={event => {
				event.preventDefault()
				if (location !== '' && !fault) places.add(location)
			}}
		>
			<Field label="Look elsewhere" hint="A folder with the files, such as a mirror. What comes is checked." fault={fault}>
				{props => <input {...props} value={text} spellCheck={false} onChange={event => setText(event.target.value)} />}
			</Field>
			<button disabled={location === '' || fault !== undefined}>Look there</button>
			<button type="button" onClick={again}>
				Try again
			</button>
		</form>
	)
}

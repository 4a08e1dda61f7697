// SPDX-License-Identifier: Apache-2.0

// Finds a version by words, reference or sequence; the newest datasets to begin with.

import { useDeferredValue, useState } from 'react'
import { useChain } from '../../chain/context'
import { findVersions, type Hit, soughtOf } from '../../chain/find-version'
import { count, short } from '../../lib/format'
import { Badge, Field, KindBadge } from '../../ui/parts'
import { Read } from '../../ui/states'
import css from './provenance.module.css'

interface Props {
	chosen: bigint | undefined
	onPick: (sequence: bigint) => void
}

export function Pick({ chosen, onPick }: Props) {
	const [text, setText] = useState('')
	const sought = useDeferredValue(text.trim())
	const isOpen = chosen === undefined || sought !== ''
	const query = useChain(['find-version', sought], ({ api }) => findVersions(api, sought), { enabled: isOpen })
	const pick = (sequence: bigint) => {
		setText('')
		onPick(sequence)
	}
	return (
		<div className={css.stack}>
			<Field label="Dataset" hint="Words of its name or tags, PUBLISHER/NAME@NUMBER, or a version's sequence.">
				{props => (
					<input {...props} type="search" autoComplete="off" value={text} onChange={event => setText(event.target.value)} />
				)}
			</Field>
			{isOpen && (
				<Read query={query} what="the catalog" lines={3}>
					{hits => <Hits hits={hits} text={sought} onPick={pick} />}
				</Read>
			)}
		</div>
	)
}

function Hits({ hits, text, onPick }: { hits: Hit[]; text: string; onPick: Props['onPick'] }) {
	if (hits.length === 0) return <Nothing text={text} onPick={onPick} />
	return (
		<div>
			{text === '' && <p className={css.soft}>The newest datasets:</p>}
			<ul className={css.hits}>
				{hits.map(({ sequence, label, records }) => (
					<li key={sequence}>
						<div>
							<strong>
								{label.name}@{label.number}
							</strong>{' '}
							<KindBadge kind={label.kind} />{' '}
							<Badge tone={records === undefined ? 'plain' : 'good'}>
								{records === undefined ? 'no records committed' : count(records, 'record')}
							</Badge>
							<div className={css.soft} title={label.publisher}>
								by {short(label.publisher)}, sequence {sequence.toString()}
							</div>
						</div>
						<button aria-label={`Choose ${label.name}@${label.number}`} onClick={() => onPick(sequence)}>
							Choose
						</button>
					</li>
				))}
			</ul>
		</div>
	)
}

/** A version that was removed has no name any more, but deposits may be left of it. */
function Nothing({ text, onPick }: { text: string; onPick: Props['onPick'] }) {
	const sought = soughtOf(text)
	if (text === '') return <p className={css.soft}>No dataset was published on this chain yet.</p>
	if (sought.type !== 'sequence') return <p className={css.soft}>Nothing was found. Try fewer or other words.</p>
	return (
		<p className={css.soft}>
			There is no version {text}. If it was removed, deposits may be left of it:{' '}
			<button className="quiet" onClick={() => onPick(sought.sequence)}>
				look
			</button>
		</p>
	)
}

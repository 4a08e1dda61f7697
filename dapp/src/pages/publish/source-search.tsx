// SPDX-License-Identifier: Apache-2.0

// Finds versions to cite, by words or by reference.

import { useState } from 'react'
import { useChain } from '../../chain/context'
import { perMillion, short } from '../../lib/format'
import { usePaused } from '../../lib/use-paused'
import { Badge, Field, KindBadge } from '../../ui/parts'
import { Read } from '../../ui/states'
import css from './publish.module.css'
import { searchSources } from './reads'
import type { Derivation, FoundSource } from './relations'

interface Props {
	account: string | undefined
	/** Sequences that are cited already. */
	taken: readonly bigint[]
	onPick: (source: FoundSource) => void
}

const ASKS: Record<Derivation, string | undefined> = {
	Open: undefined,
	LicenseRequired: 'needs a license',
	Forbidden: 'forbids derivation',
}

export function SourceSearch({ account, taken, onPick }: Props) {
	const [text, setText] = useState('')
	const sought = usePaused(text.trim())
	const found = useChain(['sources', sought, account], ({ api }) => searchSources(api, sought, account), {
		enabled: sought.length >= 2,
		live: false,
	})
	const left = found.data?.filter(({ sequence }) => !taken.includes(sequence))
	return (
		<div className={css.stack}>
			<Field label="Find a source" hint="Words of its name or tags, or a whole reference: PUBLISHER/NAME@NUMBER.">
				{props => (
					<input
						{...props}
						type="search"
						autoComplete="off"
						value={text}
						onChange={event => setText(event.target.value)}
					/>
				)}
			</Field>
			{sought.length >= 2 && (
				<Read query={found} what="the catalog" lines={3}>
					{() =>
						left?.length ? (
							<ul className={css.found}>
								{left.map(source => (
									<li key={source.sequence.toString()}>
										<div>
											<strong>
												{source.name}@{source.number}
											</strong>{' '}
											<KindBadge kind={source.kind} /> <State source={source} />
											<span className={css.hint}>
												by {short(source.publisher)}, asks for {perMillion(source.royalty)}
											</span>
										</div>
										<button
											aria-label={`Add ${source.name}`}
											onClick={() => {
												onPick(source)
												setText('')
											}}
										>
											Add
										</button>
									</li>
								))}
							</ul>
						) : (
							<p className={css.hint}>{found.data?.length ? 'What was found is cited already.' : 'Nothing was found.'}</p>
						)
					}
				</Read>
			)}
		</div>
	)
}

function State({ source: { status, retired, derivation, own } }: { source: FoundSource }) {
	if (status !== 'Live') return <Badge tone="bad">{status.toLowerCase()}</Badge>
	if (retired) return <Badge tone="bad">retired</Badge>
	const asks = ASKS[derivation]
	return (
		<>
			{own && <Badge>yours</Badge>} {asks && <Badge tone="warn">{asks}</Badge>}
		</>
	)
}

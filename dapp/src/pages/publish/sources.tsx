// SPDX-License-Identifier: Apache-2.0

// What the version was made from: search, relation, and the royalty that each asks.

import { Link } from 'wouter'
import { perMillion } from '../../lib/format'
import { artifactPath } from '../../routes'
import { Card, KindBadge, Scroll } from '../../ui/parts'
import { Notice } from '../../ui/states'
import { MAX_SOURCES, type Faults } from './draft'
import css from './publish.module.css'
import { type CitedSource, type Kind, RELATIONS, type Relation, relationsBetween, royaltyDue, royaltySum } from './relations'
import { SourceSearch } from './source-search'
import type { DraftWork } from './use-draft'

interface Props {
	work: DraftWork
	faults: Faults | undefined
	account: string | undefined
	maxRoyalty: number
}

export function Sources({ work, faults, account, maxRoyalty }: Props) {
	const { draft, cite, setSource } = work
	const { sources } = draft
	const kind = draft.artifact?.kind ?? draft.kind
	return (
		<Card title="What it was made from">
			<p className={css.lead}>
				Name the models and datasets that went into it. Each gets the royalty that it asks, of all that this version
				ever earns. Sources are final.
			</p>
			{sources.length > 0 && (
				<Scroll label="Sources">
					<table className={css.sources}>
						<thead>
							<tr>
								<th scope="col">This {kind.toLowerCase()} is</th>
								<th scope="col">Source</th>
								<th scope="col" className="number">
									Royalty
								</th>
								<th scope="col">
									<span className="visually-hidden">Remove</span>
								</th>
							</tr>
						</thead>
						<tbody>
							{sources.map(source => (
								<SourceRow
									key={source.sequence.toString()}
									source={source}
									kind={kind}
									fault={faults?.sources.get(source.sequence)}
									onChange={patch => setSource(source.sequence, patch)}
								/>
							))}
						</tbody>
						<tfoot>
							<tr>
								<th scope="row" colSpan={2}>
									Owed to sources together, at most {perMillion(maxRoyalty)}
								</th>
								<td className="number">
									<strong>{perMillion(royaltySum(sources))}</strong>
								</td>
								<td />
							</tr>
						</tfoot>
					</table>
				</Scroll>
			)}
			{faults?.royalties && (
				<div className={css.first}>
					<Notice tone="bad">{faults.royalties}</Notice>
				</div>
			)}
			{sources.length < MAX_SOURCES ? (
				<SourceSearch account={account} taken={sources.map(({ sequence }) => sequence)} onPick={cite} />
			) : (
				<p className={css.hint}>A version has at most {MAX_SOURCES} sources. Merge datasets first, and cite the merged one.</p>
			)}
		</Card>
	)
}

interface RowProps {
	source: CitedSource
	kind: Kind
	fault: string | undefined
	onChange: (patch: Partial<CitedSource> | undefined) => void
}

function SourceRow({ source, kind, fault, onChange }: RowProps) {
	const { publisher, name, number, relation } = source
	const possible = relationsBetween(kind, source.kind)
	const shown = possible.includes(relation) ? possible : [relation, ...possible]
	return (
		<tr>
			<td>
				<select
					aria-label={`Relation to ${name}`}
					value={relation}
					onChange={event => onChange({ relation: event.target.value as Relation })}
				>
					{shown.map(one => (
						<option key={one} value={one}>
							{RELATIONS[one].name}
						</option>
					))}
				</select>
			</td>
			<th scope="row">
				<Link href={artifactPath(publisher, name, number)}>
					{name}@{number}
				</Link>{' '}
				<KindBadge kind={source.kind} />
				{fault && <p className={css.fault}>{fault}</p>}
			</th>
			<td className="number">{perMillion(royaltyDue(source))}</td>
			<td>
				<button className="quiet" aria-label={`Remove ${name}`} onClick={() => onChange(undefined)}>
					remove
				</button>
			</td>
		</tr>
	)
}

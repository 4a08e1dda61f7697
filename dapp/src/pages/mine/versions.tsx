// SPDX-License-Identifier: Apache-2.0

// The versions of an artifact of one's own, and what its owner can do with each.

import { Link } from 'wouter'
import { first } from '../../chain/events'
import { type Inside, type OwnVersion, VERSIONS } from '../../chain/owned'
import { textOf } from '../../lib/bytes'
import { ago } from '../../lib/format'
import { artifactPath } from '../../routes'
import { Action, Actions } from '../../ui/action'
import { Amount, Badge } from '../../ui/parts'
import type { Account } from '../../wallet/types'
import { Locations } from './locations'
import css from './mine.module.css'
import { Yank } from './yank'

interface Props {
	of: Account
	inside: Inside
	vaults: Map<bigint, bigint>
	name: string
	retired: boolean
}

export function Versions({ of, inside, vaults, name, retired }: Props) {
	const { versions } = inside
	return (
		<>
			<h4 className={css.sub}>Versions</h4>
			{versions.length === VERSIONS && <p className={css.soft}>The newest {VERSIONS}.</p>}
			{versions.length === 0 && <p className={css.soft}>There is none.</p>}
			<ul className={css.rows}>
				{versions.map(view => (
					<Version key={view.sequence.toString()} {...{ of, view, name, retired }} waiting={vaults.get(view.sequence) ?? 0n} />
				))}
			</ul>
		</>
	)
}

function Version({ of, view, name, retired, waiting }: Omit<Props, 'inside' | 'vaults'> & { view: OwnVersion; waiting: bigint }) {
	const { sequence, version } = view
	const called = `${name}@${version.number}`
	const { status } = version
	return (
		<li className={css.thing}>
			<p className={css.name}>
				<Link href={artifactPath(view.publisher, name, version.number)}>{called}</Link>
				{status.type === 'Yanked' && <Badge tone="warn">yanked</Badge>}
				{status.type === 'Superseded' && <Badge tone="bad">superseded</Badge>}
			</p>
			{status.type === 'Yanked' && status.value.reason.length > 0 && <p className={css.soft}>{textOf(status.value.reason)}</p>}
			{waiting > 0n && (
				<p>
					<Amount planck={waiting} exact /> in its vault.
				</p>
			)}
			<Actions>
				{waiting > 0n && (
					<Action
						id={`distribute ${sequence}`}
						label="Distribute"
						title={`Move the income of ${called} on`}
						by={of}
						make={({ api }) => api.tx.Royalties.distribute({ version: sequence })}
						outcome={events => {
							const done = first(events, 'Royalties', 'Distributed')
							return done && `Of ${ago(done.income)}, ${ago(done.royalties)} went on to sources and ${ago(done.earnings)} to earnings.`
						}}
					>
						<p>
							Divides what waits: royalties to its sources, the rest to contributors and those who share in it. The chain does
							this by itself where it is worth it; too little waits until there is more, or until somebody asks.
						</p>
					</Action>
				)}
				{status.type !== 'Superseded' && !retired && <Yank {...{ of, sequence, called }} yanked={status.type === 'Yanked'} />}
				<Locations {...{ of, sequence, called }} locations={version.locations.map(textOf)} />
			</Actions>
		</li>
	)
}

// SPDX-License-Identifier: Apache-2.0

// What is published: a new artifact or a version of one, its name, tags, license and card.

import { useChain } from '../../chain/context'
import { Card, Field } from '../../ui/parts'
import type { Faults } from './draft'
import type { Hashed } from './hashed'
import css from './publish.module.css'
import { readOwn } from './reads'
import { COMMON, licenseFault, uncommon } from './spdx'
import type { DraftWork } from './use-draft'

interface Props {
	work: DraftWork
	faults: Faults | undefined
	/** Whether faults of what is still empty are shown as well. */
	attempted: boolean
	account: string | undefined
	hashed: Hashed
}

export function About({ work, faults, attempted, account, hashed }: Props) {
	const { draft, set, setKind, setArtifact } = work
	const own = useChain(['own', account], ({ api }) => (account ? readOwn(api, account) : Promise.resolve([])))
	const shown = (text: string, fault: string | undefined) => (attempted || text !== '' ? fault : undefined)
	const rare = licenseFault(draft.license) === undefined ? uncommon(draft.license) : undefined
	return (
		<Card title="What it is">
			<div className={css.grid}>
				<Field label="Artifact">
					{props => (
						<select
							{...props}
							value={draft.artifact?.id ?? ''}
							onChange={event => setArtifact(own.data?.find(({ id }) => id === event.target.value))}
						>
							<option value="">A new one</option>
							{own.data?.map(({ id, name, kind, next }) => (
								<option key={id} value={id}>
									{name} ({kind.toLowerCase()}): its version {next}
								</option>
							))}
						</select>
					)}
				</Field>
				{!draft.artifact && (
					<>
						<Field label="Kind" hint="It stays so for ever.">
							{props => (
								<select
									{...props}
									value={draft.kind}
									onChange={event => setKind(event.target.value === 'Dataset' ? 'Dataset' : 'Model')}
								>
									<option value="Model">Model</option>
									<option value="Dataset">Dataset</option>
								</select>
							)}
						</Field>
						<Field
							label="Name"
							hint="a-z, 0-9, “.”, “_” and “-”, at most 64; it stays so."
							fault={shown(draft.name, faults?.name)}
						>
							{props => (
								<input
									{...props}
									autoComplete="off"
									spellCheck={false}
									value={draft.name}
									onChange={event => set({ name: event.target.value })}
								/>
							)}
						</Field>
					</>
				)}
				<Field label="Tags" hint="At most five words, separated by spaces." fault={faults?.tags}>
					{props => <input {...props} value={draft.tags} onChange={event => set({ tags: event.target.value })} />}
				</Field>
				<Field
					label="License"
					hint={
						rare
							? `“${rare}” is not a common id. See that it is spelled as on spdx.org/licenses.`
							: hashed.proposed.license === draft.license
								? 'As README.md says. An SPDX expression; final.'
								: 'An SPDX expression, such as Apache-2.0 or MIT OR CC-BY-4.0; final.'
					}
					fault={shown(draft.license, faults?.license)}
				>
					{props => (
						<>
							<input
								{...props}
								list="spdx"
								autoComplete="off"
								value={draft.license}
								onChange={event => set({ license: event.target.value })}
							/>
							<datalist id="spdx">
								{COMMON.map(id => (
									<option key={id} value={id} />
								))}
							</datalist>
						</>
					)}
				</Field>
			</div>
			<p className={css.check}>
				<label>
					<input
						type="checkbox"
						disabled={!hashed.card}
						checked={draft.card && hashed.card !== undefined}
						onChange={event => set({ card: event.target.checked })}
					/>{' '}
					README.md is its card
				</label>
				<span className={css.hint}>
					{hashed.card
						? 'Its hash goes on chain beside the version, so that readers know that it is yours.'
						: 'There is no README.md at the top of the folder.'}
				</span>
			</p>
		</Card>
	)
}

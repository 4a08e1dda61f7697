// SPDX-License-Identifier: Apache-2.0

// What others may do with the version, what it asks of them, and where its files are.

import { Card, Field } from '../../ui/parts'
import type { Faults } from './draft'
import css from './publish.module.css'
import { allowedUses, type Derivation, type Use } from './relations'
import type { DraftWork } from './use-draft'

const DERIVATIONS: Record<Derivation, string> = {
	Open: 'Anybody',
	LicenseRequired: 'Who holds a license for it',
	Forbidden: 'Nobody, not even you',
}

const USES: Record<Use, string> = {
	train: 'Train with it',
	evaluate: 'Evaluate with it',
	commercial: 'Use it commercially, and sell it',
}

export function Terms({ work: { draft, set }, faults }: { work: DraftWork; faults: Faults | undefined }) {
	const allowed = allowedUses(draft.sources)
	return (
		<Card title="Terms">
			<p className={css.lead}>They are final: none of them can be changed once the version is published.</p>
			<div className={css.grid}>
				<Field label="Who may derive from it">
					{props => (
						<select
							{...props}
							value={draft.derivation}
							onChange={event => set({ derivation: event.target.value as Derivation })}
						>
							{Object.entries(DERIVATIONS).map(([derivation, name]) => (
								<option key={derivation} value={derivation}>
									{name}
								</option>
							))}
						</select>
					)}
				</Field>
				<Field
					label="Royalty asked, in per cent"
					hint="The share that it gets of the income of whatever is made from it."
					fault={faults?.royalty}
				>
					{props => (
						<input
							{...props}
							inputMode="decimal"
							value={draft.royalty}
							onChange={event => set({ royalty: event.target.value })}
						/>
					)}
				</Field>
				<fieldset className={css.uses}>
					<legend>What may be done with it</legend>
					{(Object.keys(USES) as Use[]).map(use => (
						<label key={use}>
							<input
								type="checkbox"
								checked={draft.uses[use]}
								disabled={!allowed[use] && !draft.uses[use]}
								onChange={event => set({ uses: { ...draft.uses, [use]: event.target.checked } })}
							/>{' '}
							{USES[use]}
							{!allowed[use] && <span className={css.hint}> (a source does not allow it)</span>}
						</label>
					))}
					{faults?.uses && <p className={css.fault}>{faults.uses}</p>}
				</fieldset>
			</div>
		</Card>
	)
}

export function Locations({ work: { draft, set }, faults }: { work: DraftWork; faults: Faults | undefined }) {
	const put = (at: 0 | 1, text: string) => set({ locations: at === 0 ? [text, draft.locations[1]] : [draft.locations[0], text] })
	return (
		<Card title="Where the files are">
			<p className={css.lead}>
				A location is the address of a copy of the folder, with agora.json in it: https, http, s3, ipfs, or any other
				scheme that your buyers know. Nobody has to trust it, as every file is checked. It can be changed later.
			</p>
			<div className={css.grid}>
				{([0, 1] as const).map(at => (
					<Field
						key={at}
						label={at === 0 ? 'Location' : 'Second location'}
						hint={at === 0 ? 'At most 96 bytes, without spaces. It can be left out.' : undefined}
						fault={faults?.locations[at]}
					>
						{props => (
							<input
								{...props}
								autoComplete="off"
								spellCheck={false}
								placeholder={at === 0 ? 'https://example.org/my-model' : ''}
								value={draft.locations[at]}
								onChange={event => put(at, event.target.value)}
							/>
						)}
					</Field>
				))}
			</div>
		</Card>
	)
}

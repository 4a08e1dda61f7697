// SPDX-License-Identifier: Apache-2.0

// What can be asked for.

import { useState } from 'react'
import type { Filters, Kind } from '../../chain/catalog'
import { Field } from '../../ui/parts'
import css from './browse.module.css'
import { PriceField } from './price'
import type { Change } from './use-filters'
import { useTyped } from './use-typed'

const KINDS: [Kind | '', string][] = [
	['', 'Both'],
	['Model', 'Models'],
	['Dataset', 'Datasets'],
]
/** Some that are common; any other can be typed. */
const LICENSES = [
	'Apache-2.0',
	'MIT',
	'BSD-3-Clause',
	'GPL-3.0-only',
	'CC0-1.0',
	'CC-BY-4.0',
	'CC-BY-SA-4.0',
	'CC-BY-NC-4.0',
]

export function SearchForm({ filters, change }: { filters: Filters; change: Change }) {
	const [text, setText] = useTyped(filters.text, text => change({ text }, true))
	const [license, setLicense] = useTyped(filters.license, license => change({ license }, true))
	const [open, setOpen] = useState(false)
	return (
		<search className={css.form} data-open={open}>
			<div className={css.words}>
				<Field label="Search" hint="Words of the name or tags, or a publisher's address.">
					{props => (
						<input
							{...props}
							type="search"
							maxLength={128}
							autoComplete="off"
							spellCheck={false}
							value={text}
							onChange={event => setText(event.target.value)}
						/>
					)}
				</Field>
			</div>
			<button className={css.toggle ?? ''} aria-expanded={open} onClick={() => setOpen(!open)}>
				{open ? 'Fewer filters' : 'Filters and order'}
			</button>
			<fieldset className={css.kinds}>
				<legend>Kind</legend>
				{KINDS.map(([kind, name]) => (
					<label key={name}>
						<input
							type="radio"
							name="kind"
							checked={filters.kind === kind}
							onChange={() => change({ kind })}
						/>
						<span>{name}</span>
					</label>
				))}
			</fieldset>
			<Field label="License">
				{props => (
					<>
						<input
							{...props}
							list="licenses"
							maxLength={64}
							placeholder="Any"
							spellCheck={false}
							value={license}
							onChange={event => setLicense(event.target.value)}
						/>
						<datalist id="licenses">
							{LICENSES.map(name => (
								<option key={name} value={name} />
							))}
						</datalist>
					</>
				)}
			</Field>
			<PriceField price={filters.price} change={change} />
			<Field label="Order">
				{props => (
					<select
						{...props}
						value={filters.order}
						onChange={event => change({ order: event.target.value as Filters['order'] })}
					>
						<option value="Newest">Newest</option>
						<option value="MostLicensed">Most licensed</option>
					</select>
				)}
			</Field>
		</search>
	)
}

// SPDX-License-Identifier: Apache-2.0

import { planckOf, readAs } from '../../lib/format'
import { Field } from '../../ui/parts'
import css from './browse.module.css'
import type { Change } from './use-filters'
import { useTyped } from './use-typed'

const AT_MOST = 'most'
const FIRST = '10'

/** What a license may cost. */
export function PriceField({ price, change }: { price: string; change: Change }) {
	const choice = price === '' || price === 'sale' || price === 'free' ? price : AT_MOST
	return (
		<div className={css.price}>
			<Field label="Price">
				{props => (
					<select
						{...props}
						value={choice}
						onChange={event => change({ price: event.target.value === AT_MOST ? FIRST : event.target.value })}
					>
						<option value="">Any, or not on sale</option>
						<option value="sale">On sale</option>
						<option value="free">Free</option>
						<option value={AT_MOST}>At most …</option>
					</select>
				)}
			</Field>
			{choice === AT_MOST && <Limit price={price} change={change} />}
		</div>
	)
}

function Limit({ price, change }: { price: string; change: Change }) {
	const [text, setText] = useTyped(price, price => planckOf(price) !== undefined && change({ price }, true))
	const fault = planckOf(text) === undefined ? 'A number of AGO without commas, such as 2.5' : undefined
	return (
		<Field label="At most, in AGO" fault={fault} hint={readAs(text)}>
			{props => (
				<input {...props} inputMode="decimal" value={text} onChange={event => setText(event.target.value)} />
			)}
		</Field>
	)
}

// SPDX-License-Identifier: Apache-2.0

// Who makes blocks, with what at stake.

import { useChain } from '../../chain/context'
import { readValidators, type Validator } from '../../chain/network'
import { count, numeral, perMillion } from '../../lib/format'
import { Address, Amount, Card } from '../../ui/parts'
import { Read } from '../../ui/states'
import { Table } from '../../ui/table'
import css from './network.module.css'

export function Validators() {
	const validators = useChain(['network', 'validators'], readValidators)
	return (
		<Card title="Validators">
			<Read query={validators} what="the validators">
				{data => (data.length === 0 ? <p>This chain has no validators.</p> : <List validators={data} />)}
			</Read>
		</Card>
	)
}

function List({ validators }: { validators: Validator[] }) {
	const points = validators.reduce((sum, each) => sum + each.points, 0)
	const stake = validators.reduce((sum, each) => sum + each.total, 0n)
	return (
		<>
			<p className={css.note}>
				{count(validators.length, 'validator')} in this session, with <Amount planck={stake} /> at stake. Points count the
				blocks of this era: 20 for each.
			</p>
			<Table
				label="Validators of this session"
				className={css.table}
				columns={['Validator', { number: 'At stake' }, { number: 'Own' }, { number: 'Nominators' }, { number: 'Commission' }, { number: 'Points' }]}
			>
				{validators.map(each => (
					<tr key={each.address}>
						<td>
							<Address of={each.address} />
						</td>
						<td className="number">
							<Amount planck={each.total} />
						</td>
						<td className="number">
							<Amount planck={each.own} />
						</td>
						<td className="number">{numeral(each.nominators)}</td>
						<td className="number">{perMillion(each.commission / 1_000)}</td>
						<td className="number">
							{numeral(each.points)}
							{points > 0 && <small> ({Math.round((100 * each.points) / points)} %)</small>}
						</td>
					</tr>
				))}
			</Table>
		</>
	)
}

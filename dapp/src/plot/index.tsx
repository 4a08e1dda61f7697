// SPDX-License-Identifier: Apache-2.0

// What an artifact earned over time: its versions together, as a plot and as a table.

import { useChain } from '../chain/context'
import { type EpochIncome, KEPT_EPOCHS, readIncomes, totalOf } from '../chain/incomes'
import { Amount, Legend } from '../ui/parts'
import { Empty, Read } from '../ui/states'
import { Table } from '../ui/table'
import { IncomeBars } from './bars'
import css from './plot.module.css'

export function IncomePlot({ artifact, versions }: { artifact: string; versions: bigint[] }) {
	const query = useChain(['incomes', artifact, versions.join()], ({ api }) => readIncomes(api, versions))
	return (
		<Read query={query} what="the income">
			{incomes => <IncomeView incomes={incomes} />}
		</Read>
	)
}

export function IncomeView({ incomes }: { incomes: EpochIncome[] }) {
	if (incomes.length === 0) {
		return (
			<Empty title="No income yet.">
				<p>Once a license is paid, or something made from it earns, its income is drawn here epoch by epoch.</p>
			</Empty>
		)
	}
	const total = incomes.reduce((sum, income) => sum + totalOf(income), 0n)
	return (
		<div className={css.whole}>
			<p>
				<strong>
					<Amount planck={total} />
				</strong>{' '}
				in the epochs that the chain remembers: the last {KEPT_EPOCHS} with an income of each version.
			</p>
			<IncomeBars incomes={incomes} />
			<Legend className={css.legend}>
				<li>
					<i className={css.salesKey} />
					sales: licenses of this artifact
				</li>
				<li>
					<i className={css.royaltiesKey} />
					royalties: from what was made of it
				</li>
			</Legend>
			<details>
				<summary>The same as a table</summary>
				<IncomeTable incomes={incomes} />
			</details>
		</div>
	)
}

function IncomeTable({ incomes }: { incomes: EpochIncome[] }) {
	return (
		<Table
			label="Income by epoch"
			columns={['Epoch', { number: 'Sales' }, { number: 'Royalties' }, { number: 'Together' }]}
		>
			{incomes.toReversed().map(income => (
				<tr key={income.epoch}>
					<th scope="row">{income.epoch}</th>
					<td className="number">
						<Amount planck={income.sales} />
					</td>
					<td className="number">
						<Amount planck={income.royalties} />
					</td>
					<td className="number">
						<Amount planck={totalOf(income)} />
					</td>
				</tr>
			))}
		</Table>
	)
}

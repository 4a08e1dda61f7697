// SPDX-License-Identifier: Apache-2.0

// The amounts that matter, and the way to where they are from.

import type { UseQueryResult } from '@tanstack/react-query'
import { type ReactNode, useId } from 'react'
import { useChain } from '../../chain/context'
import { readFunds } from '../../chain/funds'
import { sum } from '../../chain/rewards'
import { Amount } from '../../ui/parts'
import type { Account } from '../../wallet/types'
import css from './mine.module.css'
import { useClaimable, useEarnings } from './reads'

export function Overview({ of }: { of: Account }) {
	const earnings = useEarnings(of)
	const claimable = useClaimable(of)
	const funds = useChain(['my funds', of.address], ({ api }) => readFunds(api, of.address))
	return (
		<div className={css.overview}>
			<Figure name="To spend" query={funds} show={({ spendable }) => <Amount planck={spendable} />} />
			<Figure name="Earned, to withdraw" query={earnings} show={planck => <Amount planck={planck} />} />
			<Figure name="Rewards that you share in" query={claimable} show={({ rewards }) => <Amount planck={sum(rewards)} />} />
			<Figure name="Held" query={funds} show={({ held }) => <Amount planck={held} />} />
		</div>
	)
}

function Figure<T>({ name, query, show }: { name: string; query: UseQueryResult<T>; show: (data: T) => ReactNode }) {
	const id = useId()
	return (
		<div className={css.figure} role="group" aria-labelledby={id}>
			<span id={id}>{name}</span>
			<strong>{query.data !== undefined ? show(query.data) : query.isError ? 'not known' : '…'}</strong>
		</div>
	)
}

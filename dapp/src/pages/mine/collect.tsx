// SPDX-License-Identifier: Apache-2.0

// A contributor's part of what a dataset earned. The chain has no list of them by account, so its
// version is named.

import { useState } from 'react'
import { useChain } from '../../chain/context'
import { type ContributorShare, readShare } from '../../chain/earnings'
import { first } from '../../chain/events'
import { bytesOf } from '../../lib/bytes'
import { ago, count } from '../../lib/format'
import { parseReference } from '../../lib/reference'
import { Action } from '../../ui/action'
import { Amount, Field } from '../../ui/parts'
import { Notice } from '../../ui/states'
import type { Account } from '../../wallet/types'

export function Collect({ by }: { by: Account }) {
	const [text, setText] = useState('')
	const { publisher, name, number } = parseReference(text) ?? {}
	const named = publisher && name && number ? { publisher, name, number } : undefined
	const share = useChain(
		['my share', text, by.address],
		({ api }) =>
			named ? readShare(api, named.publisher, bytesOf(named.name), named.number, by.address) : Promise.resolve(null),
		{ enabled: named !== undefined },
	)
	const found = named ? share.data : undefined
	const fault = text.trim() !== '' && !named ? 'Write it like PUBLISHER/NAME@1, with the publisher’s address.' : undefined
	const due = isShare(found) && found.due > 0n ? found : undefined
	return (
		<Action
			id={`collect ${by.address}`}
			label="Collect for records"
			title="Collect what your records earned"
			by={by}
			make={({ api }) => due && api.tx.Royalties.collect_share({ version: due.version, contributor: by.address })}
			outcome={events => {
				const collected = first(events, 'Royalties', 'ShareCollected')
				return collected && <>{ago(collected.amount)} are among your earnings now.</>
			}}
		>
			<Field
				label="Version of the dataset"
				fault={fault}
				hint="The one that your records came in with. What was made from it counts as well."
			>
				{props => (
					<input
						{...props}
						value={text}
						placeholder="5Grwva…/flowers@1"
						spellCheck={false}
						autoComplete="off"
						onChange={event => setText(event.target.value)}
					/>
				)}
			</Field>
			{typeof found === 'string' && (
				<Notice tone="warn">
					<p>{found}</p>
				</Notice>
			)}
			{isShare(found) && (
				<p role="status">
					{count(found.records, 'record')} of yours {found.records === 1n ? 'counts' : 'count'}.{' '}
					{found.due > 0n ? (
						<>
							<Amount planck={found.due} exact /> can be collected.
						</>
					) : (
						'Nothing is due at the moment.'
					)}
				</p>
			)}
		</Action>
	)
}

const isShare = (found: ContributorShare | string | null | undefined): found is ContributorShare =>
	typeof found === 'object' && found !== null

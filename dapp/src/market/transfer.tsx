// SPDX-License-Identifier: Apache-2.0

// Handing a license on.

import { useState } from 'react'
import { addressOf } from '../lib/address'
import { Action } from '../ui/action'
import { Amount, Field } from '../ui/parts'
import type { Account } from '../wallet/types'

interface Props {
	id: string
	by: Account
	artifact: string
	name: string
	deposit: bigint
}

export function Transfer({ id, by, artifact, name, deposit }: Props) {
	const [text, setText] = useState('')
	const to = addressOf(text)
	const fault = text !== '' && !to ? 'This is not the address of an account.' : undefined
	return (
		<Action
			id={id}
			by={by}
			label="Hand on"
			title={`Hand the license for ${name} on`}
			make={({ api }) => (to ? api.tx.Market.transfer_license({ artifact, to }) : undefined)}
			outcome={() => 'The license is theirs now.'}
		>
			<Field label="To" fault={fault} hint="The address of who gets it. They must have an account, and no license for it yet.">
				{props => (
					<input {...props} value={text} spellCheck={false} autoComplete="off" onChange={event => setText(event.target.value)} />
				)}
			</Field>
			<p>
				The deposit of <Amount planck={deposit} exact /> goes with it: ask for as much in return.
			</p>
		</Action>
	)
}

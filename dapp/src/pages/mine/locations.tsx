// SPDX-License-Identifier: Apache-2.0

// Where the files of a version can be had.

import { useState } from 'react'
import { bytesOf } from '../../lib/bytes'
import { locationsFault, locationsOf } from '../../lib/locations'
import { Action } from '../../ui/action'
import { Field } from '../../ui/parts'
import type { Account } from '../../wallet/types'

interface Props {
	of: Account
	sequence: bigint
	called: string
	locations: string[]
}

export function Locations({ of, sequence, called, locations }: Props) {
	const [text, setText] = useState<string>()
	const lines = locationsOf((text ?? locations.join('\n')).split('\n'))
	const fault = locationsFault(lines)
	const same = lines.join('\n') === locations.join('\n')
	return (
		<Action
			id={`locations ${sequence}`}
			label="Locations"
			title={`Where the files of ${called} can be had`}
			by={of}
			make={({ api }) =>
				fault || same ? undefined : api.tx.Registry.update_locations({ sequence, locations: lines.map(bytesOf) })
			}
			outcome={() => 'The locations are changed.'}
		>
			<Field label="Locations, one a line" fault={fault} hint="The files there are checked against the digest on chain.">
				{props => (
					<textarea
						{...props}
						rows={2}
						spellCheck={false}
						value={text ?? locations.join('\n')}
						onChange={event => setText(event.target.value)}
					/>
				)}
			</Field>
			<p>The deposit grows or shrinks with their length.</p>
		</Action>
	)
}

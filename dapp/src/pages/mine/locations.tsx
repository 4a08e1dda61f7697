// SPDX-License-Identifier: Apache-2.0

// Where the files of a version can be had.

import { useState } from 'react'
import { bytesOf } from '../../lib/bytes'
import { Action } from '../../ui/action'
import { Field } from '../../ui/parts'
import type { Account } from '../../wallet/types'

/** As many locations as the chain keeps, and how long each may be. */
const MOST = 2
const LONGEST = 96

interface Props {
	of: Account
	sequence: bigint
	called: string
	locations: string[]
}

/** What is wrong with locations, one a line. */
function faultOf(lines: string[]): string | undefined {
	if (lines.length > MOST) return `At most ${MOST} locations.`
	if (lines.some(line => bytesOf(line).length > LONGEST)) return `A location has at most ${LONGEST} bytes.`
	if (lines.some(line => !/^[a-z][a-z0-9+.-]*:[\x21-\x7e]+$/.test(line))) return 'A location begins with its kind, such as https:'
	return undefined
}

export function Locations({ of, sequence, called, locations }: Props) {
	const [text, setText] = useState<string>()
	const lines = (text ?? locations.join('\n'))
		.split('\n')
		.map(line => line.trim())
		.filter(Boolean)
	const fault = faultOf(lines)
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

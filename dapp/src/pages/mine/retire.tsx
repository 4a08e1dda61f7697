// SPDX-License-Identifier: Apache-2.0

// The end of an artifact, which asks twice.

import { useState } from 'react'
import { Action, Actions } from '../../ui/action'
import type { Account } from '../../wallet/types'
import css from './mine.module.css'

export function Retire({ of, artifact, name }: { of: Account; artifact: string; name: string }) {
	const [sure, setSure] = useState(false)
	return (
		<>
			<h4 className={css.sub}>End it</h4>
			<Actions>
				<Action
					id={`retire ${artifact}`}
					label="Retire"
					title={`Retire ${name}`}
					by={of}
					make={({ api }) => (sure ? api.tx.Registry.retire({ artifact }) : undefined)}
					outcome={() => `${name} is retired.`}
				>
					<p>
						Nothing more of it can be published, cited or sold, for ever. Licenses last as long as they were sold for, and its
						versions stay to be seen.
					</p>
					<label className={css.check}>
						<input type="checkbox" checked={sure} onChange={event => setSure(event.target.checked)} /> This cannot be taken
						back: retire {name}.
					</label>
				</Action>
			</Actions>
		</>
	)
}

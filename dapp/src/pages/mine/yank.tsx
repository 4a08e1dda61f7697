// SPDX-License-Identifier: Apache-2.0

// Advising against a version, and taking that back.

import { useState } from 'react'
import { bytesOf } from '../../lib/bytes'
import { Action } from '../../ui/action'
import { Field } from '../../ui/parts'
import type { Account } from '../../wallet/types'

/** The longest reason that the chain keeps, in bytes. */
const LONGEST = 64

export function Yank({ of, sequence, called, yanked }: { of: Account; sequence: bigint; called: string; yanked: boolean }) {
	const [reason, setReason] = useState('')
	const bytes = bytesOf(reason)
	const fault = bytes.length > LONGEST ? `That is too long by ${bytes.length - LONGEST} bytes.` : undefined
	if (yanked) {
		return (
			<Action
				key="unyank"
				id={`unyank ${sequence}`}
				label="Take yank back"
				title={`Let ${called} be cited and sold again`}
				by={of}
				make={({ api }) => api.tx.Registry.unyank({ sequence })}
				outcome={() => `${called} can be cited and sold again.`}
			>
				<p>What was held for the reason comes back.</p>
			</Action>
		)
	}
	return (
		<Action
			key="yank"
			id={`yank ${sequence}`}
			label="Yank"
			title={`Advise against ${called}`}
			by={of}
			make={({ api }) => (fault ? undefined : api.tx.Registry.yank({ sequence, reason: bytes }))}
			outcome={() => `${called} is yanked. All who use it see that.`}
		>
			<Field label="Why" fault={fault} hint="One line for those who use it; may be empty.">
				{props => <input {...props} value={reason} onChange={event => setReason(event.target.value)} />}
			</Field>
			<p>It cannot be cited or sold until you take that back. Nothing is taken from those who use it.</p>
		</Action>
	)
}

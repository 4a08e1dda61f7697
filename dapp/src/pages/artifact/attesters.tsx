// SPDX-License-Identifier: Apache-2.0

// The list of attesters that the user trusts: whose negative word becomes a warning.

import { type FormEvent, useState } from 'react'
import { distrust, refusal, trust, useAttesters } from '../../chain/attesters'
import { Address, Field } from '../../ui/parts'
import css from './artifact.module.css'

export function TrustedAttesters() {
	const attesters = useAttesters()
	const [text, setText] = useState('')
	const address = text.trim()
	const fault = address === '' ? undefined : refusal(address)
	const add = (event: FormEvent) => {
		event.preventDefault()
		if (address === '' || fault) return
		trust(address)
		setText('')
	}
	return (
		<details className={css.details}>
			<summary>Attesters that you trust ({attesters.length})</summary>
			<p>
				Anybody can attest anything. What those in this list find against a version, or against what it was made from,
				is shown as a warning on its page. The list stays in this browser.
			</p>
			<ul className={css.plain}>
				{attesters.map(account => (
					<li key={account}>
						<Address of={account} />{' '}
						<button className="quiet" aria-label={`Remove ${account}`} onClick={() => distrust(account)}>
							remove
						</button>
					</li>
				))}
			</ul>
			<form onSubmit={add} className={css.inline}>
				<Field label="Account of an attester" fault={fault}>
					{props => (
						<input {...props} value={text} spellCheck={false} onChange={event => setText(event.target.value)} />
					)}
				</Field>
				<button disabled={address === '' || fault !== undefined}>Trust it</button>
			</form>
		</details>
	)
}

// SPDX-License-Identifier: Apache-2.0

// Which node is asked, whether it answers, and how to choose another.

import { type FormEvent, useState } from 'react'
import { useConnection, useStatus } from '../chain/context'
import { chooseNode, isNodeUrl } from '../chain/settings'
import css from './node.module.css'
import { Field } from './parts'

/** A strip below the header while the node does not answer. What was read stays on screen. */
export function NodeBanner() {
	const { url } = useConnection()
	const status = useStatus()
	const [changing, setChanging] = useState(false)
	if (status.type !== 'lost') return null
	return (
		<div className={css.banner} role="alert">
			<p>
				The node at <code>{url}</code> does not answer. It is tried again; what you see may be old.{' '}
				<button className="quiet" onClick={() => setChanging(!changing)}>
					{changing ? 'Keep it' : 'Choose another node'}
				</button>
			</p>
			{changing && <NodeForm />}
		</div>
	)
}

export function NodeForm() {
	const { url } = useConnection()
	const [text, setText] = useState(url)
	const fault = isNodeUrl(text) ? undefined : 'An address begins with wss:// or, for this machine, ws://'
	const submit = (event: FormEvent) => {
		event.preventDefault()
		if (fault) return
		chooseNode(text)
		location.reload()
	}
	const forget = () => {
		chooseNode(undefined)
		location.reload()
	}
	return (
		<form className={css.form} onSubmit={submit}>
			<Field label="Address of a node" fault={fault}>
				{props => <input {...props} value={text} onChange={event => setText(event.target.value)} />}
			</Field>
			<div className={css.buttons}>
				<button disabled={fault !== undefined}>Use this node</button>
				<button type="button" onClick={forget}>
					Back to the usual one
				</button>
			</div>
		</form>
	)
}

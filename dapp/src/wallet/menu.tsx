// SPDX-License-Identifier: Apache-2.0

// Choosing who signs.

import { useEffect, useRef, useState } from 'react'
import { short } from '../lib/format'
import { keyOf } from './chosen'
import { useWallet } from './context'
import { Holdings } from './holdings'
import css from './menu.module.css'

export function AccountMenu() {
	const { account } = useWallet()
	const [open, setOpen] = useState(false)
	const root = useRef<HTMLDivElement>(null)
	useEffect(() => {
		if (!open) return
		const outside = (event: Event) => {
			if (!root.current?.contains(event.target as Node)) setOpen(false)
		}
		const escape = (event: KeyboardEvent) => {
			if (event.key === 'Escape') {
				setOpen(false)
				root.current?.querySelector('button')?.focus()
			}
		}
		document.addEventListener('pointerdown', outside)
		document.addEventListener('keydown', escape)
		return () => {
			document.removeEventListener('pointerdown', outside)
			document.removeEventListener('keydown', escape)
		}
	}, [open])
	return (
		<div className={css.menu} ref={root}>
			<button className={css.opener} aria-expanded={open} onClick={() => setOpen(!open)}>
				{account ? (
					<>
						<span>{account.name}</span> <code>{short(account.address, 4)}</code>
					</>
				) : (
					'Connect a wallet'
				)}
			</button>
			{open && (
				<div className={css.panel}>
					{account && <Holdings account={account} />}
					<AccountList close={() => setOpen(false)} />
				</div>
			)}
		</div>
	)
}

/** All accounts that can sign, and the extensions that have more. */
export function AccountList({ close }: { close?: () => void }) {
	const { accounts, account, choose, extensions, opened, openExtension } = useWallet()
	const [fault, setFault] = useState<string>()
	const add = (name: string) => {
		setFault(undefined)
		openExtension(name).catch(() => setFault(`${name} did not share its accounts. Allow this page in its settings.`))
	}
	return (
		<div className={css.list}>
			{accounts.length > 0 && (
				<ul aria-label="Accounts">
					{accounts.map(each => (
						<li key={keyOf(each)}>
							<button
								aria-pressed={each === account}
								onClick={() => {
									choose(each)
									close?.()
								}}
							>
								<strong>{each.name}</strong>
								<code>{short(each.address)}</code>
								<span>{each.source}</span>
							</button>
						</li>
					))}
				</ul>
			)}
			{extensions.map(name => (
				<button key={name} onClick={() => add(name)}>
					Open {name}
				</button>
			))}
			{accounts.length === 0 && opened.length > 0 && (
				<p>{opened.join(' and ')} shares no account. Make one there, or allow this page to see it.</p>
			)}
			{accounts.length === 0 && extensions.length === 0 && opened.length === 0 && (
				<p>
					No wallet extension is in this browser. Install one that speaks to Substrate chains, such as Talisman,
					SubWallet or polkadot-js, and load this page again. To look around you need none.
				</p>
			)}
			{account && (
				<button
					className="quiet"
					onClick={() => {
						choose(undefined)
						close?.()
					}}
				>
					Use no account
				</button>
			)}
			{fault && <p role="alert">{fault}</p>}
		</div>
	)
}

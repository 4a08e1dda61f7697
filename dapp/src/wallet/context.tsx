// SPDX-License-Identifier: Apache-2.0

// Who signs: the accounts of the opened wallets, and the one that was chosen.

import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react'
import { useConnection, useStatus } from '../chain/context'
import { chosenOf, keyOf } from './chosen'
import { installed, open } from './extensions'
import type { Account } from './types'

interface Wallet {
	accounts: Account[]
	/** Who signs and whose things are shown; nothing before a wallet is opened. */
	account: Account | undefined
	/** Choose one of `accounts`, or none. */
	choose: (account: Account | undefined) => void
	/** Names of extensions that are there and not opened yet. */
	extensions: string[]
	/** Names of extensions that were opened, with accounts or without any. */
	opened: string[]
	/** Open an extension; rejects if its user refuses. */
	openExtension: (name: string) => Promise<void>
}

const Context = createContext<Wallet | undefined>(undefined)
const OPENED = 'agora.wallets'
const CHOSEN = 'agora.account'
const DEVELOPMENT = 'Development'

function kept(key: string): string | undefined {
	try {
		return localStorage.getItem(key) ?? undefined
	} catch {
		return undefined
	}
}
function keep(key: string, value: string): void {
	try {
		localStorage.setItem(key, value)
	} catch {}
}

const openedBefore = (): string[] => kept(OPENED)?.split('\n').filter(Boolean) ?? []

export function WalletProvider({ children }: { children: ReactNode }) {
	const connection = useConnection()
	const connected = useStatus().type === 'connected'
	const [bySource, setBySource] = useState<Record<string, Account[]>>({})
	const [chosen, setChosen] = useState(kept(CHOSEN))
	const closers = useRef<(() => void)[]>([])

	const openExtension = useCallback(async (name: string) => {
		const close = await open(name, accounts => setBySource(all => ({ ...all, [name]: accounts })))
		closers.current.push(close)
		keep(OPENED, [...new Set([...openedBefore(), name])].join('\n'))
	}, [])

	// Those that were opened before answer without asking their user again.
	useEffect(() => {
		for (const name of openedBefore().filter(name => installed().includes(name))) {
			openExtension(name).catch(() => undefined)
		}
		return () => {
			for (const close of closers.current.splice(0)) close()
		}
	}, [openExtension])

	useEffect(() => {
		let current = true
		if (connected) {
			connection.isDevelopment().then(async development => {
				if (!development) return
				const { developmentAccounts } = await import('./development')
				if (current) setBySource(all => ({ ...all, [DEVELOPMENT]: developmentAccounts() }))
			})
		}
		return () => {
			current = false
		}
	}, [connection, connected])

	const wallet = useMemo(() => {
		const accounts = Object.values(bySource).flat()
		return {
			accounts,
			account: chosenOf(accounts, chosen),
			choose: (account: Account | undefined) => {
				const key = account ? keyOf(account) : ''
				setChosen(key)
				keep(CHOSEN, key)
			},
			extensions: installed().filter(name => !(name in bySource)),
			opened: Object.keys(bySource).filter(name => name !== DEVELOPMENT),
			openExtension,
		}
	}, [bySource, chosen, openExtension])
	return <Context.Provider value={wallet}>{children}</Context.Provider>
}

export function useWallet(): Wallet {
	const wallet = useContext(Context)
	if (!wallet) throw new Error('There is no wallet here.')
	return wallet
}

// SPDX-License-Identifier: Apache-2.0

// Whose negative word counts for this user: a list of accounts, kept in this browser.

import { getSs58AddressInfo } from 'polkadot-api'
import { useSyncExternalStore } from 'react'
import { type Store, store } from '../lib/store'
import { MAX_ATTESTERS } from './taint'

const KEY = 'agora.attesters'

export const isAddress = (text: string): boolean => getSs58AddressInfo(text).isValid

/** What was kept, without what is no list of accounts. */
export function parseAttesters(kept: string | null): string[] {
	try {
		const list: unknown = JSON.parse(kept ?? '[]')
		if (!Array.isArray(list)) return []
		const accounts = list.filter((item): item is string => typeof item === 'string' && isAddress(item))
		return [...new Set(accounts)].slice(0, MAX_ATTESTERS)
	} catch {
		return []
	}
}

function read(): string[] {
	try {
		return parseAttesters(localStorage.getItem(KEY))
	} catch {
		return []
	}
}

const attesters: Store<string[]> = store(read())

/** Why an account cannot be added; nothing if it can. */
export function refusal(address: string): string | undefined {
	if (!isAddress(address)) return 'That is not the address of an account.'
	if (attesters.get().includes(address)) return 'It is in the list already.'
	if (attesters.get().length >= MAX_ATTESTERS) return `The chain looks at ${MAX_ATTESTERS} at most. Remove one first.`
	return undefined
}

function keep(list: string[]): void {
	attesters.set(list)
	try {
		localStorage.setItem(KEY, JSON.stringify(list))
	} catch {}
}

export const trust = (address: string): void => keep([...attesters.get(), address])
export const distrust = (address: string): void => keep(attesters.get().filter(other => other !== address))
export const useAttesters = (): string[] => useSyncExternalStore(attesters.subscribe, attesters.get)

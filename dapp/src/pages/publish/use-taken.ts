// SPDX-License-Identifier: Apache-2.0

import { useChain } from '../../chain/context'
import type { Draft } from './draft'
import { readTaken } from './reads'
import { nameFault } from './words'

/** Why the account cannot register the draft's name, if it registered it before it began `sending`. */
export function useTaken(account: string | undefined, draft: Draft, sending: boolean): string | undefined {
	const name = draft.name.trim()
	const wanted = account !== undefined && !draft.artifact && nameFault(name) === undefined
	const { data } = useChain(
		['taken', account, name],
		({ api }) => (account ? readTaken(api, account, name) : Promise.resolve(null)),
		{ enabled: wanted },
	)
	if (!wanted || !data || sending) return undefined
	return data.owner === account
		? 'You have an artifact of this name: choose it above for a new version.'
		: 'You registered an artifact of this name, and it belongs to somebody else now. Take another name.'
}

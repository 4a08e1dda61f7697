// SPDX-License-Identifier: Apache-2.0

// The connection to a node: one at a time, by WebSocket, kept up across failures.

import { agora } from '@polkadot-api/descriptors'
import type { PolkadotClient, TypedApi } from 'polkadot-api'
import { createWsClient, WsEvent } from 'polkadot-api/ws'
import { type Store, store } from '../lib/store'
import { metadataCache } from './metadata-cache'

export type Api = TypedApi<typeof agora>

/** What is known of the node: whether it answers, and since when it does not. */
export type Status =
	| { type: 'connecting' }
	| { type: 'connected' }
	| { type: 'lost'; since: number }

export interface Connection {
	/** Where the node is. */
	url: string
	client: PolkadotClient
	api: Api
	status: Store<Status>
	/** Whether it is a development chain, whose well-known accounts may be offered for signing. */
	isDevelopment: () => Promise<boolean>
	close: () => void
}

/** Connect to a node. Never fails: a node that is not there is tried again until `close`. */
export function connect(url: string): Connection {
	const status = store<Status>({ type: 'connecting' })
	const client = createWsClient(url, {
		...metadataCache(url),
		timeout: 5_000,
		onStatusChanged: event => {
			const before = status.get()
			if (event.type === WsEvent.CONNECTED) status.set({ type: 'connected' })
			else if (event.type !== WsEvent.CONNECTING && before.type !== 'lost') {
				status.set({ type: 'lost', since: Date.now() })
			}
		},
	})
	let chainType: Promise<string> | undefined
	return {
		url,
		client,
		api: client.getTypedApi(agora),
		status,
		isDevelopment: async () => {
			chainType ??= client._request<string>('system_chainType', [])
			try {
				return (await chainType) === 'Development'
			} catch {
				chainType = undefined
				return false
			}
		},
		close: () => client.destroy(),
	}
}

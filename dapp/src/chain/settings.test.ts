// SPDX-License-Identifier: Apache-2.0

import { expect, it } from 'vitest'
import { isNodeUrl } from './settings'

it('a node is asked by WebSocket', () => {
	for (const yes of ['ws://127.0.0.1:9944', 'ws://node.lan', 'wss://rpc.x.org/a?b']) expect(isNodeUrl(yes, 'http:'), yes).toBe(true)
	for (const no of ['http://127.0.0.1:9944', 'rpc.x.org', '', 'wss://']) expect(isNodeUrl(no, 'http:'), no).toBe(false)
})

it('a page that came by HTTPS asks in plain on this machine alone', () => {
	for (const yes of ['ws://127.0.0.1:9944', 'ws://localhost:9944', 'ws://[::1]:9944', 'wss://rpc.x.org']) {
		expect(isNodeUrl(yes, 'https:'), yes).toBe(true)
	}
	for (const no of ['ws://node.lan:9944', 'ws://192.168.1.2:9944', 'ws://localhost.x.org']) {
		expect(isNodeUrl(no, 'https:'), no).toBe(false)
	}
})

it('browsers take no address with a part behind the hash', () => {
	for (const no of ['ws://127.0.0.1:9944/#a', 'wss://rpc.x.org/#']) expect(isNodeUrl(no, 'http:'), no).toBe(false)
})

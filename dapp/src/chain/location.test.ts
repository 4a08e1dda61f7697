// SPDX-License-Identifier: Apache-2.0

import { describe, expect, it } from 'vitest'
import { below, isLocal, isMixed, isWeb, needsAsking } from './location'

it('only web addresses are for browsers', () => {
	for (const yes of ['https://x.org/m', 'http://127.0.0.1:8000/', 'HTTPS://x.org']) expect(isWeb(yes)).toBe(true)
	for (const no of [
		's3://bucket/m',
		'ipfs://bafy/m',
		'file:///etc',
		'javascript:alert(1)',
		'data:text/html,x',
		'https:x.org',
		'https://',
		'http://a b/',
	]) {
		expect(isWeb(no), no).toBe(false)
	}
})

// The same examples as the command has for its own.
it('files are below the folder and nowhere else', () => {
	expect(below('https://x.org', 'a/b')).toBe('https://x.org/a/b')
	expect(below('https://x.org/m/', 'a b')).toBe('https://x.org/m/a%20b')
	expect(below('https://x.org/m?t=1#f', 'größe')).toBe('https://x.org/m/gr%C3%B6%C3%9Fe?t=1')
	expect(below('https://x.org/m', '%2e%2e/a?b#c\\d')).toBe('https://x.org/m/%252e%252e/a%3Fb%23c%5Cd')
	expect(below('https://x.org/m', 'a\tb\n')).toBe('https://x.org/m/a%09b%0A')
})

describe('the own network', () => {
	it('is known by its names and numbers', () => {
		const local = ['localhost', 'nas', 'printer.local', '127.0.0.1', '10.1.2.3', '172.16.0.1', '192.168.1.1']
		for (const host of [...local, '169.254.1.1', '100.64.0.1', '0.0.0.0', '[::1]', '[fd00::1]', '[fe80::1]']) {
			expect(isLocal(host), host).toBe(true)
		}
		for (const host of ['x.org', '8.8.8.8', '172.32.0.1', '100.128.0.1', '[2001:db8::1]', 'local.x.org']) {
			expect(isLocal(host), host).toBe(false)
		}
	})
	it('is asked from the internet only with the word of the user', () => {
		expect(needsAsking('http://192.168.1.1/x', 'agora.example')).toBe(true)
		expect(needsAsking('http://127.0.0.1:81/x', '127.0.0.1')).toBe(false)
		expect(needsAsking('https://x.org', 'agora.example')).toBe(false)
		// However the name or number is written.
		for (const host of ['localhost.', 'LOCALHOST.:8080', 'nas.', 'printer.local.', '127.0.0.1.']) {
			expect(needsAsking(`http://${host}/`, 'agora.example'), host).toBe(true)
		}
		expect(needsAsking('http://x.org./', 'agora.example')).toBe(false)
		expect(needsAsking('http://0x7f.1/', 'agora.example')).toBe(true)
		expect(needsAsking('http://2130706433/', 'agora.example')).toBe(true)
	})
})

it('plain HTTP is out of reach for a page that came by HTTPS, but on this machine', () => {
	expect(isMixed('http://x.org/', 'https:')).toBe(true)
	expect(isMixed('http://127.0.0.1:8000/', 'https:')).toBe(false)
	expect(isMixed('http://x.org/', 'http:')).toBe(false)
	expect(isMixed('https://x.org/', 'https:')).toBe(false)
})

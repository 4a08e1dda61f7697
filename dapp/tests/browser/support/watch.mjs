// SPDX-License-Identifier: Apache-2.0

// What no page of ours may do, whatever the test is about: break the content security policy, throw,
// complain on the console, or ask a host that nobody told it to ask.

import assert from 'node:assert/strict'

/** Runs in the page before its own scripts. */
function report() {
	document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
		void window.policyBroken(`${violatedDirective} ${blockedURI}`)
	})
}

/**
 * Watches a page from its first request on. `hosts` are those that it may ask; what its console says
 * of these patterns is expected.
 */
export async function watch(page, hosts, expected = []) {
	const broken = []
	const asked = new Set()
	const note = text => {
		if (!expected.some(pattern => pattern.test(text))) broken.push(text)
	}
	const ask = url => {
		const { protocol, host } = new URL(url)
		if (!['data:', 'blob:', 'about:'].includes(protocol)) asked.add(host)
	}
	await page.exposeFunction('policyBroken', text => note(`against the policy: ${text}`))
	await page.addInitScript(report)
	page.on('request', request => ask(request.url()))
	page.on('websocket', socket => ask(socket.url()))
	page.on('pageerror', error => note(`thrown: ${error.stack}`))
	page.on('console', message => {
		if (message.type() === 'error') note(`console: ${message.text()} (${message.location().url})`)
	})
	return {
		/** Fails if the page did any of it. */
		check: () => {
			assert.deepEqual(broken, [])
			const foreign = [...asked].filter(host => !hosts.includes(host))
			assert.deepEqual(foreign, [], 'hosts that nobody told the page to ask')
		},
	}
}

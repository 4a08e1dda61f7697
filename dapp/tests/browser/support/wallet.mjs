// SPDX-License-Identifier: Apache-2.0

// A wallet extension that puts itself into the page as real ones do. Its keys stay in the test.

import { payloadBytes } from './payload.mjs'

/** What the page knows the extension by. */
export const EXTENSION = 'test-wallet'

/** Runs in the page before its own scripts. */
function inject([extension, accounts]) {
	const signPayload = async payload => {
		const [signature, fault] = await window.walletSigns(payload)
		if (fault) throw new Error(fault)
		return { id: 1, signature }
	}
	const signRaw = () => Promise.reject(new Error('This wallet signs transactions alone.'))
	window.injectedWeb3 = {
		[extension]: {
			version: '1.0.0',
			enable: async () => {
				if (!(await window.walletOpens())) throw new Error('Rejected')
				return {
					accounts: {
						get: async () => accounts,
						subscribe: listener => {
							listener(accounts)
							return () => undefined
						},
					},
					signer: { signPayload, signRaw },
				}
			},
		},
	}
}

/** A wallet of these accounts; its user agrees to everything until told otherwise. */
export function wallet(accounts) {
	const state = { opens: true, signs: true, signed: [] }
	const answer = payload => {
		if (!state.signs) return [undefined, 'Cancelled']
		const by = accounts.find(({ address }) => address === payload.address)
		if (!by) return [undefined, 'There is no such account.']
		state.signed.push(payload)
		const signature = Buffer.from(by.sign(payloadBytes(payload))).toString('hex')
		// What it begins with says that it is one of sr25519.
		return [`0x01${signature}`, undefined]
	}
	return {
		/** Transactions that were signed. */
		signed: state.signed,
		/** From now on its user refuses to sign, or does not. */
		refuse: (refuses = true) => {
			state.signs = !refuses
		},
		/** From now on its user refuses to share accounts, or does not. */
		close: (closed = true) => {
			state.opens = !closed
		},
		/** Put it into a page, before that is loaded. */
		install: async page => {
			await page.exposeFunction('walletSigns', answer)
			await page.exposeFunction('walletOpens', () => state.opens)
			const shown = accounts.map(({ address, name }) => ({ address, name, type: 'sr25519' }))
			await page.addInitScript(inject, [EXTENSION, shown])
		},
	}
}

// SPDX-License-Identifier: Apache-2.0
// @vitest-environment jsdom

import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { Subject } from 'rxjs'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Progress } from '../chain/transaction'
import type { Account } from '../wallet/types'
import { Action } from './action'
import { SentTray, Transactions } from './sent'

const connection = {}
let progress: Subject<Progress>
vi.mock('../chain/transaction', async original => ({ ...(await original<object>()), send: () => progress }))
vi.mock('../chain/context', () => ({ useConnection: () => connection, useChain: () => ({ data: 1n }) }))

beforeEach(() => {
	progress = new Subject()
})
afterEach(cleanup)

const by = { name: 'Alice', address: '5Alice', signer: {} } as unknown as Account
const transaction = { getEstimatedFees: async () => 1n } as any

const Refund = ({ who = by }: { who?: Account }) => (
	<Action id="refund" label="Refund" title="Refund it" by={who} make={() => transaction} outcome={() => 'You have it back.'}>
		Asks
	</Action>
)

const queries = new QueryClient()

function App({ page, who }: { page: string; who?: Account }) {
	return (
		<QueryClientProvider client={queries}>
			<Transactions>
				{page === 'mine' && <Refund {...(who ? { who } : {})} />}
				<SentTray where={`${page} ${who?.address}`} />
			</Transactions>
		</QueryClientProvider>
	)
}

const button = (name: string) => screen.getByRole('button', { name })
const tray = () => screen.queryByRole('region', { name: 'Transactions that you sent' })
const sign = () => {
	fireEvent.click(button('Refund'))
	fireEvent.click(button('Sign'))
}
const becomes = (state: Progress) => act(() => progress.next(state))
const FINAL: Progress = { type: 'final', hash: '0x1', number: 7, events: [] }

it('what is under way goes on on other pages, and ends there', () => {
	const { rerender } = render(<App page="mine" />)
	sign()
	becomes({ type: 'pool', hash: '0x1' })
	expect(tray()).toBeNull()
	rerender(<App page="network" />)
	expect(tray()?.textContent).toContain('Refund it')
	becomes(FINAL)
	expect(tray()?.textContent).toContain('You have it back. Final in block 7.')
	rerender(<App page="browse" />)
	expect(tray()).toBeNull()
})

it('what is over is not taken along to another page', () => {
	const { rerender } = render(<App page="mine" />)
	sign()
	becomes(FINAL)
	expect(screen.getByText('You have it back.')).toBeDefined()
	rerender(<App page="network" />)
	expect(tray()).toBeNull()
	rerender(<App page="mine" />)
	expect(screen.queryByText('You have it back.')).toBeNull()
})

it('somebody else who is chosen has not done it', () => {
	const { rerender } = render(<App page="mine" />)
	sign()
	becomes({ type: 'pool', hash: '0x1' })
	rerender(<App page="mine" who={{ ...by, address: '5Bob' }} />)
	expect((button('Refund') as HTMLButtonElement).disabled).toBe(false)
	expect(tray()?.textContent).toContain('Refund it')
})

it('the focus goes where things go on', () => {
	render(<App page="mine" />)
	fireEvent.click(button('Refund'))
	button('Not now').focus()
	fireEvent.click(button('Not now'))
	expect(document.activeElement).toBe(button('Refund'))
	fireEvent.click(button('Refund'))
	button('Sign').focus()
	fireEvent.click(button('Sign'))
	becomes({ type: 'signing' })
	expect(document.activeElement?.textContent).toContain('Your wallet asks you to sign.')
	becomes(FINAL)
	button('Close').focus()
	fireEvent.click(button('Close'))
	expect(document.activeElement).toBe(button('Refund'))
})

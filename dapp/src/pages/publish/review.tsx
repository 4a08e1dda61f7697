// SPDX-License-Identifier: Apache-2.0

// What it will cost, and the one signature.

import { useState } from 'react'
import { useChain, useConnection } from '../../chain/context'
import { ChainError } from '../../chain/errors'
import { useTransaction } from '../../chain/use-transaction'
import { count } from '../../lib/format'
import { keyOf } from '../../lib/key'
import { Amount, Card, Fact, Facts } from '../../ui/parts'
import { Notice, Read } from '../../ui/states'
import { TransactionSteps } from '../../ui/transaction'
import { useWallet } from '../../wallet/context'
import { publicationCall } from './calls'
import { type Costs, readCosts, shortFor } from './costs'
import type { Publication } from './draft'
import type { Hashed } from './hashed'
import { type Done, doneOf } from './done'
import css from './publish.module.css'

interface Props {
	publication: Publication | undefined
	hashed: Hashed
	/** Whether these files can be published at all. */
	fresh: boolean
	/** Somebody wants to sign: all that is missing is to be shown. */
	onAttempt: () => void
	/** Somebody pressed the button, and that is not over yet: it asks once. */
	sending: boolean
	/** A transaction is sent, or it is over. */
	onSending: (sending: boolean) => void
	onDone: (done: Done) => void
}

export function Review({ publication, hashed, fresh, sending, onAttempt, onSending, onDone }: Props) {
	const connection = useConnection()
	const { account } = useWallet()
	const { progress, busy, run } = useTransaction()
	const [error, setError] = useState<string>()
	const address = account?.address
	const costs = useChain(
		['publication costs', address, hashed.digest, keyOf(publication)],
		({ api }) =>
			publication && address ? readCosts(api, address, publication, hashed) : Promise.reject(new Error('Not ready.')),
		{ enabled: publication !== undefined && address !== undefined && fresh && !busy },
	)
	const sign = async () => {
		onAttempt()
		setError(undefined)
		if (!publication || !account) return
		onSending(true)
		try {
			const sequence = await connection.api.query.Registry.NextSequence.getValue({ at: 'best' })
			const call = publicationCall(connection.api, account.address, publication, hashed, sequence)
			const last = await run(call, account.signer)
			const done = last.type === 'final' && doneOf(last, publication, account.address)
			if (done) onDone(done)
			if (last.type === 'failed') setError(overtaken(last.error))
		} catch (error) {
			setError(error instanceof Error ? error.message : String(error))
		} finally {
			onSending(false)
		}
	}
	const short = costs.data && shortFor(costs.data)
	return (
		<Card title="Sign and publish">
			<div className={css.stack}>
				{!account && <Notice tone="warn">Choose an account at the top to publish with. Its address will be part of the name.</Notice>}
				{publication && account && fresh && (
					<Read query={costs} what="what it costs" lines={4}>
						{costs => <CostFacts costs={costs} publication={publication} />}
					</Read>
				)}
				{short !== undefined && (
					<Notice tone="bad">
						<p>
							{account?.name} has <Amount planck={short} /> to spend, which is not enough.
						</p>
					</Notice>
				)}
				{error && <Notice tone="bad">{error}</Notice>}
				<div className={css.actions}>
					<button
						className="primary"
						disabled={!account || !fresh || sending || busy || short !== undefined}
						onClick={() => void sign()}
					>
						{publication?.artifact ? 'Publish the new version' : 'Publish'}
					</button>
					<span className={css.hint}>{signs(publication)}</span>
				</div>
				<TransactionSteps progress={progress} />
			</div>
		</Card>
	)
}

/** An offer names the version by its place in the order of all, which somebody else can take first. */
const overtaken = (error: Error): string | undefined =>
	error instanceof ChainError && ['Market.NotOwner', 'Market.VersionNotFound'].includes(error.code ?? '')
		? 'Somebody else published in the same moment, so nothing was done. Publish again.'
		: undefined

function signs(publication: Publication | undefined): string {
	if (!publication) return 'What is missing or wrong is told beside it.'
	const calls = 1 + (publication.artifact ? 0 : 1) + (publication.offer ? 1 : 0)
	if (calls === 1) return 'One signature.'
	return `One signature: ${[!publication.artifact && 'the name', 'the version', publication.offer && 'the offer']
		.filter(Boolean)
		.join(', ')}, together or not at all.`
}

function CostFacts({ costs, publication }: { costs: Costs; publication: Publication }) {
	const { artifact, version, offer, fee } = costs
	return (
		<>
			<Facts>
				{artifact > 0n && (
					<Fact name="Held for the name">
						<Amount planck={artifact} exact />
					</Fact>
				)}
				<Fact name="Held for the version">
					<Amount planck={version} exact />
					{publication.sources.length > 0 && (
						<span className={css.soft}> with {count(publication.sources.length, 'source')}</span>
					)}
				</Fact>
				{offer > 0n && (
					<Fact name="Held for the offer">
						<Amount planck={offer} exact />
					</Fact>
				)}
				<Fact name="Fee, about">
					<Amount planck={fee} exact />
				</Fact>
			</Facts>
			<p className={css.hint}>
				What is held stays yours: it comes back when the offer is closed, and but for a small part when the version is
				removed. The fee is paid.
			</p>
		</>
	)
}

// SPDX-License-Identifier: Apache-2.0

// From a folder to a version on chain.

import { useEffect, useMemo, useState } from 'react'
import { useChain } from '../../chain/context'
import { FolderPicker } from '../../hashing/picker'
import { useFolder } from '../../hashing/use-folder'
import { Card } from '../../ui/parts'
import { Failed, Loading, Notice, Read } from '../../ui/states'
import { useWallet } from '../../wallet/context'
import { About } from './about'
import type { Done } from './done'
import { type Limits, readDraft } from './draft'
import { Files } from './files'
import type { Hashed } from './hashed'
import { KnownDigest } from './known'
import { OfferForm } from './offer-form'
import { Published } from './published'
import { readDigest, readLimits, readSources } from './reads'
import { Review } from './review'
import { Sources } from './sources'
import { Locations, Terms } from './terms'
import { useDraft } from './use-draft'
import { useHashed } from './use-hashed'
import { useTaken } from './use-taken'

export function Flow() {
	const work = useFolder()
	const { hashed, fault } = useHashed(work.state)
	const [done, setDone] = useState<Done>()
	// From then on it is ourselves who publish these files.
	const [sending, setSending] = useState(false)
	const known = useChain(
		['digest', hashed?.digest],
		({ api }) => (hashed ? readDigest(api, hashed.digest) : Promise.resolve({ type: 'new' } as const)),
		{ enabled: hashed !== undefined && !sending && !done },
	)
	const limits = useChain(['publication limits'], ({ api }) => readLimits(api), { live: false })
	const another = () => {
		work.reset()
		setDone(undefined)
	}
	if (done && hashed) return <Published done={done} hashed={hashed} onAnother={another} />
	return (
		<>
			<Card title="The files">
				{fault !== undefined && <Failed what="These files make no version." error={fault} />}
				{work.state.type === 'hashed' && hashed ? (
					<Files hashed={hashed} seconds={work.state.seconds} onAnother={another} />
				) : work.state.type === 'hashed' && fault === undefined ? (
					<Loading what="the manifest" />
				) : (
					<FolderPicker work={work} label="Drop the folder of a model or dataset here" />
				)}
			</Card>
			{hashed && known.data && <KnownDigest known={known.data} />}
			{hashed && hashed.bytes === 0 && <Notice tone="bad">All files are empty. A version has at least one byte.</Notice>}
			{hashed && (
				<Read query={limits} what="what the chain allows">
					{limits => (
						<Form
							hashed={hashed}
							limits={limits}
							fresh={hashed.bytes > 0 && known.data?.type === 'new'}
							sending={sending}
							onSending={setSending}
							onDone={setDone}
						/>
					)}
				</Read>
			)}
		</>
	)
}

interface FormProps {
	hashed: Hashed
	limits: Limits
	fresh: boolean
	sending: boolean
	onSending: (sending: boolean) => void
	onDone: (done: Done) => void
}

function Form({ hashed, limits, fresh, sending, onSending, onDone }: FormProps) {
	const account = useWallet().account?.address
	const work = useDraft()
	const [attempted, setAttempted] = useState(false)
	const { propose } = work
	useEffect(() => propose(hashed), [propose, hashed])
	// An artifact of one account is not another's, and neither is a license to cite.
	const { setArtifact } = work
	useEffect(() => setArtifact(undefined), [setArtifact, account])
	const sequences = work.draft.sources.map(({ sequence }) => sequence)
	const now = useChain(['cited', account, sequences.join()], ({ api }) => readSources(api, sequences, account), {
		enabled: sequences.length > 0,
	})
	const draft = useMemo(() => {
		const sources = work.draft.sources.map(source => ({
			...source,
			...now.data?.find(({ sequence }) => sequence === source.sequence),
		}))
		return { ...work.draft, sources }
	}, [work.draft, now.data])
	const read = readDraft(draft, limits, useTaken(account, draft, sending))
	const faults = 'faults' in read ? read.faults : undefined
	const current = { ...work, draft }
	return (
		<>
			<About work={current} {...{ faults, attempted, account, hashed }} />
			<Sources work={current} {...{ faults, account }} maxRoyalty={limits.maxRoyalty} />
			<Terms work={current} faults={faults} />
			<Locations work={current} faults={faults} />
			<OfferForm work={current} {...{ faults, attempted }} />
			<Review
				publication={'publication' in read ? read.publication : undefined}
				hashed={hashed}
				fresh={fresh}
				onAttempt={() => {
					setAttempted(true)
					if (faults) requestAnimationFrame(() => document.querySelector<HTMLElement>('main [aria-invalid]')?.focus())
				}}
				sending={sending}
				onSending={onSending}
				onDone={onDone}
			/>
		</>
	)
}

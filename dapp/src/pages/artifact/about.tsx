// SPDX-License-Identifier: Apache-2.0

// The card of a version, in its publisher's words: shown only after its bytes were checked.

import { lazy, Suspense, useMemo, useState } from 'react'
import { textOf } from '../../lib/bytes'
import { Card } from '../../ui/parts'
import { Failed, Loading, Notice } from '../../ui/states'
import css from './artifact.module.css'
import { Outcome } from './outcome'
import type { Files } from './use-files'

const Markdown = lazy(() => import('./markdown/view'))

export function About({ files }: { files: Files }) {
	const { card, manifest, named, places } = files
	// Without a manifest there is one place to look for both, where the files are.
	const again = manifest.data?.found && (() => void card?.refetch())
	// It may be the manifest that says where the card is.
	const isLoading = card?.isFetching || (manifest.isFetching && !card?.data)
	return (
		<Card title="Card">
			{isLoading && <Loading what="the card" lines={6} />}
			{!isLoading && !card && (
				<Notice tone="warn" title="There is no card">
					<p>
						Its publisher names none on chain{files.listed && ', and there is no README.md among the files'}. What it is for,
						how it was made and what it should not be used for is not said.
					</p>
				</Notice>
			)}
			{!isLoading && card?.isError && (
				<Failed what="The card could not be checked." error={card.error} retry={() => void card.refetch()} />
			)}
			{!isLoading && card?.data && (
				<div className={css.stack}>
					<Outcome what="The card" search={card.data} places={places} again={again}>
						<p>
							{named
								? 'Its BLAKE3 hash is the one on chain.'
								: 'It is the README.md of the files, as the checked manifest lists it. The chain names no card.'}{' '}
							The words are its publisher's; nobody checked those.
						</p>
					</Outcome>
					{card.data.found && <Text found={card.data.found} digest={card.data.expected} digestOf={files.digestOf} />}
				</div>
			)}
		</Card>
	)
}

function Text({
	found,
	digest,
	digestOf,
}: {
	found: { bytes: Uint8Array; location: string; path: string }
	digest: string
	digestOf: Files['digestOf']
}) {
	const [all, setAll] = useState(false)
	const text = useMemo(() => textOf(found.bytes), [found])
	return (
		<>
			<section className={all ? undefined : css.excerpt} aria-label="Text of the card" tabIndex={all ? undefined : 0}>
				<Suspense fallback={<Loading what="the card" lines={6} />}>
					<Markdown text={text} digest={digest} base={found} digestOf={digestOf} />
				</Suspense>
			</section>
			{text.length > 1_500 && (
				<button aria-expanded={all} onClick={() => setAll(!all)}>
					{all ? 'Show less of the card' : 'Show the whole card'}
				</button>
			)}
		</>
	)
}

// SPDX-License-Identifier: Apache-2.0

// An image of a card. Nothing is asked of its server before the reader says so, as asking tells
// that server who reads.

import { useEffect, useState } from 'react'
import css from './markdown.module.css'
import { fetchImage } from './image'

type State =
	| { type: 'not asked' }
	| { type: 'asked' }
	| { type: 'shown'; url: string }
	| { type: 'failed'; why: string }

export function Figure({
	address,
	alternative,
	digest,
}: {
	address: string | undefined
	alternative: string
	/** The BLAKE3 hash that it has to have; nothing if it is not one of the version's files. */
	digest: string | undefined
}) {
	const [state, setState] = useState<State>({ type: 'not asked' })
	const shown = state.type === 'shown' ? state.url : undefined
	useEffect(() => () => (shown ? URL.revokeObjectURL(shown) : undefined), [shown])
	const ask = async () => {
		if (!address) return
		setState({ type: 'asked' })
		const image = await fetchImage(address, digest)
		if (image instanceof Blob) setState({ type: 'shown', url: URL.createObjectURL(image) })
		else setState({ type: 'failed', why: image.why })
	}
	if (state.type === 'shown') return <img className={css.image} src={state.url} alt={alternative} />
	return (
		<span className={css.figure} role="group" aria-label="Image that is not loaded">
			<span>
				Image{alternative && `: ${alternative}`}
				{state.type === 'failed' && <strong> (not shown: {state.why})</strong>}
			</span>
			{address ? (
				<>
					<bdi dir="ltr" className={css.address}>
						{address}
					</bdi>
					<button disabled={state.type === 'asked'} onClick={() => void ask()}>
						{state.type === 'asked' ? 'Loading' : 'Load this image'}
					</button>
				</>
			) : (
				<span>It has no address that can be loaded.</span>
			)}
		</span>
	)
}

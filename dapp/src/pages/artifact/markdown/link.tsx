// SPDX-License-Identifier: Apache-2.0

// A link of a card. Where it leads stands there in full: its text is the card's word.

import type { ReactNode } from 'react'
import css from './markdown.module.css'

/** `text` is what it says; nothing where it is made of more than text, which then stands before it. */
export function CardLink({
	address,
	text,
	children,
}: {
	address: string
	text: string | undefined
	children: ReactNode
}) {
	const says = text?.trim()
	const bare = address.replace(/^mailto:/, '')
	const same = says === address || says === bare || `${says}/` === address
	const link = (content: ReactNode) => (
		<a href={address} target="_blank" rel="noopener noreferrer nofollow">
			{content}
		</a>
	)
	const shown = (
		<bdi dir="ltr" className={css.address}>
			{address}
		</bdi>
	)
	if (same) return link(shown)
	if (!says) {
		return (
			<>
				{children} {link(shown)}
			</>
		)
	}
	return (
		<>
			{link(<bdi>{children}</bdi>)} ({shown})
		</>
	)
}

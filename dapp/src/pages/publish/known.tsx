// SPDX-License-Identifier: Apache-2.0

// Whether somebody published these very files before.

import { Link } from 'wouter'
import { artifactPath } from '../../routes'
import { Address } from '../../ui/parts'
import { Notice } from '../../ui/states'
import type { readDigest } from './reads'

export type Known = Awaited<ReturnType<typeof readDigest>>

export function KnownDigest({ known }: { known: Known }) {
	if (known.type === 'new') return null
	if (known.type === 'removed') {
		return (
			<Notice tone="bad" title="These very files were published once, and removed.">
				<p>They cannot be published again. They were version {known.sequence.toString()} in the order of all.</p>
			</Notice>
		)
	}
	const { publisher, name, number } = known
	return (
		<Notice tone="warn" title="These very files are published already.">
			<p>
				They are{' '}
				<Link href={artifactPath(publisher, name, number)}>
					{name}@{number}
				</Link>{' '}
				by <Address of={publisher} />. Cite that version, or publish what differs from it.
			</p>
		</Notice>
	)
}

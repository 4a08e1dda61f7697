// SPDX-License-Identifier: Apache-2.0

import { Link } from 'wouter'
import type { VersionName } from '../chain/market'
import { textOf } from '../lib/bytes'
import { artifactPath } from '../routes'

/** A version by its name; by its sequence while that is not known. */
export function VersionLink({ of, sequence }: { of: VersionName | undefined; sequence: bigint }) {
	if (!of) return <>Version with sequence {sequence.toString()}</>
	const name = textOf(of.name)
	return (
		<Link href={artifactPath(of.publisher, name, of.number)}>
			{name}@{of.number}
		</Link>
	)
}

// SPDX-License-Identifier: Apache-2.0

// A version by its sequence, with the name that it has.

import { Link } from 'wouter'
import { titleOf } from '../../chain/artifact'
import { useChain } from '../../chain/context'
import { textOf } from '../../lib/bytes'
import { short } from '../../lib/format'
import { artifactPath } from '../../routes'

export function VersionLink({ sequence }: { sequence: bigint }) {
	const key = ['version', sequence.toString()]
	const query = useChain(
		key,
		async ({ api }) => (await api.apis.RegistryApi.version(sequence, { at: 'best' })) ?? null,
		{ live: false },
	)
	const version = query.data
	if (!version) return <>version {sequence.toString()}</>
	return (
		<Link href={artifactPath(version.publisher, textOf(version.name), version.version.number)}>
			{short(version.publisher, 4)}/{titleOf(version)}
		</Link>
	)
}

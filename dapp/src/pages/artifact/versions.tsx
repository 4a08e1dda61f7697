// SPDX-License-Identifier: Apache-2.0

// All versions of an artifact, newest first.

import { useState } from 'react'
import { Link } from 'wouter'
import { type ArtifactView, readVersions, type VersionView } from '../../chain/artifact'
import { useChain } from '../../chain/context'
import { textOf } from '../../lib/bytes'
import { count, size } from '../../lib/format'
import { artifactPath } from '../../routes'
import { Card } from '../../ui/parts'
import { Read } from '../../ui/states'
import { Table } from '../../ui/table'
import css from './artifact.module.css'
import { StatusBadge } from './status'

/** Pages of versions, each of those below a number. */
export const useVersions = (view: ArtifactView, belows: number[]) =>
	useChain(['versions', view.id, belows], async ({ api }) => {
		const pages = await Promise.all(belows.map(below => readVersions(api, view, below)))
		return { items: pages.flatMap(page => page.items), next: pages.at(-1)?.next }
	})

export function Versions({ view, shown }: { view: ArtifactView; shown: number | undefined }) {
	const [belows, setBelows] = useState([view.artifact.next_number])
	const query = useVersions(view, belows)
	return (
		<Card title={count(view.artifact.versions, 'version')}>
			<Read query={query} what="the versions">
				{({ items, next }) => (
					<>
						<Table
							label="All versions"
							className={css.wide}
							columns={['Version', 'Status', 'License', { number: 'Files' }, { number: 'Size' }, { number: 'Block' }]}
						>
							{items.map(item => (
								<Row key={item.sequence.toString()} view={view} item={item} shown={item.version.number === shown} />
							))}
						</Table>
						{next !== undefined && <button onClick={() => setBelows([...belows, next])}>Show older versions</button>}
					</>
				)}
			</Read>
		</Card>
	)
}

function Row({ view, item, shown }: { view: ArtifactView; item: VersionView; shown: boolean }) {
	const { number, status, license, files, bytes, published_at } = item.version
	const name = textOf(view.artifact.name)
	return (
		<tr>
			<th scope="row">
				{shown ? (
					<strong>
						{name}@{number}, shown here
					</strong>
				) : (
					<Link href={artifactPath(view.artifact.publisher, name, number)}>
						{name}@{number}
					</Link>
				)}
			</th>
			<td>
				<StatusBadge status={status} />
			</td>
			<td>{textOf(license)}</td>
			<td className="number">{files}</td>
			<td className="number">{size(bytes)}</td>
			<td className="number">{published_at}</td>
		</tr>
	)
}

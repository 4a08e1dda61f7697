// SPDX-License-Identifier: Apache-2.0

// All versions of an artifact, newest first.

import { useState } from 'react'
import { Link } from 'wouter'
import { type ArtifactView, readVersions, VERSIONS_PAGE, type VersionView } from '../../chain/artifact'
import { useChain } from '../../chain/context'
import { textOf } from '../../lib/bytes'
import { count, size } from '../../lib/format'
import { artifactPath } from '../../routes'
import { Card } from '../../ui/parts'
import { Read } from '../../ui/states'
import { Table } from '../../ui/table'
import css from './artifact.module.css'
import { StatusBadge } from './status'

/** The newest versions, as many pages of them. */
export function useVersions(view: ArtifactView, pages = 1) {
	const below = view.artifact.next_number
	return useChain(
		['versions', view.id, below, pages],
		async ({ api }) => {
			const belows = Array.from({ length: pages }, (_, page) => below - page * VERSIONS_PAGE)
			const read = await Promise.all(belows.map(below => readVersions(api, view, below)))
			return { items: read.flatMap(page => page.items), next: read.at(-1)?.next }
		},
		{ keep: true },
	)
}

export function Versions({ view, shown }: { view: ArtifactView; shown: number | undefined }) {
	const [pages, setPages] = useState(1)
	const query = useVersions(view, pages)
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
						{next !== undefined && <button onClick={() => setPages(pages + 1)}>Show older versions</button>}
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

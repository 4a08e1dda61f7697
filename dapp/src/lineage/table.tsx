// SPDX-License-Identifier: Apache-2.0

// The lineage in words, a line for each edge.

import { Link } from 'wouter'
import { type Lineage, type LineageEdge, type LineageNode, nodeName, relationName, troubleOf } from '../chain/lineage'
import { count, perMillion, short } from '../lib/format'
import { artifactPath } from '../routes'
import { Badge, KindBadge } from '../ui/parts'
import { Table } from '../ui/table'
import css from './lineage.module.css'

export function LineageTable({ lineage }: { lineage: Lineage }) {
	const nodes = new Map(lineage.nodes.map(node => [node.sequence, node]))
	return (
		<>
			<Part title="Made from" none="It names no sources." edges={lineage.sources} nodes={nodes} />
			<Part title="Made from it" none="Nothing was made from it." edges={lineage.descendants} nodes={nodes} />
		</>
	)
}

interface PartProps {
	title: string
	none: string
	edges: LineageEdge[]
	nodes: Map<bigint, LineageNode>
}

function Part({ title, none, edges, nodes }: PartProps) {
	return (
		<section aria-label={title}>
			<h3>{edges.length === 0 ? title : `${title}: ${count(edges.length, 'line')}`}</h3>
			{edges.length === 0 ? (
				<p>{none}</p>
			) : (
				<Table
					label={`${title}, as a table`}
					className={css.table}
					columns={['Version', 'How', 'Source', { number: 'Royalty' }, { number: 'Generations away' }]}
				>
					{edges.map(edge => (
						<tr key={`${edge.source} ${edge.derived}`}>
							<th scope="row">
								<Named sequence={edge.derived} nodes={nodes} />
							</th>
							<td>{relationName(edge.relation)}</td>
							<td>
								<Named sequence={edge.source} nodes={nodes} />
							</td>
							<td className="number">{perMillion(edge.royalty)}</td>
							<td className="number">{edge.depth}</td>
						</tr>
					))}
				</Table>
			)}
		</section>
	)
}

function Named({ sequence, nodes }: { sequence: bigint; nodes: Map<bigint, LineageNode> }) {
	const node = nodes.get(sequence) ?? { sequence, label: undefined }
	const { label } = node
	const trouble = troubleOf(node)
	if (!label) return <span className={css.struck}>{nodeName(node)}</span>
	return (
		<>
			<Link href={artifactPath(label.publisher, label.name, label.number)}>{nodeName(node)}</Link>{' '}
			<small title={label.publisher}>by {short(label.publisher, 4)}</small> <KindBadge kind={label.kind} />{' '}
			{trouble && <Badge tone="warn">{trouble}</Badge>}
		</>
	)
}

// SPDX-License-Identifier: Apache-2.0

// The lineage of a version, up and down: as a picture, or as tables.

import { useState } from 'react'
import { useChain } from '../chain/context'
import { type Lineage, readLineage } from '../chain/lineage'
import { count } from '../lib/format'
import { Empty, Notice, Read } from '../ui/states'
import { LineageLegend } from './legend'
import css from './lineage.module.css'
import { LineagePicture } from './picture'
import { LineageTable } from './table'

export function LineageGraph({ sequence }: { sequence: bigint }) {
	const query = useChain(['lineage', sequence.toString()], ({ api }) =>
		readLineage(api, sequence).then(lineage => lineage ?? null),
	)
	return (
		<Read query={query} what="the lineage">
			{lineage => (lineage ? <LineageView lineage={lineage} /> : <Empty title="There is no such version." />)}
		</Read>
	)
}

export function LineageView({ lineage }: { lineage: Lineage }) {
	const [table, setTable] = useState(false)
	if (lineage.nodes.length === 1) {
		return (
			<Empty title="This version stands alone.">
				<p>It names no sources, and nothing was made from it yet.</p>
			</Empty>
		)
	}
	return (
		<div className={css.whole}>
			<div className={css.bar}>
				<span>
					Made from {count(above(lineage), 'version')};{' '}
					{count(lineage.nodes.length - 1 - above(lineage), 'version')} made from it.
				</span>
				<span className={css.choice} role="group" aria-label="Show the lineage as">
					<button aria-pressed={!table} onClick={() => setTable(false)}>
						Picture
					</button>
					<button aria-pressed={table} onClick={() => setTable(true)}>
						Table
					</button>
				</span>
			</div>
			<Beyond lineage={lineage} />
			{table ? (
				<LineageTable lineage={lineage} />
			) : (
				<>
					<LineagePicture lineage={lineage} />
					<p className={css.hint}>
						Drag to move it; two fingers, or Ctrl and the wheel, zoom. After a click or tap on it the wheel alone zooms,
						and one finger moves it every way.
					</p>
					<LineageLegend />
				</>
			)}
		</div>
	)
}

/** How many versions it was made from: the sequence of a source is always lower. */
const above = ({ nodes, asked }: Lineage): number => nodes.findIndex(({ sequence }) => sequence === asked)

function Beyond({ lineage: { beyondDepth, beyondLimit } }: { lineage: Lineage }) {
	if (!beyondDepth && !beyondLimit) return null
	return (
		<Notice tone="warn" title="This is not all of it.">
			{beyondDepth && <p>There are more than 16 generations. Open a version at the end to see what is beyond.</p>}
			{beyondLimit && <p>There are more than 1,000 lines in one direction. The nearest generations are shown.</p>}
		</Notice>
	)
}

// SPDX-License-Identifier: Apache-2.0

// The lineage as a picture to look around in.

import { type CSSProperties, memo, useMemo, useRef, useState } from 'react'
import { type Lineage, relationName } from '../chain/lineage'
import { perMillion } from '../lib/format'
import { type DrawnEdge, type Drawing, type DrawnNode, draw, NODE_HEIGHT, NODE_WIDTH } from './layout'
import css from './lineage.module.css'
import { Nodes } from './nodes'
import { useView } from './use-view'

/** More edges have labels only where the pointer or the focus is: nobody could read them all. */
const MOST_LABELS = 160

export function LineagePicture({ lineage }: { lineage: Lineage }) {
	const drawing = useMemo(() => draw(lineage), [lineage])
	const asked = useMemo(() => boxOf(drawing.nodes.find(({ node }) => node.sequence === lineage.asked)), [drawing, lineage])
	const frame = useRef<SVGSVGElement>(null)
	const moving = useRef<SVGGElement>(null)
	const look = useView(frame, moving, drawing, asked)
	const [active, setActive] = useState<bigint>()
	const reveal = (drawn: DrawnNode) => {
		setActive(drawn.node.sequence)
		look.reveal(boxOf(drawn))
	}
	return (
		<div className={css.picture} style={room(drawing)} onKeyDown={look.onKeyDown}>
			<svg ref={frame} className={css.frame} tabIndex={0} role="group" aria-label={described(lineage)}>
				<g ref={moving}>
					<Lines drawing={drawing} />
					<Around drawing={drawing} of={active ?? lineage.asked} isAsked={active === undefined} />
					<Nodes drawing={drawing} asked={lineage.asked} onFocus={reveal} onPoint={setActive} />
				</g>
			</svg>
			<div className={css.tools}>
				<button onClick={() => look.zoom(1.25)} aria-label="Zoom in">
					+
				</button>
				<button onClick={() => look.zoom(0.8)} aria-label="Zoom out">
					−
				</button>
				<button onClick={look.fit}>Fit</button>
			</div>
		</div>
	)
}

const room = ({ height }: Drawing) => ({ '--drawn': `${Math.ceil(height)}px` }) as CSSProperties

const boxOf = (drawn: DrawnNode | undefined) => ({
	x: drawn?.x ?? 0,
	y: drawn?.y ?? 0,
	width: NODE_WIDTH,
	height: NODE_HEIGHT,
})

const described = ({ nodes }: Lineage): string =>
	`Picture of the lineage with ${nodes.length} versions. Arrow keys move it, plus and minus zoom, 0 shows all of it.`

const Lines = memo(function Lines({ drawing }: { drawing: Drawing }) {
	return (
		<g>
			{drawing.lines.map(({ path, isEvaluation }, at) => (
				<path key={at} className={isEvaluation ? css.evaluation : css.line} d={path} />
			))}
			{drawing.edges.length <= MOST_LABELS && (
				<g className={css.labels}>
					{drawing.edges.map(drawn => (
						<EdgeLabel key={keyOf(drawn)} drawn={drawn} />
					))}
				</g>
			)}
		</g>
	)
})

/**
 * The lines of the version that the pointer or the focus is on, or else of the one asked for, on
 * top of the others.
 */
function Around({ drawing, of, isAsked }: { drawing: Drawing; of: bigint; isAsked: boolean }) {
	const edges = drawing.edges.filter(({ edge }) => edge.source === of || edge.derived === of)
	return (
		<g className={`${css.around} ${isAsked ? css.ofAsked : ''}`}>
			{edges.map(drawn => (
				<path key={keyOf(drawn)} className={css.line} d={drawn.path} />
			))}
			{edges.map(drawn => (
				<EdgeLabel key={keyOf(drawn)} drawn={drawn} />
			))}
		</g>
	)
}

const keyOf = ({ edge }: DrawnEdge): string => `${edge.source} ${edge.derived}`

function EdgeLabel({ drawn: { edge, x, y } }: { drawn: DrawnEdge }) {
	return (
		<text className={css.label} x={x} y={y}>
			{relationName(edge.relation)}
			{edge.royalty > 0 && <tspan className={css.royalty}> {perMillion(edge.royalty)}</tspan>}
		</text>
	)
}

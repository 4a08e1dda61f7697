// SPDX-License-Identifier: Apache-2.0

// The versions of the picture: each is a link to its page, one after the other for the Tab key.

import { memo, type MouseEvent } from 'react'
import { nodeName, troubleOf } from '../chain/lineage'
import { navigate } from '../lib/hash-location'
import { artifactPath } from '../routes'
import type { Drawing, DrawnNode } from './layout'
import css from './lineage.module.css'
import { NodeShape } from './shapes'

interface Props {
	drawing: Drawing
	asked: bigint
	onFocus: (drawn: DrawnNode) => void
	onPoint: (sequence: bigint | undefined) => void
}

export const Nodes = memo(
	function Nodes({ drawing, asked, ...rest }: Props) {
		return drawing.nodes.map(drawn => (
			<g key={drawn.node.sequence} transform={`translate(${drawn.x} ${drawn.y})`}>
				<Version drawn={drawn} isAsked={drawn.node.sequence === asked} {...rest} />
			</g>
		))
	},
	// What is called on focus does the same each time.
	(before, after) => before.drawing === after.drawing && before.asked === after.asked,
)

interface VersionProps extends Pick<Props, 'onFocus' | 'onPoint'> {
	drawn: DrawnNode
	isAsked: boolean
}

function Version({ drawn, isAsked, onFocus, onPoint }: VersionProps) {
	const { node } = drawn
	const { sequence, label } = node
	const shape = <NodeShape drawn={drawn} isAsked={isAsked} />
	if (!label) return shape
	const path = artifactPath(label.publisher, label.name, label.number)
	const title = [label.kind, `${nodeName(node)} by ${label.publisher}`, troubleOf(node), isAsked && 'this version']
	return (
		<a
			className={css.link}
			href={`#${path}`}
			onClick={event => follow(event, path)}
			onFocus={() => onFocus(drawn)}
			onBlur={() => onPoint(undefined)}
			onPointerEnter={() => onPoint(sequence)}
			onPointerLeave={() => onPoint(undefined)}
		>
			<title>{title.filter(Boolean).join(', ')}</title>
			{shape}
		</a>
	)
}

/** Goes to a page as other links do, from its beginning; with a key held it is the browser's to open. */
function follow(event: MouseEvent, path: string) {
	if (event.button !== 0 || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
	event.preventDefault()
	navigate(path)
}

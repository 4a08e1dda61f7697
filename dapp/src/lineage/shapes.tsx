// SPDX-License-Identifier: Apache-2.0

// A version as a shape: a model is round at its ends, a dataset has the edge of a stack of pages.

import { nodeName, troubleOf } from '../chain/lineage'
import { short } from '../lib/format'
import { type DrawnNode, NODE_HEIGHT, NODE_WIDTH } from './layout'
import css from './lineage.module.css'

const LETTERS = 20

const cut = (text: string): string => (text.length <= LETTERS ? text : `${text.slice(0, LETTERS - 1)}…`)

/** The name with its number, which is never cut. */
export function shortName(name: string, number: number): string {
	const end = `@${number}`
	const room = LETTERS - end.length
	return (name.length <= room ? name : `${name.slice(0, room - 1)}…`) + end
}

export function Outline({ kind }: { kind: 'Model' | 'Dataset' | undefined }) {
	if (kind !== 'Dataset') {
		return <rect className={css.outline} width={NODE_WIDTH} height={NODE_HEIGHT} rx={NODE_HEIGHT / 2} />
	}
	return (
		<>
			<rect className={css.outline} width={NODE_WIDTH} height={NODE_HEIGHT} rx="2" />
			<path className={css.pages} d={`M6 0V${NODE_HEIGHT}M11 0V${NODE_HEIGHT}`} />
		</>
	)
}

export function NodeShape({ drawn, isAsked }: { drawn: DrawnNode; isAsked: boolean }) {
	const { node, hasSources } = drawn
	const { label } = node
	const trouble = troubleOf(node)
	const middle = NODE_HEIGHT / 2
	return (
		<g
			className={`${css.node} ${label?.kind === 'Dataset' ? css.dataset : css.model}`}
			data-trouble={trouble}
			data-asked={isAsked || undefined}
		>
			<Outline kind={label?.kind} />
			{hasSources && <path className={css.head} d={`M-9 ${middle - 5}L0 ${middle}L-9 ${middle + 5}Z`} />}
			<text className={css.name} x="20" y="20">
				{label ? shortName(label.name, label.number) : cut(nodeName(node))}
			</text>
			<text className={css.about} x="20" y="36">
				{trouble ? `${trouble} ${label?.kind.toLowerCase() ?? ''}` : label && `by ${short(label.publisher, 4)}`}
			</text>
		</g>
	)
}

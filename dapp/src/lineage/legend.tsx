// SPDX-License-Identifier: Apache-2.0

// What shapes and lines of the picture mean.

import type { ReactNode } from 'react'
import { Legend } from '../ui/parts'
import { NODE_HEIGHT, NODE_WIDTH } from './layout'
import css from './lineage.module.css'
import { Outline } from './shapes'

function Sample({ className, children }: { className?: string | undefined; children: ReactNode }) {
	return (
		<svg viewBox="0 0 204 46" preserveAspectRatio="none" className={className} aria-hidden="true">
			{children}
		</svg>
	)
}

const across = `M0 ${NODE_HEIGHT / 2}H${NODE_WIDTH}`

export function LineageLegend() {
	return (
		<Legend className={css.legend}>
			<li>
				<Sample className={css.model}>
					<Outline kind="Model" />
				</Sample>
				model
			</li>
			<li>
				<Sample className={css.dataset}>
					<Outline kind="Dataset" />
				</Sample>
				dataset
			</li>
			<li>
				<Sample>
					<g className={css.node} data-asked>
						<Outline kind="Model" />
					</g>
				</Sample>
				this version
			</li>
			<li>
				<Sample className={css.model}>
					<g className={css.node} data-trouble="yanked">
						<Outline kind="Model" />
					</g>
				</Sample>
				yanked, superseded or retired
			</li>
			<li>
				<Sample>
					<path className={css.line} d={across} strokeWidth="4" />
				</Sample>
				left: the source, right: what was made of it, with its royalty
			</li>
			<li>
				<Sample>
					<path className={css.evaluation} d={across} />
				</Sample>
				evaluated on: no terms, no royalty
			</li>
		</Legend>
	)
}

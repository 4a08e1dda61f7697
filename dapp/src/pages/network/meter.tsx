// SPDX-License-Identifier: Apache-2.0

import { type ReactNode, useId } from 'react'
import type { Span } from '../../chain/network'
import css from './network.module.css'

/** How far a span is, as a bar with words beside it. */
export function Meter({ name, span, children }: { name: string; span: Span; children: ReactNode }) {
	const id = useId()
	return (
		<div className={css.meter}>
			<div className={css.meterName} id={id}>
				{name}
			</div>
			<div className={css.meterText}>{children}</div>
			<progress aria-labelledby={id} value={span.done} max={span.total} />
		</div>
	)
}

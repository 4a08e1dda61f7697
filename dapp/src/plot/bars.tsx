// SPDX-License-Identifier: Apache-2.0

// Bars of sales with royalties on top, for the pointer and the arrow keys.

import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { type EpochIncome, totalOf } from '../chain/incomes'
import { ago, agoDigits } from '../lib/format'
import css from './plot.module.css'
import { bars, greatestOf, share, ticks } from './scale'

const HEIGHT = 220
const TOP = 10
const BOTTOM = 26
/** Room for half of the last epoch's number. */
const RIGHT = 14
const LETTER = 7.5

export function IncomeBars({ incomes }: { incomes: EpochIncome[] }) {
	const frame = useRef<HTMLDivElement>(null)
	const width = useWidth(frame)
	const hatch = useId()
	const drawn = bars(incomes)
	const [active, setActive] = useState<number>()
	const marks = ticks(greatestOf(drawn))
	const most = marks.at(-1) ?? 1n
	const left = Math.max(...marks.map(mark => agoDigits(mark).length)) * LETTER + 12
	const high = HEIGHT - TOP - BOTTOM
	const step = (width - left - RIGHT) / drawn.length
	const thick = Math.max(1, Math.min(step - 2, 44))
	const y = (amount: bigint) => TOP + high * (1 - share(amount, most))
	const every = Math.max(1, Math.ceil(44 / step))

	const keys = (event: KeyboardEvent) => {
		if (event.altKey || event.ctrlKey || event.metaKey) return
		const last = drawn.length - 1
		const at = active ?? last
		const to = { ArrowLeft: Math.max(0, at - 1), ArrowRight: Math.min(last, at + 1), Home: 0, End: last }[event.key]
		if (to === undefined) return
		event.preventDefault()
		setActive(to)
	}
	const shown = active === undefined ? undefined : drawn[active]
	return (
		<div ref={frame} className={css.plot}>
			<svg
				width={width}
				height={HEIGHT}
				tabIndex={0}
				role="group"
				aria-label={`Income of ${drawn.length} epochs, in AGO. The arrow keys go from one to the next.`}
				onKeyDown={keys}
				onFocus={() => setActive(active ?? drawn.length - 1)}
				onBlur={() => setActive(undefined)}
				onPointerLeave={() => setActive(undefined)}
			>
				<pattern id={hatch} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
					<rect className={css.royaltyGround} width="5" height="5" />
					<rect className={css.royaltyLine} width="2" height="5" />
				</pattern>
				{marks.map(mark => (
					<g key={mark}>
						<path className={css.grid} d={`M${left} ${y(mark)}H${width - RIGHT}`} />
						<text className={css.tick} x={left - 8} y={y(mark)}>
							{agoDigits(mark)}
						</text>
					</g>
				))}
				{drawn.map(({ epoch, sales, royalties }, at) => {
					const x = left + step * at + (step - thick) / 2
					const [over, under] = [y(sales + royalties), y(sales)]
					return (
						<g key={epoch} onPointerEnter={() => setActive(at)} data-active={at === active || undefined}>
							<rect className={css.reach} x={left + step * at} y={TOP} width={step} height={high} />
							<rect className={css.sales} x={x} y={under} width={thick} height={TOP + high - under} />
							<rect className={css.royalties} fill={`url(#${hatch})`} x={x} y={over} width={thick} height={under - over} />
							{(drawn.length - 1 - at) % every === 0 && (
								<text className={css.epoch} x={x + thick / 2} y={HEIGHT - 8}>
									{epoch}
								</text>
							)}
						</g>
					)
				})}
			</svg>
			<p className={css.readout} aria-live="polite">
				{shown ? (
					<>
						<strong>Epoch {shown.epoch}</strong>: {ago(totalOf(shown))}, of it sales {ago(shown.sales)} and royalties{' '}
						{ago(shown.royalties)}
					</>
				) : (
					'Point at a bar for its amounts, in AGO by epoch.'
				)}
			</p>
		</div>
	)
}

/** The width that there is, followed. */
function useWidth(frame: React.RefObject<HTMLDivElement | null>): number {
	const [width, setWidth] = useState(640)
	useEffect(() => {
		const element = frame.current
		if (!element) return
		const resized = new ResizeObserver(() => setWidth(Math.max(240, element.clientWidth)))
		resized.observe(element)
		return () => resized.disconnect()
	}, [frame])
	return width
}

// SPDX-License-Identifier: Apache-2.0

// The spans of time that the chain counts in, and how far each is.

import type { UseQueryResult } from '@tanstack/react-query'
import { type Clock, type Numbered, type Pace, paceOf, secondsLeft } from '../../chain/network'
import { count, duration } from '../../lib/format'
import { Card } from '../../ui/parts'
import { Read } from '../../ui/states'
import { Meter } from './meter'
import css from './network.module.css'
import { useNow } from './use-now'

export function ClockCard({ clock }: { clock: UseQueryResult<Clock> }) {
	return (
		<Card title="Time on chain">
			<Read query={clock} what="the chain's time">
				{data => <Spans clock={data} />}
			</Read>
		</Card>
	)
}

function Spans({ clock }: { clock: Clock }) {
	const pace = paceOf(clock.time, clock.slotMillis, useNow())
	const left = (span: Numbered, unit: string) => leftOf(span, unit, pace, clock.slotMillis)
	return (
		<div className={css.meters}>
			<Meter name={`Session ${clock.session.index}`} span={clock.session}>
				{left(clock.session, 'slot')}
			</Meter>
			<Meter name={`Era ${clock.era.index}`} span={clock.era}>
				{left(clock.era, 'slot')}
			</Meter>
			<Meter name={`Reward epoch ${clock.epoch.index}`} span={clock.epoch}>
				{left(clock.epoch, 'block')}
			</Meter>
			<p className={css.note}>
				Validators stay the same for a session. Their stake counts for an era. Use is rewarded together for an epoch.
			</p>
		</div>
	)
}

/** What is left, in time where blocks come with time. */
function leftOf(span: Numbered, unit: string, pace: Pace, slotMillis: number): string {
	const left = count(span.total - span.done, unit)
	return pace === 'regular' ? `about ${duration(secondsLeft(span, slotMillis))} left` : `${left} left`
}

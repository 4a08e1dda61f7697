// SPDX-License-Identifier: Apache-2.0

// How the chain is: its blocks, its time, its validators, its money, and the node that tells of it.

import { useChain } from '../../chain/context'
import { readClock } from '../../chain/network'
import { Page } from '../../ui/parts'
import { Blocks } from './blocks'
import { ClockCard } from './clock'
import css from './network.module.css'
import { NodeCard } from './node'
import { Rewards } from './rewards'
import { Supply } from './supply'
import { Validators } from './validators'

export default function Network() {
	const clock = useChain(['network', 'clock'], readClock)
	return (
		<Page title="Network" lead="The chain as your node sees it, block by block.">
			<Blocks clock={clock.data} />
			<div className={css.pair}>
				<ClockCard clock={clock} />
				<Rewards />
			</div>
			<Validators />
			<div className={css.pair}>
				<Supply />
				<NodeCard />
			</div>
		</Page>
	)
}

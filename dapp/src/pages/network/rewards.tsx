// SPDX-License-Identifier: Apache-2.0

// The epoch of rewards that is running, and what there is to give away.

import { useChain } from '../../chain/context'
import { numeral, perMillion } from '../../lib/format'
import { Amount, Card, Fact, Facts } from '../../ui/parts'
import { Read } from '../../ui/states'

export function Rewards() {
	const running = useChain(['network', 'rewards'], ({ api }) => api.apis.RewardsApi.running_epoch({ at: 'best' }))
	return (
		<Card title="Rewards of this epoch">
			<Read query={running} what="the running epoch" lines={6}>
				{epoch => (
					<Facts>
						<Fact name="Ends with block">{numeral(epoch.end - 1)}</Fact>
						<Fact name="Fees credited to versions">
							<Amount planck={epoch.credit} />
						</Fact>
						<Fact name="In the pot">
							<Amount planck={epoch.funds} />
						</Fact>
						<Fact name="Of it for use">
							<Amount planck={epoch.usage_pool} />, {perMillion(epoch.parameters.usage_share)}
						</Fact>
						<Fact name="Rewards if it ended now">
							<Amount planck={epoch.rewards} />, at most {perMillion(epoch.rebate_cap)} of the fees
						</Fact>
						<Fact name="Commons pool">
							<Amount planck={epoch.commons_pool} />
						</Fact>
						<Fact name="Of epochs before, unclaimed">
							<Amount planck={epoch.owed} />
						</Fact>
					</Facts>
				)}
			</Read>
		</Card>
	)
}

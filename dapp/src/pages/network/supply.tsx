// SPDX-License-Identifier: Apache-2.0

// How many tokens there are, and where new ones go.

import { useChain } from '../../chain/context'
import { perMillion } from '../../lib/format'
import { Amount, Card, Fact, Facts } from '../../ui/parts'
import { Read } from '../../ui/states'

/** Parts per billion as per cent, cut to two decimals. */
const perBillion = (parts: number): string => perMillion(Math.round(parts / 100_000) * 100)

export function Supply() {
	const supply = useChain(['network', 'supply'], ({ api }) => api.apis.RewardsApi.supply_schedule(1, { at: 'best' }))
	return (
		<Card title="Tokens">
			<Read query={supply} what="the supply of tokens" lines={6}>
				{data => (
					<Facts>
						<Fact name="All there are">
							<Amount planck={data.issuance} />
						</Fact>
						<Fact name="At stake">
							<Amount planck={data.staked} />, {shareOf(data.staked, data.issuance)}
						</Fact>
						<Fact name="New in a year">{perBillion(data.yearly)} of all</Fact>
						<Fact name="Of which stakers get">{perBillion(data.yearly_to_stakers)} of all</Fact>
						<Fact name="Of the rest, rewards get">{perMillion(data.pot_share)}; the treasury has what remains</Fact>
						<Fact name="Burned of each fee">{perMillion(data.burned_fees)}</Fact>
						<Fact name="In a year, at most">{data.years[0] !== undefined && <Amount planck={data.years[0]} />}</Fact>
					</Facts>
				)}
			</Read>
		</Card>
	)
}

/** A part as per cent of the whole, cut to two decimals. */
function shareOf(part: bigint, whole: bigint): string {
	return whole === 0n ? '–' : perMillion(Number((part * 10_000n) / whole) * 100)
}

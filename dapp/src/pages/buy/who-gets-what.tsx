// SPDX-License-Identifier: Apache-2.0

// Where the price goes, along the lineage: as a picture, and as a table with every digit.

import type { Deal } from '../../chain/market'
import { percent, type Share, sharesOf, toUnits } from '../../chain/shares'
import { VersionLink } from '../../market/version-link'
import { Amount, Card } from '../../ui/parts'
import { Notice } from '../../ui/states'
import { Table } from '../../ui/table'
import css from './buy.module.css'

const COLOURS = [css.c0, css.c1, css.c2, css.c3, css.c4]
/** The picture is this many units wide; a part has a number in it if it is wide enough. */
const UNITS = 1_000
const LEGIBLE = 55

export function WhoGetsWhat({ deal }: { deal: Deal }) {
	const { quote, versions } = deal
	if (quote.price === 0n) {
		return (
			<Card title="Who gets what">
				<p>The license is free, so nobody gets anything.</p>
			</Card>
		)
	}
	const shares = sharesOf(quote)
	const colours = coloursOf(shares)
	return (
		<Card title="Who gets what">
			<p>
				Of each price the protocol takes its fee, which comes back as rewards to those whose work is used. The rest is
				income of the version that is sold, and what its terms promised goes on to what it was made from.
			</p>
			<Bar shares={shares} colours={colours} />
			<Table
				label="Who gets what of the price"
				className={css.shares}
				columns={[
					'Who',
					...['Gets', 'Passes on', 'Contributors', 'Keeps', 'Of the price'].map(number => ({ number })),
				]}
				foot={
					<tr>
						<th scope="row">Price</th>
						<Cell planck={quote.price} />
						<td colSpan={3} />
						<td className="number">100 %</td>
					</tr>
				}
			>
				{quote.distribution.payouts.map(({ version, income, royalties, contributors, earnings }) => (
					<tr key={version.toString()}>
						<th scope="row">
							<Marks {...{ shares, colours, version }} /> <VersionLink of={versions.get(version)} sequence={version} />
						</th>
						<Cell planck={income} />
						<Cell planck={royalties} />
						<Cell planck={contributors} />
						<Cell planck={earnings} />
						<td className="number">{percent(earnings + contributors, quote.price)}</td>
					</tr>
				))}
				<Other {...{ shares, colours }} to="beyond" name="Versions further behind" whole={quote.price} />
				<Other {...{ shares, colours }} to="fee" name="Protocol’s fee" whole={quote.price} />
				<Other {...{ shares, colours }} to="commons" name="Commons, above the publisher’s cap" whole={quote.price} />
			</Table>
			{quote.excess > 0n && (
				<Notice>
					<p>This sale reaches the publisher’s cap. Every license after it is free.</p>
				</Notice>
			)}
		</Card>
	)
}

/** A colour for each part: versions in turn, contributors that of their version with stripes. */
function coloursOf(shares: Share[]): string[] {
	const order = [...new Set(shares.flatMap(({ version }) => (version === undefined ? [] : [version])))]
	return shares.map(({ to, version }) => {
		if (to === 'fee') return css.fee ?? ''
		if (to === 'commons' || to === 'beyond') return `${css.fee} ${css.striped}`
		const colour = COLOURS[order.indexOf(version ?? 0n) % COLOURS.length]
		return `${colour} ${to === 'contributors' ? css.striped : ''}`
	})
}

/** Says the same as the table, so it is hidden from those who have it read to them. */
function Bar({ shares, colours }: { shares: Share[]; colours: string[] }) {
	const units = toUnits(
		shares.map(({ planck }) => planck),
		UNITS,
	)
	return (
		<div className={css.bar} aria-hidden="true">
			{shares.map((_, at) => (
				<span key={at} className={colours[at]} style={{ flexGrow: units[at] }}>
					{(units[at] ?? 0) >= LEGIBLE && at + 1}
				</span>
			))}
		</div>
	)
}

/** The numbers and colours that the picture has for a version, or for somebody else. */
function Marks({ shares, colours, version, to }: { shares: Share[]; colours: string[]; version?: bigint; to?: Share['to'] }) {
	return (
		<span aria-hidden="true" className={css.marks}>
			{shares.map((share, at) =>
				(version !== undefined ? share.version === version : share.to === to) ? (
					<span key={at} className={`${css.mark} ${colours[at]}`}>
						{at + 1}
					</span>
				) : null,
			)}
		</span>
	)
}

const Cell = ({ planck }: { planck: bigint }) => (
	<td className="number">{planck === 0n ? '–' : <Amount planck={planck} />}</td>
)

function Other(props: { shares: Share[]; colours: string[]; to: Share['to']; name: string; whole: bigint }) {
	const share = props.shares.find(({ to }) => to === props.to)
	if (!share) return null
	return (
		<tr>
			<th scope="row">
				<Marks {...props} /> {props.name}
			</th>
			<Cell planck={share.planck} />
			<td colSpan={3} />
			<td className="number">{percent(share.planck, props.whole)}</td>
		</tr>
	)
}

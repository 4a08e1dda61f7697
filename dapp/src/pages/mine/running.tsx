// SPDX-License-Identifier: Apache-2.0

// What the running epoch would pay to the account's versions.

import type { Clock } from '../../chain/clock'
import { useChain } from '../../chain/context'
import { versionNames } from '../../chain/market'
import { readOwned, readVersionsOf } from '../../chain/owned'
import { readRunning, sum } from '../../chain/rewards'
import { duration } from '../../lib/format'
import { Amount } from '../../ui/parts'
import type { Account } from '../../wallet/types'
import css from './mine.module.css'
import { VersionLink } from '../../market/version-link'

/** Versions that are looked at, the newest of the first artifacts. */
const LOOKED_AT = 100

export function Running({ of, clock }: { of: Account; clock: Clock }) {
	const versions = useChain(
		['my versions', of.address],
		async ({ api }) => {
			const { items } = await readOwned(api, of.address, undefined)
			const all = await Promise.all(items.map(listing => readVersionsOf(api, listing)))
			return all
				.flat()
				.map(({ sequence }) => sequence)
				.slice(0, LOOKED_AT)
		},
		{ live: false },
	)
	const running = useChain(
		['my running epoch', of.address, versions.data?.join(' ')],
		async ({ api }) => {
			const found = await readRunning(api, versions.data ?? [])
			const names = await versionNames(
				api,
				found.rewards.map(({ version }) => version),
			)
			return { ...found, names }
		},
		{ enabled: versions.data !== undefined, live: false, every: 30_000 },
	)
	if (!running.data) return null
	const { epoch, rewards, names } = running.data
	const left = Math.max(0, epoch.end - clock.now)
	return (
		<>
			<h3 className={css.sub}>Running: epoch {epoch.index}</h3>
			<p className={css.soft}>
				It ends with block {(epoch.end - 1).toLocaleString('en-US')}, in about {duration(left * clock.seconds)}.{' '}
				{rewards.length === 0 ? (
					'No version of yours was used in it so far.'
				) : (
					<>
						If it ended now, versions of yours would have <Amount planck={sum(rewards)} />. Every sale changes that.
					</>
				)}
			</p>
			{rewards.length > 0 && (
				<ul className={css.rows}>
					{rewards.map(({ version, split, amount }) => (
						<li key={`${version} ${split}`} className={css.row}>
							<div>
								<VersionLink of={names.get(version)} sequence={version} />
							</div>
							<span>
								about <Amount planck={amount} />
							</span>
						</li>
					))}
				</ul>
			)}
		</>
	)
}

// SPDX-License-Identifier: Apache-2.0

// The licenses of an account, and what can be done with each.

import { Link } from 'wouter'
import type { Clock } from '../../chain/clock'
import { upTo } from '../../chain/time'
import { useChain } from '../../chain/context'
import { type ArtifactView, type LicenseView, readArtifacts, readLicenses } from '../../chain/market'
import { textOf } from '../../lib/bytes'
import { count, short } from '../../lib/format'
import { LicenseActions } from '../../market/license-actions'
import { LicenseBadge } from '../../market/license-state'
import { artifactPath, buyPath, routes } from '../../routes'
import { Amount, Card, KindBadge } from '../../ui/parts'
import { Read } from '../../ui/states'
import type { Account } from '../../wallet/types'
import css from './mine.module.css'

export function Licenses({ of, clock }: { of: Account; clock: Clock }) {
	const query = useChain(['my licenses', of.address], ({ api }) => readLicenses(api, of.address))
	// What is licensed hardly changes: it is not read with each block.
	const ids = query.data?.licenses.map(({ artifact }) => artifact) ?? []
	const artifacts = useChain(['licensed', ids.join(' ')], ({ api }) => readArtifacts(api, ids), {
		enabled: ids.length > 0,
		live: false,
	})
	return (
		<Card title="Licenses">
			<Read query={query} what="your licenses">
				{({ licenses, more }) =>
					licenses.length === 0 ? (
						<p>
							You have no license. <Link href={routes.browse}>See what is on sale</Link>.
						</p>
					) : (
						<>
							<p className={css.soft}>
								{count(licenses.length, 'license')}
								{more && ', and more that are not shown'}
							</p>
							<ul className={css.rows}>
								{licenses.map(view => (
									<License key={view.artifact} {...{ of, clock, view }} artifact={artifacts.data?.get(view.artifact)} />
								))}
							</ul>
						</>
					)
				}
			</Read>
		</Card>
	)
}

interface Props {
	of: Account
	clock: Clock
	view: LicenseView
	artifact: ArtifactView | undefined
}

function License({ of, clock, view, artifact }: Props) {
	const { grant, purchase, deposit } = view.license
	const name = artifact ? textOf(artifact.artifact.name) : short(view.artifact)
	return (
		<li className={css.thing} data-license={view.artifact}>
			<h3 className={css.name}>
				{artifact ? <Link href={artifactPath(artifact.artifact.publisher, name)}>{name}</Link> : <code>{name}</code>}
				{artifact && <KindBadge kind={artifact.artifact.kind.type} />}
				<LicenseBadge view={view} />
			</h3>
			<p className={css.soft}>
				Lasts {grant.term.type === 'Perpetual' ? 'for ever' : upTo(grant.term.value, clock)}
				{grant.transferable && ' · can be handed on'}
				{' · deposit '}
				<Amount planck={deposit} />
			</p>
			{purchase && (
				<p>
					<Amount planck={purchase.price} exact /> are held on your account, and can be refunded{' '}
					{upTo(purchase.refundable_until, clock)}.
				</p>
			)}
			{grant.term.type === 'Until' && !purchase && (
				<p>
					<Link href={buyPath(grant.offer)}>Renew it</Link>, if the offer still stands.
				</p>
			)}
			<LicenseActions view={view} name={name} account={of} clock={clock} />
		</li>
	)
}

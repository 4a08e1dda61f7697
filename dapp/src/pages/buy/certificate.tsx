// SPDX-License-Identifier: Apache-2.0

// A license, as something to be shown.

import { Link } from 'wouter'
import type { ArtifactView, LicenseView } from '../../chain/market'
import type { Clock } from '../../chain/clock'
import { upTo } from '../../chain/time'
import { textOf } from '../../lib/bytes'
import { artifactPath } from '../../routes'
import { LicenseActions } from '../../market/license-actions'
import { LicenseBadge } from '../../market/license-state'
import { Address, Amount, Fact, Facts } from '../../ui/parts'
import type { Account } from '../../wallet/types'
import css from './buy.module.css'

interface Props {
	view: LicenseView
	artifact: ArtifactView
	account: Account
	clock: Clock
}

export function Certificate({ view, artifact, account, clock }: Props) {
	const { grant, purchase, since, deposit } = view.license
	const { publisher } = artifact.artifact
	const name = textOf(artifact.artifact.name)
	return (
		<section className={css.certificate} aria-labelledby="certificate" data-license={purchase ? 'pending' : 'settled'}>
			<svg viewBox="0 0 32 32" aria-hidden="true" className={css.seal}>
				<circle cx="16" cy="16" r="15" />
				<path d="M16 6 26 12v2H6v-2zM8 15h3v7H8zm6.5 0h3v7h-3zM21 15h3v7h-3zM6 23h20v2H6z" />
			</svg>
			<h2 id="certificate">License</h2>
			<p className={css.grants}>
				{account.name} {view.lasts ? 'may use' : 'could use'} <Link href={artifactPath(publisher, name)}>{name}</Link> <LicenseBadge view={view} />
			</p>
			<Facts>
				<Fact name="Holder">
					<Address of={view.account} />
				</Fact>
				<Fact name="Artifact">
					<Address of={publisher} /> / {name}, all versions
				</Fact>
				<Fact name="Since">block {since.toLocaleString('en-US')}</Fact>
				<Fact name="Lasts">{grant.term.type === 'Perpetual' ? 'for ever' : upTo(grant.term.value, clock)}</Fact>
				<Fact name="Price">
					{purchase ? (
						<>
							<Amount planck={purchase.price} exact />, held: can be refunded {upTo(purchase.refundable_until, clock)}
						</>
					) : (
						'all is paid'
					)}
				</Fact>
				<Fact name="Deposit">
					<Amount planck={deposit} exact />
				</Fact>
				<Fact name="For deriving">
					{view.counts_for_citing
						? 'It counts where a license is asked for.'
						: view.lasts
							? 'It counts once its price cannot be refunded any more.'
							: 'It counts again once it is renewed.'}
				</Fact>
			</Facts>
			<LicenseActions view={view} name={name} account={account} clock={clock} />
		</section>
	)
}

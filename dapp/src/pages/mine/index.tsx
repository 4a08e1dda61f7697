// SPDX-License-Identifier: Apache-2.0

// What is somebody's: artifacts, licenses, earnings and rewards, and what they can do with them.

import { useClock } from '../../chain/clock'
import { Address, Card, Page } from '../../ui/parts'
import { Loading } from '../../ui/states'
import { useWallet } from '../../wallet/context'
import { AccountList } from '../../wallet/menu'
import type { Account } from '../../wallet/types'
import { Artifacts } from './artifacts'
import { Deposits } from './deposits'
import { Earnings } from './earnings'
import { Licenses } from './licenses'
import css from './mine.module.css'
import { Overview } from './overview'
import { Rewards } from './rewards'

export default function Mine() {
	const { account } = useWallet()
	if (!account) return <NoAccount />
	return <Things key={account.address} of={account} />
}

function Things({ of }: { of: Account }) {
	const clock = useClock()
	const lead = (
		<p>
			What {of.name} has: <Address of={of.address} />
		</p>
	)
	return (
		<Page title="My things" lead={lead}>
			<Overview of={of} />
			{clock ? (
				<>
					<Earnings of={of} />
					<Rewards of={of} clock={clock} />
					<Artifacts of={of} clock={clock} />
					<Licenses of={of} clock={clock} />
					<Deposits of={of} />
				</>
			) : (
				<Loading what="your things" lines={8} />
			)}
		</Page>
	)
}

const NoAccount = () => (
	<Page title="My things" lead={<p>Artifacts that you published, licenses that you hold, and what your work earns.</p>}>
		<Card title="Whose things?">
			<div className={css.choose}>
				<p>
					Choose an account of your wallet. Its keys stay there: this page asks it for a signature each time something is to
					change, and shows first what that does and costs.
				</p>
				<AccountList />
			</div>
		</Card>
	</Page>
)

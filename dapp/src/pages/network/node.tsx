// SPDX-License-Identifier: Apache-2.0

// The node that is asked, the chain that it is on, and how to ask another.

import { useState } from 'react'
import { useChain, useConnection, useStatus } from '../../chain/context'
import { Badge, Card, Copyable, Fact, Facts } from '../../ui/parts'
import { NodeForm } from '../../ui/node'
import { Read } from '../../ui/states'
import css from './network.module.css'

export function NodeCard() {
	const { url } = useConnection()
	const status = useStatus()
	const [changing, setChanging] = useState(false)
	const about = useChain(
		['network', 'node'],
		async ({ api, client, isDevelopment }) => {
			const [chain, runtime, software, development] = await Promise.all([
				client.getChainSpecData(),
				api.constants.System.Version(),
				client._request<string>('system_version', []),
				isDevelopment(),
			])
			return { chain, runtime, software, development }
		},
		{ live: false },
	)
	return (
		<Card title="Your node">
			<div className={css.node}>
				<Facts>
					<Fact name="Address">
						<code>{url}</code>{' '}
						{status.type === 'connected' ? <Badge tone="good">connected</Badge> : <Badge tone="warn">{status.type}</Badge>}
					</Fact>
				</Facts>
				<Read query={about} what="what the node is">
					{({ chain, runtime, software, development }) => (
						<Facts>
							<Fact name="Chain">
								{chain.name} {development && <Badge>development</Badge>}
							</Fact>
							<Fact name="Genesis">
								<Copyable text={chain.genesisHash} label="the hash of the genesis block" />
							</Fact>
							<Fact name="Runtime">
								{runtime.spec_name}, version {runtime.spec_version}
							</Fact>
							<Fact name="Software">{software}</Fact>
						</Facts>
					)}
				</Read>
			</div>
			<div className={css.choose}>
				<button aria-expanded={changing} onClick={() => setChanging(!changing)}>
					Choose another node
				</button>
				{changing && <NodeForm />}
			</div>
		</Card>
	)
}

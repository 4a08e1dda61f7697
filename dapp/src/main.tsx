// SPDX-License-Identifier: Apache-2.0

import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import './styles/base.css'
import { App } from './app'
import { connect } from './chain/connection'
import { ChainProvider } from './chain/context'
import { chosenNode, configuredNode } from './chain/settings'
import { WalletProvider } from './wallet/context'

const root = document.getElementById('root')
if (!root) throw new Error('The page has no root.')
// Before anything is drawn: the node takes its time to answer. Another node is another page.
const connection = connect(chosenNode() ?? (await configuredNode()))
createRoot(root).render(
	<StrictMode>
		<ChainProvider connection={connection}>
			<WalletProvider>
				<App />
			</WalletProvider>
		</ChainProvider>
	</StrictMode>,
)

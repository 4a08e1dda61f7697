// SPDX-License-Identifier: Apache-2.0

// Reads that several parts of the page show: each is done once a block.

import { useChain } from '../../chain/context'
import { readEarnings } from '../../chain/earnings'
import { readClaimable } from '../../chain/rewards'
import type { Account } from '../../wallet/types'

export const useEarnings = ({ address }: Account) =>
	useChain(['my earnings', address], ({ api }) => readEarnings(api, address))

export const useClaimable = ({ address }: Account) =>
	useChain(['my rewards', address], ({ api }) => readClaimable(api, address))

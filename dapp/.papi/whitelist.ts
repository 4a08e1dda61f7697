// SPDX-License-Identifier: Apache-2.0

// What of the runtime the dApp uses: only this gets types and checks of its own.

import type { WhitelistEntry } from '@polkadot-api/descriptors'

export const whitelist: WhitelistEntry[] = [
	'*.System',
	'*.Registry',
	'*.Provenance',
	'*.Market',
	'*.Royalties',
	'*.Rewards',
	'tx.Utility.batch_all',
	'tx.Utility.force_batch',
	'query.Balances.Holds',
	'query.Balances.TotalIssuance',
	'query.Session.Validators',
	'query.Session.CurrentIndex',
	'query.Staking.ActiveEra',
	'query.Staking.CurrentEra',
	'query.Staking.ErasTotalStake',
	'query.Staking.ErasStakersOverview',
	'query.Staking.ErasRewardPoints',
	'query.Staking.Validators',
	'query.Staking.ErasStartSessionIndex',
	'query.Staking.ErasValidatorPrefs',
	'query.Babe.CurrentSlot',
	'query.Pace.*',
	'query.Timestamp.Now',
	'const.Balances.ExistentialDeposit',
	'const.Babe.ExpectedBlockTime',
	'const.Babe.EpochDuration',
	'const.Staking.SessionsPerEra',
	'api.BabeApi.current_epoch',
	'api.CatalogApi.*',
	'api.RegistryApi.*',
	'api.MarketApi.*',
	'api.RoyaltiesApi.*',
	'api.RewardsApi.*',
	'api.ProvenanceApi.*',
	'api.TransactionPaymentApi.*',
	'api.AccountNonceApi.*',
]

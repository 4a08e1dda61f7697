// SPDX-License-Identifier: Apache-2.0

//! What a chain began with, and what it has in the end.

use super::{lost, unknown, At};
use crate::{
	chain::{client::AccountInfo, rewards::types::RewardParameters, types::Hash},
	error::Result,
	permill::Permill,
};
use agora_audit::{Closing, Parameters, Setting};
use subxt::{
	dynamic,
	ext::{scale_decode::DecodeAsType, scale_value::Value},
	utils::AccountId32,
};

/// The epoch that is running, as it is stored.
#[derive(DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
struct Running {
	index: u32,
	end: u32,
	credit: u128,
}

/// A constant of a pallet.
///
/// Errors: `no-rewards` where there is none.
pub fn constant<T: DecodeAsType>(at: &At, pallet: &str, name: &str) -> Result<T> {
	at.constants()
		.entry(dynamic::constant::<T>(pallet, name))
		.map_err(|error| unknown(&format!("the constant {pallet}.{name}"), &error))
}

/// An account that a constant names.
pub fn account(at: &At, pallet: &str, name: &str) -> Result<[u8; 32]> {
	constant::<AccountId32>(at, pallet, name).map(|account| account.0)
}

/// A value of a pallet that is always there.
async fn value<T: DecodeAsType>(at: &At, pallet: &str, name: &str) -> Result<T> {
	let address = dynamic::storage::<(), T>(pallet, name);
	let stored = at.storage().fetch(address, ()).await.map_err(|error| lost(&error))?;
	stored.decode().map_err(|error| unknown(&format!("{pallet}.{name}"), &error))
}

async fn balance(at: &At, account: [u8; 32]) -> Result<u128> {
	let address = dynamic::storage::<(Value,), AccountInfo>("System", "Account");
	let key = (Value::from(Hash(account)),);
	let info = at.storage().fetch(address, key).await.map_err(|error| lost(&error))?;
	let info: AccountInfo = info.decode().map_err(|error| unknown("an account", &error))?;
	Ok(info.data.free)
}

async fn parameters(at: &At) -> Result<Parameters> {
	let chosen: RewardParameters = value(at, "Rewards", "Parameters").await?;
	Ok(Parameters {
		usage_share: chosen.usage_share.parts(),
		issuance_share: chosen.issuance_share.parts(),
	})
}

/// The constants of a runtime. What genesis had is read there, or known already.
///
/// Errors: `no-rewards`, `state-pruned`, `node-failed`.
pub async fn setting(at: &At, genesis: Option<&Setting>) -> Result<Setting> {
	let share =
		|pallet: &str, name: &str| constant::<Permill>(at, pallet, name).map(Permill::parts);
	let commons = account(at, "Rewards", "Commons")?;
	let (parameters, pot_balance, commons_balance) = match genesis {
		Some(known) => (known.parameters, known.pot_balance, known.commons_balance),
		None => (
			parameters(at).await?,
			balance(at, account(at, "Rewards", "Pot")?).await?,
			balance(at, commons).await?,
		),
	};
	Ok(Setting {
		existential_deposit: constant(at, "Balances", "ExistentialDeposit")?,
		protocol_fee: share("Royalties", "ProtocolFee")?,
		rebate_cap: share("Rewards", "RebateCap")?,
		claim_period: constant(at, "Rewards", "ClaimPeriod")?,
		epoch_length: constant(at, "Rewards", "EpochLength")?,
		usage_bounds: (share("Rewards", "MinUsageShare")?, share("Rewards", "MaxUsageShare")?),
		issuance_bounds: (
			share("Rewards", "MinIssuanceShare")?,
			share("Rewards", "MaxIssuanceShare")?,
		),
		parameters,
		royalties_pot: account(at, "Royalties", "Pot")?,
		commons,
		pot_balance,
		commons_balance,
	})
}

/// What the chain has after a block.
///
/// Errors: `no-rewards`, `state-pruned`, `node-failed`.
pub async fn closing(at: &At, block: u32) -> Result<Closing> {
	let running: Running = value(at, "Rewards", "Running").await?;
	Ok(Closing {
		block,
		pot_balance: balance(at, account(at, "Rewards", "Pot")?).await?,
		commons_balance: balance(at, account(at, "Rewards", "Commons")?).await?,
		owed: value(at, "Rewards", "Owed").await?,
		credit_in_vaults: value(at, "Rewards", "CreditInVaults").await?,
		epoch: running.index,
		epoch_end: running.end,
		epoch_credit: running.credit,
		parameters: parameters(at).await?,
	})
}

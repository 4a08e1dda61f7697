// SPDX-License-Identifier: Apache-2.0

//! The chain's events in the audit's words. Pallets, events and fields are found by their names in the
//! metadata of the runtime that made the block.

use super::{fields::*, state, At};
use crate::error::Result;
use agora_audit::{Event, Fund, Inflow, Member, Source};
use subxt::{error::EventsError, utils::AccountId32, PolkadotConfig};

/// The accounts whose balances are followed.
pub struct Funds {
	pot: [u8; 32],
	commons: [u8; 32],
}

impl Funds {
	/// Those that a runtime names.
	///
	/// Errors: `no-rewards`.
	pub fn of(runtime: &At) -> Result<Self> {
		Ok(Self {
			pot: state::account(runtime, "Rewards", "Pot")?,
			commons: state::account(runtime, "Rewards", "Commons")?,
		})
	}

	fn find(&self, account: &AccountId32) -> Option<Fund> {
		match account.0 {
			account if account == self.pot => Some(Fund::Pot),
			account if account == self.commons => Some(Fund::Commons),
			_ => None,
		}
	}
}

/// What was read of an event, or why it could not be.
type Decoded<T> = std::result::Result<T, Box<EventsError>>;

/// An event as its block has it.
type ChainEvent<'a> = subxt::events::Event<'a, PolkadotConfig>;

/// Append what the events of a block say, in their order.
pub fn decode(
	runtime: &At,
	bytes: Vec<u8>,
	funds: &Funds,
	happened: &mut Vec<Event>,
) -> Decoded<()> {
	for event in runtime.events().from_bytes(bytes).iter() {
		let event = event?;
		match event.pallet_name() {
			"Balances" => balance(&event, funds, happened)?,
			"Registry" => happened.extend(registry(&event)?),
			"Provenance" => happened.extend(provenance(&event)?),
			"Royalties" => happened.extend(royalties(&event)?),
			"Rewards" => happened.extend(rewards(&event)?),
			"Staking" if event.event_name() == "EraPaid" => {
				let EraPaid { era_index, validator_payout, remainder } =
					event.decode_fields_unchecked_as()?;
				happened.push(Event::EraPaid { era: era_index, validator_payout, remainder });
			}
			_ => {}
		}
	}
	Ok(())
}

/// Money that comes into a fund, or leaves it: what it has free, as nothing of a fund is held. What is
/// set by force has no figure here: the fund's balance in the end tells.
fn balance(event: &ChainEvent<'_>, funds: &Funds, happened: &mut Vec<Event>) -> Decoded<()> {
	let mut moved = |from: Option<&AccountId32>, to: Option<&AccountId32>, how, amount| {
		if let Some(fund) = from.and_then(|from| funds.find(from)) {
			happened.push(Event::Paid { fund, to: to.map(|to| to.0), amount });
		}
		if let Some(fund) = to.and_then(|to| funds.find(to)) {
			happened.push(Event::Received { fund, how, amount });
		}
	};
	match event.event_name() {
		"Transfer" => {
			let Transfer { from, to, amount } = event.decode_fields_unchecked_as()?;
			moved(Some(&from), Some(&to), Inflow::Transfer, amount);
		}
		"TransferOnHold" => {
			let TransferOnHold { dest, amount } = event.decode_fields_unchecked_as()?;
			moved(None, Some(&dest), Inflow::Payment, amount);
		}
		"TransferAndHold" => {
			let TransferAndHold { source, transferred } = event.decode_fields_unchecked_as()?;
			moved(Some(&source), None, Inflow::Transfer, transferred);
		}
		"Deposit" | "Minted" | "Restored" => {
			let Changed { who, amount } = event.decode_fields_unchecked_as()?;
			moved(None, Some(&who), Inflow::Issued, amount);
		}
		"Withdraw" | "Burned" | "Slashed" | "Suspended" => {
			let Changed { who, amount } = event.decode_fields_unchecked_as()?;
			moved(Some(&who), None, Inflow::Transfer, amount);
		}
		"DustLost" => {
			let DustLost { account, amount } = event.decode_fields_unchecked_as()?;
			moved(Some(&account), None, Inflow::Transfer, amount);
		}
		_ => {}
	}
	Ok(())
}

fn registry(event: &ChainEvent<'_>) -> Decoded<Option<Event>> {
	Ok(Some(match event.event_name() {
		"ArtifactRegistered" => {
			let ArtifactRegistered { artifact, publisher } = event.decode_fields_unchecked_as()?;
			Event::ArtifactRegistered { artifact: artifact.0, owner: publisher.0 }
		}
		"OwnershipTransferred" => {
			let OwnershipTransferred { artifact, new_owner } =
				event.decode_fields_unchecked_as()?;
			Event::OwnershipTransferred { artifact: artifact.0, owner: new_owner.0 }
		}
		"VersionPublished" => {
			let VersionPublished { sequence, version } = event.decode_fields_unchecked_as()?;
			let source =
				|cited: &Cited| Source { version: cited.sequence, royalty: cited.royalty.parts() };
			Event::VersionPublished {
				version: sequence,
				artifact: version.artifact.0,
				sources: version.sources.iter().map(source).collect(),
			}
		}
		"VersionRemoved" => {
			let VersionRemoved { sequence } = event.decode_fields_unchecked_as()?;
			Event::VersionRemoved { version: sequence }
		}
		_ => return Ok(None),
	}))
}

fn provenance(event: &ChainEvent<'_>) -> Decoded<Option<Event>> {
	Ok(Some(match event.event_name() {
		"RecordsCommitted" => {
			let RecordsCommitted { version, count } = event.decode_fields_unchecked_as()?;
			Event::RecordsCommitted { version, count }
		}
		"RecordsExtended" => {
			let RecordsExtended { version, series } = event.decode_fields_unchecked_as()?;
			Event::RecordsExtended { version, series }
		}
		"CommitmentReleased" => {
			let CommitmentReleased { version } = event.decode_fields_unchecked_as()?;
			Event::CommitmentReleased { version }
		}
		"RecordProven" => {
			let Record { origin, index, contributor } = event.decode_fields_unchecked_as()?;
			Event::RecordProven { origin, index, contributor: contributor.0 }
		}
		"ConsentWithdrawn" | "RecordReleased" => {
			let Record { origin, index, contributor } = event.decode_fields_unchecked_as()?;
			Event::RecordWithdrawn { origin, index, contributor: contributor.0 }
		}
		_ => return Ok(None),
	}))
}

fn royalties(event: &ChainEvent<'_>) -> Decoded<Option<Event>> {
	Ok(Some(match event.event_name() {
		"SplitSet" => {
			let SplitSet { artifact, number, owner, split } = event.decode_fields_unchecked_as()?;
			let members = split
				.members
				.iter()
				.map(|member| Member { account: member.account.0, share: member.share.parts() });
			Event::SplitSet {
				artifact: artifact.0,
				number,
				owner: owner.0,
				contributors: split.contributors.parts(),
				members: members.collect(),
			}
		}
		"SplitKept" => {
			let SplitKept { artifact, number, vaults, rewards } =
				event.decode_fields_unchecked_as()?;
			Event::SplitKept { artifact: artifact.0, number, vaults, rewards }
		}
		"IncomeReceived" => {
			let IncomeReceived { version, gross, fee, excess, income, credit, split } =
				event.decode_fields_unchecked_as()?;
			Event::IncomeReceived { version, gross, fee, excess, income, credit, split }
		}
		"RoyaltyPaid" => {
			let RoyaltyPaid { version, from, amount, credit, split } =
				event.decode_fields_unchecked_as()?;
			Event::RoyaltyPaid { version, from, amount, credit, split }
		}
		"ContributorsPaid" => {
			let ContributorsPaid { version, per_record, records, amount } =
				event.decode_fields_unchecked_as()?;
			Event::ContributorsPaid { version, per_record, records, amount }
		}
		"Earned" => {
			let Earned { account, version, amount } = event.decode_fields_unchecked_as()?;
			Event::Earned { account: account.0, version, amount }
		}
		"Distributed" => {
			let Distributed { version, split, income, royalties, contributors, earnings, credit } =
				event.decode_fields_unchecked_as()?;
			Event::Distributed { version, split, income, royalties, contributors, earnings, credit }
		}
		"PayoutDivided" => {
			let PayoutDivided { version, split, amount, contributors, earnings } =
				event.decode_fields_unchecked_as()?;
			Event::PayoutDivided { version, split, amount, contributors, earnings }
		}
		"ShareOpened" => {
			let Share { origin, contributor } = event.decode_fields_unchecked_as()?;
			Event::ShareOpened { origin, contributor: contributor.0 }
		}
		"ShareCollected" => {
			let ShareCollected { origin, contributor, amount } =
				event.decode_fields_unchecked_as()?;
			Event::ShareCollected { origin, contributor: contributor.0, amount }
		}
		"ShareClosed" => {
			let Share { origin, contributor } = event.decode_fields_unchecked_as()?;
			Event::ShareClosed { origin, contributor: contributor.0 }
		}
		"Withdrawn" => {
			let Withdrawn { account, amount } = event.decode_fields_unchecked_as()?;
			Event::Withdrawn { account: account.0, amount }
		}
		_ => return Ok(None),
	}))
}

fn rewards(event: &ChainEvent<'_>) -> Decoded<Option<Event>> {
	Ok(Some(match event.event_name() {
		"CreditBooked" => {
			let CreditBooked { epoch, version, split, credit } =
				event.decode_fields_unchecked_as()?;
			Event::CreditBooked { epoch, version, split, credit }
		}
		"EpochEnded" => {
			let EpochEnded { epoch, credit, funds, usage_pool, rewards, to_commons } =
				event.decode_fields_unchecked_as()?;
			Event::EpochEnded { epoch, credit, funds, usage_pool, rewards, to_commons }
		}
		"EpochRolledOver" => {
			let EpochRolledOver { epoch, funds } = event.decode_fields_unchecked_as()?;
			Event::EpochRolledOver { epoch, funds }
		}
		"EpochExpired" => {
			let EpochExpired { epoch, amount } = event.decode_fields_unchecked_as()?;
			Event::EpochExpired { epoch, amount }
		}
		"CommonsAllotted" => {
			let CommonsAllotted { epoch, account, amount } = event.decode_fields_unchecked_as()?;
			Event::CommonsAllotted { epoch, account: account.0, amount }
		}
		"RewardClaimed" => {
			let RewardClaimed { epoch, version, split, credit, amount } =
				event.decode_fields_unchecked_as()?;
			Event::RewardClaimed { epoch, version, split, credit, amount }
		}
		"RewardExpired" => {
			let RewardExpired { epoch, version, split, credit } =
				event.decode_fields_unchecked_as()?;
			Event::RewardExpired { epoch, version, split, credit }
		}
		"ParametersSet" => {
			let ParametersSet { parameters } = event.decode_fields_unchecked_as()?;
			Event::ParametersSet {
				usage_share: parameters.usage_share.parts(),
				issuance_share: parameters.issuance_share.parts(),
			}
		}
		_ => return Ok(None),
	}))
}

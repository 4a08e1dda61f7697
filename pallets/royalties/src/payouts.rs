// SPDX-License-Identifier: Apache-2.0

//! Payouts: what a version is due besides income, divided by a split that is kept for it.

use crate::{
	split::{Division, For},
	Config, ContributorIncomes, Error, Event, Pallet, PastSplits, Shares, Splits, WeightInfo,
};
use agora_primitives::{
	seams::{InspectArtifacts, InspectRecords, Payouts},
	ArtifactId, Balance, Sequence, SplitNumber,
};
use frame_support::{
	storage::with_storage_layer,
	traits::{fungible::Mutate, tokens::Preservation},
	weights::Weight,
};
use sp_runtime::{DispatchError, DispatchResult};

/// The artifact of a version.
fn artifact_of<T: Config>(version: Sequence) -> Result<ArtifactId, DispatchError> {
	let info = T::Artifacts::version(version).ok_or(Error::<T>::VersionNotFound)?;
	Ok(info.artifact)
}

impl<T: Config> Pallet<T> {
	fn do_pay(
		version: Sequence,
		split: SplitNumber,
		from: &T::AccountId,
		amount: Balance,
	) -> DispatchResult {
		let artifact = artifact_of::<T>(version)?;
		let division = Self::leave_split(&artifact, split, For::Reward)?;

		if amount > 0 {
			T::Currency::transfer(from, &Self::pot_account(), amount, Preservation::Preserve)?;
		}
		let divided = Self::pay_out(version, division, amount)?;

		Self::deposit_event(Event::PayoutDivided {
			version,
			split,
			amount,
			contributors: divided.contributors,
			earnings: divided.earnings,
		});
		Ok(())
	}

	/// Whether a record of the account counts in a version.
	fn is_contributor(version: Sequence, account: &T::AccountId) -> bool {
		let Some(counts) = T::Records::records(version) else { return false };
		let Some(income) = ContributorIncomes::<T>::get(counts.series) else { return false };
		// Those that a version has, it brought itself or has from the ones that it extends.
		let mut origins = income
			.versions
			.iter()
			.filter(|entry| entry.records > 0)
			.map(|entry| entry.version)
			.take_while(|origin| *origin <= version);
		origins.any(|origin| Shares::<T>::contains_key(origin, account))
	}
}

impl<T: Config> Payouts<T::AccountId, Balance> for Pallet<T> {
	fn keep(version: Sequence, split: SplitNumber) -> DispatchResult {
		Self::keep_for_reward(&artifact_of::<T>(version)?, split)
	}

	fn pay(
		version: Sequence,
		split: SplitNumber,
		from: &T::AccountId,
		amount: Balance,
	) -> DispatchResult {
		with_storage_layer(|| Self::do_pay(version, split, from, amount))
	}

	fn leave(version: Sequence, split: SplitNumber) -> DispatchResult {
		with_storage_layer(|| {
			Self::leave_split(&artifact_of::<T>(version)?, split, For::Reward).map(|_| ())
		})
	}

	fn shares_in(version: Sequence, split: SplitNumber, account: &T::AccountId) -> bool {
		let Ok(artifact) = artifact_of::<T>(version) else { return false };
		let Some(Division { contributors, members }) = Self::division(&artifact, split) else {
			return false;
		};
		members.iter().any(|member| member.account == *account)
			|| (!contributors.is_zero() && Self::is_contributor(version, account))
	}

	fn kept(artifact: &ArtifactId, split: SplitNumber) -> u32 {
		Splits::<T>::get(artifact)
			.filter(|state| state.number == split)
			.map(|state| state.rewards)
			.or_else(|| PastSplits::<T>::get(artifact, split).map(|past| past.rewards))
			.unwrap_or(0)
	}

	fn keep_weight() -> Weight {
		T::WeightInfo::keep()
	}

	fn pay_weight() -> Weight {
		T::WeightInfo::pay()
	}

	fn leave_weight() -> Weight {
		T::WeightInfo::leave()
	}
}

// SPDX-License-Identifier: Apache-2.0

//! The answers of the runtime API. None of it is reachable from a call.

use crate::{
	vault, Config, ContributorIncomes, Earnings, Incomes, Pallet, Part, Shares, SplitState, Splits,
	Vault, Vaults, Waiting,
};
use agora_primitives::{
	api::{
		Distribution, Payout, ShareView, SplitView, VaultPart, VaultView, MAX_PAGE, MAX_SIMULATED,
	},
	seams::InspectArtifacts,
	ArtifactId, Balance, EpochIncome, Sequence, SplitNumber,
};
use alloc::{collections::BTreeMap, vec::Vec};

impl<T: Config> Pallet<T> {
	/// Answers `RoyaltiesApi::vault`.
	pub fn api_vault(version: Sequence) -> VaultView<Balance> {
		let mut view = VaultView::<Balance> { amount: 0, credit: 0, parts: Vec::new() };
		let page = usize::try_from(MAX_PAGE).unwrap_or(usize::MAX);
		let mut add = |part: VaultPart<Balance>| {
			view.amount = view.amount.saturating_add(part.amount);
			view.credit = view.credit.saturating_add(part.credit);
			if view.parts.len() < page {
				view.parts.push(part);
			}
		};
		// Each but the last has a split's deposit behind it: there are no more than were paid for.
		let mut marked = false;
		for (split, part) in Waiting::<T>::iter_prefix(vault::place(version)) {
			if part.is_income() {
				let Part { amount, credit } = part;
				let split = SplitNumber::from_be_bytes(split);
				add(VaultPart { split, amount, credit, waiting: true });
			} else {
				marked = true;
			}
		}
		if let Some(Vault { split, amount, credit }) = Vaults::<T>::get(version) {
			add(VaultPart { split, amount, credit, waiting: marked });
		}
		view
	}

	/// Answers `RoyaltiesApi::split`.
	pub fn api_split(artifact: ArtifactId) -> Option<SplitView<T::AccountId>> {
		let owner = T::Artifacts::owner(&artifact)?;
		let state = Splits::<T>::get(artifact).unwrap_or_else(SplitState::first);
		Some(SplitView { number: state.number, owner, split: state.split })
	}

	/// Answers `RoyaltiesApi::earnings`.
	pub fn api_earnings(account: T::AccountId) -> Balance {
		Earnings::<T>::get(account)
	}

	/// Answers `RoyaltiesApi::share`.
	pub fn api_share(origin: Sequence, contributor: T::AccountId) -> Option<ShareView<Balance>> {
		let share = Shares::<T>::get(origin, contributor)?;
		let income = ContributorIncomes::<T>::get(share.series).unwrap_or_default();
		let due = income.due(origin, &share).unwrap_or(0);
		Some(ShareView { records: share.records, due, deposit: share.deposit })
	}

	/// Answers `RoyaltiesApi::incomes`.
	pub fn api_incomes(version: Sequence) -> Vec<EpochIncome> {
		Incomes::<T>::get(version).into_inner()
	}

	/// Answers `RoyaltiesApi::simulate_distribution`.
	///
	/// A source's sequence is always lower than what was made from it. So the highest of those that
	/// are known of comes next, and has all by then that it will have: the cascade's own order.
	pub fn api_simulate_distribution(
		version: Sequence,
		income: Balance,
		limit: u32,
	) -> Option<Distribution<Balance>> {
		T::Artifacts::version(version)?;
		let mut payouts = Vec::new();
		let mut ahead = BTreeMap::from([(version, income)]);
		for _ in 0..limit.clamp(1, MAX_SIMULATED) {
			let Some((version, income)) = ahead.pop_last() else { break };
			payouts.extend(Self::simulate_payout(version, income, &mut ahead));
		}
		let rest = ahead.into_values().fold(0, Balance::saturating_add);
		Some(Distribution { payouts, rest })
	}

	/// What becomes of one version's income, and what is ahead then.
	fn simulate_payout(
		version: Sequence,
		income: Balance,
		ahead: &mut BTreeMap<Sequence, Balance>,
	) -> Option<Payout<Balance>> {
		let info = T::Artifacts::version(version)?;
		let whole = Part { amount: income, credit: 0 };
		let left = Self::each_royalty(&info, whole, |source, _, part| {
			let known = ahead.entry(source).or_default();
			*known = known.saturating_add(part.amount);
			Ok(())
		});
		let rest = left.ok()?.amount;
		let split = Splits::<T>::get(info.artifact).unwrap_or_else(SplitState::first).split;
		let (divided, _) = Self::divide(version, split.contributors, rest);
		Some(Payout {
			version,
			artifact: info.artifact,
			income,
			royalties: income.saturating_sub(rest),
			contributors: divided.contributors,
			earnings: divided.earnings,
		})
	}
}

// SPDX-License-Identifier: Apache-2.0

//! Splits: numbered and never edited. Each has the income that came in while it was in force.

use crate::{
	Config, Error, Event, HoldReason, Pallet, PastSplit, PastSplits, SplitState, SplitStateOf,
	Splits,
};
use agora_primitives::{
	seams::InspectArtifacts, ArtifactId, ArtifactKind, Balance, Member, Members, Split, SplitNumber,
};
use alloc::collections::BTreeSet;
use frame_support::ensure;
use frame_system::Pallet as System;
use sp_runtime::{ArithmeticError, DispatchError, DispatchResult, Permill};

/// Who shares in income that came in under some split, and how.
pub(crate) struct Division<AccountId> {
	/// The contributors' share.
	pub contributors: Permill,
	/// The members; at least one.
	pub members: Members<AccountId>,
}

/// The owner as the only member.
fn alone<AccountId>(owner: AccountId) -> Members<AccountId> {
	let mut members = Members::new();
	// There is room for one.
	let _ = members.try_push(Member { account: owner, share: Permill::one() });
	members
}

impl<T: Config> Pallet<T> {
	pub(crate) fn do_set_split(
		who: T::AccountId,
		artifact: ArtifactId,
		split: Split<T::AccountId>,
	) -> DispatchResult {
		let info = T::Artifacts::artifact(&artifact).ok_or(Error::<T>::ArtifactNotFound)?;
		ensure!(info.owner == who, Error::<T>::NotOwner);
		ensure!(
			split.contributors.is_zero() || info.kind == ArtifactKind::Dataset,
			Error::<T>::NotDataset
		);
		Self::ensure_members(&split.members)?;

		let state = Splits::<T>::get(artifact).unwrap_or_else(SplitState::first);
		Self::begin_split(artifact, state, &who, who.clone(), split)
	}

	/// Whether these can be the members of a split.
	///
	/// Fails with `ZeroShare`, `DuplicateMember`, `MemberNotFound`, `SharesNotWhole`.
	fn ensure_members(members: &Members<T::AccountId>) -> DispatchResult {
		if members.is_empty() {
			return Ok(());
		}
		let mut known = BTreeSet::new();
		let mut whole = 0u32;
		for member in members {
			ensure!(!member.share.is_zero(), Error::<T>::ZeroShare);
			ensure!(known.insert(&member.account), Error::<T>::DuplicateMember);
			ensure!(System::<T>::account_exists(&member.account), Error::<T>::MemberNotFound);
			// At most 16 times a million.
			whole = whole.saturating_add(member.share.deconstruct());
		}
		ensure!(whole == Permill::one().deconstruct(), Error::<T>::SharesNotWhole);
		Ok(())
	}

	/// An artifact has another owner, who is alone again.
	pub(crate) fn transfer_split(
		artifact: &ArtifactId,
		old_owner: &T::AccountId,
		new_owner: &T::AccountId,
	) -> DispatchResult {
		// Nothing came in, and nothing was agreed: it is split 0 of whoever owns it.
		let Some(state) = Splits::<T>::get(artifact) else { return Ok(()) };
		Self::begin_split(*artifact, state, old_owner, new_owner.clone(), Split::owner_alone())
	}

	/// Let a split take the place of another, which keeps what came in under it.
	fn begin_split(
		artifact: ArtifactId,
		old: SplitStateOf<T>,
		old_owner: &T::AccountId,
		owner: T::AccountId,
		split: Split<T::AccountId>,
	) -> DispatchResult {
		// Compute.
		let number = old.number.checked_add(1).ok_or(ArithmeticError::Overflow)?;
		let deposit = Self::split_price(split.members.len())?;

		// Write.
		if old.vaults > 0 {
			Self::keep_split(artifact, old, old_owner, &owner)?;
		} else {
			Self::retire_split(artifact, old.number, old.depositor, old.deposit)?;
		}
		Self::hold(HoldReason::Split, &owner, deposit)?;
		let depositor = Some(owner.clone());
		let state = SplitState { number, split: split.clone(), vaults: 0, depositor, deposit };
		Splits::<T>::insert(artifact, state);

		Self::deposit_event(Event::SplitSet { artifact, number, owner, split, deposit });
		Ok(())
	}

	/// Keep a former split for the income that came in under it.
	fn keep_split(
		artifact: ArtifactId,
		old: SplitStateOf<T>,
		old_owner: &T::AccountId,
		owner: &T::AccountId,
	) -> DispatchResult {
		let (depositor, deposit) = match old.depositor {
			// A deposit is for both lives of a split.
			Some(depositor) => (depositor, old.deposit),
			None => {
				// It is for what the old owner has coming. Should they have nothing that can be
				// held, that must not keep them from handing over the artifact.
				let deposit = Self::split_price(1)?;
				let depositor = match Self::hold(HoldReason::Split, old_owner, deposit) {
					Ok(()) => old_owner.clone(),
					Err(_) => {
						Self::hold(HoldReason::Split, owner, deposit)?;
						owner.clone()
					}
				};
				(depositor, deposit)
			}
		};
		let Split { contributors, members } = old.split;
		let members = if members.is_empty() { alone(old_owner.clone()) } else { members };
		let (number, vaults) = (old.number, old.vaults);
		let past =
			PastSplit { contributors, members, vaults, depositor: depositor.clone(), deposit };
		PastSplits::<T>::insert(artifact, number, past);
		Self::deposit_event(Event::SplitKept { artifact, number, vaults, depositor, deposit });
		Ok(())
	}

	/// Give back the deposit of a split that has no more income.
	fn retire_split(
		artifact: ArtifactId,
		number: SplitNumber,
		depositor: Option<T::AccountId>,
		deposit: Balance,
	) -> DispatchResult {
		let Some(depositor) = depositor else { return Ok(()) };
		Self::release(HoldReason::Split, &depositor, deposit)?;
		Self::deposit_event(Event::SplitRetired { artifact, number, depositor, deposit });
		Ok(())
	}

	/// The artifact is gone, and with it all its versions and their income.
	pub(crate) fn drop_split(artifact: &ArtifactId) -> DispatchResult {
		let Some(state) = Splits::<T>::take(artifact) else { return Ok(()) };
		Self::retire_split(*artifact, state.number, state.depositor, state.deposit)
	}

	/// The split in force, for income that arrives in a vault which has some under the split
	/// `before`.
	pub(crate) fn current_split(
		artifact: &ArtifactId,
		before: Option<SplitNumber>,
	) -> Result<SplitNumber, DispatchError> {
		let mut state = Splits::<T>::get(artifact).unwrap_or_else(SplitState::first);
		let number = state.number;
		if before != Some(number) {
			state.vaults = state.vaults.checked_add(1).ok_or(ArithmeticError::Overflow)?;
			Splits::<T>::insert(artifact, state);
		}
		Ok(number)
	}

	/// How income is divided that came in under a split and now leaves its vault.
	pub(crate) fn leave_split(
		artifact: &ArtifactId,
		number: SplitNumber,
	) -> Result<Division<T::AccountId>, DispatchError> {
		let state = Splits::<T>::get(artifact).filter(|state| state.number == number);
		if let Some(mut state) = state {
			state.vaults = state.vaults.checked_sub(1).ok_or(ArithmeticError::Underflow)?;
			let Split { contributors, members } = state.split.clone();
			if state.is_first() {
				Splits::<T>::remove(artifact);
			} else {
				Splits::<T>::insert(artifact, state);
			}
			let members = if members.is_empty() {
				alone(T::Artifacts::owner(artifact).ok_or(Error::<T>::ArtifactNotFound)?)
			} else {
				members
			};
			return Ok(Division { contributors, members });
		}

		let mut past = PastSplits::<T>::get(artifact, number).ok_or(DispatchError::Corruption)?;
		past.vaults = past.vaults.checked_sub(1).ok_or(ArithmeticError::Underflow)?;
		let division = Division { contributors: past.contributors, members: past.members.clone() };
		if past.vaults == 0 {
			PastSplits::<T>::remove(artifact, number);
			Self::retire_split(*artifact, number, Some(past.depositor), past.deposit)?;
		} else {
			PastSplits::<T>::insert(artifact, number, past);
		}
		Ok(division)
	}
}

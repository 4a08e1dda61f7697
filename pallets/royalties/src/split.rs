// SPDX-License-Identifier: Apache-2.0

//! Splits: numbered and never edited. Each has the income that came in while it was in force, and the
//! rewards for it.

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

/// What a split is needed for.
#[derive(Clone, Copy)]
pub(crate) enum For {
	/// Income of a version that came in under it.
	Income,
	/// A reward that can still be claimed.
	Reward,
}

impl For {
	/// The counter of what a split is needed for.
	fn counter<'a>(self, vaults: &'a mut u32, rewards: &'a mut u32) -> &'a mut u32 {
		match self {
			Self::Income => vaults,
			Self::Reward => rewards,
		}
	}
}

/// One more of what a split is needed for.
fn count_in(counter: &mut u32) -> DispatchResult {
	*counter = counter.checked_add(1).ok_or(ArithmeticError::Overflow)?;
	Ok(())
}

/// Who shares in what is divided by some split, and how.
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
		if old.is_needed() {
			Self::keep_split(artifact, old, old_owner, &owner)?;
		} else {
			Self::retire_split(artifact, old.number, old.depositor, old.deposit)?;
		}
		Self::hold(HoldReason::Split, &owner, deposit)?;
		let depositor = Some(owner.clone());
		let kept = split.clone();
		let state = SplitState { number, split: kept, vaults: 0, rewards: 0, depositor, deposit };
		Splits::<T>::insert(artifact, state);

		Self::deposit_event(Event::SplitSet { artifact, number, owner, split, deposit });
		Ok(())
	}

	/// Keep a former split for what is still to be divided by it.
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
		let SplitState { number, vaults, rewards, .. } = old;
		let holder = depositor.clone();
		let past = PastSplit { contributors, members, vaults, rewards, depositor: holder, deposit };
		PastSplits::<T>::insert(artifact, number, past);
		Self::deposit_event(Event::SplitKept {
			artifact,
			number,
			vaults,
			rewards,
			depositor,
			deposit,
		});
		Ok(())
	}

	/// Give back the deposit of a split by which nothing is divided any more.
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

	/// The artifact is gone, and with it all its versions, their income and their rewards.
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
			count_in(&mut state.vaults)?;
			Splits::<T>::insert(artifact, state);
		}
		Ok(number)
	}

	/// Keep a split for one more reward.
	pub(crate) fn keep_for_reward(artifact: &ArtifactId, number: SplitNumber) -> DispatchResult {
		let mut state = Splits::<T>::get(artifact).unwrap_or_else(SplitState::first);
		if state.number == number {
			count_in(&mut state.rewards)?;
			Splits::<T>::insert(artifact, state);
			return Ok(());
		}
		PastSplits::<T>::try_mutate(artifact, number, |past| {
			count_in(&mut past.as_mut().ok_or(Error::<T>::SplitNotFound)?.rewards)
		})
	}

	/// How something is divided that a split was needed for. It is needed for it no more.
	pub(crate) fn leave_split(
		artifact: &ArtifactId,
		number: SplitNumber,
		what: For,
	) -> Result<Division<T::AccountId>, DispatchError> {
		let count_out = |counter: &mut u32| -> DispatchResult {
			*counter = counter.checked_sub(1).ok_or(Error::<T>::SplitNotKept)?;
			Ok(())
		};
		let state = Splits::<T>::get(artifact).filter(|state| state.number == number);
		if let Some(mut state) = state {
			count_out(what.counter(&mut state.vaults, &mut state.rewards))?;
			let division = Self::division_in_force(artifact, state.split.clone())?;
			if state.is_first() {
				Splits::<T>::remove(artifact);
			} else {
				Splits::<T>::insert(artifact, state);
			}
			return Ok(division);
		}

		let mut past = PastSplits::<T>::get(artifact, number).ok_or(Error::<T>::SplitNotFound)?;
		count_out(what.counter(&mut past.vaults, &mut past.rewards))?;
		let division = Division { contributors: past.contributors, members: past.members.clone() };
		if past.is_needed() {
			PastSplits::<T>::insert(artifact, number, past);
		} else {
			PastSplits::<T>::remove(artifact, number);
			Self::retire_split(*artifact, number, Some(past.depositor), past.deposit)?;
		}
		Ok(division)
	}

	/// How a split in force divides.
	fn division_in_force(
		artifact: &ArtifactId,
		split: Split<T::AccountId>,
	) -> Result<Division<T::AccountId>, DispatchError> {
		let Split { contributors, members } = split;
		let members = if members.is_empty() {
			alone(T::Artifacts::owner(artifact).ok_or(Error::<T>::ArtifactNotFound)?)
		} else {
			members
		};
		Ok(Division { contributors, members })
	}

	/// How a split divides that is in force or kept. Nothing if it is neither.
	pub(crate) fn division(
		artifact: &ArtifactId,
		number: SplitNumber,
	) -> Option<Division<T::AccountId>> {
		let state = Splits::<T>::get(artifact).unwrap_or_else(SplitState::first);
		if state.number == number {
			return Self::division_in_force(artifact, state.split).ok();
		}
		let PastSplit { contributors, members, .. } = PastSplits::<T>::get(artifact, number)?;
		Some(Division { contributors, members })
	}
}

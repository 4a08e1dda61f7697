// SPDX-License-Identifier: Apache-2.0

//! Epochs: spans of blocks that leave none out. An epoch's end divides its funds, in the same few
//! steps however many versions earned.

use crate::{
	math, Config, EpochRecord, EpochState, EpochStateOf, Epochs, Event, Owed, Pallet, Parameters,
	Running, WeightInfo,
};
use agora_primitives::{seams::CommonsVotes, Balance, EpochIndex};
use frame_support::{traits::Get, weights::Weight};
use frame_system::{pallet_prelude::BlockNumberFor, Pallet as System};
use sp_runtime::traits::{One, Saturating};

impl<T: Config> Pallet<T> {
	/// How many blocks an epoch has.
	pub(crate) fn epoch_length() -> BlockNumberFor<T> {
		T::EpochLength::get().max(One::one())
	}

	/// The oldest epoch whose rewards can be claimed while this one runs.
	pub(crate) fn oldest_claimable(running: EpochIndex) -> EpochIndex {
		running.saturating_sub(T::ClaimPeriod::get())
	}

	/// End the epoch if its end has come, and say what this block's hook takes.
	///
	/// What was scheduled for this block may have ended it before the hook: that is weighed here too.
	pub(crate) fn begin_block(now: BlockNumberFor<T>) -> Weight {
		let running = Running::<T>::get();
		let ends = Self::has_ended(&running);
		let began = running.end.saturating_sub(Self::epoch_length());
		if ends {
			Self::end_epoch(running);
		}
		if ends || (running.index > 0 && began == now) {
			T::WeightInfo::end_epoch().saturating_add(T::CommonsVotes::weight())
		} else {
			T::WeightInfo::begin_block()
		}
	}

	/// The epoch that is running, also in its first block before that began: whoever is told something
	/// there is in it.
	pub fn current_epoch() -> EpochIndex {
		let running = Running::<T>::get();
		running.index.saturating_add(Self::has_ended(&running).into())
	}

	/// Whether an epoch's end has come.
	fn has_ended(epoch: &EpochStateOf<T>) -> bool {
		System::<T>::block_number() >= epoch.end
	}

	/// End the running epoch if its end has come. Returns the one that runs now.
	pub(crate) fn roll() -> EpochStateOf<T> {
		let running = Running::<T>::get();
		if Self::has_ended(&running) {
			return Self::end_epoch(running);
		}
		running
	}

	/// End an epoch: what expires funds it too. Returns the next.
	fn end_epoch(ended: EpochStateOf<T>) -> EpochStateOf<T> {
		let EpochState { index, end, credit } = ended;
		let next = EpochState {
			index: index.saturating_add(1),
			end: end.saturating_add(Self::epoch_length()),
			credit: 0,
		};
		Running::<T>::put(next);

		if let Some(expired) = index.checked_sub(T::ClaimPeriod::get()) {
			Self::expire(expired);
		}
		if credit > 0 {
			Self::divide_funds(index, credit);
		} else {
			Self::deposit_event(Event::EpochRolledOver { epoch: index, funds: Self::funds() });
		}
		Self::ask_votes(index);
		next
	}

	/// Let what was not claimed of an epoch be given away again.
	fn expire(epoch: EpochIndex) {
		if let Some(record) = Epochs::<T>::take(epoch) {
			let amount = record.unclaimed();
			Owed::<T>::mutate(|owed| *owed = owed.saturating_sub(amount));
			Self::deposit_event(Event::EpochExpired { epoch, amount });
		}
	}

	/// Divide the pot's funds into an epoch's rewards and what goes to the commons pool.
	fn divide_funds(epoch: EpochIndex, credit: Balance) {
		let funds = Self::funds();
		let math::Pools { usage_pool, rewards, to_commons } = Self::pools(funds, credit);
		let to_commons = Self::send(&Self::pot_account(), &T::Commons::get(), to_commons);

		// It is in the pot: it cannot be too much.
		Owed::<T>::mutate(|owed| *owed = owed.saturating_add(rewards));
		Epochs::<T>::insert(epoch, EpochRecord { credit, rewards, claimed: 0 });

		Self::deposit_event(Event::EpochEnded {
			epoch,
			credit,
			funds,
			usage_pool,
			rewards,
			to_commons,
		});
	}

	/// What funds become at the end of an epoch with this credit.
	pub(crate) fn pools(funds: Balance, credit: Balance) -> math::Pools {
		math::pools(funds, credit, Parameters::<T>::get().usage_share, T::RebateCap::get())
	}

	/// Let votes decide on the commons pool.
	fn ask_votes(epoch: EpochIndex) {
		let pool = Self::commons_pool();
		let Some(allotment) = T::CommonsVotes::allot(epoch, pool) else { return };
		let account = allotment.account;
		let amount = Self::send(&T::Commons::get(), &account, allotment.amount.min(pool));
		if amount > 0 {
			Self::deposit_event(Event::CommonsAllotted { epoch, account, amount });
		}
	}
}

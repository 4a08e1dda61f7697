// SPDX-License-Identifier: Apache-2.0

//! Pruning: forgets what was not claimed in time, with weight that blocks have left over.

use crate::{Config, Event, Pallet, Points, PruneFrom, Running, WeightInfo};
use agora_primitives::{idle, seams::Payouts, EpochIndex, Sequence, SplitNumber};
use frame_support::{
	storage::with_storage_layer,
	traits::Get,
	weights::{Weight, WeightMeter},
};

impl<T: Config> Pallet<T> {
	/// What forgetting the points of a version takes at most, and what finding them takes.
	pub(crate) fn prune_step_weight() -> Weight {
		T::WeightInfo::prune_step().saturating_add(T::Payouts::leave_weight())
	}

	/// Go on through expired epochs with a part of the weight that is left over. Returns what was
	/// used.
	pub(crate) fn prune(remaining: Weight) -> Weight {
		let mut meter = idle::meter(T::IdleShare::get(), remaining);
		if meter.try_consume(T::WeightInfo::prune_base()).is_err() {
			return meter.consumed();
		}

		let before = PruneFrom::<T>::get();
		let end = Self::oldest_claimable(Running::<T>::get().index);
		let mut epoch = before;
		while epoch < end && Self::prune_epoch(epoch, &mut meter) {
			epoch = epoch.saturating_add(1);
		}
		if epoch != before {
			PruneFrom::<T>::put(epoch);
		}
		meter.consumed()
	}

	/// Forget the points of an epoch. Says whether nothing is left of them.
	pub(crate) fn prune_epoch(epoch: EpochIndex, meter: &mut WeightMeter) -> bool {
		let mut keys = Points::<T>::iter_key_prefix((epoch,));
		while meter.try_consume(Self::prune_step_weight()).is_ok() {
			match keys.next() {
				Some((version, split)) => Self::prune_points(epoch, version, split),
				None => return true,
			}
		}
		false
	}

	fn prune_points(epoch: EpochIndex, version: Sequence, split: [u8; 4]) {
		let key = (epoch, version, split);
		let Some(credit) = Points::<T>::get(key) else { return };
		let split = SplitNumber::from_be_bytes(split);
		Self::forget(key);
		// What cannot be left holds up nobody.
		let _ = with_storage_layer(|| T::Payouts::leave(version, split));
		Self::deposit_event(Event::RewardExpired { epoch, version, split, credit });
	}
}

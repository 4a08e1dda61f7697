// SPDX-License-Identifier: Apache-2.0

//! How long sessions, eras, epochs and votes last. Genesis says so, and nothing changes it afterwards:
//! development chains go fast, with the very runtime that public chains have.

use crate::units::time::{BONDING_ERAS, DAYS, SESSIONS_PER_ERA, SLASH_DEFER_ERAS, SLOTS_PER_EPOCH};
use agora_primitives::BlockNumber;
use codec::{Decode, Encode, MaxEncodedLen};
use frame_support::traits::Get;
use scale_info::TypeInfo;

pub use pallet::*;

/// Spans of time that are the same for the whole life of a chain.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	MaxEncodedLen,
	TypeInfo,
	serde::Serialize,
	serde::Deserialize,
)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Spans {
	/// Slots in a session, which consensus calls an epoch.
	pub session_slots: u32,
	/// Sessions in an era of staking.
	pub era_sessions: u32,
	/// Eras for which unbonded stake can still be slashed.
	pub bonding_eras: u32,
	/// Eras between an offence and its slash, in which it can be cancelled.
	pub slash_defer_eras: u32,
	/// Blocks in an epoch, whose use is rewarded together.
	pub epoch_blocks: BlockNumber,
	/// Blocks in a day of governance, in which the periods of votes are counted.
	pub day_blocks: BlockNumber,
}

impl Spans {
	/// Those of public chains: sessions of an hour, eras of six hours, epochs of a day.
	pub const PUBLIC: Self = Self {
		session_slots: SLOTS_PER_EPOCH,
		era_sessions: SESSIONS_PER_ERA,
		bonding_eras: BONDING_ERAS,
		slash_defer_eras: SLASH_DEFER_ERAS,
		epoch_blocks: DAYS,
		day_blocks: DAYS,
	};

	/// Those of chains for development: sessions of a minute where blocks come by time, eras of
	/// three, and an epoch for each session.
	pub const FAST: Self = Self {
		session_slots: 20,
		era_sessions: 3,
		bonding_eras: 2,
		slash_defer_eras: 1,
		epoch_blocks: 20,
		day_blocks: 10,
	};

	/// Whether a chain can live with them.
	pub const fn is_sound(&self) -> bool {
		self.session_slots > 0
			&& self.era_sessions > 0
			&& self.slash_defer_eras < self.bonding_eras
			&& self.epoch_blocks > 0
			&& self.day_blocks > 0
	}

	/// Those of this chain.
	pub fn get() -> Self {
		// Constants are also asked for outside of any chain, as by checks of the configuration.
		#[cfg(feature = "std")]
		if sp_externalities::with_externalities(|_| ()).is_none() {
			return Self::PUBLIC;
		}
		Chosen::<crate::Runtime>::get()
	}
}

impl Default for Spans {
	fn default() -> Self {
		Self::PUBLIC
	}
}

/// [`Spans::session_slots`].
pub struct SessionSlots;
impl Get<u64> for SessionSlots {
	fn get() -> u64 {
		Spans::get().session_slots.into()
	}
}

/// [`Spans::era_sessions`].
pub struct EraSessions;
impl Get<u32> for EraSessions {
	fn get() -> u32 {
		Spans::get().era_sessions
	}
}

/// [`Spans::bonding_eras`].
pub struct BondingEras;
impl Get<u32> for BondingEras {
	fn get() -> u32 {
		Spans::get().bonding_eras
	}
}

/// [`Spans::slash_defer_eras`].
pub struct SlashDeferEras;
impl Get<u32> for SlashDeferEras {
	fn get() -> u32 {
		Spans::get().slash_defer_eras
	}
}

/// [`Spans::epoch_blocks`].
pub struct EpochBlocks;
impl Get<BlockNumber> for EpochBlocks {
	fn get() -> BlockNumber {
		Spans::get().epoch_blocks
	}
}

/// So many days of governance, in blocks; at least one block.
pub struct Days<const N: BlockNumber>;
impl<const N: BlockNumber> Get<BlockNumber> for Days<N> {
	fn get() -> BlockNumber {
		Spans::get().day_blocks.saturating_mul(N).max(1)
	}
}

/// Remembers what genesis said.
#[frame_support::pallet]
pub mod pallet {
	use super::Spans;
	use frame_support::pallet_prelude::*;

	/// The layout of this pallet's storage. The rehearsal of an upgrade has one more.
	const STORAGE_VERSION: StorageVersion =
		StorageVersion::new(if cfg!(feature = "rehearsal") { 2 } else { 1 });

	/// How long sessions, eras, epochs and votes last.
	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// It needs nothing.
	#[pallet::config]
	pub trait Config: frame_system::Config {}

	/// The spans of this chain. Written by genesis alone.
	#[pallet::storage]
	pub type Chosen<T: Config> = StorageValue<_, Spans, ValueQuery>;

	/// What a chain chooses; without it, what public chains have.
	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// The spans.
		pub spans: Spans,
		#[doc(hidden)]
		#[serde(skip)]
		pub _config: PhantomData<T>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			assert!(
				self.spans.is_sound(),
				"no span of time is zero, and slashes land before the stake can leave"
			);
			Chosen::<T>::put(self.spans);
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<frame_system::pallet_prelude::BlockNumberFor<T>> for Pallet<T> {
		#[cfg(feature = "try-runtime")]
		fn try_state(
			_: frame_system::pallet_prelude::BlockNumberFor<T>,
		) -> Result<(), sp_runtime::TryRuntimeError> {
			ensure!(Chosen::<T>::get().is_sound(), "a chain cannot live with these spans");
			Ok(())
		}
	}
}

impl pallet::Config for crate::Runtime {}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn both_paces_are_sound() {
		assert!(Spans::PUBLIC.is_sound() && Spans::FAST.is_sound());
		assert!(!Spans { slash_defer_eras: 2, ..Spans::FAST }.is_sound());
		assert!(!Spans { epoch_blocks: 0, ..Spans::FAST }.is_sound());
	}

	#[test]
	fn outside_of_a_chain_it_is_the_public_pace() {
		assert_eq!(Spans::get(), Spans::PUBLIC);
	}
}

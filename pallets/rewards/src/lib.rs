// SPDX-License-Identifier: Apache-2.0

#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs)]

extern crate alloc;

mod api;
mod claim;
mod credit;
mod epoch;
mod impls;
pub mod math;
mod pot;
mod prune;
mod types;
pub mod weights;

#[cfg(any(feature = "try-runtime", test))]
mod try_state;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
#[cfg(test)]
mod mock;
#[cfg(test)]
mod tests;

pub use pallet::*;
pub use types::*;
pub use weights::WeightInfo;

#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use agora_primitives::{
		seams::{CommonsVotes, InspectArtifacts, Payouts},
		Balance, EpochIndex, RewardParameters, Sequence, SplitNumber,
	};
	use frame_support::{pallet_prelude::*, traits::tokens::fungible::Mutate, PalletId};
	use frame_system::pallet_prelude::*;
	use sp_runtime::{Perbill, Permill};

	/// The layout of this pallet's storage.
	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	/// Epochs and rewards: use is rewarded out of fees and new tokens.
	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// What the pallet needs of the runtime.
	#[pallet::config]
	pub trait Config: frame_system::Config<RuntimeEvent: From<Event<Self>>> {
		// Origins.

		/// Who may choose parameters, within the bounds below.
		type AdminOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		// Types.

		/// What the calls weigh.
		type WeightInfo: WeightInfo;

		/// The tokens that people pay with.
		type Currency: Mutate<Self::AccountId, Balance = Balance>;

		// Neighbours.

		/// Where versions are.
		type Artifacts: InspectArtifacts<Self::AccountId>;

		/// Who divides rewards, and keeps splits until then.
		type Payouts: Payouts<Self::AccountId, Balance>;

		/// Who decides on the commons pool.
		type CommonsVotes: CommonsVotes<Self::AccountId, Balance>;

		/// What the account is derived from that fees and new tokens go to: the pot.
		#[pallet::constant]
		type PalletId: Get<PalletId>;

		/// The account that has the commons pool.
		#[pallet::constant]
		type Commons: Get<Self::AccountId>;

		// Limits.

		/// How many blocks an epoch has. Never zero.
		#[pallet::constant]
		type EpochLength: Get<BlockNumberFor<Self>>;

		/// For how many epochs after its own a reward can be claimed. To change it in a runtime with
		/// state, go through the epochs that ended.
		#[pallet::constant]
		type ClaimPeriod: Get<EpochIndex>;

		/// The share of its fee credit that a reward is at most, per million; less than all of it. To
		/// lower it in a runtime with state, mind the epochs that ended.
		#[pallet::constant]
		type RebateCap: Get<Permill>;

		/// The least that may be chosen as the share of an epoch's funds that rewards use.
		#[pallet::constant]
		type MinUsageShare: Get<Permill>;

		/// The most that may be chosen as the share of an epoch's funds that rewards use; less than
		/// all of them.
		#[pallet::constant]
		type MaxUsageShare: Get<Permill>;

		/// The least that may be chosen as the pot's share of new tokens that validators do not earn.
		#[pallet::constant]
		type MinIssuanceShare: Get<Permill>;

		/// The most that may be chosen as the pot's share of new tokens that validators do not earn.
		#[pallet::constant]
		type MaxIssuanceShare: Get<Permill>;

		/// What holds until anything else is chosen.
		#[pallet::constant]
		type DefaultParameters: Get<RewardParameters>;

		/// The most that pruning takes of what a block has left over.
		#[pallet::constant]
		type IdleShare: Get<Perbill>;

		// Benchmarking.

		/// Makes versions that earn.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: BenchmarkHelper<Self::AccountId>;
	}

	/// Makes what benchmarks need of neighbours.
	#[cfg(feature = "runtime-benchmarks")]
	pub trait BenchmarkHelper<AccountId> {
		/// One more version of the owner's dataset of this number, made from all of `sources`.
		///
		/// Makes the dataset with its first version. The owner can pay for all of it.
		fn publish(owner: &AccountId, dataset: u32, sources: &[Sequence]) -> Sequence;
	}

	/// What clients read from the metadata.
	#[pallet::extra_constants]
	impl<T: Config> Pallet<T> {
		/// The account that fees and new tokens go to, and rewards come from.
		#[pallet::constant_name(Pot)]
		fn pot() -> T::AccountId {
			Self::pot_account()
		}
	}

	/// Where epochs begin.
	#[pallet::type_value]
	pub fn FirstEpoch<T: Config>() -> EpochStateOf<T> {
		EpochState { index: 0, end: Pallet::<T>::epoch_length(), credit: 0 }
	}

	/// The running epoch. Written at an epoch's end and when credit comes to rest.
	#[pallet::storage]
	pub type Running<T: Config> = StorageValue<_, EpochStateOf<T>, ValueQuery, FirstEpoch<T>>;

	/// The epochs that ended, had credit and did not expire, by index. Written at an epoch's end and
	/// by claims, cleared when it expires.
	// The chain counts epochs.
	#[pallet::storage]
	pub type Epochs<T: Config> = StorageMap<_, Identity, EpochIndex, EpochRecord, OptionQuery>;

	/// The fee credit that came to rest at each version, by epoch, version and the split that the
	/// income had come in under, which is in the key as big-endian bytes: the oldest comes first.
	/// Written when credit comes to rest, cleared by claims and, once the epoch expired, by pruning.
	// The chain assigns all three; nobody can choose them.
	#[pallet::storage]
	pub type Points<T: Config> = StorageNMap<
		_,
		(NMapKey<Identity, EpochIndex>, NMapKey<Identity, Sequence>, NMapKey<Identity, [u8; 4]>),
		Balance,
		OptionQuery,
	>;

	/// How many `Points` each version has. Written with them, cleared with the last.
	// The chain assigns sequences one by one; nobody can choose them.
	#[pallet::storage]
	pub type Open<T: Config> = StorageMap<_, Identity, Sequence, u32, ValueQuery>;

	/// The fee credit that is in vaults. As much of the pot is kept for epochs to come. Written by
	/// payments and when credit comes to rest.
	#[pallet::storage]
	pub type CreditInVaults<T: Config> = StorageValue<_, Balance, ValueQuery>;

	/// The rewards of all epochs that can still be claimed. As much of the pot is kept for them.
	/// Written at an epoch's end and by claims.
	#[pallet::storage]
	pub type Owed<T: Config> = StorageValue<_, Balance, ValueQuery>;

	/// What was chosen.
	#[pallet::storage]
	pub type Parameters<T: Config> =
		StorageValue<_, RewardParameters, ValueQuery, T::DefaultParameters>;

	/// The first epoch that may have `Points`. Written by pruning.
	#[pallet::storage]
	pub type PruneFrom<T: Config> = StorageValue<_, EpochIndex, ValueQuery>;

	/// Begins the first epoch, and sees to the accounts that money goes to.
	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		#[doc(hidden)]
		#[serde(skip)]
		pub _config: core::marker::PhantomData<T>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			Running::<T>::put(FirstEpoch::<T>::get());
			Pallet::<T>::endow_accounts();
		}
	}

	/// What happened. Each event carries all that changed.
	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// An epoch ended, and its rewards can be claimed.
		EpochEnded {
			/// The epoch.
			epoch: EpochIndex,
			/// The fee credit of all versions in it.
			credit: Balance,
			/// What the pot had to give away.
			funds: Balance,
			/// What of it rewards could use.
			usage_pool: Balance,
			/// What all rewards are together.
			rewards: Balance,
			/// What went to the commons pool.
			to_commons: Balance,
		},
		/// An epoch ended in which no credit came to rest. All that there is goes on to the next.
		EpochRolledOver {
			/// The epoch.
			epoch: EpochIndex,
			/// What the pot has to give away.
			funds: Balance,
		},
		/// The rewards of an epoch cannot be claimed any more.
		EpochExpired {
			/// The epoch.
			epoch: EpochIndex,
			/// What was not claimed, and can be given away again.
			amount: Balance,
		},
		/// Fee credit came to rest at a version.
		CreditBooked {
			/// The epoch.
			epoch: EpochIndex,
			/// The version.
			version: Sequence,
			/// The split that the income had come in under.
			split: SplitNumber,
			/// How much it is.
			credit: Balance,
		},
		/// A version's reward was paid.
		RewardClaimed {
			/// The epoch that it is for.
			epoch: EpochIndex,
			/// The version.
			version: Sequence,
			/// The split among whose members and contributors it was divided.
			split: SplitNumber,
			/// The version's fee credit in the epoch, under this split.
			credit: Balance,
			/// How much it is.
			amount: Balance,
			/// Who signed.
			account: T::AccountId,
		},
		/// A version's reward was not claimed in time, and is forgotten.
		RewardExpired {
			/// The epoch that it was for.
			epoch: EpochIndex,
			/// The version.
			version: Sequence,
			/// The split that it would have been divided by.
			split: SplitNumber,
			/// The version's fee credit in the epoch, under this split.
			credit: Balance,
		},
		/// Other parameters hold from now on.
		ParametersSet {
			/// The parameters.
			parameters: RewardParameters,
		},
		/// A part of the commons pool goes to those who have votes.
		CommonsAllotted {
			/// The epoch that ended.
			epoch: EpochIndex,
			/// The account from which they are paid.
			account: T::AccountId,
			/// How much.
			amount: Balance,
		},
	}

	/// Why a call was refused.
	#[pallet::error]
	pub enum Error<T> {
		/// The epoch is still running, or has not begun. Claim after its end.
		EpochNotEnded,
		/// The rewards of the epoch were not claimed in time. What was left of them went back to the
		/// pot.
		RewardsExpired,
		/// The version has no reward in this epoch: nothing of what was sold is its, or all was
		/// claimed.
		NothingToClaim,
		/// The usage share must be within the bounds that the runtime states.
		UsageShareOutOfBounds,
		/// The issuance share must be within the bounds that the runtime states.
		IssuanceShareOutOfBounds,
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn on_initialize(now: BlockNumberFor<T>) -> Weight {
			Self::begin_block(now)
		}

		fn on_idle(_: BlockNumberFor<T>, remaining: Weight) -> Weight {
			Self::prune(remaining)
		}

		fn on_runtime_upgrade() -> Weight {
			Self::endow_accounts();
			T::WeightInfo::endow_accounts()
		}

		#[cfg(feature = "std")]
		fn integrity_test() {
			// The length of an epoch may be a matter of storage, which is not there.
			assert!(T::ClaimPeriod::get() > 0, "there must be time to claim");
			assert!(T::RebateCap::get() < Permill::one(), "trading with oneself must not pay");
			assert!(T::MaxUsageShare::get() < Permill::one(), "trading with oneself must not pay");
			assert!(
				T::MinUsageShare::get() <= T::MaxUsageShare::get()
					&& T::MinIssuanceShare::get() <= T::MaxIssuanceShare::get(),
				"there must be something to choose",
			);
			assert!(
				Self::ensure_within_bounds(&T::DefaultParameters::get()).is_ok(),
				"the parameters must be within bounds from the beginning",
			);
			assert!(
				Self::pot_account() != T::Commons::get(),
				"the pot and the commons pool must have accounts of their own",
			);
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Pay what a version's use earned in an epoch that ended.
		///
		/// It goes to the contributors and members of the split that the version's income had come in
		/// under, whoever signs. Where there were several, to those of the oldest that was not paid
		/// yet: call again for the next.
		///
		/// Can be signed by anybody.
		///
		/// Emits `RewardClaimed`.
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::claim().saturating_add(T::Payouts::pay_weight()))]
		pub fn claim(origin: OriginFor<T>, epoch: EpochIndex, version: Sequence) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_claim(who, epoch, version)
		}

		/// Choose which share of an epoch's funds rewards use, and which share of new tokens the pot
		/// has.
		///
		/// They hold for the running epoch already. No parameter says who is rewarded, or how much.
		///
		/// Must come from `AdminOrigin`.
		///
		/// Emits `ParametersSet`.
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::set_parameters())]
		pub fn set_parameters(
			origin: OriginFor<T>,
			parameters: RewardParameters,
		) -> DispatchResult {
			T::AdminOrigin::ensure_origin(origin)?;
			Self::do_set_parameters(parameters)
		}
	}
}

// SPDX-License-Identifier: Apache-2.0

#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs)]

extern crate alloc;

mod api;
mod cascade;
mod deposit;
mod earnings;
mod impls;
mod income;
pub mod math;
mod payment;
mod payouts;
mod share;
mod split;
mod types;
mod vault;
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
		seams::{InspectArtifacts, InspectRecords, OnRevenue},
		ArtifactId, Balance, EpochIncome, EpochIndex, Sequence, Split, SplitNumber, MAX_MEMBERS,
		MAX_SOURCES,
	};
	use frame_support::{
		pallet_prelude::*,
		traits::tokens::fungible::{hold, Mutate},
		PalletId,
	};
	use frame_system::pallet_prelude::*;
	use sp_runtime::{Perbill, Permill};

	/// The layout of this pallet's storage.
	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	/// Vaults, splits and earnings: income flows along the lineage.
	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// What the pallet needs of the runtime.
	#[pallet::config]
	pub trait Config: frame_system::Config<RuntimeEvent: From<Event<Self>>> {
		// Types.

		/// What the calls weigh.
		type WeightInfo: WeightInfo;

		/// The runtime's reasons for holding tokens.
		type RuntimeHoldReason: From<HoldReason>;

		/// The tokens that people pay with.
		type Currency: Mutate<Self::AccountId, Balance = Balance>
			+ hold::Mutate<Self::AccountId, Reason = Self::RuntimeHoldReason, Balance = Balance>;

		// Neighbours.

		/// Where versions, their sources and owners are.
		type Artifacts: InspectArtifacts<Self::AccountId>;

		/// Where the records of datasets are.
		type Records: InspectRecords<Self::AccountId>;

		/// Who is told of payments, and of the credit for their fees.
		type OnRevenue: OnRevenue<Balance>;

		/// The epoch that is running, by which income is remembered.
		type CurrentEpoch: Get<EpochIndex>;

		/// What the account is derived from that keeps what is not paid out.
		#[pallet::constant]
		type PalletId: Get<PalletId>;

		/// The account that the protocol's fee goes to.
		#[pallet::constant]
		type FeeBeneficiary: Get<Self::AccountId>;

		/// The account that what is above a cap goes to.
		#[pallet::constant]
		type Commons: Get<Self::AccountId>;

		// Limits.

		/// What is held for every stored item.
		#[pallet::constant]
		type ItemDeposit: Get<Balance>;

		/// What is held for every stored byte, of keys and values.
		#[pallet::constant]
		type ByteDeposit: Get<Balance>;

		/// The protocol's share of every payment, rounded up.
		#[pallet::constant]
		type ProtocolFee: Get<Permill>;

		/// The income of a version from which on the cascade comes for it. To change it in a runtime
		/// with state, go through the vaults.
		#[pallet::constant]
		type MinDistribution: Get<Balance>;

		/// The most that the cascade takes of what a block has left over.
		#[pallet::constant]
		type IdleShare: Get<Perbill>;

		/// For how many epochs, of those in which a version had any, its income is remembered.
		#[pallet::constant]
		type IncomeEpochs: Get<u32>;

		// Benchmarking.

		/// Makes versions to pay for.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: BenchmarkHelper<Self::AccountId>;
	}

	/// Makes what benchmarks need of neighbours.
	#[cfg(feature = "runtime-benchmarks")]
	pub trait BenchmarkHelper<AccountId> {
		/// One more version of the owner's dataset of this number, made from all of `sources`. Every
		/// version asks a royalty, so low that one can be made from as many as there can be.
		///
		/// Makes the dataset with its first version. The owner can pay for all of it.
		fn publish(owner: &AccountId, dataset: u32, sources: &[Sequence]) -> Sequence;

		/// Commit a version to as many records as there can be. They are the same as those of
		/// `previous`, another version of the dataset, which it is shown to extend.
		fn commit(owner: &AccountId, version: Sequence, previous: Option<Sequence>);
	}

	/// The bounds of what users write and ask, for clients to read from the metadata.
	#[pallet::extra_constants]
	impl<T: Config> Pallet<T> {
		/// Most members of a split.
		#[pallet::constant_name(MaxMembers)]
		fn max_members() -> u32 {
			MAX_MEMBERS
		}

		/// Most versions that a simulated distribution follows.
		#[pallet::constant_name(MaxSimulated)]
		fn max_simulated() -> u32 {
			agora_primitives::api::MAX_SIMULATED
		}

		/// The account that keeps what is not paid out.
		#[pallet::constant_name(Pot)]
		fn pot() -> T::AccountId {
			Self::pot_account()
		}
	}

	/// The income of each version, and its credit, under the latest split that any of it came in under,
	/// by sequence.
	/// Written by payments and distributions, cleared when it is distributed.
	// The chain assigns sequences one by one; nobody can choose them.
	#[pallet::storage]
	pub type Vaults<T: Config> = StorageMap<_, Identity, Sequence, Vault, OptionQuery>;

	/// What reached the vault of each version in the latest epochs in which anything did, by sequence,
	/// oldest epoch first. Written by payments and distributions, cleared when the version is removed.
	///
	/// No deposit is held for it: there is one item for each version, which holds one.
	// The chain assigns sequences one by one; nobody can choose them.
	#[pallet::storage]
	pub type Incomes<T: Config> =
		StorageMap<_, Identity, Sequence, BoundedVec<EpochIncome, T::IncomeEpochs>, ValueQuery>;

	/// The queue of the cascade: newest version first, then oldest split first.
	///
	/// The keys are the complement of the sequence and the number of the split, both as big-endian
	/// bytes, so that the storage's order is that of the queue. The value is income, and its credit,
	/// that came in under a split that another took the place of while it waited. For the split that
	/// the version's vault is under it is nothing: a mark that the vault has at least
	/// `MinDistribution`.
	///
	/// Written by payments and distributions, cleared when it is distributed.
	// The chain assigns both; nobody can choose them.
	#[pallet::storage]
	pub type Waiting<T: Config> =
		StorageDoubleMap<_, Identity, [u8; 8], Identity, [u8; 4], Part, OptionQuery>;

	/// What the cascade came for last. Nothing before the first of a pass.
	#[pallet::storage]
	pub type Cursor<T: Config> = StorageValue<_, (Sequence, SplitNumber), OptionQuery>;

	/// How the income of each artifact is divided now. Nothing for one whose income is the owner's,
	/// under split 0, and that has neither income nor rewards. Written by `set_split`, transfers,
	/// payments, distributions and rewards, cleared when the artifact is removed.
	// Users choose what an artifact's id is a hash of.
	#[pallet::storage]
	pub type Splits<T: Config> =
		StorageMap<_, Blake2_128Concat, ArtifactId, SplitStateOf<T>, OptionQuery>;

	/// Former splits by which something is still to be divided, by artifact and number. Written by
	/// `set_split`, transfers, distributions and rewards, cleared when the last of the income is
	/// distributed and the last reward paid or expired.
	// As above; the chain assigns numbers one by one.
	#[pallet::storage]
	pub type PastSplits<T: Config> = StorageDoubleMap<
		_,
		Blake2_128Concat,
		ArtifactId,
		Identity,
		SplitNumber,
		PastSplitOf<T>,
		OptionQuery,
	>;

	/// What each account can withdraw. Written by distributions and payouts, cleared by `withdraw`.
	// Users choose accounts.
	#[pallet::storage]
	pub type Earnings<T: Config> =
		StorageMap<_, Blake2_128Concat, T::AccountId, Balance, ValueQuery>;

	/// What contributors have of the income of versions that extend each other, by the sequence of
	/// the first. Written by distributions, payouts and when records are proven or withdrawn, cleared
	/// when no record counts any more.
	// The chain assigns sequences one by one; nobody can choose them.
	#[pallet::storage]
	pub type ContributorIncomes<T: Config> =
		StorageMap<_, Identity, Sequence, ContributorIncome, OptionQuery>;

	/// The shares of contributors, by the version that brought their records into the dataset.
	/// Written when records are proven or withdrawn, cleared with the last.
	// The chain assigns sequences; users choose accounts.
	#[pallet::storage]
	pub type Shares<T: Config> =
		StorageDoubleMap<_, Identity, Sequence, Blake2_128Concat, T::AccountId, Share, OptionQuery>;

	/// Sees to the accounts that money goes to.
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
			Pallet::<T>::endow_accounts();
		}
	}

	/// What happened. Each event carries all that changed.
	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A version was paid for.
		IncomeReceived {
			/// The version.
			version: Sequence,
			/// Who paid.
			payer: T::AccountId,
			/// What was paid. It is the next three together.
			gross: Balance,
			/// The protocol's fee.
			fee: Balance,
			/// What went to the commons, above the cap.
			excess: Balance,
			/// What reached the version's vault.
			income: Balance,
			/// The credit for the fee, which reached the vault with it.
			credit: Balance,
			/// The split that it came in under.
			split: SplitNumber,
		},
		/// Income of a version was divided.
		Distributed {
			/// The version.
			version: Sequence,
			/// The split that the income had come in under.
			split: SplitNumber,
			/// How much it was.
			income: Balance,
			/// What went on to the vaults of its sources.
			royalties: Balance,
			/// What contributors of its records can collect of it. Where rounding kept something for
			/// the next time, or the last time's is used now, that makes the difference of the sum.
			contributors: Balance,
			/// What went to the members of the split, or to the owner.
			earnings: Balance,
			/// The fee credit that came to rest here: what was with the income, without what went on
			/// with royalties.
			credit: Balance,
		},
		/// A version was due something besides income, a reward, and it was divided.
		PayoutDivided {
			/// The version.
			version: Sequence,
			/// The split that was kept for it.
			split: SplitNumber,
			/// How much it was.
			amount: Balance,
			/// What contributors of its records can collect of it. Where rounding kept something for
			/// the next time, or the last time's is used now, that makes the difference of the sum.
			contributors: Balance,
			/// What went to the members of the split, or to the owner.
			earnings: Balance,
		},
		/// A source had its royalty.
		RoyaltyPaid {
			/// The source, into whose vault it went.
			version: Sequence,
			/// The version that was made from it.
			from: Sequence,
			/// How much it was.
			amount: Balance,
			/// The fee credit that went with it.
			credit: Balance,
			/// The split that it came in under.
			split: SplitNumber,
		},
		/// An account can withdraw more.
		Earned {
			/// Who.
			account: T::AccountId,
			/// The version whose income or reward it is of.
			version: Sequence,
			/// How much more.
			amount: Balance,
		},
		/// Contributors can collect more.
		ContributorsPaid {
			/// The version whose income or reward it is of.
			version: Sequence,
			/// How much more, for each record.
			per_record: Balance,
			/// How many records count.
			records: u64,
			/// How much more, for all of them.
			amount: Balance,
		},
		/// The income of an artifact is divided in another way from now on.
		SplitSet {
			/// The artifact.
			artifact: ArtifactId,
			/// The number of the split.
			number: SplitNumber,
			/// Who owns the artifact, and holds the deposit.
			owner: T::AccountId,
			/// The split. Without members, all is the owner's.
			split: Split<T::AccountId>,
			/// What is held.
			deposit: Balance,
		},
		/// A split is not in force any more, and kept for the income that came in under it and the
		/// rewards for such income.
		SplitKept {
			/// The artifact.
			artifact: ArtifactId,
			/// The number of the split.
			number: SplitNumber,
			/// Of how many versions there is income under it.
			vaults: u32,
			/// For how many rewards that can still be claimed it is kept.
			rewards: u32,
			/// Who holds the deposit.
			depositor: T::AccountId,
			/// What is held.
			deposit: Balance,
		},
		/// A split is gone: it is not in force any more, and nothing is left to be divided by it.
		SplitRetired {
			/// The artifact.
			artifact: ArtifactId,
			/// The number of the split.
			number: SplitNumber,
			/// Who had held the deposit, and got it back.
			depositor: T::AccountId,
			/// What was given back.
			deposit: Balance,
		},
		/// A contributor has a share of a dataset's income from now on.
		ShareOpened {
			/// The version that brought the contributor's record into the dataset.
			origin: Sequence,
			/// Who contributed it, and holds the deposit.
			contributor: T::AccountId,
			/// What is held.
			deposit: Balance,
		},
		/// What was due to a contributor can be withdrawn.
		ShareCollected {
			/// The version that brought the contributor's records into the dataset.
			origin: Sequence,
			/// Who contributed them, and can withdraw more.
			contributor: T::AccountId,
			/// How much more.
			amount: Balance,
		},
		/// None of a contributor's records that the version brought counts any more.
		ShareClosed {
			/// The version that had brought the contributor's records into the dataset.
			origin: Sequence,
			/// Who had contributed them, and got the deposit back.
			contributor: T::AccountId,
			/// What was given back.
			deposit: Balance,
		},
		/// Earnings were paid out.
		Withdrawn {
			/// Who was paid.
			account: T::AccountId,
			/// How much.
			amount: Balance,
		},
	}

	/// Why a call was refused.
	#[pallet::error]
	pub enum Error<T> {
		/// There is no such version.
		VersionNotFound,
		/// There is no such artifact.
		ArtifactNotFound,
		/// Only the artifact's owner can do this.
		NotOwner,
		/// Only a dataset has records whose contributors could have a share.
		NotDataset,
		/// The members' shares must be 100 % together, no more and no less.
		SharesNotWhole,
		/// An account is among the members twice. Name it once, with the sum of its shares.
		DuplicateMember,
		/// A member's share is zero. Leave the member out.
		ZeroShare,
		/// There is no account of a member. Send it something first, so that no share goes to where
		/// nobody is.
		MemberNotFound,
		/// The version has no income that was not distributed yet.
		NothingToDistribute,
		/// The account has no earnings.
		NothingToWithdraw,
		/// There is no such account, and its earnings are less than an account must have. Send it
		/// something first, or wait for more.
		EarningsTooSmall,
		/// The contributor has no share: none of their records that the version brought into its
		/// dataset counts.
		ShareNotFound,
		/// There is nothing to collect.
		NothingDue,
		/// The artifact has no split of this number that is in force or kept.
		SplitNotFound,
		/// The split is not kept for this: it was paid already, or left, or never to be.
		SplitNotKept,
	}

	/// Why the pallet holds tokens.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// Splits of the account's artifacts. Returned when another took the place of such a split
		/// and its income and rewards are paid, or when the artifact is removed.
		#[codec(index = 0)]
		Split,
		/// The account's shares in the income of datasets that have its records. Returned when none
		/// of the records counts any more.
		#[codec(index = 1)]
		Share,
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn on_runtime_upgrade() -> Weight {
			Self::endow_accounts();
			T::WeightInfo::endow_accounts()
		}

		fn on_idle(_: BlockNumberFor<T>, remaining: Weight) -> Weight {
			Self::cascade(remaining)
		}

		#[cfg(feature = "std")]
		fn integrity_test() {
			assert!(T::ItemDeposit::get() > 0, "every stored item must cost a deposit");
			assert!(T::ByteDeposit::get() > 0, "every stored byte must cost a deposit");
			assert!(T::MinDistribution::get() > 0, "nothing must not wait for the cascade");
			assert!(T::IncomeEpochs::get() > 0, "the running epoch's income must be remembered");
			assert!(
				T::ProtocolFee::get() < Permill::one(),
				"something must be left over for income"
			);
			assert!(
				Self::split_price(MAX_MEMBERS.try_into().unwrap()).is_ok()
					&& Self::share_price().is_ok(),
				"the largest deposit must not overflow",
			);
			let pot = Self::pot_account();
			assert!(
				pot != T::FeeBeneficiary::get() && pot != T::Commons::get(),
				"the pot must have an account of its own",
			);
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Divide an artifact's income in another way from now on.
		///
		/// What came in before belongs to the split before. So does nothing else: income that is on
		/// its way from a descendant belongs to the split in force when it arrives. Holds a deposit
		/// until another split takes its place, and its income and the rewards for that are paid.
		///
		/// Must be signed by the artifact's owner.
		///
		/// - `split`: contributors' share, zero for a model, and up to 16 members, existing accounts
		///   whose shares are 100 % together. Without members all is the owner's.
		///
		/// Emits `SplitSet`, and before it `SplitKept` where the split before has income or rewards, or
		/// `SplitRetired` where it has none and there was a deposit.
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::set_split())]
		pub fn set_split(
			origin: OriginFor<T>,
			artifact: ArtifactId,
			split: Split<T::AccountId>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_set_split(who, artifact, split)
		}

		/// Divide the oldest income of a version at once, however little it is.
		///
		/// The cascade does this by itself where income is worth it. What goes to the sources stays
		/// in their vaults. Fee credit is divided as the income is, and what does not go to sources
		/// earns the version a reward.
		///
		/// Can be signed by anybody.
		///
		/// Emits `Distributed`, before it `RoyaltyPaid` for each source, `ContributorsPaid` and
		/// `Earned` for each member, and `SplitRetired` where this was the last that was to be divided
		/// by a former split.
		#[pallet::call_index(1)]
		#[pallet::weight(Pallet::<T>::distribute_weight(MAX_SOURCES))]
		pub fn distribute(origin: OriginFor<T>, version: Sequence) -> DispatchResultWithPostInfo {
			ensure_signed(origin)?;
			let sources = Self::do_distribute(version)?;
			Ok(Some(Self::distribute_weight(sources)).into())
		}

		/// Pay an account all of its earnings.
		///
		/// Can be signed by anybody; it goes to `account` in any case.
		///
		/// Emits `Withdrawn`.
		#[pallet::call_index(2)]
		#[pallet::weight(T::WeightInfo::withdraw())]
		pub fn withdraw(origin: OriginFor<T>, account: T::AccountId) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_withdraw(account)
		}

		/// Add to a contributor's earnings what their records are due.
		///
		/// Can be signed by anybody; it goes to `contributor` in any case.
		///
		/// - `version`: the one that brought the records into the dataset.
		///
		/// Emits `ShareCollected`.
		#[pallet::call_index(3)]
		#[pallet::weight(T::WeightInfo::collect_share())]
		pub fn collect_share(
			origin: OriginFor<T>,
			version: Sequence,
			contributor: T::AccountId,
		) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_collect_share(version, contributor)
		}
	}
}

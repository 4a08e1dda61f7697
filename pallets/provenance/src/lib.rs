// SPDX-License-Identifier: Apache-2.0

#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs)]

extern crate alloc;

mod api;
mod attestation;
mod commitment;
mod deposit;
mod impls;
pub mod proof;
mod record;
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
		api::{MAX_ATTESTERS, MAX_TAINT_PAGE},
		attestation::MAX_ATTESTATIONS,
		seams::{InspectArtifacts, OnContribution},
		Claim, ConsistencyProof, Evidence, InclusionProof, Root, Sequence, Verdict,
		MAX_CONSISTENCY_PROOF, MAX_INCLUSION_PROOF, MAX_RECORDS, MAX_SERIES,
	};
	use frame_support::{
		pallet_prelude::*,
		traits::{
			tokens::fungible::{hold, Mutate},
			ConstU32,
		},
	};
	use frame_system::pallet_prelude::*;
	use sp_core::H256;

	/// The layout of this pallet's storage.
	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	/// Records that can be proven, consent that can be withdrawn, and attestations.
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

		/// The tokens that deposits are made of.
		type Currency: Mutate<Self::AccountId>
			+ hold::Mutate<Self::AccountId, Reason = Self::RuntimeHoldReason>;

		// Neighbours.

		/// Where the versions are that this is about.
		type Artifacts: InspectArtifacts<Self::AccountId>;

		/// Who is told of contributors, to let them share in the income.
		type OnContribution: OnContribution<Self::AccountId>;

		// Limits.

		/// What is held for every stored item.
		#[pallet::constant]
		type ItemDeposit: Get<BalanceOf<Self>>;

		/// What is held for every stored byte, of keys and values.
		#[pallet::constant]
		type ByteDeposit: Get<BalanceOf<Self>>;

		// Benchmarking.

		/// Makes versions to say something about.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: BenchmarkHelper<Self::AccountId>;
	}

	/// Makes what benchmarks need of neighbours.
	#[cfg(feature = "runtime-benchmarks")]
	pub trait BenchmarkHelper<AccountId> {
		/// One more version, by number from zero, of one and the same dataset of `owner`, who can
		/// pay for it.
		fn publish_dataset_version(owner: &AccountId, number: u32) -> Sequence;

		/// Remove a version that nothing was derived from.
		fn remove_version(owner: &AccountId, version: Sequence);
	}

	/// The bounds of what users write and ask, for clients to read from the metadata.
	#[pallet::extra_constants]
	impl<T: Config> Pallet<T> {
		/// Most records of one version.
		#[pallet::constant_name(MaxRecords)]
		fn max_records() -> u64 {
			MAX_RECORDS
		}

		/// Most versions that extend each other.
		#[pallet::constant_name(MaxSeries)]
		fn max_series() -> u32 {
			MAX_SERIES
		}

		/// Most hashes in a proof that a record is in a version.
		#[pallet::constant_name(MaxInclusionProof)]
		fn max_inclusion_proof() -> u32 {
			MAX_INCLUSION_PROOF
		}

		/// Most hashes in a proof that a version appends to another.
		#[pallet::constant_name(MaxConsistencyProof)]
		fn max_consistency_proof() -> u32 {
			MAX_CONSISTENCY_PROOF
		}

		/// Most attestations of one account on one version.
		#[pallet::constant_name(MaxAttestations)]
		fn max_attestations() -> u32 {
			MAX_ATTESTATIONS
		}

		/// Most attesters that one taint query can name.
		#[pallet::constant_name(MaxAttesters)]
		fn max_attesters() -> u32 {
			MAX_ATTESTERS
		}

		/// Most versions that one page of a taint query looks at.
		#[pallet::constant_name(MaxTaintPage)]
		fn max_taint_page() -> u32 {
			MAX_TAINT_PAGE
		}
	}

	/// What versions say of their records, by sequence. Written by `commit_records`, cleared by
	/// `release_commitment`.
	// The chain assigns sequences one by one; nobody can choose them.
	#[pallet::storage]
	pub type Commitments<T: Config> =
		StorageMap<_, Identity, Sequence, RecordsCommitmentOf<T>, OptionQuery>;

	/// The versions that extend each other, oldest first, by the sequence of the first. Written by
	/// `commit_records` and `extend_records`, cleared by `release_commitment`.
	// The chain assigns sequences one by one; nobody can choose them.
	#[pallet::storage]
	pub type Series<T: Config> = StorageMap<_, Identity, Sequence, Segments, ValueQuery>;

	/// Proven records, by the version that brought them into the dataset and their index. Written by
	/// `prove_record`, cleared by `release_record`.
	// The chain assigns sequences; an index can be chosen, but only one that was committed to, and
	// each costs a deposit.
	#[pallet::storage]
	pub type Records<T: Config> =
		StorageDoubleMap<_, Identity, Sequence, Identity, u64, ProvenRecordOf<T>, OptionQuery>;

	/// The id that the next attestation gets.
	#[pallet::storage]
	pub type NextAttestation<T: Config> = StorageValue<_, u64, ValueQuery, FirstAttestation>;

	/// Where ids of attestations begin, so that zero never names one.
	#[pallet::type_value]
	pub fn FirstAttestation() -> u64 {
		1
	}

	/// Attestations by version and id, the id as big-endian bytes so that the storage's order is
	/// that of ids. Written by `attest`, cleared by `revoke`.
	// The chain assigns both; nobody can choose them.
	#[pallet::storage]
	pub type Attestations<T: Config> =
		StorageDoubleMap<_, Identity, Sequence, Identity, [u8; 8], AttestationOf<T>, OptionQuery>;

	/// The attestations of each account on each version. Written by `attest` and `revoke`.
	// Users choose accounts.
	#[pallet::storage]
	pub type AttestationsBy<T: Config> = StorageDoubleMap<
		_,
		Identity,
		Sequence,
		Blake2_128Concat,
		T::AccountId,
		BoundedVec<AttestationEntry, ConstU32<MAX_ATTESTATIONS>>,
		ValueQuery,
	>;

	/// What happened. Each event carries all that changed.
	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A version committed to its records.
		RecordsCommitted {
			/// The version.
			version: Sequence,
			/// The root of the Merkle tree of its records.
			root: Root,
			/// How many records it has.
			count: u64,
			/// Who committed, and holds the deposit.
			depositor: T::AccountId,
			/// What is held.
			deposit: BalanceOf<T>,
		},
		/// A version was shown to append to another.
		RecordsExtended {
			/// The version.
			version: Sequence,
			/// The version that it appends to.
			previous: Sequence,
			/// The first of the versions that extend each other.
			series: Sequence,
			/// How many records it appends.
			appended: u64,
			/// What is held for the version's commitment now.
			deposit: BalanceOf<T>,
		},
		/// A contributor proved that a record of theirs is in a version.
		RecordProven {
			/// The version.
			version: Sequence,
			/// The version that brought the record into the dataset.
			origin: Sequence,
			/// The record's place, counted from zero.
			index: u64,
			/// Who contributed it, and holds the deposit.
			contributor: T::AccountId,
			/// SHA-256 of salt and record.
			record: H256,
			/// What is held.
			deposit: BalanceOf<T>,
		},
		/// A contributor does not agree any more that a record of theirs is used: neither in this
		/// version nor in any other that has it.
		ConsentWithdrawn {
			/// The version that the contributor named.
			version: Sequence,
			/// The version that brought the record into the dataset.
			origin: Sequence,
			/// The record's place, counted from zero.
			index: u64,
			/// Who contributed it.
			contributor: T::AccountId,
		},
		/// Somebody attested to a version.
		Attested {
			/// What the attestation is known by.
			attestation: u64,
			/// The version.
			version: Sequence,
			/// Who attests, and holds the deposit.
			attester: T::AccountId,
			/// What it is about.
			claim: Claim,
			/// What was found.
			verdict: Verdict,
			/// What shows it.
			evidence: Option<Evidence>,
			/// What is held.
			deposit: BalanceOf<T>,
		},
		/// An attestation was taken back, and is gone.
		AttestationRevoked {
			/// What it was known by.
			attestation: u64,
			/// The version.
			version: Sequence,
			/// Who had attested, and got the deposit back.
			attester: T::AccountId,
			/// What it was about.
			claim: Claim,
			/// What had been found.
			verdict: Verdict,
			/// What was given back.
			deposit: BalanceOf<T>,
		},
		/// The commitment of a removed version is gone.
		CommitmentReleased {
			/// The version.
			version: Sequence,
			/// Who had committed, and got the deposit back.
			depositor: T::AccountId,
			/// What was given back.
			deposit: BalanceOf<T>,
		},
		/// A proven record of a removed version is gone.
		RecordReleased {
			/// The version that had brought the record into the dataset.
			origin: Sequence,
			/// The place that it had.
			index: u64,
			/// Who had proven it, and got the deposit back.
			contributor: T::AccountId,
			/// What was given back.
			deposit: BalanceOf<T>,
		},
	}

	/// Why a call was refused.
	#[pallet::error]
	pub enum Error<T> {
		/// There is no such version.
		VersionNotFound,
		/// Only the dataset's owner can do this.
		NotOwner,
		/// Only a dataset has records.
		NotDataset,
		/// The version committed to its records already; that cannot be changed. Publish another
		/// version.
		AlreadyCommitted,
		/// A version has at least one record.
		NoRecords,
		/// A version has at most 2^32 records.
		TooManyRecords,
		/// The version did not commit to its records.
		NotCommitted,
		/// Only a version of the same dataset can be extended.
		DifferentArtifact,
		/// Only an earlier version can be extended.
		NotNewer,
		/// Another version extends that one already. Extend the newest.
		AlreadyExtended,
		/// The version is joined to others already.
		AlreadyJoined,
		/// Records of this version were proven before it was shown to extend another. Commit and
		/// extend in one batch, with another version.
		RecordsProven,
		/// The version has fewer records than the one that it should extend.
		FewerRecords,
		/// The proof does not show that this version begins with all records of the other.
		InvalidConsistencyProof,
		/// No more versions can extend each other: begin anew with a version that extends none.
		TooManyExtensions,
		/// The version has fewer records. The first has the index 0.
		IndexOutOfRange,
		/// The record names no contributor, so nobody can prove it.
		NoContributor,
		/// Only the account that the record names as its contributor can do this.
		NotContributor,
		/// The proof does not hold: it is for another record, index or version.
		InvalidProof,
		/// This record was proven before, in this version or in one that it extends or that
		/// extends it.
		AlreadyProven,
		/// Nobody proved this record. Prove it first.
		RecordNotFound,
		/// Consent to this record was withdrawn before.
		ConsentAlreadyWithdrawn,
		/// A location is a URI such as `https://example.org/report`, in ASCII and without spaces.
		InvalidLocation,
		/// You have as many attestations on this version as there can be. Revoke one first.
		TooManyAttestations,
		/// There is no such attestation on this version.
		AttestationNotFound,
		/// Only who made the attestation can revoke it.
		NotAttester,
		/// The version still exists. Its owner must remove it first.
		VersionExists,
		/// The commitment that the record belongs to still exists. Release that first.
		CommitmentExists,
		/// Another version extends this one, and rests on its commitment. Release that first.
		CommitmentNotLast,
	}

	/// Why the pallet holds tokens.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// What the account committed to for versions of its datasets. Returned when such a version
		/// was removed and its commitment released.
		#[codec(index = 0)]
		Commitment,
		/// Records that the account proved. Returned when they are released, after the version that
		/// brought them was removed.
		#[codec(index = 1)]
		Record,
		/// Attestations of the account. Returned when they are revoked.
		#[codec(index = 2)]
		Attestation,
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		#[cfg(feature = "std")]
		fn integrity_test() {
			use agora_primitives::Leaf;
			use sp_runtime::traits::Zero;

			assert!(!T::ItemDeposit::get().is_zero(), "every stored item must cost a deposit");
			assert!(!T::ByteDeposit::get().is_zero(), "every stored byte must cost a deposit");
			assert_eq!(
				Leaf::<T::AccountId>::max_encoded_len(),
				64,
				"a leaf's data has 64 bytes: no other node of the tree has as many",
			);
			assert!(
				Self::commitment_price().is_ok()
					&& Self::record_price().is_ok()
					&& Self::largest_attestation_price().is_ok(),
				"the largest deposit must not overflow",
			);
			assert!(
				Self::extension_price().unwrap() < Self::commitment_price().unwrap(),
				"extending must give something back, and never ask for more",
			);
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Commit a version of a dataset to its records.
		///
		/// From then on contributors can prove that records of theirs are in it. It is for ever, and
		/// holds a deposit until the version is removed.
		///
		/// Must be signed by the dataset's owner.
		///
		/// - `root`: of the Merkle tree of the records, as RFC 9162 has it.
		/// - `count`: how many records there are, at least 1 and at most 2^32.
		///
		/// Emits `RecordsCommitted`.
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::commit_records())]
		pub fn commit_records(
			origin: OriginFor<T>,
			version: Sequence,
			root: Root,
			count: u64,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_commit_records(who, version, root, count)
		}

		/// Show that a version of a dataset begins with all records of an earlier one.
		///
		/// Proofs and withdrawals then count in both. It must happen before any record of the
		/// version is proven: send it together with `commit_records`. Gives back part of the
		/// deposit.
		///
		/// Must be signed by the dataset's owner.
		///
		/// - `previous`: a version that none extends yet.
		/// - `proof`: the consistency proof between the two trees, as RFC 9162 has it; nothing where
		///   both have the same records.
		///
		/// Emits `RecordsExtended`.
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::extend_records(length(proof)))]
		pub fn extend_records(
			origin: OriginFor<T>,
			version: Sequence,
			previous: Sequence,
			proof: ConsistencyProof,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_extend_records(who, version, previous, proof)
		}

		/// Prove that a record of yours is in a version.
		///
		/// Shows the hash of the record and its salt, not the record. Binds your account to it as its
		/// contributor. Holds a deposit until the version is removed.
		///
		/// Must be signed by the account that the leaf names.
		///
		/// - `index`: the record's place, counted from zero.
		/// - `leaf`: the contributor, and the SHA-256 hash of salt and record.
		/// - `proof`: the inclusion proof of the leaf, as RFC 9162 has it.
		///
		/// Emits `RecordProven`.
		#[pallet::call_index(2)]
		#[pallet::weight(T::WeightInfo::prove_record(length(proof))
			.saturating_add(T::OnContribution::weight()))]
		pub fn prove_record(
			origin: OriginFor<T>,
			version: Sequence,
			index: u64,
			leaf: LeafOf<T>,
			proof: InclusionProof,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_prove_record(who, version, index, leaf, proof)
		}

		/// Withdraw your consent to the use of a record of yours, for ever.
		///
		/// Pays what is due to you first. Then every version that has the record is marked, which
		/// everybody sees who looks at what was made from it, and nothing more can be made from
		/// those versions except a dataset that leaves records out.
		///
		/// Must be signed by the account that proved the record.
		///
		/// - `version`: any version that has it.
		/// - `index`: the record's place, counted from zero.
		///
		/// Emits `ConsentWithdrawn`.
		#[pallet::call_index(3)]
		#[pallet::weight(T::WeightInfo::withdraw_consent()
			.saturating_add(T::OnContribution::weight()))]
		pub fn withdraw_consent(
			origin: OriginFor<T>,
			version: Sequence,
			index: u64,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_withdraw_consent(who, version, index)
		}

		/// Say something of a version under your own name.
		///
		/// It cannot be edited; holds a deposit until you revoke it. Queries take attestations of
		/// those whom the asker trusts.
		///
		/// Can be signed by anybody.
		///
		/// - `claim`: what it is about.
		/// - `verdict`: what you found.
		/// - `evidence`: a document that shows how you found it.
		///
		/// Emits `Attested`.
		#[pallet::call_index(4)]
		#[pallet::weight(T::WeightInfo::attest())]
		pub fn attest(
			origin: OriginFor<T>,
			version: Sequence,
			claim: Claim,
			verdict: Verdict,
			evidence: Option<Evidence>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_attest(who, version, claim, verdict, evidence)
		}

		/// Take back an attestation, and get its deposit.
		///
		/// Must be signed by the account that made it. Works after the version was removed, too.
		///
		/// - `attestation`: its id.
		///
		/// Emits `AttestationRevoked`.
		#[pallet::call_index(5)]
		#[pallet::weight(T::WeightInfo::revoke())]
		pub fn revoke(origin: OriginFor<T>, version: Sequence, attestation: u64) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_revoke(who, version, attestation)
		}

		/// Give back the deposit of a removed version's commitment.
		///
		/// Where versions extend each other, the newest goes first: it rests on the others.
		///
		/// Can be signed by anybody.
		///
		/// Emits `CommitmentReleased`.
		#[pallet::call_index(6)]
		#[pallet::weight(T::WeightInfo::release_commitment())]
		pub fn release_commitment(origin: OriginFor<T>, version: Sequence) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_release_commitment(version)
		}

		/// Give back the deposit of a proven record whose commitment is gone.
		///
		/// Can be signed by anybody.
		///
		/// - `version`: the one that had brought the record into the dataset.
		/// - `index`: the place that it had, counted from zero.
		///
		/// Emits `RecordReleased`.
		#[pallet::call_index(7)]
		#[pallet::weight(T::WeightInfo::release_record()
			.saturating_add(T::OnContribution::weight()))]
		pub fn release_record(
			origin: OriginFor<T>,
			version: Sequence,
			index: u64,
		) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_release_record(version, index)
		}
	}

	/// How many hashes a proof has, as a weight's component.
	fn length<Bound: Get<u32>>(proof: &BoundedVec<H256, Bound>) -> u32 {
		u32::try_from(proof.len()).unwrap_or(u32::MAX)
	}
}

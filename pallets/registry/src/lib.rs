// SPDX-License-Identifier: Apache-2.0

#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs)]

extern crate alloc;

mod api;
mod catalog;
mod deposit;
mod impls;
mod lifecycle;
mod lineage;
mod publish;
mod register;
mod removal;
mod reservation;
mod transfer;
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
		api::{MAX_DEPTH, MAX_EDGES, MAX_PAGE},
		seams::{Consent, Licensing, OnArtifact, References},
		text::{
			Locations, Name, Reason, Tags, MAX_LICENSE, MAX_LOCATION, MAX_LOCATIONS, MAX_NAME,
			MAX_REASON, MAX_TAG, MAX_TAGS,
		},
		ArtifactId, ArtifactKind, Commitment, Digest, NewVersion, Relation, Salt, Sequence,
		MAX_SOURCES,
	};
	use frame_support::{
		pallet_prelude::*,
		traits::tokens::fungible::{hold, Mutate},
	};
	use frame_system::pallet_prelude::*;
	use sp_runtime::Permill;

	/// The layout of this pallet's storage.
	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	/// Models and datasets, their versions and lineage.
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

		/// Who holds a license, and so may derive from a source that requires one.
		type Licensing: Licensing<Self::AccountId, BlockNumberFor<Self>>;

		/// Whether contributors still agree to what a dataset holds of theirs.
		type Consent: Consent;

		/// What keeps versions and artifacts from being removed.
		type References: References;

		/// Who is told what becomes of artifacts.
		type OnArtifact: OnArtifact<Self::AccountId>;

		// Limits.

		/// What is held for every stored item.
		#[pallet::constant]
		type ItemDeposit: Get<BalanceOf<Self>>;

		/// What is held for every stored byte, of keys and values.
		#[pallet::constant]
		type ByteDeposit: Get<BalanceOf<Self>>;

		/// The most that a version may ask as royalty, and the most that its sources may ask of it
		/// together.
		#[pallet::constant]
		type MaxRoyalty: Get<Permill>;

		/// For how many blocks a reservation can be revealed.
		#[pallet::constant]
		type ReservationPeriod: Get<BlockNumberFor<Self>>;

		/// For how many blocks after a publication an earlier reservation of the same digest can
		/// still be revealed.
		#[pallet::constant]
		type RevealWindow: Get<BlockNumberFor<Self>>;
	}

	/// The bounds of what users write, for clients to read from the metadata.
	#[pallet::extra_constants]
	impl<T: Config> Pallet<T> {
		/// Longest name of an artifact, in bytes.
		#[pallet::constant_name(MaxName)]
		fn max_name() -> u32 {
			MAX_NAME
		}

		/// Longest tag, in bytes.
		#[pallet::constant_name(MaxTag)]
		fn max_tag() -> u32 {
			MAX_TAG
		}

		/// Most tags on one artifact.
		#[pallet::constant_name(MaxTags)]
		fn max_tags() -> u32 {
			MAX_TAGS
		}

		/// Longest SPDX license expression, in bytes.
		#[pallet::constant_name(MaxLicense)]
		fn max_license() -> u32 {
			MAX_LICENSE
		}

		/// Longest location, in bytes.
		#[pallet::constant_name(MaxLocation)]
		fn max_location() -> u32 {
			MAX_LOCATION
		}

		/// Most locations of one version.
		#[pallet::constant_name(MaxLocations)]
		fn max_locations() -> u32 {
			MAX_LOCATIONS
		}

		/// Longest reason for yanking a version, in bytes.
		#[pallet::constant_name(MaxReason)]
		fn max_reason() -> u32 {
			MAX_REASON
		}

		/// Most sources of one version.
		#[pallet::constant_name(MaxSources)]
		fn max_sources() -> u32 {
			MAX_SOURCES
		}

		/// Most items in one answer of the runtime API.
		#[pallet::constant_name(MaxPage)]
		fn max_page() -> u32 {
			MAX_PAGE
		}

		/// Most generations in one answer of the runtime API.
		#[pallet::constant_name(MaxDepth)]
		fn max_depth() -> u32 {
			MAX_DEPTH
		}

		/// Most edges of the lineage in one answer of the runtime API.
		#[pallet::constant_name(MaxEdges)]
		fn max_edges() -> u32 {
			MAX_EDGES
		}
	}

	/// Artifacts by id. Written by `register`, cleared by `remove_artifact`.
	// The id is a hash of what users chose, so it can be ground: hash it once more.
	#[pallet::storage]
	pub type Artifacts<T: Config> =
		StorageMap<_, Blake2_128Concat, ArtifactId, ArtifactOf<T>, OptionQuery>;

	/// Versions by sequence. Written by `publish`, cleared by `remove_version`.
	// The chain assigns sequences one by one; nobody can choose them.
	#[pallet::storage]
	pub type Versions<T: Config> = StorageMap<_, Identity, Sequence, VersionOf<T>, OptionQuery>;

	/// The sequence of each version of an artifact, by its number. Written by `publish`, cleared
	/// by `remove_version`.
	// The id can be ground, so hash it; the chain assigns numbers one by one.
	#[pallet::storage]
	pub type ArtifactVersions<T: Config> =
		StorageDoubleMap<_, Blake2_128Concat, ArtifactId, Identity, u32, Sequence, OptionQuery>;

	/// The sequence that the next version gets.
	#[pallet::storage]
	pub type NextSequence<T: Config> = StorageValue<_, Sequence, ValueQuery, FirstSequence>;

	/// Where sequences begin, so that zero never names a version.
	#[pallet::type_value]
	pub fn FirstSequence() -> Sequence {
		1
	}

	/// Which version a digest belongs to. Written by `publish`; `remove_version` leaves a tombstone
	/// that stays for ever.
	// Users choose digests.
	#[pallet::storage]
	pub type VersionsByDigest<T: Config> =
		StorageMap<_, Blake2_128Concat, Digest, DigestRecordOf<T>, OptionQuery>;

	/// The versions derived from a version, and how: source first, derived second. Written by
	/// `publish`, cleared when the derived version is removed.
	// The chain assigns sequences one by one; nobody can choose them.
	#[pallet::storage]
	pub type Descendants<T: Config> =
		StorageDoubleMap<_, Identity, Sequence, Identity, Sequence, Relation, OptionQuery>;

	/// Reservations by account and commitment. Written by `reserve`, cleared when revealed or
	/// released. The account is part of the key so that nobody can take another's commitment.
	// Users choose both.
	#[pallet::storage]
	pub type Reservations<T: Config> = StorageDoubleMap<
		_,
		Blake2_128Concat,
		T::AccountId,
		Blake2_128Concat,
		Commitment,
		ReservationOf<T>,
		OptionQuery,
	>;

	/// Artifacts that were removed: their names cannot be taken again. Written by
	/// `remove_artifact`, and stays for ever.
	// The id is a hash of what users chose, so it can be ground: hash it once more.
	#[pallet::storage]
	pub type RemovedArtifacts<T: Config> =
		StorageMap<_, Blake2_128Concat, ArtifactId, TombstoneOf<T>, OptionQuery>;

	/// What happened. Each event carries all that changed.
	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A digest was reserved.
		Reserved {
			/// Who reserved it.
			account: T::AccountId,
			/// The hash that binds digest, account and salt.
			commitment: Commitment,
			/// The last block in which it can be revealed.
			expires_at: BlockNumberFor<T>,
			/// What is held until it is revealed or released.
			deposit: BalanceOf<T>,
		},
		/// A reservation was given up or had expired, and is gone.
		ReservationReleased {
			/// Who had made it, and got the deposit back.
			account: T::AccountId,
			/// The hash that it was known by.
			commitment: Commitment,
			/// What was given back.
			deposit: BalanceOf<T>,
		},
		/// A reservation was revealed by a publication, and is gone.
		ReservationRevealed {
			/// Who had made it, and got the deposit back.
			account: T::AccountId,
			/// The hash that it was known by.
			commitment: Commitment,
			/// The version that takes its priority.
			sequence: Sequence,
			/// What was given back.
			deposit: BalanceOf<T>,
		},
		/// An artifact was registered.
		ArtifactRegistered {
			/// What it is known by.
			artifact: ArtifactId,
			/// Model or dataset.
			kind: ArtifactKind,
			/// Who registered and owns it.
			publisher: T::AccountId,
			/// Its name.
			name: Name,
			/// Words to find it by.
			tags: Tags,
			/// What is held for it.
			deposit: BalanceOf<T>,
		},
		/// A version was published.
		VersionPublished {
			/// What it is known by.
			sequence: Sequence,
			/// Who published it and holds its deposit.
			owner: T::AccountId,
			/// The version as stored.
			version: VersionOf<T>,
		},
		/// The digest of a version went to another one that had been reserved earlier.
		VersionSuperseded {
			/// The version that cannot be cited or sold any more.
			sequence: Sequence,
			/// The version that the digest belongs to now.
			by: Sequence,
		},
		/// The digest of a removed version went to one that had been reserved earlier.
		DigestReclaimed {
			/// The digest.
			manifest: Digest,
			/// The removed version that it had belonged to.
			sequence: Sequence,
			/// The version that it belongs to now.
			by: Sequence,
			/// Who had removed the version, and got the rest of its deposit back.
			account: T::AccountId,
			/// What was given back.
			released: BalanceOf<T>,
		},
		/// A version was yanked: its owner advises against it.
		VersionYanked {
			/// The version.
			sequence: Sequence,
			/// Why, in the owner's words.
			reason: Reason,
			/// What is held for the version now.
			deposit: BalanceOf<T>,
		},
		/// A version can be cited and sold again.
		VersionUnyanked {
			/// The version.
			sequence: Sequence,
			/// What is held for the version now.
			deposit: BalanceOf<T>,
		},
		/// The card of a version was replaced.
		CardUpdated {
			/// The version.
			sequence: Sequence,
			/// The BLAKE3 hash of the new card, if there is one.
			card: Option<Digest>,
			/// What is held for the version now.
			deposit: BalanceOf<T>,
		},
		/// The locations of a version were replaced.
		LocationsUpdated {
			/// The version.
			sequence: Sequence,
			/// Where its bytes can be had now.
			locations: Locations,
			/// What is held for the version now.
			deposit: BalanceOf<T>,
		},
		/// The tags of an artifact were replaced.
		TagsUpdated {
			/// The artifact.
			artifact: ArtifactId,
			/// Its tags now.
			tags: Tags,
			/// What is held for the artifact now, without its versions.
			deposit: BalanceOf<T>,
		},
		/// An artifact was offered to a new owner.
		TransferProposed {
			/// The artifact.
			artifact: ArtifactId,
			/// Who owns it until it is accepted.
			owner: T::AccountId,
			/// Who may accept it. An earlier proposal is void.
			new_owner: T::AccountId,
		},
		/// A proposed transfer was taken back or declined.
		TransferCancelled {
			/// The artifact.
			artifact: ArtifactId,
			/// Who owns it.
			owner: T::AccountId,
			/// Who might have accepted it.
			new_owner: T::AccountId,
		},
		/// An artifact has a new owner.
		OwnershipTransferred {
			/// The artifact.
			artifact: ArtifactId,
			/// Who owned it, and got the deposits back.
			old_owner: T::AccountId,
			/// Who owns it, and holds the deposits now.
			new_owner: T::AccountId,
			/// What is held for the artifact and its versions together.
			deposit: BalanceOf<T>,
		},
		/// An artifact was retired: nothing more of it can be published, cited or sold.
		ArtifactRetired {
			/// The artifact.
			artifact: ArtifactId,
		},
		/// A version was removed.
		VersionRemoved {
			/// What it was known by.
			sequence: Sequence,
			/// The artifact it was a version of.
			artifact: ArtifactId,
			/// Its number, which is not given again.
			number: u32,
			/// Its digest, which cannot be published again unless it belongs to another version.
			manifest: Digest,
			/// Who owned it.
			owner: T::AccountId,
			/// What was given back.
			released: BalanceOf<T>,
			/// What stays held for the digest's tombstone.
			tombstone: BalanceOf<T>,
		},
		/// An artifact was removed.
		ArtifactRemoved {
			/// What it was known by.
			artifact: ArtifactId,
			/// Who had registered it.
			publisher: T::AccountId,
			/// Its name, which cannot be registered again by that publisher.
			name: Name,
			/// Who owned it.
			owner: T::AccountId,
			/// What was given back.
			released: BalanceOf<T>,
			/// What stays held for the name's tombstone.
			tombstone: BalanceOf<T>,
		},
	}

	/// Why a call was refused.
	#[pallet::error]
	pub enum Error<T> {
		/// You already reserved this digest with this salt; that reservation still stands.
		ReservationExists,
		/// You have no reservation for this digest and salt. Reserve it first, from the account
		/// that publishes it.
		ReservationNotFound,
		/// The reservation was made in this very block. Publish in the next one.
		ReservationTooNew,
		/// The reservation has expired. Release it and reserve the digest again, or publish
		/// without a reservation.
		ReservationExpired,
		/// Only the account that made this reservation can release it before it expires.
		ReservationNotExpired,
		/// A name has 1 to 64 characters from a-z, 0-9, '.', '_' and '-', and begins with a letter
		/// or digit.
		InvalidName,
		/// A tag has 1 to 24 characters from a-z, 0-9, '.', '_' and '-', and begins with a letter
		/// or digit.
		InvalidTag,
		/// The same tag is given twice.
		DuplicateTag,
		/// The license must be an SPDX expression such as 'Apache-2.0 OR MIT'.
		InvalidLicense,
		/// A location is a URI such as `https://example.org/model`, in ASCII and without spaces.
		InvalidLocation,
		/// The same location is given twice.
		DuplicateLocation,
		/// The reason must be one line of UTF-8 text.
		InvalidReason,
		/// A version has at least one file and at least one byte.
		EmptyVersion,
		/// You already registered an artifact of this name.
		ArtifactExists,
		/// An artifact of this name was removed; its name cannot be used again.
		ArtifactRemoved,
		/// There is no such artifact.
		ArtifactNotFound,
		/// There is no such version.
		VersionNotFound,
		/// Only the artifact's owner can do this.
		NotOwner,
		/// The artifact is retired: it takes no new versions, for ever.
		ArtifactRetired,
		/// These bytes are already published, see the version with this digest.
		DigestAlreadyPublished,
		/// These bytes were published once and removed; they cannot be published again.
		DigestRemoved,
		/// These bytes are already published, and were claimed no later than your reservation.
		ReservationTooLate,
		/// These bytes are already published, and so long ago that your earlier reservation no
		/// longer counts.
		RevealWindowClosed,
		/// The royalty is higher than a version may ask.
		RoyaltyTooHigh,
		/// The sources together ask for a higher royalty than a version may owe.
		RoyaltiesTooHigh,
		/// The same source is named twice.
		DuplicateSource,
		/// There is no version of that sequence to derive from.
		SourceNotFound,
		/// A source is yanked: its owner advises against it. Use another version.
		SourceYanked,
		/// A source is superseded: cite the version that its digest belongs to.
		SourceSuperseded,
		/// A source belongs to an artifact that is retired.
		SourceRetired,
		/// A source and its relation do not fit, such as a model that is a subset of a dataset.
		RelationMismatch,
		/// A source forbids to derive from it.
		DerivationForbidden,
		/// A source may only be derived from with a license for it. Get one first.
		LicenseRequired,
		/// A source does not allow this use, such as training.
		UseForbidden,
		/// The terms allow a use that a source does not allow.
		TermsExceedSource,
		/// A source asks for a higher royalty than you named.
		RoyaltyAboveLimit,
		/// The version is already yanked.
		AlreadyYanked,
		/// The version is not yanked.
		NotYanked,
		/// The version's digest belongs to another version that was reserved earlier.
		VersionSuperseded,
		/// The artifact is already retired.
		AlreadyRetired,
		/// That account already owns the artifact.
		AlreadyOwner,
		/// No transfer of this artifact is proposed.
		NoTransferProposed,
		/// The artifact was offered to another account.
		NotProposedOwner,
		/// The version cannot be removed: other versions were derived from it.
		HasDescendants,
		/// It cannot be removed: there are licenses for it.
		HasLicenses,
		/// It cannot be removed: there is income accounted to it.
		HasIncome,
		/// The artifact cannot be removed: it still has versions. Remove them first.
		HasVersions,
		/// No more versions can be counted.
		TooManyVersions,
		/// A contributor withdrew consent to a record of this dataset. Cite a version without that
		/// record, or leave it out and cite this one as the dataset that yours is a subset of.
		SourceConsentWithdrawn,
	}

	/// Why the pallet holds tokens.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// Artifacts that the account owns. Returned when they are removed or accepted by a new
		/// owner.
		#[codec(index = 0)]
		Artifact,
		/// Versions of artifacts that the account owns. Returned when they are removed or accepted
		/// by a new owner.
		#[codec(index = 1)]
		Version,
		/// Reservations of digests. Returned when they are revealed or released.
		#[codec(index = 2)]
		Reservation,
		/// Names and digests of what the account removed, which nobody can take again. Held for
		/// ever.
		#[codec(index = 3)]
		Tombstone,
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		#[cfg(feature = "std")]
		fn integrity_test() {
			use sp_runtime::traits::Zero;

			assert!(!T::ItemDeposit::get().is_zero(), "every stored item must cost a deposit");
			assert!(!T::ByteDeposit::get().is_zero(), "every stored byte must cost a deposit");
			assert!(
				!T::MaxRoyalty::get().is_zero() && T::MaxRoyalty::get() < Permill::one(),
				"some, but not all income can be owed to sources",
			);
			assert!(
				!T::ReservationPeriod::get().is_zero(),
				"a reservation must be at least a block old to be revealed",
			);
			assert!(
				!T::RevealWindow::get().is_zero(),
				"a copied publication must not beat a reservation",
			);
			assert!(
				Self::version_tombstone_price().is_ok()
					&& Self::artifact_tombstone_price().is_ok()
					&& Self::largest_version_price().is_ok(),
				"the largest deposit must not overflow",
			);
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Reserve a digest without showing it.
		///
		/// Whoever publishes after showing its digest in the transaction pool could be overtaken by
		/// a copy. So reserve first, and publish with the salt in a later block: the version then
		/// has the priority of this block. A deposit is held until the reservation is revealed or
		/// released.
		///
		/// Must be signed by the account that will publish.
		///
		/// - `commitment`: the hash of tag, digest, account and salt.
		///
		/// Emits `Reserved`.
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::reserve())]
		pub fn reserve(origin: OriginFor<T>, commitment: Commitment) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_reserve(who, commitment)
		}

		/// Release a reservation and give back its deposit.
		///
		/// Must be signed by the account that made it; by anybody once it has expired.
		///
		/// - `account`: who made it, and gets the deposit back.
		///
		/// Emits `ReservationReleased`.
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::release_reservation())]
		pub fn release_reservation(
			origin: OriginFor<T>,
			account: T::AccountId,
			commitment: Commitment,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_release_reservation(who, account, commitment)
		}

		/// Register a model or dataset under a name.
		///
		/// Its id is a hash of the publisher and the name, so versions can be published in the
		/// same batch. A deposit is held until it is removed or has a new owner.
		///
		/// Must be signed by the publisher, who becomes the owner.
		///
		/// Emits `ArtifactRegistered`.
		#[pallet::call_index(2)]
		#[pallet::weight(T::WeightInfo::register())]
		pub fn register(
			origin: OriginFor<T>,
			kind: ArtifactKind,
			name: Name,
			tags: Tags,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_register(who, kind, name, tags)
		}

		/// Publish a version of an artifact.
		///
		/// Everything but the card and the locations is final. The bytes of a version are published
		/// once on this chain: where somebody else was first, this fails, unless an earlier
		/// reservation is revealed within `RevealWindow` blocks of that publication. A deposit is
		/// held until the version is removed or has a new owner.
		///
		/// Must be signed by the artifact's owner.
		///
		/// - `reservation`: the salt of a reservation that the owner made in an earlier block.
		///
		/// Emits `VersionPublished`; with a reservation `ReservationRevealed`, and where that takes
		/// the digest from another version `VersionSuperseded` or `DigestReclaimed`.
		#[pallet::call_index(3)]
		#[pallet::weight(match reservation {
			Some(_) => T::WeightInfo::publish_reserved(version.source_count()),
			None => T::WeightInfo::publish(version.source_count()),
		})]
		pub fn publish(
			origin: OriginFor<T>,
			artifact: ArtifactId,
			version: NewVersion,
			reservation: Option<Salt>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_publish(who, artifact, version, reservation)
		}

		/// Advise against a version: it can no longer be cited or sold.
		///
		/// Nothing is taken from those who use it, and it can be undone with `unyank`. The bytes of
		/// the reason are added to the version's deposit.
		///
		/// Must be signed by the artifact's owner.
		///
		/// - `reason`: one line of UTF-8 text for those who use it; may be empty.
		///
		/// Emits `VersionYanked`.
		#[pallet::call_index(4)]
		#[pallet::weight(T::WeightInfo::yank())]
		pub fn yank(origin: OriginFor<T>, sequence: Sequence, reason: Reason) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_yank(who, sequence, reason)
		}

		/// Let a yanked version be cited and sold again.
		///
		/// Must be signed by the artifact's owner.
		///
		/// Emits `VersionUnyanked`.
		#[pallet::call_index(5)]
		#[pallet::weight(T::WeightInfo::unyank())]
		pub fn unyank(origin: OriginFor<T>, sequence: Sequence) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_unyank(who, sequence)
		}

		/// Replace the card of a version.
		///
		/// The version's deposit grows or shrinks with it.
		///
		/// Must be signed by the artifact's owner.
		///
		/// - `card`: the BLAKE3 hash of the new card; none takes the card away.
		///
		/// Emits `CardUpdated`.
		#[pallet::call_index(6)]
		#[pallet::weight(T::WeightInfo::update_card())]
		pub fn update_card(
			origin: OriginFor<T>,
			sequence: Sequence,
			card: Option<Digest>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_update_card(who, sequence, card)
		}

		/// Replace the locations of a version.
		///
		/// The version's deposit grows or shrinks with them.
		///
		/// Must be signed by the artifact's owner.
		///
		/// Emits `LocationsUpdated`.
		#[pallet::call_index(7)]
		#[pallet::weight(T::WeightInfo::update_locations())]
		pub fn update_locations(
			origin: OriginFor<T>,
			sequence: Sequence,
			locations: Locations,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_update_locations(who, sequence, locations)
		}

		/// Replace the tags of an artifact.
		///
		/// The artifact's deposit grows or shrinks with them.
		///
		/// Must be signed by the artifact's owner.
		///
		/// Emits `TagsUpdated`.
		#[pallet::call_index(8)]
		#[pallet::weight(T::WeightInfo::update_tags())]
		pub fn update_tags(
			origin: OriginFor<T>,
			artifact: ArtifactId,
			tags: Tags,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_update_tags(who, artifact, tags)
		}

		/// Offer an artifact with all its versions to a new owner.
		///
		/// Nothing changes until the new owner accepts. An earlier offer is void.
		///
		/// Must be signed by the artifact's owner.
		///
		/// Emits `TransferProposed`.
		#[pallet::call_index(9)]
		#[pallet::weight(T::WeightInfo::transfer_ownership())]
		pub fn transfer_ownership(
			origin: OriginFor<T>,
			artifact: ArtifactId,
			new_owner: T::AccountId,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_transfer_ownership(who, artifact, new_owner)
		}

		/// Accept an artifact with all its versions.
		///
		/// The deposits for all of it are held on the new owner's account, then the old owner's
		/// are given back. The name stays that of the publisher.
		///
		/// Must be signed by the account that the artifact was offered to.
		///
		/// Emits `OwnershipTransferred`.
		#[pallet::call_index(10)]
		#[pallet::weight(T::WeightInfo::accept_ownership()
			.saturating_add(T::OnArtifact::weight()))]
		pub fn accept_ownership(origin: OriginFor<T>, artifact: ArtifactId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_accept_ownership(who, artifact)
		}

		/// Take back or decline the offer of an artifact.
		///
		/// Must be signed by the artifact's owner or by the account that it was offered to.
		///
		/// Emits `TransferCancelled`.
		#[pallet::call_index(11)]
		#[pallet::weight(T::WeightInfo::cancel_transfer())]
		pub fn cancel_transfer(origin: OriginFor<T>, artifact: ArtifactId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_cancel_transfer(who, artifact)
		}

		/// Retire an artifact: nothing more of it can be published, cited or sold, for ever.
		///
		/// Must be signed by the artifact's owner.
		///
		/// Emits `ArtifactRetired`.
		#[pallet::call_index(12)]
		#[pallet::weight(T::WeightInfo::retire())]
		pub fn retire(origin: OriginFor<T>, artifact: ArtifactId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_retire(who, artifact)
		}

		/// Remove a version that nothing refers to: no descendant, license or income.
		///
		/// Its deposit is given back, but for the part that is held for ever for its digest, which
		/// cannot be published again.
		///
		/// The weight that is not needed for sources it does not have is given back.
		///
		/// Must be signed by the artifact's owner.
		///
		/// Emits `VersionRemoved`.
		#[pallet::call_index(13)]
		#[pallet::weight(Pallet::<T>::removal_weight(MAX_SOURCES))]
		pub fn remove_version(
			origin: OriginFor<T>,
			sequence: Sequence,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			let sources = Self::do_remove_version(who, sequence)?;
			Ok(Some(Self::removal_weight(sources)).into())
		}

		/// Remove an artifact that has no versions and that nothing refers to.
		///
		/// Its deposit is given back, but for the part that is held for ever for its name, which
		/// cannot be registered again.
		///
		/// Must be signed by the artifact's owner.
		///
		/// Emits `ArtifactRemoved`.
		#[pallet::call_index(14)]
		#[pallet::weight(T::WeightInfo::remove_artifact()
			.saturating_add(T::References::weight())
			.saturating_add(T::OnArtifact::weight()))]
		pub fn remove_artifact(origin: OriginFor<T>, artifact: ArtifactId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_remove_artifact(who, artifact)
		}
	}
}

// SPDX-License-Identifier: Apache-2.0

#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs)]

extern crate alloc;

mod api;
mod cap;
mod deposit;
mod impls;
mod license;
mod offer;
mod purchase;
mod refund;
mod sales;
mod settlement;
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
		seams::{InspectArtifacts, Revenue},
		ArtifactId, LicenseTerm, OfferId, Sequence, MAX_OFFERS,
	};
	use frame_support::{
		pallet_prelude::*,
		traits::tokens::fungible::{hold, Mutate},
		weights::WeightMeter,
	};
	use frame_system::pallet_prelude::*;
	use sp_runtime::Perbill;

	/// The layout of this pallet's storage.
	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	/// Offers, licenses, refunds and capped profit.
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

		/// The tokens that prices and deposits are made of.
		type Currency: Mutate<Self::AccountId>
			+ hold::Mutate<Self::AccountId, Reason = Self::RuntimeHoldReason>;

		// Neighbours.

		/// Where the artifacts and versions are that licenses are sold for.
		type Artifacts: InspectArtifacts<Self::AccountId>;

		/// Who takes what was paid, and passes it on.
		type Revenue: Revenue<Self::AccountId, BalanceOf<Self>, Self::RuntimeHoldReason>;

		// Limits.

		/// What is held for every stored item.
		#[pallet::constant]
		type ItemDeposit: Get<BalanceOf<Self>>;

		/// What is held for every stored byte, of keys and values.
		#[pallet::constant]
		type ByteDeposit: Get<BalanceOf<Self>>;

		/// The least that a license costs, in planck, unless it is free.
		#[pallet::constant]
		type MinPrice: Get<BalanceOf<Self>>;

		/// For how many blocks after the purchase the price can be refunded at most.
		#[pallet::constant]
		type MaxRefundWindow: Get<BlockNumberFor<Self>>;

		/// The share of a block's unused weight that settles purchases.
		#[pallet::constant]
		type IdleShare: Get<Perbill>;

		// Benchmarking.

		/// Makes versions to sell.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: BenchmarkHelper<Self::AccountId>;
	}

	/// Makes what benchmarks need of neighbours.
	#[cfg(feature = "runtime-benchmarks")]
	pub trait BenchmarkHelper<AccountId> {
		/// One more version, by number from zero, of one and the same model of `owner`, who can pay
		/// for it. It is available, and may be used commercially.
		fn publish_version(owner: &AccountId, number: u32) -> Sequence;
	}

	/// The bounds of what users write and ask, for clients to read from the metadata.
	#[pallet::extra_constants]
	impl<T: Config> Pallet<T> {
		/// Most offers of one artifact.
		#[pallet::constant_name(MaxOffers)]
		fn max_offers() -> u32 {
			MAX_OFFERS
		}
	}

	/// Offers, by id. Written by `create_offer`, `update_offer`, and purchases and refunds where
	/// the supply is limited; cleared by `close_offer`.
	// The chain assigns ids one by one; nobody can choose them.
	#[pallet::storage]
	pub type Offers<T: Config> = StorageMap<_, Identity, OfferId, OfferOf<T>, OptionQuery>;

	/// The id that the next offer gets.
	#[pallet::storage]
	pub type NextOffer<T: Config> = StorageValue<_, OfferId, ValueQuery, FirstOffer>;

	/// Where ids of offers begin, so that zero never names one.
	#[pallet::type_value]
	pub fn FirstOffer() -> OfferId {
		1
	}

	/// What artifacts sell and sold, by artifact. Written by `create_offer` and `pledge_cap`,
	/// cleared when it says nothing any more, or the artifact is removed.
	// Users choose the names that artifacts' ids are made from.
	#[pallet::storage]
	pub type Sales<T: Config> =
		StorageMap<_, Blake2_128Concat, ArtifactId, SalesRecordOf<T>, OptionQuery>;

	/// The artifacts that there are licenses for, most first: the keys are the complement of the number
	/// of licenses as big-endian bytes, so that the storage's order is that, and the artifact. Written
	/// with what `Sales` counts, and cleared when it counts none.
	// Who makes ids that begin alike gains a few steps of the way to a key, and pays for a license with
	// each.
	#[pallet::storage]
	pub type Popularity<T: Config> =
		StorageDoubleMap<_, Identity, [u8; 4], Identity, ArtifactId, (), OptionQuery>;

	/// Licenses, by artifact and holder: one read tells whether an account may use an artifact.
	/// Written by `buy`, `renew`, `transfer_license` and settlement; cleared by `refund` and
	/// `release_license`.
	// Users choose accounts, and the names that artifacts' ids are made from.
	#[pallet::storage]
	pub type Licenses<T: Config> = StorageDoubleMap<
		_,
		Blake2_128Concat,
		ArtifactId,
		Blake2_128Concat,
		T::AccountId,
		LicenseOf<T>,
		OptionQuery,
	>;

	/// The artifacts that each account has a license for. Written and cleared with `Licenses`.
	// Users choose accounts, and the names that artifacts' ids are made from.
	#[pallet::storage]
	pub type LicensesOf<T: Config> = StorageDoubleMap<
		_,
		Blake2_128Concat,
		T::AccountId,
		Blake2_128Concat,
		ArtifactId,
		(),
		OptionQuery,
	>;

	/// Purchases that are not settled yet, by the last block of their refund window, as big-endian
	/// bytes so that the storage's order is that of blocks, and by artifact and holder. Written by
	/// `buy` and `renew`, cleared by a refund or settlement, or when the latter fails in `on_idle`.
	// A block is at most `MaxRefundWindow` ahead; users choose accounts and artifacts.
	#[pallet::storage]
	pub type Due<T: Config> = StorageDoubleMap<
		_,
		Identity,
		[u8; 4],
		Blake2_128Concat,
		(ArtifactId, T::AccountId),
		(),
		OptionQuery,
	>;

	/// How many offers and licenses name a version, by sequence: what keeps it from being removed.
	/// Written and cleared with `Offers` and `Licenses`.
	// The chain assigns sequences one by one; nobody can choose them.
	#[pallet::storage]
	pub type VersionUses<T: Config> = StorageMap<_, Identity, Sequence, u32, ValueQuery>;

	/// What happened. Each event carries all that changed.
	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// Licenses for an artifact can be bought.
		OfferCreated {
			/// What the offer is known by.
			offer: OfferId,
			/// The artifact that a license covers.
			artifact: ArtifactId,
			/// Who owns the artifact, made the offer, and holds the deposit.
			owner: T::AccountId,
			/// What it says.
			terms: OfferTermsOf<T>,
			/// What is held.
			deposit: BalanceOf<T>,
		},
		/// An offer says something else now.
		OfferUpdated {
			/// What the offer is known by.
			offer: OfferId,
			/// The number of these terms, which a buyer names.
			revision: u32,
			/// What it says now.
			terms: OfferTermsOf<T>,
		},
		/// An offer is gone. Licenses bought under it stay.
		OfferClosed {
			/// What the offer was known by.
			offer: OfferId,
			/// The artifact that a license covered.
			artifact: ArtifactId,
			/// Who had made the offer, and got the deposit back.
			depositor: T::AccountId,
			/// What was given back.
			deposit: BalanceOf<T>,
		},
		/// Somebody has a license.
		LicenseBought {
			/// The artifact that it covers.
			artifact: ArtifactId,
			/// Who holds it.
			account: T::AccountId,
			/// The offer that it was bought under.
			offer: OfferId,
			/// The version that was sold.
			version: Sequence,
			/// What it costs, in planck.
			price: BalanceOf<T>,
			/// How long it lasts.
			term: LicenseTerm<BlockNumberFor<T>>,
			/// The last block in which the price can be refunded; until then it is held. Nothing
			/// where it was taken at once, or there is no price.
			refundable_until: Option<BlockNumberFor<T>>,
			/// What is held for the record.
			deposit: BalanceOf<T>,
		},
		/// A license lasts longer.
		LicenseRenewed {
			/// The artifact that it covers.
			artifact: ArtifactId,
			/// Who holds it.
			account: T::AccountId,
			/// The offer that it was renewed under.
			offer: OfferId,
			/// The version that was sold.
			version: Sequence,
			/// What it costs, in planck.
			price: BalanceOf<T>,
			/// How long it lasts now.
			term: LicenseTerm<BlockNumberFor<T>>,
			/// The last block in which the price can be refunded; until then it is held. Nothing
			/// where it was taken at once, or there is no price.
			refundable_until: Option<BlockNumberFor<T>>,
		},
		/// A buyer has the price back. The license ended, or is as it was before it was renewed.
		PurchaseRefunded {
			/// The artifact that the license covered.
			artifact: ArtifactId,
			/// Who bought.
			account: T::AccountId,
			/// The offer that it was bought under.
			offer: OfferId,
			/// What was given back of the price.
			price: BalanceOf<T>,
			/// What was given back for the record; zero where the license goes on.
			deposit: BalanceOf<T>,
		},
		/// A purchase is final and paid.
		PurchaseSettled {
			/// The artifact that the license covers.
			artifact: ArtifactId,
			/// Who bought.
			account: T::AccountId,
			/// The offer that it was bought under.
			offer: OfferId,
			/// The version that was sold, whose vault was paid.
			version: Sequence,
			/// What was paid, in planck: the sum of the next three.
			price: BalanceOf<T>,
			/// The protocol's fee.
			fee: BalanceOf<T>,
			/// What reached the version's vault.
			income: BalanceOf<T>,
			/// What went to the commons, above the artifact's cap.
			excess: BalanceOf<T>,
		},
		/// A purchase is final, and the buyer has the price back: licenses became free meanwhile.
		PurchaseReleased {
			/// The artifact that the license covers.
			artifact: ArtifactId,
			/// Who bought.
			account: T::AccountId,
			/// The offer that it was bought under.
			offer: OfferId,
			/// What was given back.
			price: BalanceOf<T>,
		},
		/// A purchase that is due could not be settled by itself. Call `settle`.
		SettlementFailed {
			/// The artifact that the license covers.
			artifact: ArtifactId,
			/// Who bought.
			account: T::AccountId,
			/// Why.
			error: DispatchError,
		},
		/// A license belongs to somebody else.
		LicenseTransferred {
			/// The artifact that it covers.
			artifact: ArtifactId,
			/// Who held it.
			from: T::AccountId,
			/// Who holds it now, and its deposit.
			to: T::AccountId,
			/// What is held.
			deposit: BalanceOf<T>,
		},
		/// A license is gone.
		LicenseReleased {
			/// The artifact that it covered.
			artifact: ArtifactId,
			/// Who held it, and got the deposit back.
			account: T::AccountId,
			/// What was given back.
			deposit: BalanceOf<T>,
		},
		/// A publisher pledged that an artifact brings no more than this.
		CapPledged {
			/// The artifact.
			artifact: ArtifactId,
			/// The most that its sales may bring, in planck.
			cap: BalanceOf<T>,
			/// What they brought so far, in planck.
			income: BalanceOf<T>,
		},
		/// A publisher pledged that an artifact brings even less.
		CapLowered {
			/// The artifact.
			artifact: ArtifactId,
			/// The most that its sales may bring, in planck.
			cap: BalanceOf<T>,
			/// What they brought so far, in planck.
			income: BalanceOf<T>,
		},
		/// An artifact brought what it may. Every license for it is free from now on.
		CapReached {
			/// The artifact.
			artifact: ArtifactId,
			/// What its sales brought, in planck.
			income: BalanceOf<T>,
		},
		/// What an artifact sells is kept from now on.
		SalesOpened {
			/// The artifact.
			artifact: ArtifactId,
			/// Who holds the deposit.
			depositor: T::AccountId,
			/// What is held.
			deposit: BalanceOf<T>,
		},
		/// What an artifact sold needs not be kept any more.
		SalesClosed {
			/// The artifact.
			artifact: ArtifactId,
			/// Who got the deposit back.
			depositor: T::AccountId,
			/// What was given back.
			deposit: BalanceOf<T>,
		},
	}

	/// Why a call was refused.
	#[pallet::error]
	pub enum Error<T> {
		/// There is no such version.
		VersionNotFound,
		/// There is no such model or dataset.
		ArtifactNotFound,
		/// There is no such offer. It may have been closed.
		OfferNotFound,
		/// Only the owner of the model or dataset can do this.
		NotOwner,
		/// The version was yanked or superseded, or its model or dataset retired: it cannot be sold.
		VersionNotAvailable,
		/// The version's terms do not allow commercial use, so a license for it must be free.
		NotCommercial,
		/// The price is below the least that a license may cost. It can also be zero.
		PriceTooLow,
		/// A license lasts at least one block.
		DurationTooShort,
		/// An offer begins with a supply of at least one. Leave it out to sell any number.
		SupplyTooLow,
		/// The refund window is longer than allowed, or does not end before the license.
		RefundWindowTooLong,
		/// There are as many offers as there may be. Close one first.
		TooManyOffers,
		/// The version belongs to another model or dataset than the offer. Make a new offer.
		DifferentArtifact,
		/// The cap is reached, so licenses are free, and the offer stays as it is until the model
		/// or dataset is retired.
		CapReached,
		/// The owner needs no license.
		OwnArtifact,
		/// The account has a license already. Renew it.
		AlreadyLicensed,
		/// The price is higher than the buyer allows.
		PriceAboveLimit,
		/// The offer changed since the buyer saw it. Look at it again.
		TermsChanged,
		/// The supply is used up.
		SoldOut,
		/// The account has no license for this model or dataset.
		LicenseNotFound,
		/// The license lasts for ever.
		NothingToRenew,
		/// The last purchase is not settled yet. Waive the refund, or wait for its window to end.
		PurchasePending,
		/// All is paid: no purchase can be refunded.
		NothingToRefund,
		/// The refund window has ended.
		RefundWindowClosed,
		/// The buyer can still have the price back. Settle once the refund window has ended.
		RefundWindowOpen,
		/// All is paid: no purchase waits to be settled.
		NothingToSettle,
		/// The license was sold to one account, and cannot be handed on.
		NotTransferable,
		/// The license has expired. Renew it first.
		LicenseExpired,
		/// The recipient has a license already.
		RecipientLicensed,
		/// The recipient's account does not exist. Send it some tokens first.
		RecipientNotFound,
		/// Only its holder can release a license before it expires.
		LicenseLasts,
		/// A cap was pledged already. It can be lowered.
		CapAlreadyPledged,
		/// No cap was pledged.
		CapNotPledged,
		/// A cap can only be lowered.
		CapNotLower,
		/// Only its holder can release a license that lasts for ever.
		NotLicensee,
	}

	/// Why the pallet holds tokens.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// Offers that the account made. Returned when they are closed.
		#[codec(index = 0)]
		Offer,
		/// Licenses of the account. Returned when they are refunded or released.
		#[codec(index = 1)]
		License,
		/// Prices of licenses that can still be refunded. Paid when the refund window ends.
		#[codec(index = 2)]
		Purchase,
		/// What models or datasets sell, which the account was the first to offer or pledge for.
		/// Returned when there are no offers, licenses, income and cap, or when the model or
		/// dataset is removed.
		#[codec(index = 3)]
		Sales,
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		/// Settles purchases whose refund window ended, with a share of the weight that is left.
		fn on_idle(_: BlockNumberFor<T>, remaining: Weight) -> Weight {
			let mut meter = WeightMeter::with_limit(T::IdleShare::get() * remaining);
			Self::settle_due(&mut meter);
			meter.consumed()
		}

		#[cfg(feature = "std")]
		fn integrity_test() {
			use sp_runtime::traits::Zero;

			assert!(!T::ItemDeposit::get().is_zero(), "every stored item must cost a deposit");
			assert!(!T::ByteDeposit::get().is_zero(), "every stored byte must cost a deposit");
			assert!(!T::MinPrice::get().is_zero(), "a price must be more than dust");
			assert!(!T::IdleShare::get().is_zero(), "purchases must be settled by themselves");
			assert_eq!(
				BlockNumberFor::<T>::max_encoded_len(),
				4,
				"a block's height must be as long as in the keys of purchases that are due",
			);
			assert!(
				Self::offer_price().is_ok()
					&& Self::license_price().is_ok()
					&& Self::sales_price().is_ok(),
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
		/// Offer licenses for a model or dataset of yours.
		///
		/// A license covers all versions; what it costs is income of the version that the terms
		/// name. Holds a deposit until the offer is closed, and another one with the first offer or
		/// pledge.
		///
		/// Must be signed by the owner.
		///
		/// Emits `OfferCreated`, and `SalesOpened` where it is the first.
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::create_offer())]
		pub fn create_offer(origin: OriginFor<T>, terms: OfferTermsOf<T>) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_create_offer(who, terms)
		}

		/// Replace the terms of an offer.
		///
		/// Whoever buys on what they saw before is refused. Licenses that were bought stay as they
		/// are.
		///
		/// Must be signed by the owner of the model or dataset. Works as long as its licenses are
		/// not free by a cap.
		///
		/// - `terms`: all of them; the supply is how many can be bought from now on.
		///
		/// Emits `OfferUpdated`.
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::update_offer())]
		pub fn update_offer(
			origin: OriginFor<T>,
			offer: OfferId,
			terms: OfferTermsOf<T>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_update_offer(who, offer, terms)
		}

		/// Close an offer.
		///
		/// Licenses that were bought stay, and can still be refunded in their time. The deposit goes
		/// to who made the offer.
		///
		/// Must be signed by the owner of the model or dataset. Where its licenses are free by a
		/// cap, retire it first.
		///
		/// Emits `OfferClosed`, and `SalesClosed` where nothing is left.
		#[pallet::call_index(2)]
		#[pallet::weight(T::WeightInfo::close_offer())]
		pub fn close_offer(origin: OriginFor<T>, offer: OfferId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_close_offer(who, offer)
		}

		/// Buy a license under an offer at no more than `max_price`.
		///
		/// The price is held on your account until the refund window ends, and is yours to get back
		/// until then; without a window it is paid at once. Holds a deposit for the license's
		/// record until it ends.
		///
		/// Must be signed by the buyer, who must neither own the model or dataset nor have a license
		/// for it.
		///
		/// - `max_price`: in planck; the price may have become lower than you saw, or zero.
		/// - `revision`: the number of the terms that you saw.
		///
		/// Emits `LicenseBought`, and `PurchaseSettled` where it is paid at once.
		#[pallet::call_index(3)]
		#[pallet::weight(T::WeightInfo::buy().saturating_add(T::Revenue::take_weight()))]
		pub fn buy(
			origin: OriginFor<T>,
			offer: OfferId,
			max_price: BalanceOf<T>,
			revision: u32,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			let taken = Self::do_buy(who, offer, max_price, revision)?;
			weighing(T::WeightInfo::buy(), taken)
		}

		/// Let a license last longer.
		///
		/// Works under any offer for the same model or dataset. The time is added to what is left;
		/// a refund goes back to the license as it is now.
		///
		/// Must be signed by the license's holder.
		///
		/// - `max_price`: in planck; the price may have become lower than you saw, or zero.
		/// - `revision`: the number of the terms that you saw.
		///
		/// Emits `LicenseRenewed`, and `PurchaseSettled` where it is paid at once.
		#[pallet::call_index(4)]
		#[pallet::weight(T::WeightInfo::renew().saturating_add(T::Revenue::take_weight()))]
		pub fn renew(
			origin: OriginFor<T>,
			offer: OfferId,
			max_price: BalanceOf<T>,
			revision: u32,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			let taken = Self::do_renew(who, offer, max_price, revision)?;
			weighing(T::WeightInfo::renew(), taken)
		}

		/// Get the price of your last purchase back.
		///
		/// All of it, to the last unit. The license ends, and its deposit comes back; or it is as it
		/// was before it was renewed.
		///
		/// Must be signed by the buyer, up to and including the last block of the refund window.
		///
		/// Emits `PurchaseRefunded`, and `SalesClosed` where nothing is left.
		#[pallet::call_index(5)]
		#[pallet::weight(T::WeightInfo::refund())]
		pub fn refund(origin: OriginFor<T>, artifact: ArtifactId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_refund(who, artifact)
		}

		/// Give up the right to a refund.
		///
		/// The purchase is paid at once, and the license counts for citing. Where licenses became
		/// free meanwhile, the price comes back.
		///
		/// Must be signed by the buyer.
		///
		/// Emits `PurchaseSettled` or `PurchaseReleased`.
		#[pallet::call_index(6)]
		#[pallet::weight(T::WeightInfo::waive_refund().saturating_add(T::Revenue::take_weight()))]
		pub fn waive_refund(
			origin: OriginFor<T>,
			artifact: ArtifactId,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			let taken = Self::do_waive_refund(who, artifact)?;
			weighing(T::WeightInfo::waive_refund(), taken)
		}

		/// Settle a purchase whose refund window has ended.
		///
		/// It happens by itself in blocks that have room; this is for who cannot wait. Where
		/// licenses became free, it works at any time, and the buyer has the price back.
		///
		/// Can be signed by anybody.
		///
		/// - `account`: who bought.
		///
		/// Emits `PurchaseSettled` or `PurchaseReleased`.
		#[pallet::call_index(7)]
		#[pallet::weight(T::WeightInfo::settle().saturating_add(T::Revenue::take_weight()))]
		pub fn settle(
			origin: OriginFor<T>,
			artifact: ArtifactId,
			account: T::AccountId,
		) -> DispatchResultWithPostInfo {
			ensure_signed(origin)?;
			let taken = Self::do_settle(artifact, account)?;
			weighing(T::WeightInfo::settle(), taken)
		}

		/// Hand a license to somebody else.
		///
		/// Its deposit goes with it: ask for as much in return.
		///
		/// Must be signed by the holder. The license must be transferable, paid for good, and not
		/// expired.
		///
		/// - `to`: an account without a license for this model or dataset, which does not own it.
		///
		/// Emits `LicenseTransferred`.
		#[pallet::call_index(8)]
		#[pallet::weight(T::WeightInfo::transfer_license())]
		pub fn transfer_license(
			origin: OriginFor<T>,
			artifact: ArtifactId,
			to: T::AccountId,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_transfer_license(who, artifact, to)
		}

		/// End a license, and give its deposit back to its holder.
		///
		/// No price comes back: that is what `refund` is for.
		///
		/// Must be signed by the holder; or by anybody once the license has expired. Nothing may
		/// wait to be settled.
		///
		/// - `account`: who holds it.
		///
		/// Emits `LicenseReleased`, and `SalesClosed` where nothing is left.
		#[pallet::call_index(9)]
		#[pallet::weight(T::WeightInfo::release_license())]
		pub fn release_license(
			origin: OriginFor<T>,
			artifact: ArtifactId,
			account: T::AccountId,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_release_license(who, artifact, account)
		}

		/// Pledge that sales of a model or dataset bring no more than this.
		///
		/// Once they did, every license is free, for ever. It can be lowered, and neither raised nor
		/// taken back, by later owners either.
		///
		/// Must be signed by the owner.
		///
		/// - `cap`: in planck, of what sales bring after the protocol's fee and before royalties,
		///   from the first sale on. If that is reached already, licenses are free at once.
		///
		/// Emits `CapPledged`, `CapReached` where it is, and `SalesOpened` where it is the first.
		#[pallet::call_index(10)]
		#[pallet::weight(T::WeightInfo::pledge_cap())]
		pub fn pledge_cap(
			origin: OriginFor<T>,
			artifact: ArtifactId,
			cap: BalanceOf<T>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_pledge_cap(who, artifact, cap)
		}

		/// Pledge that sales of a model or dataset bring even less.
		///
		/// Nothing that they brought is taken back.
		///
		/// Must be signed by the owner.
		///
		/// - `cap`: in planck, less than before. If that is reached already, licenses are free at
		///   once.
		///
		/// Emits `CapLowered`, and `CapReached` where it is.
		#[pallet::call_index(11)]
		#[pallet::weight(T::WeightInfo::lower_cap())]
		pub fn lower_cap(
			origin: OriginFor<T>,
			artifact: ArtifactId,
			cap: BalanceOf<T>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_lower_cap(who, artifact, cap)
		}
	}

	/// What a call weighed: all that it might, where a payment was taken.
	fn weighing(without_payment: Weight, taken: bool) -> DispatchResultWithPostInfo {
		Ok((!taken).then_some(without_payment).into())
	}
}

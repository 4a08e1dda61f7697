// SPDX-License-Identifier: Apache-2.0

//! The answers of the runtime API, all bounded. None of it is reachable from a call.

use crate::{
	sales::{licenses_at, rank},
	BalanceOf, Config, LicenseOf, LicenseViewOf, Licenses, LicensesOf, OfferOf, OfferViewOf,
	Offers, Pallet, Popularity, QuoteParts, QuotePartsOf, Sales, SalesRecordOf, SalesViewOf,
	Standing,
};
use agora_primitives::{
	api::{LicenseView, OfferView, Page, SalesView, MAX_PAGE},
	seams::{InspectArtifacts, Revenue},
	ArtifactId, OfferId,
};
use alloc::vec::Vec;
use frame_system::Pallet as System;
use sp_runtime::traits::{Bounded, Saturating};

impl<T: Config> Pallet<T> {
	/// Answers `MarketApi::offer`.
	pub fn api_offer(id: OfferId) -> Option<OfferViewOf<T>> {
		let offer = Offers::<T>::get(id)?;
		let sales = Sales::<T>::get(offer.artifact)?;
		Some(Self::view_offer(id, offer, &sales))
	}

	/// Answers `MarketApi::offers`.
	pub fn api_offers(artifact: ArtifactId) -> Vec<OfferViewOf<T>> {
		let Some(sales) = Sales::<T>::get(artifact) else { return Vec::new() };
		sales
			.offers
			.iter()
			.filter_map(|id| Some(Self::view_offer(*id, Offers::<T>::get(id)?, &sales)))
			.collect()
	}

	/// Answers `MarketApi::quote`, but for where the income would go.
	pub fn api_quote(id: OfferId) -> Option<QuotePartsOf<T>> {
		let offer = Offers::<T>::get(id)?;
		let sales = Sales::<T>::get(offer.artifact)?;
		let price = sales.price(offer.terms.price);
		let receipt = T::Revenue::preview(price, sales.room());
		let deposit = Self::license_price().ok()?;
		let offer = Self::view_offer(id, offer, &sales);
		Some(QuoteParts { offer, price, receipt, deposit })
	}

	/// Answers `MarketApi::has_license`.
	pub fn api_has_license(artifact: ArtifactId, account: T::AccountId) -> bool {
		if T::Artifacts::owner(&artifact).as_ref() == Some(&account) {
			return true;
		}
		let now = System::<T>::block_number();
		Licenses::<T>::get(artifact, account).is_some_and(|license| license.lasts_at(&now))
	}

	/// Answers `MarketApi::license`.
	pub fn api_license(artifact: ArtifactId, account: T::AccountId) -> Option<LicenseViewOf<T>> {
		let license = Licenses::<T>::get(artifact, &account)?;
		Some(Self::view_license(artifact, account, license))
	}

	/// Answers `MarketApi::licenses`.
	pub fn api_licenses(
		account: T::AccountId,
		after: Option<ArtifactId>,
		limit: u32,
	) -> Page<LicenseViewOf<T>, ArtifactId> {
		let mut artifacts = match after {
			Some(after) => LicensesOf::<T>::iter_key_prefix_from(
				&account,
				LicensesOf::<T>::hashed_key_for(&account, after),
			),
			None => LicensesOf::<T>::iter_key_prefix(&account),
		};
		let items: Vec<_> = artifacts
			.by_ref()
			.take(usize::try_from(limit.clamp(1, MAX_PAGE)).unwrap_or(1))
			.filter_map(|artifact| Self::api_license(artifact, account.clone()))
			.collect();
		let last = items.last().map(|view| view.artifact);
		Page { items, next: artifacts.next().and(last) }
	}

	/// Answers `MarketApi::sales`.
	pub fn api_sales(artifact: ArtifactId) -> Option<SalesViewOf<T>> {
		let sales = Sales::<T>::get(artifact)?;
		Some(SalesView {
			licenses: sales.licenses,
			income: sales.income,
			cap: sales.cap,
			free: sales.is_free(),
			offers: sales.offers.into_inner(),
		})
	}

	/// Answers `MarketApi::offer_deposit`.
	pub fn api_offer_deposit(artifact: ArtifactId) -> BalanceOf<T> {
		// Neither can overflow, as `integrity_test` says.
		let most = BalanceOf::<T>::max_value();
		let offer = Self::offer_price().unwrap_or(most);
		if Sales::<T>::contains_key(artifact) {
			return offer;
		}
		offer.saturating_add(Self::sales_price().unwrap_or(most))
	}

	/// What an artifact has on sale and sold. For the catalog.
	pub fn standing(artifact: &ArtifactId) -> Standing<BalanceOf<T>> {
		let Some(sales) = Sales::<T>::get(artifact) else {
			return Standing { licenses: 0, price: None, offers: 0 };
		};
		Standing {
			licenses: sales.licenses,
			price: Self::cheapest(artifact, &sales),
			offers: u32::try_from(sales.offers.len()).unwrap_or(u32::MAX),
		}
	}

	/// How many licenses for an artifact there are.
	pub fn licenses(artifact: &ArtifactId) -> u32 {
		Sales::<T>::get(artifact).map_or(0, |sales| sales.licenses)
	}

	/// The artifacts that there are licenses for and how many, most first; after one of them, or where
	/// it would be. For the catalog.
	pub fn most_licensed(
		after: Option<(u32, ArtifactId)>,
	) -> impl Iterator<Item = (u32, ArtifactId)> {
		let keys = match after {
			Some((licenses, artifact)) => Popularity::<T>::iter_keys_from(
				Popularity::<T>::hashed_key_for(rank(licenses), artifact),
			),
			None => Popularity::<T>::iter_keys(),
		};
		keys.map(|(rank, artifact)| (licenses_at(rank), artifact))
	}

	/// What a license costs under the cheapest offer that is open.
	fn cheapest(artifact: &ArtifactId, sales: &SalesRecordOf<T>) -> Option<BalanceOf<T>> {
		let info = T::Artifacts::artifact(artifact)?;
		let mut cheapest = None;
		for offer in sales.offers.iter().filter_map(Offers::<T>::get) {
			let price = sales.price(offer.terms.price);
			// Most versions are available, so the price is the cheaper question.
			let open = cheapest.is_none_or(|least| price < least)
				&& Self::is_in_stock(&offer, sales)
				&& T::Artifacts::version(offer.terms.version)
					.is_some_and(|version| version.is_available(&info));
			if open {
				cheapest = Some(price);
			}
		}
		cheapest
	}

	/// Whether an offer's supply is not used up, or does not matter.
	fn is_in_stock(offer: &OfferOf<T>, sales: &SalesRecordOf<T>) -> bool {
		sales.is_free() || offer.terms.supply != Some(0)
	}

	/// An offer as clients read it.
	fn view_offer(id: OfferId, offer: OfferOf<T>, sales: &SalesRecordOf<T>) -> OfferViewOf<T> {
		let open =
			Self::is_in_stock(&offer, sales) && T::Artifacts::is_available(offer.terms.version);
		let price = sales.price(offer.terms.price);
		OfferView { id, offer, open, price }
	}

	/// A license as clients read it.
	fn view_license(
		artifact: ArtifactId,
		account: T::AccountId,
		license: LicenseOf<T>,
	) -> LicenseViewOf<T> {
		let now = System::<T>::block_number();
		let lasts = license.lasts_at(&now);
		let counts_for_citing = license.settled().is_some_and(|grant| grant.term.lasts_at(&now));
		LicenseView { artifact, account, license, lasts, counts_for_citing }
	}
}

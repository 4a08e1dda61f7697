// SPDX-License-Identifier: Apache-2.0

//! The catalog on the real runtime: what is found, in which order, and page by page.

mod filters;
mod model;
mod order;
mod pages;

use crate::{
	catalog::{search, Page, Query},
	units::money::UNITS,
	AccountId, Balance, Balances, Market, Registry, Runtime, RuntimeOrigin,
};
use agora_primitives::{
	api::{CatalogOrder, MAX_EXAMINED, MAX_PAGE},
	artifact_id,
	text::Tags,
	ArtifactId, ArtifactKind, Digest, NewVersion, OfferId, OfferTerms, Sequence,
};
use frame_support::{assert_ok, traits::fungible::Mutate};
use sp_runtime::Permill;

pub const ORDERS: [CatalogOrder; 3] =
	[CatalogOrder::Newest, CatalogOrder::MostLicensed, CatalogOrder::Any];

/// Everything, in an order.
pub fn all(order: CatalogOrder) -> Query {
	Query {
		order,
		kind: None,
		text: vec![],
		tag: None,
		publisher: None,
		owner: None,
		license: None,
		max_price: None,
		retired: false,
	}
}

/// An account of a number, which has something.
pub fn person(number: u8) -> AccountId {
	let who = AccountId::new([number; 32]);
	if Balances::free_balance(&who) < 100 * UNITS {
		assert_ok!(Balances::mint_into(&who, 100_000 * UNITS));
	}
	who
}

pub fn by(who: &AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(who.clone())
}

pub fn tags(words: &[&str]) -> Tags {
	let words: Vec<_> =
		words.iter().map(|word| word.as_bytes().to_vec().try_into().unwrap()).collect();
	words.try_into().unwrap()
}

/// Register an artifact.
pub fn register(who: &AccountId, kind: ArtifactKind, name: &str, words: &[&str]) -> ArtifactId {
	let bytes = name.as_bytes().to_vec();
	assert_ok!(Registry::register(by(who), kind, bytes.clone().try_into().unwrap(), tags(words)));
	artifact_id(who, &bytes)
}

/// Publish the next version of an artifact, under a license.
pub fn publish(who: &AccountId, artifact: ArtifactId, license: &str) -> Sequence {
	let sequence = pallet_registry::NextSequence::<Runtime>::get();
	let version = NewVersion {
		manifest: Digest::from_low_u64_be(sequence),
		license: license.as_bytes().to_vec().try_into().unwrap(),
		..super::registry::version(0, Permill::zero(), vec![])
	};
	assert_ok!(Registry::publish(by(who), artifact, version, None));
	sequence
}

/// A model without tags, and its first version.
pub fn model(who: &AccountId, name: &str) -> ArtifactId {
	let artifact = register(who, ArtifactKind::Model, name, &[]);
	publish(who, artifact, "MIT");
	artifact
}

/// Offer licenses for a version, for ever, paid at once.
pub fn sell(who: &AccountId, version: Sequence, price: Balance, supply: Option<u32>) -> OfferId {
	let offer = pallet_market::NextOffer::<Runtime>::get();
	let terms = OfferTerms {
		version,
		price,
		duration: None,
		supply,
		transferable: false,
		refund_window: 0,
	};
	assert_ok!(Market::create_offer(by(who), terms));
	offer
}

/// Let so many accounts buy a license.
pub fn bought_by(offer: OfferId, count: u8) {
	for number in 0..count {
		assert_ok!(Market::buy(by(&person(200 + number)), offer, Balance::MAX, 1));
	}
}

/// All that is found, page by page. Sees that pages are as they must be.
pub fn pages(query: &Query, limit: u32) -> Vec<Page> {
	let mut pages = vec![];
	let mut after = None;
	loop {
		let page = search(query.clone(), after, limit);
		assert!(page.items.len() <= limit.clamp(1, MAX_PAGE) as usize);
		assert!(page.examined <= MAX_EXAMINED && page.items.len() <= page.examined as usize);
		// Only who looked at something goes on.
		assert!(page.next.is_none() || page.examined > 0);
		after = page.next;
		pages.push(page);
		if after.is_none() {
			return pages;
		}
		assert!(pages.len() < 10_000, "it does not end");
	}
}

/// The artifacts that are found. Sees that every limit finds the same.
pub fn found(query: &Query) -> Vec<ArtifactId> {
	let with = |limit| -> Vec<_> {
		let pages = pages(query, limit);
		pages.into_iter().flat_map(|page| page.items).map(|listing| listing.id).collect()
	};
	let whole = with(u32::MAX);
	for limit in [0, 1, 2, 3, 7] {
		assert_eq!(with(limit), whole, "{limit} on a page");
	}
	whole
}

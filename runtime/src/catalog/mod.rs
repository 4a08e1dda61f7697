// SPDX-License-Identifier: Apache-2.0

//! The catalog: what clients find models and datasets by. It ties the registry, which knows what they
//! are, to the market, which knows what they sell.
//!
//! Nothing is indexed but the order by licenses: a page looks at one artifact after the other, and at
//! no more than [`MAX_EXAMINED`], or [`MAX_DETAILS`] of theirs. None of it is reachable from a call.

mod filter;

use crate::{AccountId, Balance, BlockNumber, Market, Registry, Runtime};
use agora_primitives::{
	api::{
		CatalogCursor, CatalogOrder, CatalogPage, CatalogQuery, LatestVersion, Listing,
		MAX_DETAILS, MAX_EXAMINED, MAX_PAGE, MAX_QUERY_TEXT,
	},
	Artifact, ArtifactId, Sequence,
};
use alloc::vec::Vec;
use filter::Filter;
use pallet_market::Standing;
use pallet_registry::{Artifacts, NextSequence, Versions};

/// What is asked for, with this runtime's types.
pub type Query = CatalogQuery<AccountId, Balance>;
/// What is found.
pub type Page = CatalogPage<AccountId, Balance, BlockNumber>;
type Latest = LatestVersion<Balance, BlockNumber>;

/// Answers `CatalogApi::search`.
pub fn search(query: Query, after: Option<CatalogCursor>, limit: u32) -> Page {
	let order = query.order;
	let mut search = Search::new(query, limit);
	if !search.filter.is_possible() {
		return search.page;
	}
	match (order, after) {
		(CatalogOrder::Newest, Some(CatalogCursor::Newest(sequence))) => {
			search.newest(Some(sequence), Licensed::Or)
		}
		(CatalogOrder::Newest, _) => search.newest(None, Licensed::Or),
		(CatalogOrder::MostLicensed, Some(CatalogCursor::Newest(sequence))) => {
			search.newest(Some(sequence), Licensed::Not)
		}
		(CatalogOrder::MostLicensed, after) => search.most_licensed(after),
		(CatalogOrder::Any, Some(CatalogCursor::Any(artifact))) => search.any(Some(artifact)),
		(CatalogOrder::Any, _) => search.any(None),
	}
	search.page
}

/// Whether artifacts are looked for that there are licenses for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Licensed {
	/// These and others.
	Or,
	/// Only others: these were there before.
	Not,
}

/// A page in the making.
struct Search {
	filter: Filter,
	limit: usize,
	page: Page,
	/// How many numbers of versions and how many offers were looked at.
	details: u32,
}

impl Search {
	fn new(query: Query, limit: u32) -> Self {
		Self {
			filter: Filter::new(query),
			limit: usize::try_from(limit.clamp(1, MAX_PAGE)).unwrap_or(1),
			page: Page { items: Vec::new(), next: None, examined: 0 },
			details: 0,
		}
	}

	/// Whether nothing more fits on the page.
	fn is_full(&self) -> bool {
		self.page.items.len() >= self.limit
			|| self.page.examined >= MAX_EXAMINED
			|| self.details >= MAX_DETAILS
	}

	/// Look at one after the other, as long as there is room. The page goes on after the last that was
	/// looked at, if there are more. Returns whether there are none.
	fn each<Key: Copy>(
		&mut self,
		mut keys: impl Iterator<Item = Key>,
		cursor: impl Fn(Key) -> CatalogCursor,
		mut look: impl FnMut(&mut Self, Key),
	) -> bool {
		let mut last = None;
		for key in keys.by_ref() {
			if self.is_full() {
				self.page.next = last.map(cursor);
				return false;
			}
			self.page.examined = self.page.examined.saturating_add(1);
			look(self, key);
			last = Some(key);
		}
		true
	}

	/// Artifacts by their newest version, those after a sequence.
	fn newest(&mut self, after: Option<Sequence>, licensed: Licensed) {
		let next = NextSequence::<Runtime>::get();
		let end = after.map_or(next, |after| after.min(next));
		self.each((1..end).rev(), CatalogCursor::Newest, |search, sequence| {
			let listing = search.listing_of(sequence, licensed);
			search.page.items.extend(listing);
		});
	}

	/// Artifacts by the number of their licenses, after a cursor of this order; and then those without.
	fn most_licensed(&mut self, after: Option<CatalogCursor>) {
		let after = match after {
			Some(CatalogCursor::MostLicensed { licenses, artifact }) => Some((licenses, artifact)),
			_ => None,
		};
		let cursor = |(licenses, artifact)| CatalogCursor::MostLicensed { licenses, artifact };
		let ended = self.each(Market::most_licensed(after), cursor, |search, (_, id)| {
			let Some(artifact) = Artifacts::<Runtime>::get(id) else { return };
			let listing = search.listing(id, artifact);
			search.page.items.extend(listing);
		});
		if !ended {
			return;
		}
		if self.is_full() {
			self.page.next = Some(CatalogCursor::Newest(NextSequence::<Runtime>::get()));
			return;
		}
		self.newest(None, Licensed::Not);
	}

	/// All artifacts after one.
	fn any(&mut self, after: Option<ArtifactId>) {
		let ids = match after {
			Some(after) => {
				Artifacts::<Runtime>::iter_keys_from(Artifacts::<Runtime>::hashed_key_for(after))
			}
			None => Artifacts::<Runtime>::iter_keys(),
		};
		self.each(ids, CatalogCursor::Any, |search, id| {
			let Some(artifact) = Artifacts::<Runtime>::get(id) else { return };
			let listing = search.listing(id, artifact);
			search.page.items.extend(listing);
		});
	}

	/// The artifact whose newest version this is, if it matches. What is cheap to know is asked first.
	fn listing_of(
		&mut self,
		sequence: Sequence,
		licensed: Licensed,
	) -> Option<Listing<AccountId, Balance, BlockNumber>> {
		let version = Versions::<Runtime>::get(sequence)?;
		let id = version.artifact;
		let artifact = Artifacts::<Runtime>::get(id)?;
		if !self.filter.takes_artifact(&artifact)
			|| !self.filter.takes_version(Some(&version))
			|| !Registry::is_newest(&version, &artifact, &mut self.details)
			|| (licensed == Licensed::Not && Market::licenses(&id) > 0)
		{
			return None;
		}
		self.priced(id, artifact, Some(LatestVersion { sequence, version }))
	}

	/// The artifact, if it matches.
	fn listing(
		&mut self,
		id: ArtifactId,
		artifact: Artifact<AccountId, Balance>,
	) -> Option<Listing<AccountId, Balance, BlockNumber>> {
		if !self.filter.takes_artifact(&artifact) {
			return None;
		}
		let latest = Registry::newest_version(&id, &artifact, &mut self.details);
		if !self.filter.takes_version(latest.as_ref().map(|latest| &latest.version)) {
			return None;
		}
		self.priced(id, artifact, latest)
	}

	/// The artifact, whose price is asked for last, if that matches as well.
	fn priced(
		&mut self,
		id: ArtifactId,
		artifact: Artifact<AccountId, Balance>,
		latest: Option<Latest>,
	) -> Option<Listing<AccountId, Balance, BlockNumber>> {
		let Standing { licenses, price, offers } = Market::standing(&id);
		self.details = self.details.saturating_add(offers);
		self.filter.takes_price(price).then_some(Listing { id, artifact, latest, licenses, price })
	}
}

// SPDX-License-Identifier: Apache-2.0

//! What is found in any catalog by any query, compared with a list that is filtered and sorted as one
//! would in a few lines.

use super::*;
use crate::tests::chain::{begin_block, chain, check_invariants};
use agora_primitives::api::OfferView;
use proptest::{prelude::*, test_runner::TestRunner};

/// Something that happens. Some of it is refused.
#[derive(Clone, Debug)]
enum Event {
	Register { publisher: u8, dataset: bool, name: &'static str, words: Vec<&'static str> },
	Publish { artifact: u8, license: &'static str },
	Offer { version: u8, price: Balance, supply: Option<u32> },
	Buy { offer: u8, buyer: u8 },
	Release { artifact: u8, buyer: u8 },
	Close { offer: u8 },
	Remove { version: u8 },
	RemoveArtifact { artifact: u8 },
	Retire { artifact: u8 },
	Yank { version: u8 },
	Give { artifact: u8, to: u8 },
	Cap { artifact: u8 },
}

const NAMES: [&str; 6] = ["bert", "tiny-bert", "minilm", "iris", "iris-2", "a.b_c"];
const WORDS: [&str; 5] = ["nlp", "bert", "vision", "a", "iris-2"];
const LICENSES: [&str; 5] = ["MIT", "MITNFA", "MIT OR Apache-2.0", "(GPL-2.0+)", "apache-2.0"];
const PEOPLE: u8 = 3;

fn event() -> impl Strategy<Value = Event> {
	use Event::*;
	let any = || any::<u8>();
	let words = || proptest::sample::subsequence(WORDS.to_vec(), 0..=3);
	let name = || proptest::sample::select(NAMES.to_vec());
	let license = || proptest::sample::select(LICENSES.to_vec());
	let person = || 1..=PEOPLE;
	prop_oneof![
		12 => (person(), proptest::bool::ANY, name(), words()).prop_map(
			|(publisher, dataset, name, words)| Register { publisher, dataset, name, words }
		),
		20 => (any(), license()).prop_map(|(artifact, license)| Publish { artifact, license }),
		10 => (any(), 0..4u128, proptest::option::of(1..3u32)).prop_map(
			|(version, price, supply)| Offer { version, price: price * UNITS, supply }
		),
		20 => (any(), 0..9u8).prop_map(|(offer, buyer)| Buy { offer, buyer }),
		4 => (any(), 0..9u8).prop_map(|(artifact, buyer)| Release { artifact, buyer }),
		2 => any().prop_map(|offer| Close { offer }),
		6 => any().prop_map(|version| Remove { version }),
		1 => any().prop_map(|artifact| RemoveArtifact { artifact }),
		1 => any().prop_map(|artifact| Retire { artifact }),
		2 => any().prop_map(|version| Yank { version }),
		2 => (any(), person()).prop_map(|(artifact, to)| Give { artifact, to }),
		1 => any().prop_map(|artifact| Cap { artifact }),
	]
}

fn query() -> impl Strategy<Value = Query> {
	let maybe = |weight| proptest::option::weighted(weight, any::<u8>());
	let text = ["", "bert", "BERT", "iris nlp", "a", "zzz", " -  ", "b_c"];
	let filters = (maybe(0.2), proptest::sample::select(text.to_vec()), maybe(0.15), maybe(0.15));
	let more = (maybe(0.15), maybe(0.2), maybe(0.2), proptest::bool::ANY);
	(0..3usize, filters, more).prop_map(|(order, filters, more)| {
		let (kind, text, tag, publisher) = filters;
		let (owner, license, max_price, retired) = more;
		let person = |number: u8| AccountId::new([number % PEOPLE + 1; 32]);
		let licenses = ["MIT", "mit", "Apache-2.0", "GPL-2.0", "OR"];
		Query {
			order: ORDERS[order],
			kind: kind.map(|kind| [ArtifactKind::Model, ArtifactKind::Dataset][kind as usize % 2]),
			text: text.as_bytes().to_vec(),
			tag: tag.map(|tag| WORDS[tag as usize % WORDS.len()].as_bytes().to_vec()),
			publisher: publisher.map(person),
			owner: owner.map(person),
			license: license.map(|name| licenses[name as usize % 5].as_bytes().to_vec()),
			max_price: max_price.map(|price| Balance::from(price % 4) * UNITS),
			retired,
		}
	})
}

/// What is in this place of a list, or so many times its length further.
fn nth<Item: Ord>(place: u8, items: impl IntoIterator<Item = Item>) -> Option<Item> {
	let mut items: Vec<_> = items.into_iter().collect();
	items.sort();
	let count = items.len();
	(count > 0).then(|| items.swap_remove(usize::from(place) % count))
}

fn artifacts() -> impl Iterator<Item = ArtifactId> {
	pallet_registry::Artifacts::<Runtime>::iter_keys()
}

fn versions() -> impl Iterator<Item = Sequence> {
	pallet_registry::Versions::<Runtime>::iter_keys()
}

fn offers() -> impl Iterator<Item = OfferId> {
	pallet_market::Offers::<Runtime>::iter_keys()
}

/// The origin of an artifact's owner.
fn owner(id: ArtifactId) -> RuntimeOrigin {
	by(&Registry::api_artifact(id).expect("it is there").artifact.owner)
}

/// The origin of the owner of a version's artifact.
fn owner_of(version: Sequence) -> RuntimeOrigin {
	owner(Registry::api_version(version).expect("it is there").version.artifact)
}

fn happen(event: Event) -> Option<()> {
	use Event::*;
	let result = match event {
		Register { publisher, dataset, name, words } => {
			let kind = [ArtifactKind::Model, ArtifactKind::Dataset][usize::from(dataset)];
			let name = name.as_bytes().to_vec().try_into().unwrap();
			Registry::register(by(&person(publisher)), kind, name, tags(&words))
		}
		Publish { artifact, license } => {
			let id = nth(artifact, artifacts())?;
			let artifact = Registry::api_artifact(id)?.artifact;
			if artifact.is_retired() {
				return None;
			}
			publish(&artifact.owner, id, license);
			Ok(())
		}
		Offer { version, price, supply } => {
			let version = nth(version, versions())?;
			let terms = OfferTerms {
				version,
				price,
				duration: None,
				supply,
				transferable: false,
				refund_window: 0,
			};
			Market::create_offer(owner_of(version), terms)
		}
		Buy { offer, buyer } => {
			let offer = nth(offer, offers())?;
			let buyer = by(&person(100 + buyer));
			Market::buy(buyer, offer, Balance::MAX, 1).map(|_| ()).map_err(|error| error.error)
		}
		Release { artifact, buyer } => {
			let (id, account) = (nth(artifact, artifacts())?, person(100 + buyer));
			Market::release_license(by(&account), id, account)
		}
		Close { offer } => {
			let id = nth(offer, offers())?;
			let artifact = Market::api_offer(id)?.offer.artifact;
			Market::close_offer(owner(artifact), id)
		}
		Remove { version } => {
			let sequence = nth(version, versions())?;
			Registry::remove_version(owner_of(sequence), sequence)
				.map(|_| ())
				.map_err(|error| error.error)
		}
		RemoveArtifact { artifact } => {
			let id = nth(artifact, artifacts())?;
			Registry::remove_artifact(owner(id), id)
		}
		Retire { artifact } => {
			let id = nth(artifact, artifacts())?;
			Registry::retire(owner(id), id)
		}
		Yank { version } => {
			let sequence = nth(version, versions())?;
			Registry::yank(owner_of(sequence), sequence, Default::default())
		}
		Give { artifact, to } => {
			let (id, to) = (nth(artifact, artifacts())?, person(to));
			Registry::transfer_ownership(owner(id), id, to.clone()).ok()?;
			Registry::accept_ownership(by(&to), id)
		}
		Cap { artifact } => {
			let id = nth(artifact, artifacts())?;
			Market::pledge_cap(owner(id), id, UNITS)
		}
	};
	result.ok()
}

/// All that is known of an artifact, by what clients read elsewhere.
struct Known {
	id: ArtifactId,
	artifact: agora_primitives::Artifact<AccountId, Balance>,
	latest: Option<(Sequence, String)>,
	licenses: u32,
	price: Option<Balance>,
}

fn known() -> Vec<Known> {
	let views = Registry::api_artifacts(None, 100);
	assert!(views.next.is_none(), "there are few");
	views
		.items
		.into_iter()
		.map(|view| {
			let versions = Registry::api_versions(view.id, 1, 100).items;
			let latest = versions.last().map(|latest| {
				let license = String::from_utf8(latest.version.license.to_vec()).unwrap();
				(latest.sequence, license)
			});
			let open = Market::api_offers(view.id).into_iter().filter(|offer| offer.open);
			let price = open.map(|offer: OfferView<_, Balance, _>| offer.price).min();
			let licenses = Market::api_sales(view.id).map_or(0, |sales| sales.licenses);
			Known { id: view.id, artifact: view.artifact, latest, licenses, price }
		})
		.collect()
}

impl Known {
	fn matches(&self, query: &Query) -> bool {
		let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
		let words: Vec<_> = self.artifact.tags.iter().map(|tag| text(tag)).collect();
		let name = text(&self.artifact.name);
		let asked = text(&query.text).to_lowercase();
		let license = |asked: &Vec<u8>| {
			let asked = text(asked).to_lowercase();
			self.latest.as_ref().is_some_and(|(_, license)| {
				let license = license.to_lowercase().replace(['(', ')', '+'], " ");
				license.split_whitespace().any(|word| word == asked && word != "or")
			})
		};
		query.kind.is_none_or(|kind| kind == self.artifact.kind)
			&& asked
				.split_whitespace()
				.all(|word| name.contains(word) || words.iter().any(|tag| tag.contains(word)))
			&& query.tag.as_ref().is_none_or(|tag| words.contains(&text(tag)))
			&& query.publisher.as_ref().is_none_or(|who| *who == self.artifact.publisher)
			&& query.owner.as_ref().is_none_or(|who| *who == self.artifact.owner)
			&& query.license.as_ref().is_none_or(license)
			&& query.max_price.is_none_or(|most| self.price.is_some_and(|price| price <= most))
			&& (query.retired || !self.artifact.is_retired())
	}
}

/// What should be found, in its order, but for artifacts with equally many licenses, and for any order.
fn expected(query: &Query) -> Vec<ArtifactId> {
	let mut all: Vec<_> = known().into_iter().filter(|known| known.matches(query)).collect();
	if query.order != CatalogOrder::Any {
		all.retain(|known| known.latest.is_some());
		all.sort_by_key(|known| core::cmp::Reverse(known.latest.as_ref().unwrap().0));
	}
	if query.order == CatalogOrder::MostLicensed {
		// The order by sequence stays, where there are no licenses; otherwise it is by id.
		all.sort_by_key(|known| (known.licenses > 0).then_some(known.id));
		all.sort_by_key(|known| core::cmp::Reverse(known.licenses));
	}
	all.into_iter().map(|known| known.id).collect()
}

/// How many catalogs are tried, each by a few queries.
const CASES: u32 = 60;

#[test]
fn what_is_found_is_what_a_list_says() {
	let cases = agora_test_utils::asked_cases().unwrap_or(CASES);
	let events = proptest::collection::vec(event(), 20..160);
	let queries = proptest::collection::vec(query(), 25);
	let hits = core::cell::Cell::new(0);
	let config = ProptestConfig { cases, ..ProptestConfig::default() };
	let result = TestRunner::new(config).run(&(events, queries), |(events, queries)| {
		chain("development").execute_with(|| {
			begin_block();
			for event in events {
				happen(event);
			}
			check_invariants();
			for query in ORDERS.map(all).into_iter().chain(queries) {
				let found = found(&query);
				assert_eq!(found, expected(&query), "{query:?}");
				hits.set(hits.get() + found.len());
			}
		});
		Ok(())
	});
	result.unwrap();
	assert!(hits.get() > 10 * cases as usize, "hardly anything was found");
}

// SPDX-License-Identifier: Apache-2.0

//! In which order things are found.

use super::*;
use crate::tests::chain::on_dev;
use agora_primitives::{
	api::{MAX_DETAILS, MAX_GAP},
	seams::InspectArtifacts,
};
use alloc::collections::BTreeSet;
use pallet_registry::{Artifacts, NextSequence};

#[test]
fn the_newest_version_comes_first() {
	on_dev(|| {
		let alice = person(1);
		let [a, b, c] = ["a", "b", "c"].map(|name| model(&alice, name));
		let unpublished = register(&alice, ArtifactKind::Model, "unpublished", &[]);
		assert_eq!(found(&all(CatalogOrder::Newest)), [c, b, a]);
		publish(&alice, a, "MIT");
		assert_eq!(found(&all(CatalogOrder::Newest)), [a, c, b]);
		publish(&alice, unpublished, "MIT");
		assert_eq!(found(&all(CatalogOrder::Newest)), [unpublished, a, c, b]);
	});
}

#[test]
fn the_most_licensed_comes_first_and_then_the_newest() {
	on_dev(|| {
		let alice = person(1);
		let artifacts = ["a", "b", "c", "d", "e"].map(|name| model(&alice, name));
		let [a, b, c, d, e] = artifacts;
		for (version, buyers) in [(1, 1), (3, 3), (4, 0)] {
			bought_by(sell(&alice, version, 0, None), buyers);
		}
		// Of what has licenses, newer versions make no difference, and nothing comes twice.
		publish(&alice, a, "MIT");
		publish(&alice, b, "MIT");
		assert_eq!(found(&all(CatalogOrder::MostLicensed)), [c, a, b, e, d]);
		let counts: Vec<_> = pages(&all(CatalogOrder::MostLicensed), 100)
			.into_iter()
			.flat_map(|page| page.items)
			.map(|listing| listing.licenses)
			.collect();
		assert_eq!(counts, [3, 1, 0, 0, 0]);
	});
}

#[test]
fn any_order_has_what_has_no_version_too() {
	on_dev(|| {
		let alice = person(1);
		let mut artifacts = ["a", "b", "c"].map(|name| model(&alice, name)).to_vec();
		artifacts.push(register(&alice, ArtifactKind::Dataset, "d", &[]));
		let once = found(&all(CatalogOrder::Any));
		assert_eq!(found(&all(CatalogOrder::Any)), once);
		let (mut sorted, mut expected) = (once.clone(), artifacts);
		sorted.sort();
		expected.sort();
		assert_eq!(sorted, expected);
		// As the registry lists them.
		let listed: Vec<_> =
			Registry::api_artifacts(None, 100).items.into_iter().map(|view| view.id).collect();
		assert_eq!(once, listed);
	});
}

#[test]
fn an_artifact_whose_newest_versions_were_removed_is_found_by_an_older() {
	on_dev(|| {
		let alice = person(1);
		let (a, b) = (model(&alice, "a"), model(&alice, "b"));
		let removed: Vec<_> = (0..3).map(|_| publish(&alice, a, "MIT")).collect();
		assert_eq!(found(&all(CatalogOrder::Newest)), [a, b]);
		for sequence in removed {
			assert_ok!(Registry::remove_version(by(&alice), sequence));
		}
		assert_eq!(found(&all(CatalogOrder::Newest)), [b, a]);
		for order in ORDERS {
			let latest: Vec<_> = pages(&all(order), 100)
				.into_iter()
				.flat_map(|page| page.items)
				.filter(|listing| listing.id == a)
				.map(|listing| listing.latest.unwrap().sequence)
				.collect();
			assert_eq!(latest, [1], "{order:?}");
		}
		assert_ok!(Registry::remove_version(by(&alice), 1));
		assert_eq!(found(&all(CatalogOrder::Newest)), [b]);
		assert_eq!(found(&all(CatalogOrder::MostLicensed)), [b]);
		let any = search(all(CatalogOrder::Any), None, 100);
		let listing = any.items.into_iter().find(|listing| listing.id == a).unwrap();
		assert_eq!((listing.latest, listing.artifact.versions), (None, 0));
	});
}

#[test]
fn a_long_row_of_removed_versions_hides_what_is_older_in_every_order() {
	on_dev(|| {
		let alice = person(1);
		let (a, b) = (model(&alice, "a"), model(&alice, "b"));
		for _ in 0..MAX_GAP + 1 {
			let sequence = publish(&alice, a, "MIT");
			assert_ok!(Registry::remove_version(by(&alice), sequence));
		}
		assert_eq!(found(&all(CatalogOrder::Newest)), [b]);
		let any = search(all(CatalogOrder::Any), None, 100);
		let listing = any.items.into_iter().find(|listing| listing.id == a).unwrap();
		assert_eq!((listing.latest, listing.artifact.versions), (None, 1));
		// One more, and it is there again.
		publish(&alice, a, "MIT");
		assert_eq!(found(&all(CatalogOrder::Newest)), [a, b]);
	});
}

#[test]
fn what_is_slow_to_look_at_comes_in_more_pages() {
	on_dev(|| {
		let alice = person(1);
		let slow: BTreeSet<_> = (0..90)
			.map(|number| {
				let id = model(&alice, &format!("m{number}"));
				// As if so many newer versions had been removed.
				Artifacts::<Runtime>::mutate(id, |artifact| {
					artifact.as_mut().unwrap().next_number += MAX_GAP;
				});
				id
			})
			.collect();
		for order in ORDERS {
			let first = search(all(order), None, 100);
			assert_eq!(first.items.len(), (MAX_DETAILS / MAX_GAP) as usize, "{order:?}");
			let second = search(all(order), first.next, 100);
			assert_eq!(second.next, None);
			let both: Vec<_> =
				first.items.iter().chain(&second.items).map(|item| item.id).collect();
			assert_eq!(both.len(), slow.len());
			assert_eq!(BTreeSet::from_iter(both), slow);
		}
	});
}

#[test]
fn a_listing_has_all_that_is_known() {
	on_dev(|| {
		let alice = person(1);
		let a = model(&alice, "a");
		let version = publish(&alice, a, "Apache-2.0");
		bought_by(sell(&alice, 1, 7 * UNITS, None), 2);
		sell(&alice, version, 5 * UNITS, None);
		for order in ORDERS {
			let page = search(all(order), None, 10);
			assert_eq!((page.items.len(), page.next), (1, None));
			let listing = &page.items[0];
			assert_eq!((listing.id, listing.licenses), (a, 2));
			assert_eq!(listing.price, Some(5 * UNITS));
			assert_eq!(
				Some(&listing.artifact),
				Registry::api_artifact(a).map(|v| v.artifact).as_ref()
			);
			let latest = listing.latest.as_ref().unwrap();
			assert_eq!(latest.sequence, version);
			let stored = Registry::api_version(version).unwrap().version;
			assert_eq!(latest.version, stored);
			let owner = <Registry as InspectArtifacts<AccountId>>::owner(&a);
			assert_eq!(owner, Some(listing.artifact.owner.clone()));
		}
		assert_eq!(NextSequence::<Runtime>::get(), 3);
	});
}

// SPDX-License-Identifier: Apache-2.0

//! Pages: each is bounded, together they have everything once, and no cursor does any harm.

use super::*;
use crate::tests::chain::on_dev;
use agora_primitives::api::CatalogCursor;
use pallet_registry::{Artifacts, NextSequence};
use std::collections::BTreeSet;

/// As if so many versions had been published after what there is, and removed.
fn remove_later(count: u32) {
	NextSequence::<Runtime>::mutate(|next| *next += u64::from(count));
}

/// How much each page looked at, and what all found.
fn examined(query: &Query) -> (Vec<u32>, Vec<ArtifactId>) {
	let pages = pages(query, 100);
	let examined = pages.iter().map(|page| page.examined).collect();
	let found = pages.into_iter().flat_map(|page| page.items).map(|listing| listing.id).collect();
	(examined, found)
}

#[test]
fn every_artifact_is_on_one_page() {
	on_dev(|| {
		let alice = person(1);
		let artifacts: BTreeSet<_> =
			(0..230).map(|number| model(&alice, &format!("model-{number}"))).collect();
		// A few of them again, and some with licenses.
		for number in [3, 7, 200] {
			publish(&alice, artifact_id(&alice, format!("model-{number}").as_bytes()), "MIT");
		}
		for version in 1..=30 {
			bought_by(sell(&alice, version, 0, None), (version % 4) as u8);
		}
		for order in ORDERS {
			for limit in [1, 7, 33, 100, 1_000] {
				let found: Vec<_> = pages(&all(order), limit)
					.into_iter()
					.flat_map(|page| page.items)
					.map(|listing| listing.id)
					.collect();
				assert_eq!(found.len(), artifacts.len(), "{order:?}, {limit} on a page");
				assert_eq!(found.into_iter().collect::<BTreeSet<_>>(), artifacts);
			}
		}
	});
}

#[test]
fn a_page_has_one_item_at_least_and_a_hundred_at_most() {
	on_dev(|| {
		let alice = person(1);
		(0..150).for_each(|number| {
			model(&alice, &format!("model-{number}"));
		});
		for order in ORDERS {
			let count = |limit| search(all(order), None, limit).items.len();
			assert_eq!([0, 1, 100, 101, u32::MAX].map(count), [1, 1, 100, 100, 100]);
		}
	});
}

#[test]
fn a_full_page_that_is_the_last_says_so() {
	on_dev(|| {
		let alice = person(1);
		(0..3).for_each(|number| {
			model(&alice, &format!("model-{number}"));
		});
		for order in ORDERS {
			assert_eq!(search(all(order), None, 3).next, None, "{order:?}");
			assert!(search(all(order), None, 2).next.is_some(), "{order:?}");
		}
	});
}

#[test]
fn nothing_is_found_where_nothing_is() {
	on_dev(|| {
		for order in ORDERS {
			let page = search(all(order), None, 10);
			assert_eq!((page.items.len(), page.next, page.examined), (0, None, 0));
		}
	});
}

#[test]
fn versions_that_were_removed_are_looked_at_a_bounded_while() {
	on_dev(|| {
		let a = model(&person(1), "a");
		remove_later(2 * MAX_EXAMINED + 5);
		for order in [CatalogOrder::Newest, CatalogOrder::MostLicensed] {
			let (examined, found) = examined(&all(order));
			assert_eq!(examined, [MAX_EXAMINED, MAX_EXAMINED, 6]);
			assert_eq!(found, [a]);
		}
	});
}

#[test]
fn a_rare_word_is_looked_for_page_by_page() {
	on_dev(|| {
		let alice = person(1);
		let rare = register(&alice, ArtifactKind::Model, "needle", &[]);
		for number in 1..MAX_EXAMINED + 50 {
			register(&alice, ArtifactKind::Model, &format!("hay-{number}"), &[]);
		}
		let query = Query { text: b"needle".to_vec(), ..all(CatalogOrder::Any) };
		let (examined, found) = examined(&query);
		assert_eq!(examined, [MAX_EXAMINED, 50]);
		assert_eq!(found, [rare]);
	});
}

#[test]
fn what_has_licenses_is_looked_at_a_bounded_while() {
	on_dev(|| {
		let alice = person(1);
		let (a, b) = (model(&alice, "a"), model(&alice, "b"));
		bought_by(sell(&alice, 1, 0, None), 1);
		// As if others had more, and were gone: the order is looked at, whatever is there.
		for number in 0..u64::from(MAX_EXAMINED) {
			let id = ArtifactId::from_low_u64_be(number);
			pallet_market::Popularity::<Runtime>::insert([0, 0, 0, 1], id, ());
		}
		let (examined, found) = examined(&all(CatalogOrder::MostLicensed));
		assert_eq!(examined, [MAX_EXAMINED, 3]);
		assert_eq!(found, [a, b]);
		let _ = pallet_market::Popularity::<Runtime>::clear_prefix([0, 0, 0, 1], u32::MAX, None);
	});
}

#[test]
fn where_a_page_ends_with_the_last_license_the_next_has_the_rest() {
	on_dev(|| {
		let alice = person(1);
		let artifacts = ["a", "b", "c"].map(|name| model(&alice, name));
		bought_by(sell(&alice, 2, 0, None), 1);
		let query = all(CatalogOrder::MostLicensed);
		let first = search(query.clone(), None, 1);
		assert_eq!(first.items[0].id, artifacts[1]);
		// Already among those without.
		assert_eq!(first.next, Some(CatalogCursor::Newest(4)));
		let second = search(query.clone(), first.next, 1);
		assert_eq!(second.items[0].id, artifacts[2]);
		let third = search(query, second.next, 5);
		assert_eq!((third.items.len(), third.items[0].id, third.next), (1, artifacts[0], None));
	});
}

#[test]
fn a_cursor_of_another_order_begins_anew() {
	on_dev(|| {
		let alice = person(1);
		let ids = ["a", "b"].map(|name| model(&alice, name));
		bought_by(sell(&alice, 1, 0, None), 1);
		let licensed = CatalogCursor::MostLicensed { licenses: 1, artifact: ids[0] };
		for (order, cursor) in [
			(CatalogOrder::Newest, licensed),
			(CatalogOrder::Newest, CatalogCursor::Any(ids[0])),
			(CatalogOrder::MostLicensed, CatalogCursor::Any(ids[0])),
			(CatalogOrder::Any, CatalogCursor::Newest(1)),
			(CatalogOrder::Any, licensed),
		] {
			let anew = search(all(order), None, 1);
			assert_eq!(search(all(order), Some(cursor), 1), anew, "{order:?} {cursor:?}");
		}
	});
}

#[test]
fn a_forged_cursor_finds_what_is_after_it_and_nothing_else() {
	on_dev(|| {
		let alice = person(1);
		let ids = ["a", "b", "c"].map(|name| model(&alice, name));
		bought_by(sell(&alice, 1, 0, None), 2);
		let after = |order, cursor| -> Vec<_> {
			let page = search(all(order), Some(cursor), 100);
			assert_eq!(page.next, None);
			page.items.into_iter().map(|listing| listing.id).collect()
		};
		let newest = |sequence| after(CatalogOrder::Newest, CatalogCursor::Newest(sequence));
		assert_eq!(newest(u64::MAX), [ids[2], ids[1], ids[0]]);
		assert_eq!((newest(2), newest(1), newest(0)), (vec![ids[0]], vec![], vec![]));
		let licensed = |licenses, artifact| {
			let cursor = CatalogCursor::MostLicensed { licenses, artifact };
			after(CatalogOrder::MostLicensed, cursor)
		};
		let nobodys = ArtifactId::repeat_byte(255);
		assert_eq!(licensed(u32::MAX, nobodys), [ids[0], ids[2], ids[1]]);
		for licenses in [0, 1, 2] {
			assert_eq!(licensed(licenses, nobodys), [ids[2], ids[1]]);
		}
		assert_eq!(licensed(3, ArtifactId::zero()), [ids[0], ids[2], ids[1]]);
		// Wherever the artifact would be, some are after it and the others before.
		for number in 0..20 {
			let id = ArtifactId::repeat_byte(number);
			let rest = after(CatalogOrder::Any, CatalogCursor::Any(id));
			let all: Vec<_> = Artifacts::<Runtime>::iter_keys().collect();
			assert!(all.ends_with(&rest));
		}
	});
}

#[test]
fn a_search_changes_nothing() {
	on_dev(|| {
		let alice = person(1);
		model(&alice, "a");
		bought_by(sell(&alice, 1, 0, None), 1);
		let root = || sp_io::storage::root(Default::default());
		let before = root();
		for order in ORDERS {
			search(Query { max_price: Some(1), ..all(order) }, None, 10);
		}
		assert_eq!(root(), before);
	});
}

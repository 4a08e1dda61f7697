// SPDX-License-Identifier: Apache-2.0

//! What a query finds, and what it does not.

use super::*;
use crate::tests::chain::on_dev;
use agora_primitives::api::MAX_QUERY_TEXT;

/// What is found, the same in every order.
fn matching(change: impl Fn(&mut Query)) -> Vec<ArtifactId> {
	let mut results = ORDERS.map(|order| {
		let mut query = all(order);
		change(&mut query);
		let mut found = found(&query);
		found.sort();
		found
	});
	assert_eq!(results[0], results[1]);
	assert_eq!(results[0], results[2]);
	core::mem::take(&mut results[0])
}

/// The same as these.
fn assert_found<const N: usize>(change: impl Fn(&mut Query), mut expected: [ArtifactId; N]) {
	expected.sort();
	assert_eq!(matching(change), expected);
}

fn text(words: &str) -> impl Fn(&mut Query) + '_ {
	move |query| query.text = words.as_bytes().to_vec()
}

#[test]
fn models_or_datasets() {
	on_dev(|| {
		let alice = person(1);
		let a = model(&alice, "a");
		let b = register(&alice, ArtifactKind::Dataset, "b", &[]);
		publish(&alice, b, "CC0-1.0");
		assert_found(|_| {}, [a, b]);
		assert_found(|query| query.kind = Some(ArtifactKind::Model), [a]);
		assert_found(|query| query.kind = Some(ArtifactKind::Dataset), [b]);
	});
}

#[test]
fn words_of_names_and_tags() {
	on_dev(|| {
		let alice = person(1);
		let named = |name: &str, words: &[&str]| {
			let artifact = register(&alice, ArtifactKind::Model, name, words);
			publish(&alice, artifact, "MIT");
			artifact
		};
		let mini = named("all-minilm-l6-v2", &["sentence", "nlp"]);
		let bert = named("bert", &["nlp", "base-1"]);
		let other = named("x", &[]);
		for (words, expected) in [
			("minilm", vec![mini]),
			("MiniLM", vec![mini]),
			("nlp", vec![mini, bert]),
			("NLP  bert", vec![bert]),
			(" bert ", vec![bert]),
			("sen tence", vec![mini]),
			("bert sentence", vec![]),
			("bertnlp", vec![]),
			("nlpbase-1", vec![]),
			("", vec![mini, bert, other]),
			("   ", vec![mini, bert, other]),
			("x", vec![other]),
			("\u{e4}", vec![]),
			("minilm\0", vec![]),
		] {
			let mut expected = expected;
			expected.sort();
			assert_eq!(matching(text(words)), expected, "{words:?}");
		}
	});
}

#[test]
fn a_text_that_is_too_long_finds_nothing() {
	on_dev(|| {
		let a = model(&person(1), "a");
		let long = |length: u32| " ".repeat(length as usize - 1) + "a";
		assert_found(text(&long(MAX_QUERY_TEXT)), [a]);
		assert_found(text(&long(MAX_QUERY_TEXT + 1)), []);
		for order in ORDERS {
			let page = search(Query { text: vec![b'a'; 1_000_000], ..all(order) }, None, 10);
			assert_eq!((page.items.len(), page.next, page.examined), (0, None, 0));
		}
	});
}

#[test]
fn whole_tags() {
	on_dev(|| {
		let alice = person(1);
		let a = register(&alice, ArtifactKind::Model, "nlp", &["vision", "base"]);
		publish(&alice, a, "MIT");
		let tag = |tag: &str| {
			let tag = tag.as_bytes().to_vec();
			move |query: &mut Query| query.tag = Some(tag.clone())
		};
		assert_found(tag("base"), [a]);
		for other in ["bas", "nlp", "", "BASE", "vision base"] {
			assert_found(tag(other), []);
		}
		assert_ok!(Registry::update_tags(by(&alice), a, tags(&["other"])));
		assert_found(tag("base"), []);
		assert_found(tag("other"), [a]);
	});
}

#[test]
fn publishers_and_owners() {
	on_dev(|| {
		let (alice, bob) = (person(1), person(2));
		let (a, b) = (model(&alice, "a"), model(&bob, "b"));
		assert_ok!(Registry::transfer_ownership(by(&alice), a, bob.clone()));
		assert_found(|query| query.owner = Some(bob.clone()), [b]);
		assert_ok!(Registry::accept_ownership(by(&bob), a));
		assert_found(|query| query.publisher = Some(alice.clone()), [a]);
		assert_found(|query| query.owner = Some(alice.clone()), []);
		assert_found(|query| query.owner = Some(bob.clone()), [a, b]);
		let both = |query: &mut Query| {
			(query.publisher, query.owner) = (Some(bob.clone()), Some(bob.clone()))
		};
		assert_found(both, [b]);
	});
}

#[test]
fn licenses_of_the_newest_version() {
	on_dev(|| {
		let alice = person(1);
		let a = register(&alice, ArtifactKind::Model, "a", &[]);
		publish(&alice, a, "MITNFA");
		let license = |license: &str| {
			let license = license.as_bytes().to_vec();
			move |query: &mut Query| query.license = Some(license.clone())
		};
		assert_found(license("MIT"), []);
		assert_found(license("MITNFA"), [a]);
		publish(&alice, a, "MIT OR Apache-2.0");
		for word in ["MIT", "apache-2.0"] {
			assert_found(license(word), [a]);
		}
		for word in ["MITNFA", "", "OR", "MIT OR Apache-2.0"] {
			assert_found(license(word), []);
		}
		assert_ok!(Registry::remove_version(by(&alice), 2));
		assert_found(license("MITNFA"), [a]);
	});
}

#[test]
fn what_is_on_sale_for_no_more() {
	on_dev(|| {
		let alice = person(1);
		let [a, b, free, unsold] = ["a", "b", "free", "unsold"].map(|name| model(&alice, name));
		let dear = sell(&alice, 1, 9 * UNITS, None);
		let limited = sell(&alice, 1, 2 * UNITS, Some(1));
		sell(&alice, 2, 5 * UNITS, None);
		let gift = sell(&alice, 3, 3 * UNITS, Some(1));
		let price = |most| move |query: &mut Query| query.max_price = Some(most);
		assert_found(price(Balance::MAX), [a, b, free]);
		assert_found(price(5 * UNITS), [a, b, free]);
		assert_found(price(5 * UNITS - 1), [a, free]);
		assert_found(price(1), []);
		// What is sold out counts no more, and what a cap made free does.
		bought_by(limited, 1);
		bought_by(gift, 1);
		assert_found(price(5 * UNITS), [b]);
		assert_ok!(Market::pledge_cap(by(&alice), free, 0));
		assert_found(price(0), [free]);
		// Nor does what is closed, or sells a version that cannot be sold.
		assert_ok!(Market::close_offer(by(&alice), dear));
		assert_ok!(Registry::yank(by(&alice), 2, Default::default()));
		assert_found(price(Balance::MAX), [free]);
		assert_found(|_| {}, [a, b, free, unsold]);
	});
}

#[test]
fn retired_ones_only_where_they_are_asked_for() {
	on_dev(|| {
		let alice = person(1);
		let (a, b) = (model(&alice, "a"), model(&alice, "b"));
		sell(&alice, 1, UNITS, None);
		assert_ok!(Registry::retire(by(&alice), a));
		assert_found(|_| {}, [b]);
		assert_found(|query| query.retired = true, [a, b]);
		// And never as something that can be bought.
		let sold =
			|query: &mut Query| (query.retired, query.max_price) = (true, Some(Balance::MAX));
		assert_found(sold, []);
	});
}

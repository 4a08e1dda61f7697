// SPDX-License-Identifier: Apache-2.0

//! Random trade on a real node, and an audit of all of it that finds no difference.
//!
//! `AGORA_AUDIT_BLOCKS` says how many blocks there are at least (500), and `AGORA_AUDIT_SEED` which trade
//! it is; the seed is printed, so that the same can be made again. A development chain has epochs of 20
//! blocks and eras of 60; rewards expire after 90 epochs, which takes more than 1,820 blocks.

mod dataset;
mod random;
mod terms;
mod trade;
mod trader;

use common::{
	chain::{run_tests_with, Node, UNIT},
	node::DevNode,
};
use std::process::ExitCode;

common::tests![
	trade::random_trade_is_as_it_should_be,
	an_earlier_block_can_be_the_last,
	a_block_must_be_final,
	what_is_taken_from_the_pot_is_found,
	a_node_that_forgets_is_told,
];

/// Options of a node that forgets nothing.
const ARCHIVE: [&str; 2] = ["--state-pruning", "archive"];

fn main() -> ExitCode {
	run_tests_with(TESTS, &ARCHIVE)
}

fn an_earlier_block_can_be_the_last(node: &Node) {
	// Where this is the only test, there may be less.
	trade::remarks(node, 5);
	let report = node.agora(None, &["rewards", "audit", "--to", "3"]).result().clone();
	assert_eq!((&report["block"], &report["counts"]["blocks"]), (&3.into(), &3.into()));
	assert_eq!(report["agrees"], true);
}

fn a_block_must_be_final(node: &Node) {
	let outcome = node.agora(None, &["rewards", "audit", "--to", "4000000000"]);
	assert_eq!((outcome.status, outcome.code().as_str()), (1, "block-not-final"), "{outcome:?}");
}

/// A node of its own.
fn another(options: &[&str]) -> Node {
	let program = DevNode::program().expect("there is a node, as this runs");
	Node::start(&program, options)
}

fn what_is_taken_from_the_pot_is_found(_: &Node) {
	let node = another(&ARCHIVE);
	let (given, taken) = (5 * UNIT, 2 * UNIT + 1);
	trade::take_from_pot(&node, given, taken);
	let outcome = node.agora(None, &["rewards", "audit"]);
	assert_eq!((outcome.status, outcome.code().as_str()), (1, "audit-differs"), "{outcome:?}");
	let details = &outcome.json["error"]["details"];
	assert_eq!((&details["agrees"], &details["differenceCount"]), (&false.into(), &1.into()));
	assert_eq!(details["difference"], taken.to_string());
	assert_eq!(details["sums"]["gifts"], given.to_string());
	let line = format!("block 2: what left the pot for no reason: the chain says {taken} planck");
	assert!(outcome.message().contains(&line), "{outcome:?}");
	// A person reads the same.
	let shown = common::run(&mut node.command(None, &["rewards", "audit"]));
	assert_eq!((shown.status, shown.stdout.as_str()), (1, ""), "{shown:?}");
	assert!(shown.stderr.contains(&line), "{shown:?}");
	// Before that, all was well.
	let report = node.agora(None, &["rewards", "audit", "--to", "1"]).result().clone();
	assert_eq!(report["pot"]["funds"], given.to_string());
}

fn a_node_that_forgets_is_told(_: &Node) {
	let node = another(&["--state-pruning", "4"]);
	// It may take a while until it does.
	let forgotten = (0..20).find_map(|_| {
		trade::remarks(&node, 40);
		let outcome = node.agora(None, &["rewards", "audit"]);
		(outcome.status != 0).then_some(outcome)
	});
	let outcome = forgotten.expect("it forgets");
	assert_eq!((outcome.status, outcome.code().as_str()), (1, "state-pruned"), "{outcome:?}");
	assert!(outcome.message().contains("--state-pruning archive"), "{outcome:?}");
}

// SPDX-License-Identifier: Apache-2.0

//! Counts what a call does to the storage and how long that can be, to compare it with what its weight
//! pays for; and what tests of random calls share.

#![deny(missing_docs)]

use frame_support::{
	parameter_types,
	traits::StorageInfo,
	weights::{RuntimeDbWeight, Weight},
};
use sp_core::hexdisplay::HexDisplay;
use sp_io::hashing::twox_128;
use sp_tracing::tracing;
use std::{
	collections::BTreeSet,
	sync::{Arc, Mutex},
};

const READ: u64 = 1_000_000_000_000;
const WRITE: u64 = 1_000_000_000_000_000;

parameter_types! {
	/// Prices by which reads and writes can be told from a weight.
	pub const Distinct: RuntimeDbWeight = RuntimeDbWeight { read: READ, write: WRITE };
}

/// The reads and writes that a weight pays for, at the prices of [`Distinct`].
pub fn paid(weight: Weight) -> (u64, u64) {
	let time = weight.ref_time();
	(time % WRITE / READ, time / WRITE)
}

/// The longest key and value of an item, without the map's prefix. Panics if there is no such item,
/// or it has no bound.
pub fn longest(infos: &[StorageInfo], pallet: &str, item: &str) -> u64 {
	let info = infos
		.iter()
		.find(|info| info.pallet_name == pallet.as_bytes() && info.storage_name == item.as_bytes());
	let length = info.and_then(|info| info.max_size).expect("a bounded item of this name");
	u64::from(length)
}

/// What was done to the storage, by the keys in hexadecimal.
#[derive(Default, Debug)]
struct Access {
	read: BTreeSet<String>,
	written: BTreeSet<String>,
}

/// Listens to what the state machine says about each access.
#[derive(Clone, Default)]
struct Listener(Arc<Mutex<Access>>);

/// One access, as the state machine tells it.
#[derive(Default)]
struct Fields {
	method: String,
	key: String,
}

impl tracing::field::Visit for Fields {
	fn record_debug(&mut self, field: &tracing::field::Field, value: &dyn core::fmt::Debug) {
		let text = format!("{value:?}").trim_matches('"').to_string();
		match field.name() {
			"method" => self.method = text,
			"key" => self.key = text,
			_ => {}
		}
	}
}

impl tracing::Subscriber for Listener {
	fn enabled(&self, metadata: &tracing::Metadata<'_>) -> bool {
		metadata.target() == "state"
	}

	fn new_span(&self, _: &tracing::span::Attributes<'_>) -> tracing::span::Id {
		tracing::span::Id::from_u64(1)
	}

	fn record(&self, _: &tracing::span::Id, _: &tracing::span::Record<'_>) {}

	fn record_follows_from(&self, _: &tracing::span::Id, _: &tracing::span::Id) {}

	fn event(&self, event: &tracing::Event<'_>) {
		let mut fields = Fields::default();
		event.record(&mut fields);
		let mut access = self.0.lock().expect("no listener panics while it holds the lock");
		match fields.method.as_str() {
			"Get" | "Exists" | "Hash" => access.read.insert(fields.key),
			"Put" | "Append" => access.written.insert(fields.key),
			other => panic!("the state machine says something new: {other}"),
		};
	}

	fn enter(&self, _: &tracing::span::Id) {}

	fn exit(&self, _: &tracing::span::Id) {}
}

/// How many keys of pallets and of accounts `work` reads and writes.
///
/// What the chain keeps about the block itself is in memory, and nobody's weight. Panics if nothing
/// is written, since then the state machine was not heard.
pub fn storage_access(work: impl FnOnce()) -> (u64, u64) {
	let listener = Listener::default();
	tracing::subscriber::with_default(listener.clone(), work);
	let hex = |bytes: [u8; 16]| HexDisplay::from(&bytes).to_string();
	let system = hex(twox_128(b"System"));
	let account = system.clone() + &hex(twox_128(b"Account"));
	let counted = |keys: &BTreeSet<String>| {
		keys.iter()
			// The state machine's own: transactional layers and the intrablock entropy.
			.filter(|key| key.len() >= 64)
			.filter(|key| !key.starts_with(&system) || key.starts_with(&account))
			.count() as u64
	};
	let access = listener.0.lock().expect("the work is done");
	assert!(!access.written.is_empty(), "the state machine was not heard");
	(counted(&access.read), counted(&access.written))
}

/// How many cases a test of random calls is asked to try, for long runs. Panics if that is no number.
pub fn asked_cases() -> Option<u32> {
	let cases = std::env::var("AGORA_PROPTEST_CASES").ok()?;
	Some(cases.parse().expect("AGORA_PROPTEST_CASES is a number of cases"))
}

/// The name of an enum's variant.
pub fn variant(value: &impl core::fmt::Debug) -> String {
	let debug = format!("{value:?}");
	debug.split([' ', '(']).next().unwrap_or_default().to_string()
}

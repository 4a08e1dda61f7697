// SPDX-License-Identifier: Apache-2.0

//! Checks every invariant of every pallet on the state of a real chain, and rehearses the migration
//! of an upgrade on it, twice.
//!
//! ```text
//! agora-node export-state --chain SPEC --base-path FOLDER BLOCK > state.json
//! try-state state.json [--upgrade]
//! ```
//!
//! `state.json` is what the node's `export-state` writes: the state as a raw chain specification. With
//! `--upgrade`, the migration of the rehearsing runtime runs with its own checks and all invariants are
//! checked again; then it runs a second time, which must change nothing.
//!
//! Prints what it saw, and exits 1 with the reason if anything does not hold.

use agora_runtime::{rehearsal::Migration, AllPalletsWithSystem, BlockNumber, Pace, System};
use frame_support::{
	traits::{GetStorageVersion, OnRuntimeUpgrade, TryState, TryStateSelect},
	weights::Weight,
};
use sp_runtime::{StateVersion, Storage};
use std::{process::ExitCode, time::Instant};

type State = sp_io::TestExternalities;

/// What `export-state` wrote to a file.
fn read(path: &str) -> Result<Storage, String> {
	let text = std::fs::read_to_string(path).map_err(|error| format!("{path}: {error}"))?;
	let json: serde_json::Value =
		serde_json::from_str(&text).map_err(|error| format!("{path}: {error}"))?;
	let raw = &json["genesis"]["raw"];
	if raw["childrenDefault"].as_object().is_some_and(|children| !children.is_empty()) {
		return Err(format!("{path}: has child tries, and Agora has none"));
	}
	let top = raw["top"].as_object().ok_or(format!("{path}: holds no raw state"))?;
	let bytes = |hex: &str| {
		sp_core::bytes::from_hex(hex).map_err(|error| format!("{path}: {hex:.40}: {error}"))
	};
	let top = top
		.iter()
		.map(|(key, value)| {
			let value = value.as_str().ok_or(format!("{path}: {key:.40}: no string"))?;
			Ok((bytes(key)?, bytes(value)?))
		})
		.collect::<Result<_, String>>()?;
	Ok(Storage { top, children_default: Default::default() })
}

/// That every invariant of every pallet holds.
fn check(state: &mut State, when: &str) -> Result<(), String> {
	let from = Instant::now();
	let height = state.execute_with(|| {
		let height = System::block_number();
		<AllPalletsWithSystem as TryState<BlockNumber>>::try_state(height, TryStateSelect::All)
			.map(|()| height)
			.map_err(|error| format!("{when}: {error:?}"))
	})?;
	println!("{when}: every invariant holds at block {height} ({} ms)", from.elapsed().as_millis());
	Ok(())
}

/// Run the migration with its checks; answers with the root of the state that it leaves.
fn migrate(state: &mut State) -> Result<(Weight, sp_core::H256), String> {
	let weight = state
		.execute_with(|| Migration::try_on_runtime_upgrade(true))
		.map_err(|error| format!("the migration's checks: {error:?}"))?;
	state.commit_all()?;
	Ok((weight, *state.backend.root()))
}

fn rehearse(state: &mut State) -> Result<(), String> {
	if state.execute_with(|| Pace::on_chain_storage_version() >= 2) {
		println!("the migration ran on this chain before");
		return Ok(());
	}
	let before = *state.backend.root();
	let (weight, once) = migrate(state)?;
	if once == before {
		return Err("the migration changed nothing, not even its version".into());
	}
	println!("the migration ran: {} ms of weight", weight.ref_time() / 1_000_000_000);
	check(state, "after the migration")?;
	let (_, twice) = migrate(state)?;
	if once != twice {
		return Err("the migration changed something when it ran again".into());
	}
	println!("the migration ran again and changed nothing");
	Ok(())
}

fn run() -> Result<(), String> {
	let arguments: Vec<_> = std::env::args().skip(1).collect();
	let (path, upgrade) = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
		[path] => (path, false),
		[path, "--upgrade"] => (path, true),
		_ => return Err("usage: try-state STATE.json [--upgrade]".into()),
	};
	let storage = read(path)?;
	println!("{path}: {} items", storage.top.len());
	let mut state = State::new_with_code_and_state(&[], storage, StateVersion::V1);
	check(&mut state, "as it is")?;
	if upgrade {
		rehearse(&mut state)?;
	}
	Ok(())
}

fn main() -> ExitCode {
	match run() {
		Ok(()) => ExitCode::SUCCESS,
		Err(reason) => {
			eprintln!("try-state: {reason}");
			ExitCode::FAILURE
		}
	}
}

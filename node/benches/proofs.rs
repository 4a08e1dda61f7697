// SPDX-License-Identifier: Apache-2.0

//! Prints what it takes to check proofs in the WebAssembly runtime, beside what weights book for it.
//!
//! ```text
//! cargo bench --package agora-node --bench proofs
//! ```
//!
//! A weight is time on the reference machine, this is time on yours: compare orders of magnitude.
//! Storage is in memory here, and what every call of the runtime costs is measured with a tree of
//! one leaf and taken away.

use agora_runtime::{wasm_binary, AccountId, Runtime};
use codec::{Decode, Encode};
use pallet_provenance::{
	weights::inclusion, Commitments, RecordsCommitment, Segment, Segments, Series,
};
use sc_executor::WasmExecutor;
use sp_core::{
	traits::{CallContext, CodeExecutor, RuntimeCode, WrappedRuntimeCode},
	H256,
};
use sp_io::hashing::{blake2_256, sha2_256};
use sp_state_machine::BasicExternalities;
use std::time::{Duration, Instant};

/// As the node has them.
type HostFunctions = (sp_io::SubstrateHostFunctions, sp_crypto_ec_utils::HostFunctionsRfc163);

/// How often each proof is checked.
const ROUNDS: usize = 2_000;
/// Most siblings that a proof has.
const DEEPEST: u32 = 32;

fn main() -> Result<(), Box<dyn std::error::Error>> {
	let wasm = wasm_binary()?;
	let fetcher = WrappedRuntimeCode(wasm.into());
	let code =
		RuntimeCode { code_fetcher: &fetcher, heap_pages: None, hash: blake2_256(wasm).to_vec() };
	let executor = WasmExecutor::<HostFunctions>::builder().build();

	let depths = [0, DEEPEST];
	let mut asked: Vec<_> = depths.into_iter().map(question).collect();
	let mut times = vec![Vec::with_capacity(ROUNDS); depths.len()];
	// In turns, so that whatever else the machine does falls on both.
	for _ in 0..ROUNDS {
		for ((ext, arguments), times) in asked.iter_mut().zip(&mut times) {
			let started = Instant::now();
			let (answer, _) = executor.call(
				ext,
				&code,
				"ProvenanceApi_verify_record",
				arguments,
				CallContext::Offchain,
			);
			times.push(started.elapsed());
			let answer = Result::<u8, u8>::decode(&mut &answer?[..])?;
			if answer.is_err() {
				return Err(format!("the proof does not hold: {answer:?}").into());
			}
		}
	}
	let medians: Vec<Duration> = times.iter_mut().map(|times| median(times)).collect();
	let taken = medians[1].saturating_sub(medians[0]);
	let booked = inclusion(DEEPEST).saturating_sub(inclusion(0));
	let booked = Duration::from_nanos(booked.ref_time() / 1_000);
	println!(
		"figure: checking {DEEPEST} siblings in the runtime: {:.1} us, booked {:.1} us, {:.2} times \
		 as much (must: at most 2 times)",
		taken.as_secs_f64() * 1e6,
		booked.as_secs_f64() * 1e6,
		booked.as_secs_f64() / taken.as_secs_f64(),
	);
	Ok(())
}

/// A chain on which version 1 has `2^depth` records, and what to ask it about the first.
fn question(depth: u32) -> (BasicExternalities, Vec<u8>) {
	let contributor = AccountId::new([1; 32]);
	let leaf = (contributor.clone(), H256::repeat_byte(2));
	let siblings: Vec<H256> = (0..depth).map(|_| H256::repeat_byte(3)).collect();
	let root: H256 = siblings
		.iter()
		.fold(sha2_256(&(0u8, &leaf).encode()), |node, sibling| {
			sha2_256(&(1u8, node, sibling).encode())
		})
		.into();

	let count = 1u64 << depth;
	let commitment =
		RecordsCommitment { root, count, series: 1, depositor: contributor, deposit: 0u128 };
	let mut segments = Segments::new();
	segments.try_push(Segment::new(1, count)).expect("there is room for one");
	let mut ext = BasicExternalities::default();
	ext.insert(Commitments::<Runtime>::hashed_key_for(1), commitment.encode());
	ext.insert(Series::<Runtime>::hashed_key_for(1), segments.encode());
	(ext, (1u64, 0u64, leaf, siblings).encode())
}

fn median(times: &mut [Duration]) -> Duration {
	times.sort();
	times[times.len() / 2]
}

// SPDX-License-Identifier: Apache-2.0

//! The runtime that is to come. One that is scheduled stands on chain for some time before it takes
//! over, and is compiled as soon as it is seen there, into the folder where the node finds it again.
//! Otherwise every node would begin with it in the block of the upgrade, and blocks would pause.
//!
//! Only what the chain itself asked for is compiled: anybody may note a preimage.

use crate::{
	service::{Executor, FullBackend, FullClient},
	state::read,
};
use agora_runtime::{opaque::Block, AccountId, Hash, Runtime, RuntimeCall};
use codec::{DecodeAll, DecodeLimit};
use frame_support::storage::storage_prefix;
use futures::StreamExt;
use pallet_preimage::{PreimageFor, RequestStatus, RequestStatusFor, TicketOf};
use sc_client_api::{BlockchainEvents, StorageProvider};
use sc_executor::RuntimeVersionOf;
use sc_service::TaskManager;
use sp_core::traits::{RuntimeCode, WrappedRuntimeCode};
use sp_state_machine::BasicExternalities;
use sp_storage::StorageKey;
use sp_version::RuntimeVersion;
use std::{collections::BTreeSet, sync::Arc, time::Instant};

/// What a call is at least that has a runtime in it, in bytes.
const LEAST: u32 = 64 * 1024;

/// How many preimages are looked at in a block.
const MOST_PREIMAGES: usize = 1_000;

/// How deep calls may be in each other.
const DEPTH: u32 = 16;

/// A preimage as storage names it.
type Preimage = (Hash, u32);

/// Compile what is scheduled whenever a block brings something new.
pub fn spawn(task_manager: &TaskManager, client: Arc<FullClient>, executor: Executor) {
	let mut blocks = client.import_notification_stream();
	task_manager.spawn_handle().spawn_blocking("upcoming-runtimes", None, async move {
		let mut known = BTreeSet::new();
		while let Some(block) = blocks.next().await {
			if block.is_new_best {
				look(&client, &executor, block.hash, &mut known);
			}
		}
	});
}

/// Compile the runtimes that are scheduled at a block, but for those that were seen before.
fn look(client: &FullClient, executor: &Executor, at: Hash, known: &mut BTreeSet<Preimage>) {
	let there = requested(client, at);
	for preimage in there.difference(known) {
		if let Some(code) = call(client, at, preimage).and_then(code_of) {
			prepare(executor, preimage.0, code);
		}
	}
	*known = there;
}

/// The large preimages that the chain itself asked for: because they are scheduled, or because those who
/// may have said so.
fn requested(client: &FullClient, at: Hash) -> BTreeSet<Preimage> {
	let prefix = StorageKey(storage_prefix(b"Preimage", b"PreimageFor").to_vec());
	let keys = StorageProvider::<Block, FullBackend>::storage_keys(client, at, Some(&prefix), None);
	keys.into_iter()
		.flatten()
		.take(MOST_PREIMAGES)
		.filter_map(|key| Preimage::decode_all(&mut key.0.get(prefix.0.len()..)?).ok())
		.filter(|(hash, length)| *length >= LEAST && is_requested(client, at, hash))
		.collect()
}

fn is_requested(client: &FullClient, at: Hash, hash: &Hash) -> bool {
	let key = RequestStatusFor::<Runtime>::hashed_key_for(hash);
	let status = read::<RequestStatus<AccountId, TicketOf<Runtime>>>(client, at, &key);
	matches!(status, Ok(Some(RequestStatus::Requested { .. })))
}

/// The call that a preimage is, if this node understands it.
fn call(client: &FullClient, at: Hash, preimage: &Preimage) -> Option<RuntimeCall> {
	let key = PreimageFor::<Runtime>::hashed_key_for(preimage);
	let bytes: Vec<u8> = read(client, at, &key).ok()??;
	RuntimeCall::decode_all_with_depth_limit(DEPTH, &mut &bytes[..]).ok()
}

/// The runtime that a call puts in place of the present one.
fn code_of(call: RuntimeCall) -> Option<Vec<u8>> {
	use frame_system::Call as System;
	use pallet_utility::Call as Utility;
	match call {
		RuntimeCall::System(
			System::set_code { code }
			| System::set_code_without_checks { code }
			| System::apply_authorized_upgrade { code },
		) => Some(code),
		RuntimeCall::Utility(
			Utility::batch { calls }
			| Utility::batch_all { calls }
			| Utility::force_batch { calls },
		) => calls.into_iter().find_map(code_of),
		_ => None,
	}
}

/// Compile a runtime, or warn that this node cannot run it, while there is time to update.
fn prepare(executor: &Executor, hash: Hash, code: Vec<u8>) {
	let from = Instant::now();
	match compile(executor, hash, code) {
		Ok(version) => log::info!(
			"Runtime {} of version {} is scheduled, and was compiled in {:.1} s",
			version.spec_name,
			version.spec_version,
			from.elapsed().as_secs_f32()
		),
		Err(error) => log::warn!(
			"A runtime is scheduled that this node cannot run: update the node before it takes over. \
			 {error}"
		),
	}
}

fn compile(
	executor: &Executor,
	hash: Hash,
	code: Vec<u8>,
) -> Result<RuntimeVersion, sc_executor::error::Error> {
	let code_fetcher = WrappedRuntimeCode(code.into());
	let code = RuntimeCode { code_fetcher: &code_fetcher, heap_pages: None, hash: hash.0.to_vec() };
	executor.runtime_version(&mut BasicExternalities::default(), &code)
}

#[cfg(test)]
mod tests {
	use super::*;

	fn set_code(code: &[u8]) -> RuntimeCall {
		frame_system::Call::set_code { code: code.to_vec() }.into()
	}

	#[test]
	fn a_runtime_is_found_in_a_call_and_in_a_batch() {
		assert_eq!(code_of(set_code(b"new")), Some(b"new".to_vec()));
		let remark: RuntimeCall = frame_system::Call::remark { remark: vec![1] }.into();
		assert_eq!(code_of(remark.clone()), None);
		let calls = vec![remark, set_code(b"new")];
		let batch = pallet_utility::Call::batch_all { calls };
		assert_eq!(code_of(batch.into()), Some(b"new".to_vec()));
	}

	#[test]
	fn what_is_no_runtime_is_told_and_a_runtime_is_compiled_for_whoever_looks_there() {
		let folder = tempfile::tempdir().unwrap();
		let executor = || Executor::builder().with_cache_path(folder.path()).build();
		let files = || walk(folder.path());
		assert!(compile(&executor(), Hash::zero(), b"no wasm".to_vec()).is_err());
		assert_eq!(files(), 0);
		let code = agora_runtime::wasm_binary().unwrap().to_vec();
		let version = compile(&executor(), Hash::zero(), code.clone()).unwrap();
		assert_eq!(version.spec_version, agora_runtime::VERSION.spec_version);
		let made = files();
		assert!(made > 0);
		compile(&executor(), Hash::zero(), code).unwrap();
		assert_eq!(files(), made, "it was compiled again");
	}

	/// How many files are below a folder, but for what is noted of their use.
	fn walk(folder: &std::path::Path) -> usize {
		let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
		entries
			.filter(|path| path.extension().is_none_or(|kind| kind != "stats"))
			.map(|path| if path.is_dir() { walk(&path) } else { 1 })
			.sum()
	}
}

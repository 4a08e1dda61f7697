// SPDX-License-Identifier: Apache-2.0

//! A chain in memory: genesis from a preset, blocks with signed transactions in them.

use crate::{
	genesis, pace::SessionSlots, units::time::MILLISECONDS_PER_BLOCK, AccountId,
	AllPalletsWithSystem, Balance, Balances, Executive, Header, Runtime, RuntimeCall, RuntimeEvent,
	RuntimeGenesisConfig, Session, SignedPayload, System, TxExtension, UncheckedExtrinsic,
};
use codec::Encode;
use frame_support::{
	dispatch::DispatchResult,
	genesis_builder_helper::{build_state, get_preset},
	traits::{fungible::Inspect, Get, TryState, TryStateSelect},
};
use sp_consensus_babe::{
	digests::{PreDigest, SecondaryPlainPreDigest},
	Slot, BABE_ENGINE_ID,
};
use sp_core::Pair;
use sp_genesis_builder::PresetId;
use sp_io::TestExternalities;
use sp_keyring::Sr25519Keyring;
use sp_runtime::{
	generic::Era, traits::Header as _, transaction_validity::TransactionValidityError, Digest,
	DigestItem, MultiAddress, MultiSignature,
};

/// In which slot a chain's first block is; BABE takes none before the genesis of time.
const FIRST_SLOT: u64 = 1_000_000;

/// Merge `patch` into `base`, as chain specifications do (RFC 7396).
pub fn merge(base: &mut serde_json::Value, patch: serde_json::Value) {
	match (base, patch) {
		(serde_json::Value::Object(base), serde_json::Value::Object(patch)) => {
			for (key, value) in patch {
				merge(base.entry(key).or_insert(serde_json::Value::Null), value);
			}
		}
		(base, patch) => *base = patch,
	}
}

/// The full genesis that the preset `name` stands for.
pub fn preset(name: &str) -> serde_json::Value {
	let json = |bytes: Vec<u8>| serde_json::from_slice(&bytes).expect("presets are JSON");
	let mut config = json(get_preset::<RuntimeGenesisConfig>(&None, |_| None).unwrap());
	merge(&mut config, json(genesis::preset(&PresetId::from(name)).expect("a preset's name")));
	config
}

/// A chain whose genesis is that of the preset `name`.
pub fn chain(name: &str) -> TestExternalities {
	chain_from(preset(name))
}

/// A chain with this genesis.
pub fn chain_from(config: serde_json::Value) -> TestExternalities {
	let mut ext = TestExternalities::default();
	ext.execute_with(|| {
		let config = serde_json::to_vec(&config).unwrap();
		build_state::<RuntimeGenesisConfig>(config).expect("the preset is a genesis");
	});
	ext.commit_all().expect("genesis has no open transaction");
	ext
}

/// Run `story` on a development chain in its first block, then check every pallet's invariants.
pub fn on_dev(story: impl FnOnce()) {
	chain("development").execute_with(|| {
		begin_block();
		story();
		check_invariants();
	});
}

/// What every pallet says must always hold, and that no token came from nowhere.
pub fn check_invariants() {
	AllPalletsWithSystem::try_state(System::block_number(), TryStateSelect::All)
		.expect("every pallet's invariants hold");
	let counted: Balance = frame_system::Account::<Runtime>::iter_values()
		.map(|account| account.data.free + account.data.reserved)
		.sum();
	assert_eq!(Balances::total_issuance(), counted, "issuance is the sum of all balances");
}

/// Begin the next block, in the next slot.
pub fn begin_block() {
	begin_block_after(1);
}

/// Begin the next block, `slots` after the last.
fn begin_block_after(slots: u64) {
	let last = u64::from(pallet_babe::CurrentSlot::<Runtime>::get()).max(FIRST_SLOT);
	begin_block_at(System::block_number() + 1, Slot::from(last + slots));
}

/// Begin the block `number`, whatever the last one was. It is as many slots after the genesis of
/// time, in which the first block is.
pub fn jump_to(number: u32) {
	System::set_block_number(number - 1);
	// Nothing is scheduled in the blocks that are left out, and nobody need look.
	pallet_scheduler::IncompleteSince::<Runtime>::kill();
	let slots = if number == 1 { 0 } else { number };
	begin_block_at(number, Slot::from(FIRST_SLOT + u64::from(slots)));
}

fn begin_block_at(number: u32, slot: Slot) {
	let digest = Digest {
		logs: vec![DigestItem::PreRuntime(
			BABE_ENGINE_ID,
			PreDigest::SecondaryPlain(SecondaryPlainPreDigest { authority_index: 0, slot })
				.encode(),
		)],
	};
	let parent = System::parent_hash();
	Executive::initialize_block(&Header::new(
		number,
		Default::default(),
		Default::default(),
		parent,
		digest,
	));
	let now = *slot * MILLISECONDS_PER_BLOCK;
	let set_time = RuntimeCall::Timestamp(pallet_timestamp::Call::set { now });
	Executive::apply_extrinsic(UncheckedExtrinsic::new_bare(set_time))
		.expect("the time is valid")
		.expect("the time is set");
}

/// Go on, with few blocks in many slots, until the session `index` has begun.
pub fn run_to_session(index: u32) {
	while Session::current_index() < index {
		Executive::finalize_block();
		begin_block_after(SessionSlots::get() / 10);
	}
}

/// End this block and begin the next.
pub fn next_block() {
	Executive::finalize_block();
	begin_block();
}

/// End this block and begin others until the block `number` has begun.
pub fn run_to_block(number: u32) {
	while System::block_number() < number {
		next_block();
	}
}

/// A transaction as a wallet would make it.
pub fn signed(
	signer: Sr25519Keyring,
	call: impl Into<RuntimeCall>,
	nonce: u32,
	tip: Balance,
) -> UncheckedExtrinsic {
	let extension: TxExtension = (
		frame_system::AuthorizeCall::new(),
		frame_system::CheckNonZeroSender::new(),
		frame_system::CheckSpecVersion::new(),
		frame_system::CheckTxVersion::new(),
		frame_system::CheckGenesis::new(),
		frame_system::CheckMortality::from(Era::Immortal),
		frame_system::CheckNonce::from(nonce.into()),
		frame_system::CheckWeight::new(),
		pallet_transaction_payment::ChargeTransactionPayment::from(tip),
		frame_metadata_hash_extension::CheckMetadataHash::new(false),
		frame_system::WeightReclaim::new(),
	);
	let payload = SignedPayload::new(call.into(), extension).expect("nothing is missing");
	let signature = payload.using_encoded(|bytes| signer.pair().sign(bytes));
	let (call, extension, _) = payload.deconstruct();
	UncheckedExtrinsic::new_signed(
		call,
		MultiAddress::Id(signer.to_account_id()),
		MultiSignature::Sr25519(signature),
		extension,
	)
}

/// Send a transaction: refused outright, or carried out with this result.
pub fn send(
	signer: Sr25519Keyring,
	call: impl Into<RuntimeCall>,
) -> Result<DispatchResult, TransactionValidityError> {
	let nonce = *System::account_nonce(signer.to_account_id());
	Executive::apply_extrinsic(signed(signer, call, nonce, 0))
}

/// What an account can spend, in planck.
pub fn free(account: &AccountId) -> Balance {
	Balances::balance(account)
}

/// The last event that `pick` takes.
pub fn last_event<E>(pick: impl Fn(RuntimeEvent) -> Option<E>) -> E {
	System::read_events_no_consensus()
		.filter_map(|record| pick(record.event))
		.last()
		.expect("there was such an event")
}

// SPDX-License-Identifier: Apache-2.0

//! A year of a chain: every era and every epoch ends, with random trade in between, and an audit that
//! shares no code with the pallets recomputes every reward.

use super::{
	chain::{chain_from, check_invariants, jump_to, preset},
	conservation::{Place, Step},
};
use crate::{
	configs::{
		rewards::{
			ClaimPeriod, DefaultParameters, MaxIssuanceShare, MaxUsageShare, MinIssuanceShare,
			MinUsageShare, RebateCap, RewardsPot,
		},
		sales::{CommonsAccount, ProtocolFee},
	},
	pace::{EpochBlocks, Spans},
	units::{money::UNITS, time::DAYS},
	AccountId, AllPalletsWithSystem, Balances, Rewards, Royalties, Runtime, RuntimeEvent,
	RuntimeOrigin, Session, Staking, System,
};
use agora_audit::{Auditor, Closing, Event, Fund, Inflow, Member, Parameters, Setting, Source};
use agora_primitives::RewardParameters;
use frame_support::{
	assert_ok,
	storage::with_storage_layer,
	traits::{
		fungible::{Inspect, Mutate},
		tokens::Preservation,
		Get, OnFinalize, OnIdle,
	},
};
use frame_system::limits::BlockWeights;
use proptest::{
	prelude::RngExt,
	test_runner::{RngAlgorithm, TestRng},
};
use sp_keyring::Sr25519Keyring::{Alice, Bob, Charlie, Dave, Eve, Ferdie};
use sp_runtime::Permill;
use std::collections::BTreeSet;

/// Eras of twelve hours, each a single session, and epochs of a day.
const SPANS: Spans =
	Spans { session_slots: ERA, era_sessions: 1, epoch_blocks: DAYS, ..Spans::PUBLIC };
const ERA: u32 = DAYS / ERAS;
/// Eras in an epoch.
const ERAS: u32 = 2;
/// The days of a year.
const YEAR: u32 = 365;
/// Steps of the marketplace that come often: offers, purchases that are settled, licenses that end so
/// that they can be bought again, splits, transfers, withdrawals, claims. None of them turns the clock
/// or runs hooks: blocks do that here.
const OFTEN: [u8; 30] = [
	2, 3, 3, 6, 6, 7, 7, 8, 8, 9, 9, 10, 11, 11, 12, 13, 14, 17, 17, 17, 17, 20, 21, 22, 23, 24,
	26, 28, 28, 29,
];
/// Those that take something out of trade for ever, and those that publish something new.
const SELDOM: [u8; 10] = [0, 0, 0, 1, 4, 5, 18, 19, 25, 27];
/// How many versions there are soon, with up to sixteen sources each.
const VERSIONS: u64 = 12;
/// Steps in an era.
const TRADE: u32 = 6;

fn key(account: &AccountId) -> [u8; 32] {
	*account.as_ref()
}

fn parameters(parameters: RewardParameters) -> Parameters {
	Parameters {
		usage_share: parameters.usage_share.deconstruct(),
		issuance_share: parameters.issuance_share.deconstruct(),
	}
}

fn setting() -> Setting {
	let bounds = |least: Permill, most: Permill| (least.deconstruct(), most.deconstruct());
	Setting {
		existential_deposit: Balances::minimum_balance(),
		protocol_fee: ProtocolFee::get().deconstruct(),
		rebate_cap: RebateCap::get().deconstruct(),
		claim_period: ClaimPeriod::get(),
		epoch_length: EpochBlocks::get(),
		usage_bounds: bounds(MinUsageShare::get(), MaxUsageShare::get()),
		issuance_bounds: bounds(MinIssuanceShare::get(), MaxIssuanceShare::get()),
		parameters: parameters(DefaultParameters::get()),
		royalties_pot: key(&Royalties::pot_account()),
		commons: key(&CommonsAccount::get()),
		pot_balance: Balances::balance(&RewardsPot::get()),
		commons_balance: Balances::balance(&CommonsAccount::get()),
	}
}

fn closing() -> Closing {
	let running = Rewards::api_running_epoch();
	Closing {
		block: System::block_number(),
		pot_balance: Balances::balance(&RewardsPot::get()),
		commons_balance: Balances::balance(&CommonsAccount::get()),
		owed: running.owed,
		credit_in_vaults: running.credit_in_vaults,
		epoch: running.index,
		epoch_end: running.end,
		epoch_credit: running.credit,
		parameters: parameters(running.parameters),
	}
}

/// Which of the two funds an account is.
fn fund(account: &AccountId) -> Option<Fund> {
	match account {
		account if *account == RewardsPot::get() => Some(Fund::Pot),
		account if *account == CommonsAccount::get() => Some(Fund::Commons),
		_ => None,
	}
}

fn of_balances(event: pallet_balances::Event<Runtime>) -> Vec<Event> {
	use pallet_balances::Event as Balances;
	let received =
		|to: &AccountId, how, amount| fund(to).map(|fund| Event::Received { fund, how, amount });
	let paid = |from: &AccountId, to: Option<&AccountId>, amount| {
		fund(from).map(|fund| Event::Paid { fund, to: to.map(key), amount })
	};
	let changes = match event {
		Balances::Transfer { from, to, amount } => {
			[paid(&from, Some(&to), amount), received(&to, Inflow::Transfer, amount)]
		}
		Balances::TransferOnHold { dest, amount, .. } => {
			[None, received(&dest, Inflow::Payment, amount)]
		}
		Balances::Deposit { who, amount } | Balances::Minted { who, amount } => {
			[None, received(&who, Inflow::Issued, amount)]
		}
		Balances::Withdraw { who, amount } | Balances::Burned { who, amount } => {
			[paid(&who, None, amount), None]
		}
		_ => [None, None],
	};
	changes.into_iter().flatten().collect()
}

fn of_registry(event: pallet_registry::Event<Runtime>) -> Option<Event> {
	use pallet_registry::Event as Registry;
	Some(match event {
		Registry::ArtifactRegistered { artifact, publisher, .. } => {
			Event::ArtifactRegistered { artifact: artifact.0, owner: key(&publisher) }
		}
		Registry::OwnershipTransferred { artifact, new_owner, .. } => {
			Event::OwnershipTransferred { artifact: artifact.0, owner: key(&new_owner) }
		}
		Registry::VersionPublished { sequence, version, .. } => Event::VersionPublished {
			version: sequence,
			artifact: version.artifact.0,
			sources: version
				.sources
				.iter()
				.map(|source| Source {
					version: source.sequence,
					royalty: source.royalty.deconstruct(),
				})
				.collect(),
		},
		Registry::VersionRemoved { sequence, .. } => Event::VersionRemoved { version: sequence },
		_ => return None,
	})
}

fn of_provenance(event: pallet_provenance::Event<Runtime>) -> Option<Event> {
	use pallet_provenance::Event as Provenance;
	Some(match event {
		Provenance::RecordsCommitted { version, count, .. } => {
			Event::RecordsCommitted { version, count }
		}
		Provenance::RecordsExtended { version, series, .. } => {
			Event::RecordsExtended { version, series }
		}
		Provenance::CommitmentReleased { version, .. } => Event::CommitmentReleased { version },
		Provenance::RecordProven { origin, index, contributor, .. } => {
			Event::RecordProven { origin, index, contributor: key(&contributor) }
		}
		Provenance::ConsentWithdrawn { origin, index, contributor, .. }
		| Provenance::RecordReleased { origin, index, contributor, .. } => {
			Event::RecordWithdrawn { origin, index, contributor: key(&contributor) }
		}
		_ => return None,
	})
}

fn of_royalties(event: pallet_royalties::Event<Runtime>) -> Option<Event> {
	use pallet_royalties::Event as Royalties;
	Some(match event {
		Royalties::SplitSet { artifact, number, owner, split, .. } => Event::SplitSet {
			artifact: artifact.0,
			number,
			owner: key(&owner),
			contributors: split.contributors.deconstruct(),
			members: split
				.members
				.iter()
				.map(|member| Member {
					account: key(&member.account),
					share: member.share.deconstruct(),
				})
				.collect(),
		},
		Royalties::SplitKept { artifact, number, vaults, rewards, .. } => {
			Event::SplitKept { artifact: artifact.0, number, vaults, rewards }
		}
		Royalties::IncomeReceived {
			version, gross, fee, excess, income, credit, split, ..
		} => Event::IncomeReceived { version, gross, fee, excess, income, credit, split },
		Royalties::RoyaltyPaid { version, from, amount, credit, split } => {
			Event::RoyaltyPaid { version, from, amount, credit, split }
		}
		Royalties::ContributorsPaid { version, per_record, records, amount } => {
			Event::ContributorsPaid { version, per_record, records, amount }
		}
		Royalties::Earned { account, version, amount } => {
			Event::Earned { account: key(&account), version, amount }
		}
		Royalties::Distributed {
			version,
			split,
			income,
			royalties,
			contributors,
			earnings,
			credit,
		} => {
			Event::Distributed { version, split, income, royalties, contributors, earnings, credit }
		}
		Royalties::PayoutDivided { version, split, amount, contributors, earnings } => {
			Event::PayoutDivided { version, split, amount, contributors, earnings }
		}
		Royalties::ShareOpened { origin, contributor, .. } => {
			Event::ShareOpened { origin, contributor: key(&contributor) }
		}
		Royalties::ShareCollected { origin, contributor, amount } => {
			Event::ShareCollected { origin, contributor: key(&contributor), amount }
		}
		Royalties::ShareClosed { origin, contributor, .. } => {
			Event::ShareClosed { origin, contributor: key(&contributor) }
		}
		Royalties::Withdrawn { account, amount } => {
			Event::Withdrawn { account: key(&account), amount }
		}
		_ => return None,
	})
}

fn of_rewards(event: pallet_rewards::Event<Runtime>) -> Option<Event> {
	use pallet_rewards::Event as Rewards;
	Some(match event {
		Rewards::CreditBooked { epoch, version, split, credit } => {
			Event::CreditBooked { epoch, version, split, credit }
		}
		Rewards::EpochEnded { epoch, credit, funds, usage_pool, rewards, to_commons } => {
			Event::EpochEnded { epoch, credit, funds, usage_pool, rewards, to_commons }
		}
		Rewards::EpochRolledOver { epoch, funds } => Event::EpochRolledOver { epoch, funds },
		Rewards::EpochExpired { epoch, amount } => Event::EpochExpired { epoch, amount },
		Rewards::RewardClaimed { epoch, version, split, credit, amount, .. } => {
			Event::RewardClaimed { epoch, version, split, credit, amount }
		}
		Rewards::RewardExpired { epoch, version, split, credit } => {
			Event::RewardExpired { epoch, version, split, credit }
		}
		Rewards::ParametersSet { parameters } => Event::ParametersSet {
			usage_share: parameters.usage_share.deconstruct(),
			issuance_share: parameters.issuance_share.deconstruct(),
		},
		Rewards::CommonsAllotted { epoch, account, amount } => {
			Event::CommonsAllotted { epoch, account: key(&account), amount }
		}
		_ => return None,
	})
}

fn of_staking(event: pallet_staking::Event<Runtime>) -> Option<Event> {
	match event {
		pallet_staking::Event::EraPaid { era_index, validator_payout, remainder } => {
			Some(Event::EraPaid { era: era_index, validator_payout, remainder })
		}
		_ => None,
	}
}

/// Show the audit what happened in the block that just ended, and that nothing did in those between.
fn observe(auditor: &mut Auditor, seen: &mut u32) {
	let number = System::block_number();
	for number in *seen + 1..=number {
		auditor.observe(&Event::Block { number });
	}
	*seen = number;
	for record in System::read_events_no_consensus() {
		let events: Vec<Event> = match record.event {
			RuntimeEvent::Balances(event) => of_balances(event),
			RuntimeEvent::Registry(event) => of_registry(event).into_iter().collect(),
			RuntimeEvent::Provenance(event) => of_provenance(event).into_iter().collect(),
			RuntimeEvent::Royalties(event) => of_royalties(event).into_iter().collect(),
			RuntimeEvent::Rewards(event) => of_rewards(event).into_iter().collect(),
			RuntimeEvent::Staking(event) => of_staking(event).into_iter().collect(),
			_ => vec![],
		};
		events.iter().for_each(|event| auditor.observe(event));
	}
}

/// Someone gives the pot something, or governance chooses other parameters or how many validate.
fn now_and_then(random: &mut TestRng) {
	if random.random_bool(0.02) {
		let from = Dave.to_account_id();
		let amount = random.random_range(1..3 * UNITS);
		let to = RewardsPot::get();
		assert_ok!(<Balances as Mutate<_>>::transfer(&from, &to, amount, Preservation::Preserve));
	}
	if random.random_bool(0.02) {
		let parameters = RewardParameters {
			usage_share: Permill::from_percent(random.random_range(50..=90)),
			issuance_share: Permill::from_percent(random.random_range(20..=80)),
		};
		assert_ok!(Rewards::set_parameters(RuntimeOrigin::root(), parameters));
	}
	if random.random_bool(0.1) {
		let validators = random.random_range(1..=4);
		assert_ok!(Staking::set_validator_count(RuntimeOrigin::root(), validators));
	}
}

/// End the block as the chain does, but for the root of its state, which nobody asks for here and which
/// would take most of the time.
fn end_block(auditor: &mut Auditor, seen: &mut u32) {
	let number = System::block_number();
	let most = <<Runtime as frame_system::Config>::BlockWeights as Get<BlockWeights>>::get();
	let left = most.max_block.saturating_sub(System::block_weight().total());
	AllPalletsWithSystem::on_idle(number, left);
	AllPalletsWithSystem::on_finalize(number);
	observe(auditor, seen);
}

/// What happens in an era: the block in which the one before ends, and every other time the epoch;
/// and a block of trade.
fn pass_era(
	era: u32,
	place: &mut Place,
	auditor: &mut Auditor,
	seen: &mut u32,
	random: &mut TestRng,
) {
	end_block(auditor, seen);
	jump_to(era * ERA);
	assert_eq!(Session::current_index(), era);
	assert_eq!(Rewards::api_running_epoch().index, era / ERAS);
	end_block(auditor, seen);
	jump_to(era * ERA + 1);
	for _ in 0..TRADE {
		let few = pallet_registry::NextSequence::<Runtime>::get() <= VERSIONS;
		let seldom = random.random_bool(if few { 0.3 } else { 0.04 });
		let steps = if seldom { &SELDOM[..] } else { &OFTEN[..] };
		let what = steps[random.random_range(0..steps.len())];
		let step: Step = [what, random.random(), random.random(), random.random()];
		// Whether it was allowed does not matter.
		let _ = with_storage_layer(|| place.make(step));
	}
	now_and_then(random);
}

#[test]
fn the_audit_of_a_year_agrees_with_the_chain() {
	let mut genesis = preset("local_testnet");
	genesis["pace"]["spans"] = serde_json::to_value(SPANS).unwrap();
	let mut chain = chain_from(genesis);
	let mut random = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
	let (mut auditor, mut place) = chain.execute_with(|| {
		let auditor = Auditor::new(setting());
		jump_to(1);
		// Buyers enough for a year.
		for who in [Alice, Bob, Charlie, Dave, Eve, Ferdie] {
			assert_ok!(Balances::mint_into(&who.to_account_id(), 10_000_000 * UNITS));
		}
		(auditor, Place::new())
	});
	let mut seen = 0;
	let mut sets = BTreeSet::new();
	for era in 1..=YEAR * ERAS {
		chain.execute_with(|| {
			pass_era(era, &mut place, &mut auditor, &mut seen, &mut random);
			sets.insert(Session::validators());
		});
		// What was removed since is walked around again and again.
		if era % 16 == 0 {
			chain.commit_all().expect("no transaction is open");
		}
	}
	let report = chain.execute_with(|| {
		end_block(&mut auditor, &mut seen);
		check_invariants();
		auditor.finish(&closing())
	});
	println!("{report:#?}");
	assert!(report.agrees(), "the audit disagrees");
	assert!(sets.len() >= 4, "validators changed, in blocks that end epochs too: {sets:?}");
	let counts = report.counts;
	assert_eq!(counts.epochs + counts.rolled_over, u64::from(YEAR));
	assert!(counts.eras >= u64::from(YEAR * ERAS) - 2, "{counts:?}");
	assert!(counts.sales > 300 && counts.claims > 300, "{counts:?}");
	assert!(counts.epochs > 100 && counts.expired > 50 && counts.forgotten > 50, "{counts:?}");
}

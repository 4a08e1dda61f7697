// SPDX-License-Identifier: Apache-2.0

//! Those who hold tokens decide: a referendum speaks as its track, and as nobody else.

use super::chain::{check_invariants, free, next_block, on_dev, run_to_block, send};
use crate::{
	configs::governance::{SpenderSpends, SubmissionDeposit, TreasuryAccount},
	origins::Origin,
	pace::{Days, Spans},
	units::money::UNITS,
	Babe, Balance, Balances, OriginCaller, Preimage, Rewards, Runtime, RuntimeCall, RuntimeOrigin,
	SafeMode, System, Treasury, TxPause,
};
use agora_primitives::RewardParameters;
use codec::Encode;
use frame_support::{
	assert_noop, assert_ok,
	traits::{fungible::Mutate, schedule::DispatchTime, Get, StorePreimage},
};
use pallet_conviction_voting::{AccountVote, Call as VotingCall, Conviction, Vote};
use pallet_referenda::{Call as ReferendaCall, ReferendumInfo, ReferendumInfoFor};
use sp_keyring::Sr25519Keyring::{self, Alice, Bob, Charlie, Dave};
use sp_runtime::{DispatchError, Permill, TokenError};

const PARAMETERS: RewardParameters = RewardParameters {
	usage_share: Permill::from_percent(60),
	issuance_share: Permill::from_percent(30),
};

fn set_parameters(parameters: RewardParameters) -> RuntimeCall {
	pallet_rewards::Call::set_parameters { parameters }.into()
}

/// Bob proposes it, and pays for its decision. Returns the referendum's number.
fn propose(origin: impl Into<OriginCaller>, call: RuntimeCall) -> u32 {
	let index = pallet_referenda::ReferendumCount::<Runtime>::get();
	let proposal = <Preimage as StorePreimage>::bound(call).expect("it is small");
	let submit = ReferendaCall::submit {
		proposal_origin: Box::new(origin.into()),
		proposal,
		enactment_moment: DispatchTime::After(0),
	};
	assert_ok!(send(Bob, submit).unwrap());
	assert_ok!(send(Bob, ReferendaCall::place_decision_deposit { index }).unwrap());
	index
}

fn vote(who: Sr25519Keyring, poll_index: u32, aye: bool, balance: Balance) {
	let vote = Vote { aye, conviction: Conviction::Locked1x };
	let vote = AccountVote::Standard { vote, balance };
	assert_ok!(send(who, VotingCall::vote { poll_index, vote }).unwrap());
}

/// Go on for so many days of governance.
fn days(days: u32) {
	run_to_block(System::block_number() + days * Spans::get().day_blocks);
	if Babe::current_epoch_start() == pallet_babe::CurrentSlot::<Runtime>::get() {
		// The first block of a session takes no transactions.
		next_block();
	}
}

#[test]
fn a_referendum_chooses_parameters_of_rewards() {
	on_dev(|| {
		let index = propose(Origin::GeneralAdmin, set_parameters(PARAMETERS));
		let reserved = Balances::reserved_balance(Bob.to_account_id());
		assert_eq!(reserved, SubmissionDeposit::get() + 1_000 * UNITS);
		for who in [Alice, Charlie, Dave] {
			vote(who, index, true, 900_000 * UNITS);
		}
		vote(Bob, index, false, 100_000 * UNITS);
		days(16);
		assert!(matches!(
			ReferendumInfoFor::<Runtime>::get(index),
			Some(ReferendumInfo::Approved(..))
		));
		assert_eq!(pallet_rewards::Parameters::<Runtime>::get(), PARAMETERS);
		assert_eq!(Rewards::issuance_share(), Permill::from_percent(30));

		// The deposits come back, and votes for what was approved stay locked for their conviction.
		assert_ok!(send(Bob, ReferendaCall::refund_decision_deposit { index }).unwrap());
		assert_ok!(send(Bob, ReferendaCall::refund_submission_deposit { index }).unwrap());
		assert_eq!(Balances::reserved_balance(Bob.to_account_id()), 0);
		let give = pallet_balances::Call::transfer_keep_alive {
			dest: Bob.to_account_id().into(),
			value: 500_000 * UNITS,
		};
		assert_eq!(send(Alice, give.clone()).unwrap(), Err(TokenError::Frozen.into()));
		days(Days::<7>::get() / Spans::get().day_blocks);
		assert_ok!(send(Alice, VotingCall::remove_vote { class: Some(1), index }).unwrap());
		let target = Alice.to_account_id().into();
		assert_ok!(send(Alice, VotingCall::unlock { class: 1, target }).unwrap());
		assert_ok!(send(Alice, give).unwrap());
	});
}

#[test]
fn what_few_support_or_many_oppose_is_not_done() {
	on_dev(|| {
		let before = pallet_rewards::Parameters::<Runtime>::get();
		let opposed = propose(Origin::GeneralAdmin, set_parameters(PARAMETERS));
		vote(Alice, opposed, true, 400_000 * UNITS);
		vote(Charlie, opposed, false, 500_000 * UNITS);
		let ignored = propose(Origin::GeneralAdmin, set_parameters(PARAMETERS));
		vote(Alice, ignored, true, 100 * UNITS);
		days(16);
		for index in [opposed, ignored] {
			let info = ReferendumInfoFor::<Runtime>::get(index);
			assert!(matches!(info, Some(ReferendumInfo::Rejected(..))), "{info:?}");
		}
		assert_eq!(pallet_rewards::Parameters::<Runtime>::get(), before);
	});
}

#[test]
fn each_track_speaks_as_one_and_reaches_what_is_its_own() {
	on_dev(|| {
		let as_origin = |origin: Origin, call: RuntimeCall| {
			use sp_runtime::traits::Dispatchable;
			call.dispatch(RuntimeOrigin::from(origin)).map(|_| ()).map_err(|error| error.error)
		};
		let force_enter = || RuntimeCall::from(pallet_safe_mode::Call::force_enter {});
		let force_exit = || RuntimeCall::from(pallet_safe_mode::Call::force_exit {});
		let spend = |amount| {
			RuntimeCall::from(pallet_treasury::Call::spend {
				asset_kind: Box::new(()),
				amount,
				beneficiary: Box::new(Dave.to_account_id()),
				valid_from: None,
			})
		};
		use Origin::*;
		let all =
			[GeneralAdmin, SafetyAdmin, Treasurer, Spender, ReferendumCanceller, ReferendumKiller];
		for origin in all {
			let bad = Err(DispatchError::BadOrigin);
			let allowed = |call: RuntimeCall| as_origin(origin, call) != bad;
			assert_eq!(allowed(set_parameters(PARAMETERS)), origin == GeneralAdmin);
			assert_eq!(allowed(spend(UNITS)), [Treasurer, Spender].contains(&origin));
			assert_eq!(allowed(force_enter()), origin == SafetyAdmin);
			if origin == SafetyAdmin {
				// Everything stops but what ends it; and this is part of that.
				assert!(SafeMode::is_entered());
				assert_ok!(as_origin(origin, force_exit()));
			}
			let cancel = pallet_referenda::Call::cancel { index: 99 };
			assert_eq!(allowed(cancel.into()), origin == ReferendumCanceller);
			let kill = pallet_referenda::Call::kill { index: 99 };
			assert_eq!(allowed(kill.into()), origin == ReferendumKiller);
			let reject = pallet_treasury::Call::void_spend { index: 99 };
			assert_eq!(allowed(reject.into()), origin == Treasurer);
			let pause = pallet_tx_pause::Call::pause {
				full_name: (
					b"Balances".to_vec().try_into().unwrap(),
					b"transfer_all".to_vec().try_into().unwrap(),
				),
			};
			assert_eq!(allowed(pause.into()), origin == SafetyAdmin);
		}
		assert_eq!(pallet_tx_pause::PausedCalls::<Runtime>::iter().count(), 1);
		let too_much = spend(SpenderSpends::get() + 1);
		assert_eq!(
			as_origin(Spender, too_much.clone()),
			Err(pallet_treasury::Error::<Runtime>::InsufficientPermission.into())
		);
		assert_ok!(as_origin(Treasurer, too_much));
	});
}

#[test]
fn the_treasury_pays_what_a_referendum_approved() {
	on_dev(|| {
		let amount = 300 * UNITS;
		assert_ok!(Balances::mint_into(&TreasuryAccount::get(), 1_000 * UNITS));
		let spend = pallet_treasury::Call::spend {
			asset_kind: Box::new(()),
			amount,
			beneficiary: Box::new(Charlie.to_account_id()),
			valid_from: None,
		};
		let index = propose(Origin::Spender, spend.into());
		for who in [Alice, Dave] {
			vote(who, index, true, 900_000 * UNITS);
		}
		days(9);
		let before = free(&Charlie.to_account_id());
		assert_ok!(send(Bob, pallet_treasury::Call::payout { index: 0 }).unwrap());
		assert_eq!(free(&Charlie.to_account_id()), before + amount);
		assert_noop!(
			Treasury::payout(RuntimeOrigin::signed(Bob.to_account_id()), 0),
			pallet_treasury::Error::<Runtime>::AlreadyAttempted
		);
	});
}

#[test]
fn voting_goes_on_in_safe_mode_and_ends_it() {
	on_dev(|| {
		assert_ok!(SafeMode::force_enter(Origin::SafetyAdmin.into()));
		let give = pallet_balances::Call::transfer_keep_alive {
			dest: Bob.to_account_id().into(),
			value: UNITS,
		};
		assert_eq!(
			send(Alice, give.clone()).unwrap(),
			Err(frame_system::Error::<Runtime>::CallFiltered.into())
		);
		let index = propose(Origin::SafetyAdmin, pallet_safe_mode::Call::force_exit {}.into());
		for who in [Alice, Charlie, Dave] {
			vote(who, index, true, 900_000 * UNITS);
		}
		days(6);
		assert!(!SafeMode::is_entered());
		assert_ok!(send(Alice, give).unwrap());
		check_invariants();
	});
}

#[test]
fn what_ends_a_pause_cannot_be_paused() {
	on_dev(|| {
		for (pallet, call) in [("Referenda", "submit"), ("ConvictionVoting", "vote")] {
			let name = (
				pallet.encode()[1..].to_vec().try_into().unwrap(),
				call.encode()[1..].to_vec().try_into().unwrap(),
			);
			assert_noop!(
				TxPause::pause(Origin::SafetyAdmin.into(), name),
				pallet_tx_pause::Error::<Runtime>::Unpausable
			);
		}
	});
}

// SPDX-License-Identifier: Apache-2.0

//! Rewards on the real runtime: fees and new tokens become rewards of those whose work was used.

use super::{
	chain::{check_invariants, free, next_block, on_dev, run_to_block, send},
	sales::{
		buy, earnings, id, offer, published, quantized, terms, BASE, DATASET, FINE_TUNE, PRICE,
		QUANTIZATION,
	},
};
use crate::{
	configs::{
		rewards::{RebateCap, RewardsPot},
		sales::{CommonsAccount, ProtocolFee},
	},
	pace::EpochBlocks,
	Balance, Balances, Market, Registry, Rewards, Runtime, RuntimeHoldReason, System,
};
use agora_primitives::{EpochIndex, Sequence, Split};
use frame_support::{
	assert_ok,
	traits::{
		fungible::{Inspect, InspectHold},
		Get,
	},
};
use pallet_market::Call as MarketCall;
use pallet_rewards::{Call as RewardsCall, Error};
use pallet_royalties::Call as RoyaltiesCall;
use sp_keyring::Sr25519Keyring::{self, Alice, Bob, Charlie, Dave, Eve, Ferdie};
use sp_runtime::Permill;

/// Go on until the next epoch has begun. Returns the number of the one that ended.
pub fn end_epoch() -> EpochIndex {
	let running = Rewards::api_running_epoch();
	run_to_block(running.end);
	assert_eq!(Rewards::api_running_epoch().index, running.index + 1);
	running.index
}

/// Eve buys the quantisation, and its income comes to rest.
fn sell(who: Sr25519Keyring, number: u64) {
	assert_ok!(buy(who, number, PRICE));
	assert_ok!(send(who, MarketCall::waive_refund { artifact: quantized() }).unwrap());
	next_block();
	assert_eq!(Rewards::api_running_epoch().credit_in_vaults, 0, "the cascade came by");
}

fn credit(epoch: EpochIndex, version: Sequence) -> Balance {
	Rewards::api_rewards(epoch, version).iter().map(|reward| reward.credit).sum()
}

fn reward(epoch: EpochIndex, version: Sequence) -> Balance {
	Rewards::api_rewards(epoch, version).iter().map(|reward| reward.amount).sum()
}

pub fn claim(epoch: EpochIndex, version: Sequence) -> frame_support::dispatch::DispatchResult {
	send(Ferdie, RewardsCall::claim { epoch, version }).unwrap()
}

#[test]
fn a_sale_is_rewarded_along_the_lineage() {
	on_dev(|| {
		published();
		let number = offer(Charlie, terms(QUANTIZATION, PRICE));
		sell(Eve, number);
		let fee = ProtocolFee::get().mul_ceil(PRICE);

		// A tenth of each vault's credit went on to the one before, as of its income.
		let epoch = Rewards::api_running_epoch().index;
		let (tune, base, data) = (fee / 10, fee / 100, fee / 1_000);
		let expected = [
			(QUANTIZATION, fee - tune),
			(FINE_TUNE, tune - base),
			(BASE, base - data),
			(DATASET, data),
		];
		for (version, expected) in expected {
			assert_eq!(credit(epoch, version), expected);
		}
		assert_eq!(claim(epoch, BASE), Err(Error::<Runtime>::EpochNotEnded.into()));

		let before = [Alice, Bob, Charlie].map(earnings);
		assert_eq!(end_epoch(), epoch);
		let ended = Rewards::api_ended_epoch(epoch).unwrap();
		assert_eq!(ended.credit, fee);
		// No era has ended yet: there is nothing but the fee.
		assert_eq!(ended.rewards, Permill::from_percent(80).mul_floor(fee));
		assert!(ended.rewards < RebateCap::get().mul_floor(fee));

		let rewards = expected.map(|(version, _)| reward(epoch, version));
		for ((version, _), amount) in expected.into_iter().zip(rewards) {
			let [pending] = Rewards::api_pending(version, None, 10).items[..] else { panic!() };
			assert_eq!((pending.amount, pending.claimable), (amount, true));
			assert_ok!(claim(epoch, version));
			assert_eq!(claim(epoch, version), Err(Error::<Runtime>::NothingToClaim.into()));
		}
		let [quantization, fine_tune, base, data] = rewards;
		// Bob proved one of the dataset's four records, whose contributors have a tenth.
		let bobs_record = data / 10 / 4;
		let collect =
			RoyaltiesCall::collect_share { version: DATASET, contributor: Bob.to_account_id() };
		assert_ok!(send(Bob, collect).unwrap());
		let [alice, bob, charlie] = [Alice, Bob, Charlie].map(earnings);
		assert_eq!(charlie - before[2], quantization);
		assert!(bob - before[1] >= fine_tune + bobs_record);
		assert!((alice - before[0]).abs_diff(base + data - bobs_record) <= 4);

		// All but the dust of rounding is paid.
		let owed = Rewards::api_running_epoch().owed;
		assert!(owed < 4, "{owed}");
		assert_eq!(
			Balances::balance(&RewardsPot::get()),
			Balances::minimum_balance() + Rewards::api_running_epoch().funds + owed
		);
	});
}

#[test]
fn what_the_cap_leaves_over_is_the_commons() {
	on_dev(|| {
		published();
		let number = offer(Charlie, terms(QUANTIZATION, PRICE));
		let fee = ProtocolFee::get().mul_ceil(PRICE);
		// A gift to the pot, much more than all fees.
		let gift = pallet_balances::Call::transfer_keep_alive {
			dest: RewardsPot::get().into(),
			value: PRICE,
		};
		assert_ok!(send(Dave, gift).unwrap());
		sell(Eve, number);
		let commons = free(&CommonsAccount::get());
		let epoch = end_epoch();
		let rewards = RebateCap::get().mul_floor(fee);
		assert_eq!(Rewards::api_ended_epoch(epoch).unwrap().rewards, rewards);
		assert_eq!(free(&CommonsAccount::get()) - commons, PRICE + fee - rewards);
		assert_eq!(Rewards::api_running_epoch().commons_pool, PRICE + fee - rewards);
	});
}

#[test]
fn a_reward_belongs_to_the_split_that_its_income_came_in_under() {
	on_dev(|| {
		published();
		let artifact = quantized();
		let number = offer(Charlie, terms(QUANTIZATION, PRICE));
		sell(Eve, number);
		// Charlie hands the model to Dave, and both sell in the same epoch.
		let new_owner = Dave.to_account_id();
		let transfer = pallet_registry::Call::transfer_ownership { artifact, new_owner };
		assert_ok!(send(Charlie, transfer).unwrap());
		assert_ok!(send(Dave, pallet_registry::Call::accept_ownership { artifact }).unwrap());
		sell(Ferdie, number);
		let held = RuntimeHoldReason::Royalties(pallet_royalties::HoldReason::Split);
		assert!(Balances::balance_on_hold(&held, &Charlie.to_account_id()) > 0);

		let before = [Charlie, Dave].map(earnings);
		let epoch = end_epoch();
		let rewards = Rewards::api_rewards(epoch, QUANTIZATION);
		assert_eq!(rewards.iter().map(|reward| reward.split).collect::<Vec<_>>(), [0, 1]);
		let claimable = |who: Sr25519Keyring| Rewards::api_claimable(who.to_account_id(), None, 10);
		assert_eq!(claimable(Charlie).items, rewards[..1]);
		assert_eq!(claimable(Dave).items, rewards[1..]);
		// One for each split, the oldest first.
		assert_ok!(claim(epoch, QUANTIZATION));
		assert_eq!(earnings(Charlie), before[0] + rewards[0].amount);
		assert_eq!(Balances::balance_on_hold(&held, &Charlie.to_account_id()), 0);
		assert_ok!(claim(epoch, QUANTIZATION));
		assert_eq!(earnings(Dave), before[1] + rewards[1].amount);
		assert_eq!(claim(epoch, QUANTIZATION), Err(Error::<Runtime>::NothingToClaim.into()));
	});
}

#[test]
fn a_refunded_purchase_earns_nothing() {
	on_dev(|| {
		published();
		let number = offer(Charlie, terms(QUANTIZATION, PRICE));
		assert_ok!(buy(Eve, number, PRICE));
		assert_ok!(send(Eve, MarketCall::refund { artifact: quantized() }).unwrap());
		let epoch = end_epoch();
		assert_eq!(Rewards::api_ended_epoch(epoch), None);
		assert_eq!(claim(epoch, QUANTIZATION), Err(Error::<Runtime>::NothingToClaim.into()));
	});
}

#[test]
fn above_the_cap_there_is_no_credit() {
	on_dev(|| {
		published();
		let artifact = quantized();
		let number = offer(Charlie, terms(QUANTIZATION, PRICE));
		let fee = ProtocolFee::get().mul_ceil(PRICE);
		let cap = (PRICE - fee) / 4;
		assert_ok!(send(Charlie, MarketCall::pledge_cap { artifact, cap }).unwrap());
		sell(Eve, number);
		assert_eq!(Market::api_sales(artifact).unwrap().income, cap);
		assert_eq!(Rewards::api_running_epoch().credit, fee / 4);
	});
}

#[test]
fn a_version_with_a_reward_is_not_removed() {
	on_dev(|| {
		published();
		let artifact = quantized();
		let number = offer(Charlie, terms(QUANTIZATION, PRICE));
		sell(Eve, number);
		let account = Eve.to_account_id();
		assert_ok!(send(Eve, MarketCall::release_license { artifact, account }).unwrap());
		assert_ok!(send(Charlie, MarketCall::close_offer { offer: number }).unwrap());
		let remove = || {
			let sequence = QUANTIZATION;
			send(Charlie, pallet_registry::Call::remove_version { sequence }).unwrap()
		};
		assert_eq!(remove(), Err(pallet_registry::Error::<Runtime>::HasIncome.into()));
		let epoch = end_epoch();
		assert_ok!(claim(epoch, QUANTIZATION));
		assert_ok!(remove());
		assert_eq!(Registry::api_version(QUANTIZATION), None);
	});
}

#[test]
fn what_nobody_claims_goes_back_to_the_pot() {
	on_dev(|| {
		published();
		let split = Split { contributors: Permill::zero(), members: Default::default() };
		let number = offer(Charlie, terms(QUANTIZATION, PRICE));
		sell(Eve, number);
		// The reward keeps this split, which another takes the place of.
		let set = RoyaltiesCall::set_split { artifact: id(Bob, "chat"), split };
		assert_ok!(send(Bob, set).unwrap());
		let held = RuntimeHoldReason::Royalties(pallet_royalties::HoldReason::Split);
		let deposits = Balances::balance_on_hold(&held, &Bob.to_account_id());
		let epoch = end_epoch();
		let running = Rewards::api_running_epoch();
		let last = running.end + EpochBlocks::get() * (running.claim_period - 1);
		let ended = Rewards::api_ended_epoch(epoch).unwrap();
		assert_eq!(ended.expires, last);

		// Right before it expires it can still be claimed.
		let jump = |to| System::set_block_number(to);
		for end in (running.end..last).step_by(EpochBlocks::get() as usize) {
			jump(end - 1);
			next_block();
		}
		jump(last - 2);
		next_block();
		assert_ok!(claim(epoch, QUANTIZATION));
		next_block();
		assert_eq!(System::block_number(), last);
		assert_eq!(claim(epoch, FINE_TUNE), Err(Error::<Runtime>::RewardsExpired.into()));
		assert_eq!(Rewards::api_ended_epoch(epoch), None);
		let running = Rewards::api_running_epoch();
		assert_eq!(running.owed, 0);
		assert!(running.funds >= ended.rewards / 10, "{}", running.funds);

		// The chain forgets it by itself, and gives the split's deposit back.
		next_block();
		next_block();
		assert_eq!(pallet_rewards::Points::<Runtime>::iter().count(), 0);
		assert!(Balances::balance_on_hold(&held, &Bob.to_account_id()) < deposits);
		check_invariants();
	});
}

// SPDX-License-Identifier: Apache-2.0

//! Selling on the real runtime: a base model, a fine-tune and a quantisation of three publishers, a
//! buyer, and a contributor of data.

use super::{
	chain::{check_invariants, free, next_block, on_dev, run_to_block, send},
	provenance::Dataset,
	registry::{publish_new, version},
	rewards::{claim, end_epoch},
};
use crate::{
	configs::{
		rewards::RewardsPot,
		sales::{CommonsAccount, MinDistribution, ProtocolFee},
	},
	units::money::UNITS,
	AccountId, Balance, Balances, BlockNumber, Market, Registry, Rewards, Royalties, Runtime,
	RuntimeHoldReason, RuntimeOrigin, System,
};
use agora_primitives::{
	artifact_id, ArtifactId, ArtifactKind, Derivation, Digest, EpochIncome, LicenseTerm, Member,
	NewVersion, OfferId, OfferTerms, Relation, Sequence, SourceInput, Split,
};
use frame_support::{
	assert_ok,
	dispatch::DispatchResult,
	traits::fungible::{Inspect, InspectHold},
};
use pallet_market::{Call as MarketCall, Error, HoldReason};
use pallet_royalties::{Call as RoyaltiesCall, Error as RoyaltiesError};
use sp_keyring::Sr25519Keyring::{self, Alice, Bob, Charlie, Dave, Eve, Ferdie};
use sp_runtime::Permill;

pub const PRICE: Balance = 100 * UNITS;
const WINDOW: BlockNumber = 10;
const TEN: Permill = Permill::from_percent(10);

/// The four versions of the story.
pub const DATASET: Sequence = 1;
pub const BASE: Sequence = 2;
pub const FINE_TUNE: Sequence = 3;
pub const QUANTIZATION: Sequence = 4;

pub fn id(owner: Sr25519Keyring, name: &str) -> ArtifactId {
	artifact_id(&owner.to_account_id(), name.as_bytes())
}

pub fn quantized() -> ArtifactId {
	id(Charlie, "small-chat")
}

fn derived(sequence: Sequence, relation: Relation) -> Vec<SourceInput> {
	vec![SourceInput { sequence, relation, max_royalty: TEN }]
}

/// Alice's dataset of four records, of which Bob contributed three, and her base model trained on
/// it; Bob's fine-tune of that; and Charlie's quantisation. Each asks for a tenth. A tenth of what
/// is left of the dataset's income is for contributors, and Bob proved one record.
pub fn published() {
	let records = Dataset::new(4);
	publish_new(Alice, ArtifactKind::Dataset, "letters", version(1, TEN, vec![]));
	assert_ok!(send(Alice, records.commit(DATASET)).unwrap());
	assert_ok!(send(Bob, records.prove(DATASET, 1)).unwrap());
	let split = Split { contributors: TEN, members: Default::default() };
	assert_ok!(
		send(Alice, RoyaltiesCall::set_split { artifact: id(Alice, "letters"), split }).unwrap()
	);
	let trained = derived(DATASET, Relation::TrainedOn);
	publish_new(Alice, ArtifactKind::Model, "base", version(2, TEN, trained));
	let tuned = derived(BASE, Relation::FineTune);
	publish_new(Bob, ArtifactKind::Model, "chat", version(3, TEN, tuned));
	let quantized = derived(FINE_TUNE, Relation::Quantization);
	publish_new(Charlie, ArtifactKind::Model, "small-chat", version(4, TEN, quantized));
}

pub fn terms(version: Sequence, price: Balance) -> OfferTerms<Balance, BlockNumber> {
	OfferTerms {
		version,
		price,
		duration: None,
		supply: None,
		transferable: false,
		refund_window: WINDOW,
	}
}

pub fn offer(seller: Sr25519Keyring, terms: OfferTerms<Balance, BlockNumber>) -> OfferId {
	let offer = pallet_market::NextOffer::<Runtime>::get();
	assert_ok!(send(seller, MarketCall::create_offer { terms }).unwrap());
	offer
}

pub fn buy(who: Sr25519Keyring, offer: OfferId, max_price: Balance) -> DispatchResult {
	send(who, MarketCall::buy { offer, max_price, revision: 1 }).unwrap()
}

fn held(who: Sr25519Keyring, reason: HoldReason) -> Balance {
	let reason = RuntimeHoldReason::Market(reason);
	Balances::balance_on_hold(&reason, &who.to_account_id())
}

pub fn earnings(who: Sr25519Keyring) -> Balance {
	Royalties::api_earnings(who.to_account_id())
}

fn all_earnings() -> [Balance; 4] {
	[Alice, Bob, Charlie, Dave].map(earnings)
}

fn refusal(error: Error<Runtime>) -> DispatchResult {
	Err(error.into())
}

#[test]
fn a_sale_pays_everybody_upstream() {
	on_dev(|| {
		published();
		let offer = offer(Charlie, terms(QUANTIZATION, PRICE));
		let (pot, before) = (free(&RewardsPot::get()), free(&Eve.to_account_id()));
		assert_ok!(buy(Eve, offer, PRICE));

		// Until the window ends, nothing but a hold happened.
		assert_eq!(held(Eve, HoldReason::Purchase), PRICE);
		assert!(Market::api_has_license(quantized(), Eve.to_account_id()));
		assert_eq!(all_earnings(), [0; 4]);
		assert_eq!(Royalties::api_vault(QUANTIZATION).amount, 0);

		// Then the chain settles by itself, and the cascade pays all four vaults.
		run_to_block(System::block_number() + WINDOW + 2);
		assert_eq!(held(Eve, HoldReason::Purchase), 0);
		let fee = ProtocolFee::get().mul_ceil(PRICE);
		let income = PRICE - fee;
		assert!(free(&RewardsPot::get()) >= pot + fee);
		assert!(before - free(&Eve.to_account_id()) >= PRICE);

		// A tenth of each vault's income goes on to the one before.
		let to_tune = income / 10;
		let to_base = to_tune / 10;
		let to_data = to_base / 10;
		let contributors = to_data / 10;
		let bobs_record = contributors / 4;
		assert_eq!(earnings(Charlie), income - to_tune);
		assert_eq!(earnings(Bob), to_tune - to_base);
		assert_eq!(earnings(Alice), (to_base - to_data) + (to_data - bobs_record));
		let share = Royalties::api_share(DATASET, Bob.to_account_id()).unwrap();
		assert_eq!((share.records, share.due), (1, bobs_record));

		// Bob collects for his record, and everybody withdraws.
		let collect =
			RoyaltiesCall::collect_share { version: DATASET, contributor: Bob.to_account_id() };
		assert_ok!(send(Bob, collect).unwrap());
		assert_eq!(earnings(Bob), to_tune - to_base + bobs_record);
		for who in [Alice, Bob, Charlie] {
			let (due, before) = (earnings(who), free(&who.to_account_id()));
			let account = who.to_account_id();
			// Anybody may see to it; Ferdie pays the fee.
			assert_ok!(send(Ferdie, RoyaltiesCall::withdraw { account }).unwrap());
			assert_eq!(free(&who.to_account_id()), before + due);
		}
		assert_eq!(all_earnings(), [0; 4]);
	});
}

#[test]
fn what_was_quoted_is_what_happens() {
	on_dev(|| {
		published();
		let offer = offer(Charlie, terms(QUANTIZATION, PRICE));
		let quote = Market::api_quote(offer).unwrap();
		let simulated =
			Royalties::api_simulate_distribution(QUANTIZATION, quote.receipt.income, 100).unwrap();
		let versions: Vec<_> = simulated.payouts.iter().map(|payout| payout.version).collect();
		assert_eq!(versions, [QUANTIZATION, FINE_TUNE, BASE, DATASET]);
		assert_ok!(buy(Eve, offer, PRICE));
		assert_ok!(send(Eve, MarketCall::waive_refund { artifact: quantized() }).unwrap());
		next_block();
		let due = simulated.payouts.iter().map(|payout| payout.earnings).collect::<Vec<_>>();
		assert_eq!(earnings(Charlie), due[0]);
		assert_eq!(earnings(Bob), due[1]);
		assert_eq!(earnings(Alice), due[2] + due[3]);
		let share = Royalties::api_share(DATASET, Bob.to_account_id()).unwrap();
		// What cannot be divided among four records waits for the next sale.
		assert!(simulated.payouts[3].contributors.abs_diff(share.due) < 4);
	});
}

#[test]
fn a_refund_takes_nothing_from_anybody_else() {
	on_dev(|| {
		published();
		let offer = offer(Charlie, terms(QUANTIZATION, PRICE));
		let balances =
			|| [Alice, Bob, Charlie].map(|who| Balances::total_balance(&who.to_account_id()));
		let before = balances();
		let deposit = held(Eve, HoldReason::License);
		assert_ok!(buy(Eve, offer, PRICE));
		assert!(held(Eve, HoldReason::License) > deposit);
		run_to_block(System::block_number() + WINDOW);
		assert_ok!(send(Eve, MarketCall::refund { artifact: quantized() }).unwrap());
		assert_eq!(held(Eve, HoldReason::Purchase) + held(Eve, HoldReason::License), 0);
		assert!(!Market::api_has_license(quantized(), Eve.to_account_id()));
		assert_eq!(balances(), before);
		assert_eq!(all_earnings(), [0; 4]);

		// Not twice, and not once the window is over.
		let refund = || MarketCall::refund { artifact: quantized() };
		assert_eq!(send(Eve, refund()).unwrap(), refusal(Error::LicenseNotFound));
		assert_ok!(buy(Eve, offer, PRICE));
		run_to_block(System::block_number() + WINDOW + 1);
		assert_eq!(send(Eve, refund()).unwrap(), refusal(Error::RefundWindowClosed));
		next_block();
		assert_eq!(send(Eve, refund()).unwrap(), refusal(Error::NothingToRefund));
	});
}

#[test]
fn the_cap_turns_the_license_free() {
	on_dev(|| {
		published();
		let artifact = quantized();
		let offer = offer(Charlie, terms(QUANTIZATION, PRICE));
		let income = PRICE - ProtocolFee::get().mul_ceil(PRICE);
		// One sale and a half.
		let cap = income + income / 2;
		assert_ok!(send(Charlie, MarketCall::pledge_cap { artifact, cap }).unwrap());
		assert_ok!(buy(Eve, offer, PRICE));
		assert_ok!(send(Eve, MarketCall::waive_refund { artifact }).unwrap());
		assert_ok!(buy(Dave, offer, PRICE));
		assert_ok!(buy(Ferdie, offer, PRICE));
		let commons = free(&CommonsAccount::get());
		let ferdie = held(Ferdie, HoldReason::Purchase);
		assert_eq!(ferdie, PRICE);

		// Dave's purchase crosses the cap: it counts exactly up to it.
		assert_ok!(send(Dave, MarketCall::waive_refund { artifact }).unwrap());
		let sales = Market::api_sales(artifact).unwrap();
		assert_eq!((sales.income, sales.free), (cap, true));
		assert_eq!(free(&CommonsAccount::get()), commons + income - income / 2);

		// Ferdie gets the price back and keeps the license; Bob pays nothing.
		let settle = MarketCall::settle { artifact, account: Ferdie.to_account_id() };
		assert_ok!(send(Alice, settle).unwrap());
		assert_eq!(held(Ferdie, HoldReason::Purchase), 0);
		assert!(Market::api_has_license(artifact, Ferdie.to_account_id()));
		assert_ok!(buy(Bob, offer, 0));
		assert_eq!(held(Bob, HoldReason::Purchase), 0);
		let license = Market::api_license(artifact, Bob.to_account_id()).unwrap();
		assert!(license.lasts && license.counts_for_citing);

		// And nobody takes that away.
		assert_eq!(
			send(Charlie, MarketCall::close_offer { offer }).unwrap(),
			refusal(Error::CapReached)
		);
		assert_eq!(
			send(Charlie, MarketCall::lower_cap { artifact, cap: cap + 1 }).unwrap(),
			refusal(Error::CapNotLower)
		);
	});
}

#[test]
fn citing_takes_a_license_that_cannot_be_given_back() {
	on_dev(|| {
		let mut closed = version(1, TEN, vec![]);
		closed.terms.derivation = Derivation::LicenseRequired;
		publish_new(Alice, ArtifactKind::Model, "base", closed);
		let artifact = id(Alice, "base");
		let offer = offer(Alice, terms(1, PRICE));
		let cite = |digest| {
			let sources = derived(1, Relation::FineTune);
			let mine = id(Bob, "chat");
			send(Bob, super::registry::publish(mine, version(digest, TEN, sources))).unwrap()
		};
		publish_new(Bob, ArtifactKind::Model, "chat", version(9, TEN, vec![]));
		let refused = Err(pallet_registry::Error::<Runtime>::LicenseRequired.into());
		assert_eq!(cite(10), refused);
		assert_ok!(buy(Bob, offer, PRICE));
		assert_eq!(cite(10), refused);
		assert_ok!(send(Bob, MarketCall::waive_refund { artifact }).unwrap());
		assert_ok!(cite(10));
	});
}

#[test]
fn a_settlement_takes_what_a_vote_has_locked() {
	use frame_support::traits::{LockableCurrency, WithdrawReasons};
	on_dev(|| {
		published();
		let offer = offer(Charlie, terms(QUANTIZATION, PRICE));
		assert_ok!(buy(Eve, offer, PRICE));
		let everything = Balances::total_balance(&Eve.to_account_id());
		let all = WithdrawReasons::all();
		Balances::set_lock(*b"democrac", &Eve.to_account_id(), everything, all);
		run_to_block(System::block_number() + WINDOW + 2);
		assert_eq!(held(Eve, HoldReason::Purchase), 0);
		assert!(earnings(Charlie) > 0);
	});
}

#[test]
fn what_came_in_before_a_transfer_is_the_former_owners() {
	on_dev(|| {
		published();
		let artifact = quantized();
		// Too little for the cascade to come by itself.
		let price = MinDistribution::get() / 2;
		let offer = offer(Charlie, terms(QUANTIZATION, price));
		let sell = |who| {
			assert_ok!(buy(who, offer, price));
			assert_ok!(send(who, MarketCall::waive_refund { artifact }).unwrap());
		};
		sell(Eve);
		let new_owner = Dave.to_account_id();
		let transfer = pallet_registry::Call::transfer_ownership { artifact, new_owner };
		assert_ok!(send(Charlie, transfer).unwrap());
		assert_ok!(send(Dave, pallet_registry::Call::accept_ownership { artifact }).unwrap());
		sell(Ferdie);
		// The former owner's part comes by itself, whatever its size.
		next_block();
		let distribute = || RoyaltiesCall::distribute { version: QUANTIZATION };
		assert_ok!(send(Eve, distribute()).unwrap());
		let income = price - ProtocolFee::get().mul_ceil(price);
		assert_eq!(earnings(Charlie), income - income / 10);
		assert_eq!(earnings(Dave), income - income / 10);
		let nothing = RoyaltiesError::<Runtime>::NothingToDistribute;
		assert_eq!(send(Eve, distribute()).unwrap(), Err(nothing.into()));
	});
}

#[test]
fn a_retired_model_is_sold_no_more_and_its_licenses_stay() {
	on_dev(|| {
		published();
		let artifact = quantized();
		let offer = offer(Charlie, terms(QUANTIZATION, PRICE));
		assert_ok!(buy(Eve, offer, PRICE));
		assert_ok!(send(Charlie, pallet_registry::Call::retire { artifact }).unwrap());
		assert_eq!(buy(Dave, offer, PRICE), refusal(Error::VersionNotAvailable));
		run_to_block(System::block_number() + WINDOW + 2);
		assert!(Market::api_has_license(artifact, Eve.to_account_id()));
		assert!(earnings(Charlie) > 0);
		let remove = pallet_registry::Call::remove_version { sequence: QUANTIZATION };
		let refused = pallet_registry::Error::<Runtime>::HasLicenses;
		assert_eq!(send(Charlie, remove).unwrap(), Err(refused.into()));
	});
}

#[test]
fn all_deposits_come_back() {
	on_dev(|| {
		published();
		let artifact = quantized();
		let members = [(Charlie, 60), (Dave, 40)].map(|(who, percent)| Member {
			account: who.to_account_id(),
			share: Permill::from_percent(percent),
		});
		let split =
			Split { contributors: Permill::zero(), members: members.to_vec().try_into().unwrap() };
		assert_ok!(send(Charlie, RoyaltiesCall::set_split { artifact, split }).unwrap());
		let offer = offer(Charlie, terms(QUANTIZATION, PRICE));
		assert_ok!(buy(Eve, offer, PRICE));
		assert_ok!(send(Eve, MarketCall::waive_refund { artifact }).unwrap());
		next_block();
		assert!(earnings(Dave) > 0);
		let account = Eve.to_account_id();
		assert_ok!(send(Eve, MarketCall::release_license { artifact, account }).unwrap());
		assert_ok!(send(Charlie, MarketCall::close_offer { offer }).unwrap());
		assert_ok!(claim(end_epoch(), QUANTIZATION));
		assert!(!Royalties::api_incomes(QUANTIZATION).is_empty());
		let remove = pallet_registry::Call::remove_version { sequence: QUANTIZATION };
		assert_ok!(send(Charlie, remove).unwrap());
		assert!(Royalties::api_incomes(QUANTIZATION).is_empty());
		assert!(!Royalties::api_incomes(FINE_TUNE).is_empty());
		assert_ok!(send(Charlie, pallet_registry::Call::remove_artifact { artifact }).unwrap());
		let reasons = [HoldReason::Offer, HoldReason::Sales];
		assert_eq!(reasons.map(|reason| held(Charlie, reason)), [0, 0]);
		assert_eq!(held(Eve, HoldReason::License), 0);
		let split = RuntimeHoldReason::Royalties(pallet_royalties::HoldReason::Split);
		assert_eq!(Balances::balance_on_hold(&split, &Charlie.to_account_id()), 0);
	});
}

#[test]
fn income_is_remembered_by_the_epochs_of_rewards() {
	on_dev(|| {
		published();
		let at_once = OfferTerms { refund_window: 0, ..terms(QUANTIZATION, PRICE) };
		let offer = offer(Charlie, at_once);
		let sell = |who| {
			assert_ok!(buy(who, offer, PRICE));
			next_block();
			Rewards::current_epoch()
		};
		let first = sell(Eve);
		end_epoch();
		end_epoch();
		// The first block of a session takes no transactions: the second of an epoch.
		run_to_block(System::block_number() + 2);
		let second = sell(Dave);
		sell(Ferdie);
		assert_eq!(second, first + 2);
		let income = PRICE - ProtocolFee::get().mul_ceil(PRICE);
		let of = |version| -> Vec<_> {
			let of = |income: EpochIncome| (income.epoch, income.sales, income.royalties);
			Royalties::api_incomes(version).into_iter().map(of).collect()
		};
		assert_eq!(of(QUANTIZATION), [(first, income, 0), (second, 2 * income, 0)]);
		let royalty = income / 10;
		assert_eq!(of(FINE_TUNE), [(first, 0, royalty), (second, 0, 2 * royalty)]);
	});
}

#[test]
fn earnings_reach_an_account_that_is_gone() {
	on_dev(|| {
		let one = Sr25519Keyring::One;
		let account: AccountId = one.to_account_id();
		let give = pallet_balances::Call::transfer_allow_death {
			dest: account.clone().into(),
			value: UNITS,
		};
		published();
		assert_ok!(send(Eve, give).unwrap());
		let artifact = quantized();
		let split = Split {
			contributors: Permill::zero(),
			members: vec![Member { account: account.clone(), share: Permill::one() }]
				.try_into()
				.unwrap(),
		};
		assert_ok!(send(Charlie, RoyaltiesCall::set_split { artifact, split }).unwrap());
		let leave = pallet_balances::Call::transfer_all {
			dest: Eve.to_account_id().into(),
			keep_alive: false,
		};
		assert_ok!(send(one, leave).unwrap());
		assert_eq!(Balances::total_balance(&account), 0);

		let offer = offer(Charlie, terms(QUANTIZATION, PRICE));
		assert_ok!(buy(Eve, offer, PRICE));
		assert_ok!(send(Eve, MarketCall::waive_refund { artifact }).unwrap());
		next_block();
		let due = Royalties::api_earnings(account.clone());
		assert!(due > 0);
		let withdraw = RoyaltiesCall::withdraw { account: account.clone() };
		assert_ok!(send(Eve, withdraw).unwrap());
		assert_eq!(free(&account), due);
		check_invariants();
	});
}

#[test]
fn a_license_by_the_month_is_renewed_and_ends() {
	on_dev(|| {
		published();
		let artifact = quantized();
		let month = OfferTerms { duration: Some(20), ..terms(QUANTIZATION, PRICE) };
		let offer = offer(Charlie, month);
		assert_ok!(buy(Eve, offer, PRICE));
		let end = System::block_number() + 20;
		let renew = || MarketCall::renew { offer, max_price: PRICE, revision: 1 };
		assert_eq!(send(Eve, renew()).unwrap(), refusal(Error::PurchasePending));
		run_to_block(System::block_number() + WINDOW + 2);
		assert_ok!(send(Eve, renew()).unwrap());
		let account = Eve.to_account_id();
		let license = Market::api_license(artifact, account.clone()).unwrap();
		assert_eq!(license.license.grant.term, LicenseTerm::Until(end + 20));
		run_to_block(end + 21);
		assert!(!Market::api_has_license(artifact, account.clone()));
		assert_ok!(send(Bob, MarketCall::release_license { artifact, account }).unwrap());
		assert_eq!(held(Eve, HoldReason::License), 0);
	});
}

/// Storage reads and writes of a purchase that is settled at once, of the version at the end of a
/// line of so many.
fn access_of_a_sale(depth: Sequence) -> (u64, u64) {
	let mut access = (0, 0);
	on_dev(|| {
		publish_new(Alice, ArtifactKind::Model, "line", numbered(1, vec![]));
		let artifact = id(Alice, "line");
		for sequence in 2..=depth {
			let sources = derived(sequence - 1, Relation::FineTune);
			let new = numbered(sequence, sources);
			let origin = RuntimeOrigin::signed(Alice.to_account_id());
			assert_ok!(Registry::publish(origin, artifact, new, None));
		}
		let at_once = OfferTerms { refund_window: 0, ..terms(depth, PRICE) };
		let offer = offer(Alice, at_once);
		access = agora_test_utils::storage_access(|| {
			let origin = RuntimeOrigin::signed(Eve.to_account_id());
			assert_ok!(Market::buy(origin, offer, PRICE, 1));
		});
		assert!(Royalties::api_vault(depth).amount > 0);
	});
	access
}

/// A version with a digest of its own, of which there are more than a byte can tell apart.
fn numbered(number: Sequence, sources: Vec<SourceInput>) -> NewVersion {
	NewVersion { manifest: Digest::from_low_u64_be(number), ..version(1, TEN, sources) }
}

#[test]
fn a_sale_costs_the_same_at_any_depth() {
	assert_eq!(access_of_a_sale(1), access_of_a_sale(1_000));
}

// SPDX-License-Identifier: Apache-2.0

//! What the tests have in common.

pub use crate::{
	mock::{
		account, artifact_of, AccountId, Asked, Balances, Commons, EpochLength, IdleShare, Kept,
		Left, Paid, PaidOut, PayoutsFail, Rewards, RuntimeCall, RuntimeEvent, RuntimeOrigin,
		System, Test, TestExt, Votes, DEFAULT, ENDOWMENT, LENGTH, MINIMUM, PERIOD,
	},
	CreditInVaults, EpochRecord, EpochState, Epochs, Error, Event, Open, Owed, Parameters, Points,
	PruneFrom, Running, WeightInfo,
};
pub use agora_primitives::{
	seams::{OnRevenue, Receipt, Reference, References},
	ArtifactId, Balance, EpochIndex, RewardParameters, Sequence, SplitNumber,
};
pub use frame_support::{
	assert_noop, assert_ok,
	traits::{
		fungible::{Inspect as _, Mutate as _},
		tokens::Preservation,
		Hooks,
	},
	weights::Weight,
};
pub use sp_core::U256;
pub use sp_runtime::{ArithmeticError, DispatchError, Perbill, Permill};

/// Who signs claims, and has no part in anything.
pub fn mallory() -> AccountId {
	account(3)
}

/// Who pays fees.
pub fn buyer() -> AccountId {
	account(4)
}

/// Who gives the pot something.
pub fn donor() -> AccountId {
	account(5)
}

/// A signed origin.
pub fn by(who: AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

/// A share in per cent.
pub fn percent(share: u32) -> Permill {
	Permill::from_percent(share)
}

/// Parameters in per cent.
pub fn parameters(usage_share: u32, issuance_share: u32) -> RewardParameters {
	RewardParameters { usage_share: percent(usage_share), issuance_share: percent(issuance_share) }
}

/// Choose which share of funds rewards use, in per cent.
pub fn set_usage_share(share: u32) {
	assert_ok!(Rewards::set_parameters(RuntimeOrigin::root(), parameters(share, 50)));
}

/// Move tokens from one account to another.
pub fn transfer(from: AccountId, to: AccountId, amount: Balance) {
	if amount > 0 {
		assert_ok!(Balances::transfer(&from, &to, amount, Preservation::Preserve));
	}
}

/// Give the pot something.
pub fn gift(amount: Balance) {
	transfer(donor(), Rewards::pot_account(), amount);
}

/// Pay a fee, for which so much credit waits in the version's vault.
pub fn pay(version: Sequence, fee: Balance, credit: Balance) {
	transfer(buyer(), Rewards::pot_account(), fee);
	let receipt = Receipt { fee, excess: 0, income: fee };
	assert_ok!(Rewards::on_payment(version, &receipt, credit));
}

/// Let credit come to rest at a version, under a split.
pub fn rest(version: Sequence, split: SplitNumber, credit: Balance) {
	assert_ok!(Rewards::on_credit(version, split, credit));
}

/// Pay a fee whose credit comes to rest at once.
pub fn earn(version: Sequence, split: SplitNumber, credit: Balance) {
	pay(version, credit, credit);
	rest(version, split, credit);
}

/// The number of the running epoch.
pub fn running() -> EpochIndex {
	Running::<Test>::get().index
}

/// Begin a block. The hook is not called.
pub fn enter_block(number: u32) {
	System::set_block_number(number);
}

/// Begin the next block.
pub fn next_block() {
	let now = System::block_number() + 1;
	enter_block(now);
	Rewards::on_initialize(now);
}

/// Let blocks pass until the running epoch is over. Returns it.
pub fn end_epoch() -> EpochIndex {
	let ended = running();
	while running() == ended {
		next_block();
	}
	ended
}

/// Let so many epochs end.
pub fn end_epochs(count: u32) {
	(0..count).for_each(|_| {
		end_epoch();
	});
}

/// Claim what a version's use earned.
pub fn claim(epoch: EpochIndex, version: Sequence) -> sp_runtime::DispatchResult {
	Rewards::claim(by(mallory()), epoch, version)
}

/// `floor(whole * part / total)`, in numbers twice as wide.
pub fn share(whole: Balance, part: Balance, total: Balance) -> Balance {
	(U256::from(whole) * U256::from(part) / U256::from(total)).as_u128()
}

/// The share, rounded down, in numbers twice as wide.
pub fn of(share: Permill, whole: Balance) -> Balance {
	self::share(whole, share.deconstruct().into(), 1_000_000)
}

/// Claim, and see that everything moved as it should, and nothing else.
pub fn assert_claim(epoch: EpochIndex, version: Sequence, split: SplitNumber) -> Balance {
	let before = record(epoch);
	let key = (epoch, version, split.to_be_bytes());
	let credit = Points::<Test>::get(key).expect("there is something to claim");
	let amount = share(before.rewards, credit, before.credit);
	let (pot, paid_out) = (balance(Rewards::pot_account()), balance(PaidOut::get()));
	let (owed, open) = (Owed::<Test>::get(), Open::<Test>::get(version));
	let kept = kept(version, split);
	events();

	assert_ok!(claim(epoch, version));

	let account = mallory();
	let claimed = Event::RewardClaimed { epoch, version, split, credit, amount, account };
	assert_eq!(events(), vec![claimed]);
	assert_eq!(record(epoch), EpochRecord { claimed: before.claimed + amount, ..before });
	assert_eq!(Points::<Test>::get(key), None);
	assert_eq!(Owed::<Test>::get(), owed - amount);
	assert_eq!(Open::<Test>::get(version), open - 1);
	assert_eq!(self::kept(version, split), kept - 1);
	assert_eq!(balance(Rewards::pot_account()), pot - amount);
	assert_eq!(balance(PaidOut::get()), paid_out + amount);
	amount
}

/// An epoch that ended.
pub fn record(epoch: EpochIndex) -> EpochRecord {
	Epochs::<Test>::get(epoch).expect("the epoch ended with credit, and did not expire")
}

/// What an account has.
pub fn balance(who: AccountId) -> Balance {
	Balances::balance(&who)
}

/// What the pot has, but for what makes it an account.
pub fn pot() -> Balance {
	balance(Rewards::pot_account()) - MINIMUM
}

/// What the commons pool has.
pub fn commons() -> Balance {
	balance(Commons::get()) - MINIMUM
}

/// For how many rewards a split of the version's artifact is kept.
pub fn kept(version: Sequence, split: SplitNumber) -> u32 {
	Kept::mutate(|kept| kept.get(&(artifact_of(version), split)).copied().unwrap_or(0))
}

/// All points that there are.
pub fn points() -> usize {
	Points::<Test>::iter_keys().count()
}

/// What pruning the points of so many versions takes at most, and what finding the end takes.
pub fn prunes(count: u64) -> Weight {
	let whole = <Test as crate::Config>::WeightInfo::prune_base()
		.saturating_add(Rewards::prune_step_weight().saturating_mul(count));
	// Pruning has but a half of it.
	whole.saturating_mul(2)
}

/// Let a block have this much left over.
pub fn idle(weight: Weight) -> Weight {
	Rewards::on_idle(System::block_number(), weight)
}

/// See that the last event is this.
pub fn assert_last(event: Event<Test>) {
	System::assert_last_event(event.into());
}

/// The events of rewards so far, oldest first. Forgets them.
pub fn events() -> Vec<Event<Test>> {
	let events = System::events();
	System::reset_events();
	events
		.into_iter()
		.filter_map(|record| match record.event {
			RuntimeEvent::Rewards(event) => Some(event),
			_ => None,
		})
		.collect()
}

/// See that there are as many tokens as there were, and that they are what accounts have.
pub fn assert_issuance(before: Balance) {
	assert_eq!(Balances::total_issuance(), before);
	let sum: Balance = frame_system::Account::<Test>::iter_values()
		.map(|account| account.data.free + account.data.reserved)
		.sum();
	assert_eq!(sum, before);
}

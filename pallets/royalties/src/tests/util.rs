// SPDX-License-Identifier: Apache-2.0

//! What the tests have in common.

pub use crate::{
	mock::{
		account, payer, AccountId, Artifacts, Balances, Beneficiary, ByteDeposit, Committed,
		Commons, Epoch, Fee, Heard, IdleShare, ItemDeposit, Keeping, NextSequence, Refusing,
		Rested, Royalties, RuntimeCall, RuntimeEvent, RuntimeHoldReason, RuntimeOrigin, System,
		Test, TestExt, Versions, ACCOUNTS, BYTE, ENDOWMENT, INCOME_EPOCHS, ITEM, MIN, MINIMUM,
	},
	ContributorIncome, ContributorIncomes, Cursor, Earnings, Error, Event, HoldReason, Incomes,
	Part, PastSplits, Share, Shares, SplitState, Splits, Vault, Vaults, VersionIncome, Waiting,
	WeightInfo,
};
pub use agora_primitives::{
	seams::{
		ArtifactInfo, Contribution, OnArtifact, OnContribution, Payment, Payouts, Receipt,
		Reference, References, Revenue, VersionInfo,
	},
	ArtifactId, ArtifactKind, ArtifactStatus, Balance, Derivation, EpochIncome, EpochIndex, Member,
	RecordId, Relation, Sequence, Source, Split, SplitNumber, Terms, Uses, VersionStatus,
	MAX_MEMBERS, MAX_RECORDS, MAX_SERIES, MAX_SOURCES,
};
pub use frame_support::{
	assert_noop, assert_ok,
	traits::{
		fungible::{hold::Mutate as _, Inspect as _, Mutate as _},
		Hooks,
	},
	weights::Weight,
};
pub use sp_core::H256;
pub use sp_runtime::{DispatchError, Perbill, Permill};

use frame_support::{traits::Get, BoundedVec};

/// A publisher of models.
pub fn alice() -> AccountId {
	account(1)
}

/// A publisher whom Alice builds on.
pub fn bob() -> AccountId {
	account(2)
}

/// Somebody who has no part in anything.
pub fn mallory() -> AccountId {
	account(3)
}

/// Who pays.
pub fn buyer() -> AccountId {
	account(4)
}

/// A contributor of records.
pub fn carol() -> AccountId {
	account(5)
}

/// A signed origin.
pub fn by(who: AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

/// A bounded list of what fits.
pub fn bounded<Item: Clone + core::fmt::Debug, Bound: Get<u32>>(
	items: &[Item],
) -> BoundedVec<Item, Bound> {
	items.to_vec().try_into().expect("tests are about what fits")
}

/// A share in per cent.
pub fn percent(share: u32) -> Permill {
	Permill::from_percent(share)
}

/// The artifact of a number.
pub fn artifact(number: u64) -> ArtifactId {
	ArtifactId::from_low_u64_be(number)
}

/// Let the registry know of one more version.
pub fn publish_next(
	owner: AccountId,
	id: ArtifactId,
	kind: ArtifactKind,
	sources: &[(Sequence, Permill)],
) -> Sequence {
	Artifacts::mutate(|artifacts| {
		let publisher = owner.clone();
		let status = ArtifactStatus::Active;
		artifacts.entry(id).or_insert(ArtifactInfo { kind, publisher, owner, status });
	});
	let sources: Vec<_> = sources
		.iter()
		.map(|(sequence, royalty)| Source {
			sequence: *sequence,
			relation: Relation::Merge,
			royalty: *royalty,
		})
		.collect();
	let uses = Uses::ALL;
	let version = VersionInfo {
		artifact: id,
		number: 1,
		manifest: H256::zero(),
		terms: Terms { derivation: Derivation::Open, uses, royalty: Permill::zero() },
		sources: bounded(&sources),
		status: VersionStatus::Live,
	};
	let sequence = NextSequence::mutate(|next| core::mem::replace(next, *next + 1));
	Versions::mutate(|versions| versions.insert(sequence, version));
	sequence
}

/// Let the registry know of a version of a model of its own, with the number of its sequence.
pub fn model(owner: AccountId, sources: &[(Sequence, Permill)]) -> Sequence {
	publish_next(owner, artifact(NextSequence::get()), ArtifactKind::Model, sources)
}

/// Let the registry know of a version of Alice's dataset, artifact 100, which committed to records
/// and extends another.
pub fn dataset(count: u64, previous: Option<Sequence>) -> Sequence {
	let version = publish_next(alice(), artifact(100), ArtifactKind::Dataset, &[]);
	commit(version, count, previous);
	version
}

/// Let a version commit to records.
pub fn commit(version: Sequence, count: u64, previous: Option<Sequence>) {
	Committed::mutate(|committed| {
		let series = previous.map_or(version, |previous| committed[&previous].0);
		committed.insert(version, (series, count));
	});
}

/// The artifact of a version.
pub fn artifact_of(version: Sequence) -> ArtifactId {
	Versions::mutate(|versions| versions[&version].artifact)
}

/// Let the registry and provenance forget a version.
pub fn remove(version: Sequence) {
	Versions::mutate(|versions| versions.remove(&version));
	Committed::mutate(|committed| committed.remove(&version));
	assert_ok!(Royalties::on_version_removed(version));
}

/// Let the registry hand an artifact over.
pub fn transfer(id: ArtifactId, to: AccountId) -> frame_support::dispatch::DispatchResult {
	let old = Artifacts::mutate(|all| all[&id].owner.clone());
	frame_support::storage::with_storage_layer(|| Royalties::on_transferred(&id, &old, &to))?;
	Artifacts::mutate(|all| all.get_mut(&id).expect("it is there").owner = to);
	Ok(())
}

/// A split of members, in per cent.
pub fn split_of(members: &[(AccountId, u32)]) -> Split<AccountId> {
	let members: Vec<_> = members
		.iter()
		.map(|(account, share)| Member { account: account.clone(), share: percent(*share) })
		.collect();
	Split { contributors: Permill::zero(), members: bounded(&members) }
}

/// All to the owner, after contributors.
pub fn with_contributors(share: Permill) -> Split<AccountId> {
	Split { contributors: share, ..Split::owner_alone() }
}

/// Why the price is held.
pub fn price() -> RuntimeHoldReason {
	payer::HoldReason::Price.into()
}

/// Pay for a version, with a limit.
pub fn pay_up_to(
	version: Sequence,
	gross: Balance,
	limit: Option<Balance>,
) -> Result<Receipt<Balance>, DispatchError> {
	Balances::hold(&price(), &buyer(), gross)?;
	Royalties::take(Payment { payer: buyer(), version, gross, limit }, &price())
}

/// Pay for a version.
pub fn pay(version: Sequence, gross: Balance) {
	assert_ok!(pay_up_to(version, gross, None));
}

/// Pay what brings this income.
pub fn bring(version: Sequence, income: Balance) {
	Fee::set(Permill::zero());
	pay(version, income);
}

/// Distribute all that a version has.
pub fn drain(version: Sequence) {
	while Royalties::distribute(by(mallory()), version).is_ok() {}
}

/// Let a block have this much left over.
pub fn idle(weight: Weight) -> Weight {
	Royalties::on_idle(System::block_number(), weight)
}

/// What a visit of the cascade takes at most, and what finding it takes.
pub fn visit() -> Weight {
	Royalties::distribute_weight(MAX_SOURCES)
		.saturating_add(<Test as crate::Config>::WeightInfo::cascade_step())
}

/// Let blocks pass until the cascade has nothing to do.
pub fn cascade() {
	for _ in 0..10_000 {
		idle(Weight::MAX);
		if Waiting::<Test>::iter_keys().next().is_none() {
			return;
		}
	}
	panic!("the cascade does not end");
}

/// A record of a contributor, that a version of a series brought.
pub fn record_of(origin: Sequence, index: u64, contributor: AccountId) -> Contribution<AccountId> {
	let series = Committed::mutate(|committed| committed[&origin].0);
	Contribution { record: RecordId { origin, index }, series, contributor }
}

/// Let a contributor prove a record.
pub fn prove(origin: Sequence, contributor: AccountId) {
	assert_ok!(Royalties::on_proven(&record_of(origin, 0, contributor)));
}

/// Let a contributor withdraw consent.
pub fn withdraw_consent(origin: Sequence, contributor: AccountId) {
	assert_ok!(Royalties::on_withdrawing(&record_of(origin, 0, contributor)));
}

/// All income of a version that was not distributed yet.
pub fn income_of(version: Sequence) -> Balance {
	Royalties::api_vault(version).amount
}

/// All credit that came to rest so far.
pub fn rested() -> Vec<(Sequence, SplitNumber, Balance)> {
	Rested::mutate(|rested| rested.clone())
}

/// The credit of all payments so far.
pub fn credited() -> Balance {
	Heard::mutate(|heard| heard.iter().map(|(.., credit)| credit).sum())
}

/// See that no credit was made or lost: that of all payments came to rest or is in vaults.
pub fn assert_credit_is_conserved() {
	let rested: Balance = rested().into_iter().map(|(.., credit)| credit).sum();
	let waiting = Royalties::credit_in_vaults().expect("no test has so much");
	assert_eq!(credited(), rested + waiting);
}

/// What an account can withdraw.
pub fn earnings(who: AccountId) -> Balance {
	Earnings::<Test>::get(who)
}

/// What an account holds for a reason.
pub fn held(reason: HoldReason, who: AccountId) -> Balance {
	Royalties::held(reason, &who)
}

/// What an account can spend, with the least that it keeps.
pub fn free(who: AccountId) -> Balance {
	Balances::free_balance(who)
}

/// See that the last event is this.
pub fn assert_last(event: Event<Test>) {
	System::assert_last_event(event.into());
}

/// The events of royalties so far, oldest first. Forgets them.
pub fn events() -> Vec<Event<Test>> {
	let events = System::events();
	System::reset_events();
	events
		.into_iter()
		.filter_map(|record| match record.event {
			RuntimeEvent::Royalties(event) => Some(event),
			_ => None,
		})
		.collect()
}

/// See that the pot has what is due and not a planck more: nobody gave it any, and what was paid
/// out is gone.
pub fn assert_paid_out_or_kept() {
	let due = Royalties::liabilities().expect("no test has so much");
	assert_eq!(Balances::balance(&Royalties::pot_account()), MINIMUM + due);
}

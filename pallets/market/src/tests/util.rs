// SPDX-License-Identifier: Apache-2.0

//! What the tests have in common.

pub use crate::{
	mock::{
		account, everybody, AccountId, Artifacts, Balances, ByteDeposit, IdleShare, ItemDeposit,
		Market, MinPrice, Refused, RuntimeCall, RuntimeOrigin, System, Taken, Test, TestExt,
		Versions, ACCOUNTS, BYTE, COMMONS, ENDOWMENT, FEES, ITEM, LEAST_PRICE, MAX_WINDOW, MINIMUM,
		VAULTS,
	},
	Due, Error, Event, HoldReason, LicenseOf, Licenses, LicensesOf, NextOffer, OfferOf,
	OfferTermsOf, Offers, Popularity, Sales, SalesRecordOf, Standing, VersionUses, WeightInfo,
};
pub use agora_primitives::{
	seams::{
		ArtifactInfo, Licensing, OnArtifact, Payment, Receipt, Reference, References, VersionInfo,
	},
	ArtifactId, ArtifactKind, ArtifactStatus, Balance, BlockNumber, Derivation, Grant, LicenseTerm,
	OfferId, OfferTerms, Purchase, Sequence, Sources, Terms, Uses, VersionStatus, MAX_OFFERS,
};
pub use frame_support::{assert_noop, assert_ok, traits::Hooks, weights::Weight};
pub use sp_core::H256;
pub use sp_runtime::{Perbill, Permill};

/// A publisher.
pub fn alice() -> AccountId {
	account(1)
}

/// A buyer.
pub fn bob() -> AccountId {
	account(2)
}

/// Another buyer.
pub fn carol() -> AccountId {
	account(3)
}

/// Somebody who has no part in anything.
pub fn mallory() -> AccountId {
	account(4)
}

/// A signed origin.
pub fn by(who: AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

/// The artifact of a number.
pub fn artifact(number: u8) -> ArtifactId {
	ArtifactId::repeat_byte(number)
}

/// The artifact that most tests are about.
pub fn model() -> ArtifactId {
	artifact(1)
}

/// Let the registry know of a version of an artifact, which is made if there is none.
pub fn publish(owner: AccountId, number: u8, sequence: Sequence) -> Sequence {
	let id = artifact(number);
	Artifacts::mutate(|artifacts| {
		artifacts.entry(id).or_insert(ArtifactInfo {
			kind: ArtifactKind::Model,
			publisher: owner.clone(),
			owner,
			status: ArtifactStatus::Active,
		});
	});
	let version = VersionInfo {
		artifact: id,
		number: 1,
		manifest: H256::from_low_u64_be(sequence),
		terms: Terms { derivation: Derivation::Open, uses: Uses::ALL, royalty: Permill::zero() },
		sources: Sources::default(),
		status: VersionStatus::Live,
	};
	Versions::mutate(|versions| versions.insert(sequence, version));
	sequence
}

/// Change what the registry knows of a version.
pub fn change_version(sequence: Sequence, change: impl FnOnce(&mut VersionInfo)) {
	Versions::mutate(|versions| change(versions.get_mut(&sequence).expect("published")));
}

/// Let the owner advise against a version.
pub fn yank(sequence: Sequence) {
	change_version(sequence, |version| {
		version.status = VersionStatus::Yanked { reason: Default::default() }
	});
}

/// Let an artifact take no part in the market any more.
pub fn retire(id: ArtifactId) {
	Artifacts::mutate(|artifacts| {
		artifacts.get_mut(&id).expect("published").status = ArtifactStatus::Retired
	});
}

/// Let an artifact belong to somebody else.
pub fn give(id: ArtifactId, new_owner: AccountId) {
	let old_owner = Artifacts::mutate(|artifacts| {
		let artifact = artifacts.get_mut(&id).expect("published");
		core::mem::replace(&mut artifact.owner, new_owner.clone())
	});
	assert_ok!(Market::on_transferred(&id, &old_owner, &new_owner));
}

/// Let the registry remove an artifact with all its versions, if nothing refers to any of it.
pub fn remove(id: ArtifactId) -> bool {
	let versions: Vec<_> = Versions::get()
		.into_iter()
		.filter(|(_, version)| version.artifact == id)
		.map(|(sequence, _)| sequence)
		.collect();
	if !Artifacts::get().contains_key(&id)
		|| versions.iter().any(|version| Market::to_version(*version).is_some())
		|| Market::to_artifact(&id).is_some()
	{
		return false;
	}
	Versions::mutate(|all| all.retain(|_, version| version.artifact != id));
	Artifacts::mutate(|all| all.remove(&id));
	assert_ok!(Market::on_removed(&id));
	true
}

/// What a license costs in most tests.
pub const PRICE: Balance = 1_000;
/// What of it is income.
pub const INCOME: Balance = 900;
/// The refund window in most tests.
pub const WINDOW: BlockNumber = 5;

/// Terms of a version: for ever, any number, not transferable, refundable.
pub fn terms(version: Sequence) -> OfferTermsOf<Test> {
	OfferTerms {
		version,
		price: PRICE,
		duration: None,
		supply: None,
		transferable: false,
		refund_window: WINDOW,
	}
}

/// Let Alice offer licenses for her model, whose only version is 1, on these terms.
pub fn offered(change: impl FnOnce(&mut OfferTermsOf<Test>)) -> OfferId {
	let mut terms = terms(1);
	change(&mut terms);
	if !Versions::get().contains_key(&terms.version) {
		publish(alice(), 1, terms.version);
	}
	let id = NextOffer::<Test>::get();
	assert_ok!(Market::create_offer(by(alice()), terms));
	id
}

/// Buy whatever it costs.
pub fn buy(who: AccountId, offer: OfferId) {
	let revision = stored_offer(offer).revision;
	assert_ok!(Market::buy(by(who), offer, Balance::MAX, revision));
}

/// Renew whatever it costs.
pub fn renew(who: AccountId, offer: OfferId) {
	let revision = stored_offer(offer).revision;
	assert_ok!(Market::renew(by(who), offer, Balance::MAX, revision));
}

/// Let this many blocks pass, without anything happening in them.
pub fn pass(blocks: BlockNumber) {
	System::set_block_number(System::block_number() + blocks);
}

/// All the weight that there can be.
pub fn plenty() -> Weight {
	Weight::from_parts(u64::MAX, u64::MAX)
}

/// Let the block have this much weight left.
pub fn idle(remaining: Weight) -> Weight {
	Market::on_idle(System::block_number(), remaining)
}

/// The offer as stored.
pub fn stored_offer(id: OfferId) -> OfferOf<Test> {
	Offers::<Test>::get(id).expect("the test made it")
}

/// How many can still be bought.
pub fn supply(id: OfferId) -> Option<u32> {
	stored_offer(id).terms.supply
}

/// The license for the model as stored.
pub fn license(who: AccountId) -> LicenseOf<Test> {
	Licenses::<Test>::get(model(), who).expect("the test made it")
}

/// Whether there is a license for the model.
pub fn has_license(who: AccountId) -> bool {
	Licenses::<Test>::contains_key(model(), who)
}

/// What the model sold.
pub fn sales() -> SalesRecordOf<Test> {
	Sales::<Test>::get(model()).expect("the test made it")
}

/// Whether every license for the model is free.
pub fn is_free() -> bool {
	sales().is_free()
}

/// What an account holds for a reason.
pub fn held(reason: HoldReason, who: AccountId) -> Balance {
	Market::held(reason, &who)
}

/// What an account can spend, with the least that it keeps.
pub fn free(who: AccountId) -> Balance {
	Balances::free_balance(who)
}

/// What royalties' accounts have: fees, commons, vaults.
pub fn paid_out() -> (Balance, Balance, Balance) {
	(free(FEES) - MINIMUM, free(COMMONS) - MINIMUM, free(VAULTS) - MINIMUM)
}

/// See that this was the last event.
pub fn assert_last(event: Event<Test>) {
	System::assert_last_event(event.into());
}

/// See that this event happened.
pub fn assert_has(event: Event<Test>) {
	System::assert_has_event(event.into());
}

/// Let a vote lock this much of what an account has, held or not.
pub fn lock(who: AccountId, amount: Balance) {
	use frame_support::traits::{LockableCurrency, WithdrawReasons};
	Balances::set_lock(*b"the vote", &who, amount, WithdrawReasons::all());
}

/// Let somebody else's force burn some of what an account holds.
pub fn slash(who: AccountId, reason: HoldReason, amount: Balance) {
	use frame_support::traits::{
		fungible::hold::Mutate,
		tokens::{Fortitude, Precision},
	};
	let (precision, force) = (Precision::Exact, Fortitude::Force);
	assert_ok!(Balances::burn_held(&reason.into(), &who, amount, precision, force));
}

/// What it weighs to look for a purchase that waits.
pub fn look() -> Weight {
	<Test as crate::Config>::WeightInfo::look_for_due()
}

/// What an account has, held or not.
pub fn total(who: AccountId) -> Balance {
	use frame_support::traits::fungible::Inspect;
	Balances::total_balance(&who)
}

// SPDX-License-Identifier: Apache-2.0

//! What is true after any sequence of calls by anybody.

use super::util::*;
use crate::try_state::REASONS;
use agora_test_utils::asked_cases;
use frame_support::traits::fungible::Inspect;
use proptest::prelude::*;
use std::collections::BTreeMap;

/// Something that somebody tries, or that happens. Some of it is refused.
///
/// Offers and licenses are picked from those that there are. Most is tried by whom it is for.
#[derive(Clone, Debug)]
enum Attempt {
	Create(Said),
	Update { offer: u8, said: Said },
	Close { offer: u8 },
	Buy { offer: u8, limit: u8 },
	Renew { license: u8, offer: u8, limit: u8 },
	Refund { license: u8 },
	Waive { license: u8 },
	Settle { license: u8 },
	TransferLicense { license: u8, to: u8 },
	ReleaseLicense { license: u8 },
	Pledge { artifact: u8, cap: Balance },
	Lower { artifact: u8, less: Balance },
	Pass { blocks: BlockNumber, settlements: u64 },
	Give { artifact: u8, to: u8 },
	Retire { artifact: u8 },
	Yank { version: u8 },
	Remove { artifact: u8 },
	Lock { amount: Balance },
	Refuse { account: u8 },
	Prices(u8),
}

/// What the terms of an offer are made from.
#[derive(Clone, Debug)]
struct Said {
	version: u8,
	price: Balance,
	duration: Option<BlockNumber>,
	supply: Option<u32>,
	transferable: bool,
	window: BlockNumber,
}

impl Said {
	fn terms(&self) -> OfferTermsOf<Test> {
		OfferTerms {
			version: self.version.into(),
			price: self.price,
			duration: self.duration,
			supply: self.supply,
			transferable: self.transferable,
			refund_window: self.window,
		}
	}
}

/// How many artifacts and versions there are: two of each artifact.
const ARTIFACTS: u8 = 2;
const VERSIONS: u8 = 2 * ARTIFACTS;

fn said() -> impl Strategy<Value = Said> {
	(
		1..=VERSIONS,
		prop_oneof![1 => Just(0), 1 => 99..103u128, 8 => 100..5_000u128],
		proptest::option::weighted(0.8, prop_oneof![1 => 0..3u32, 9 => 6..14u32]),
		proptest::option::weighted(0.4, prop_oneof![1 => Just(0), 9 => 1..4u32]),
		proptest::bool::weighted(0.8),
		prop_oneof![4 => Just(0), 14 => 1..6u32, 1 => Just(MAX_WINDOW + 1)],
	)
		.prop_map(|(version, price, duration, supply, transferable, window)| Said {
			version,
			price,
			duration,
			supply,
			transferable,
			window,
		})
}

fn attempt() -> impl Strategy<Value = Attempt> {
	use Attempt::*;
	let any = || any::<u8>();
	let artifact = || 1..=ARTIFACTS;
	let account = || 1..=ACCOUNTS;
	let cap = || prop_oneof![1 => Just(0), 20 => 0..8_000u128];
	prop_oneof![
		10 => said().prop_map(Create),
		6 => (any(), said()).prop_map(|(offer, said)| Update { offer, said }),
		4 => any().prop_map(|offer| Close { offer }),
		40 => (any(), 0..8u8).prop_map(|(offer, limit)| Buy { offer, limit }),
		20 => (any(), any(), 0..8u8)
			.prop_map(|(license, offer, limit)| Renew { license, offer, limit }),
		10 => any().prop_map(|license| Refund { license }),
		10 => any().prop_map(|license| Waive { license }),
		8 => any().prop_map(|license| Settle { license }),
		10 => (any(), account()).prop_map(|(license, to)| TransferLicense { license, to }),
		6 => any().prop_map(|license| ReleaseLicense { license }),
		4 => (artifact(), cap()).prop_map(|(artifact, cap)| Pledge { artifact, cap }),
		3 => (artifact(), 0..900u128).prop_map(|(artifact, less)| Lower { artifact, less }),
		20 => (1..8u32, 0..4u64).prop_map(|(blocks, settlements)| Pass { blocks, settlements }),
		3 => (artifact(), account()).prop_map(|(artifact, to)| Give { artifact, to }),
		1 => artifact().prop_map(|artifact| Retire { artifact }),
		1 => (1..=VERSIONS).prop_map(|version| Yank { version }),
		1 => artifact().prop_map(|artifact| Remove { artifact }),
		2 => prop_oneof![Just(0), Just(ENDOWMENT)].prop_map(|amount| Lock { amount }),
		2 => (0..=ACCOUNTS).prop_map(|account| Refuse { account }),
		1 => (1..4u8).prop_map(Prices),
	]
}

/// Who owns the artifact, if it is there.
fn owner(id: ArtifactId) -> Option<AccountId> {
	Artifacts::get().get(&id).map(|artifact| artifact.owner.clone())
}

/// One of the offers that there are; or one that is not.
fn picked_offer(pick: u8) -> OfferId {
	let mut ids: Vec<_> = Offers::<Test>::iter_keys().collect();
	ids.sort();
	let ids = ids.get(usize::from(pick) % ids.len().max(1));
	ids.copied().unwrap_or(pick.into())
}

/// One of the licenses that there are; or one that is not.
fn picked_license(pick: u8) -> (ArtifactId, AccountId) {
	let ids: Vec<_> = Licenses::<Test>::iter_keys().collect();
	let ids = ids.get(usize::from(pick) % ids.len().max(1));
	ids.cloned().unwrap_or((model(), bob()))
}

/// What a license costs as far as an offer says, and the number of its terms; or nonsense.
fn asked(id: OfferId, limit: u8) -> (OfferId, Balance, u32) {
	let (price, revision) =
		Offers::<Test>::get(id).map_or((0, 0), |offer| (offer.terms.price, offer.revision));
	match limit {
		0 => (id, price.saturating_sub(1), revision),
		1 => (id, Balance::MAX, revision + 1),
		_ => (id, price, revision),
	}
}

/// What is expected of everybody's money and of every artifact's income, beside the chain.
struct Model {
	/// What everybody has, held or not.
	totals: BTreeMap<AccountId, Balance>,
	/// What the sales of artifacts brought.
	incomes: BTreeMap<ArtifactId, Balance>,
	/// How many payments were looked at.
	seen: usize,
}

impl Model {
	fn new() -> Self {
		let totals = everybody().map(|who| (who.clone(), total(who))).collect();
		Self { totals, incomes: BTreeMap::new(), seen: 0 }
	}

	/// Something moved from one to another.
	fn moved(&mut self, from: &AccountId, to: &AccountId, amount: Balance) {
		*self.totals.get_mut(from).unwrap() -= amount;
		*self.totals.get_mut(to).unwrap() += amount;
	}

	/// Book the payments that were taken since. `caps` are those from before.
	fn book(&mut self, caps: &BTreeMap<ArtifactId, Option<Balance>>) {
		for (payment, receipt) in Taken::get().into_iter().skip(self.seen) {
			let Receipt { fee, excess, income } = receipt;
			assert!(payment.gross > 0 && fee + excess + income == payment.gross);
			for (to, amount) in [(FEES, fee), (COMMONS, excess), (VAULTS, income)] {
				self.moved(&payment.payer, &to, amount);
			}
			let artifact = Versions::get()[&payment.version].artifact;
			let sum = self.incomes.entry(artifact).or_default();
			*sum += income;
			if let Some(Some(cap)) = caps.get(&artifact) {
				// Nothing is taken once it is reached, and none beyond it.
				assert!(*sum <= *cap && *sum - income < *cap);
				assert!(excess == 0 || *sum == *cap);
			}
			self.seen += 1;
		}
	}

	/// See that the chain agrees.
	fn check(&self) {
		Market::do_try_state().unwrap();
		let issuance: Balance = self.totals.values().sum();
		assert_eq!(<Balances as Inspect<AccountId>>::total_issuance(), issuance);
		let recorded = Market::recorded().unwrap();
		for who in everybody() {
			// One read of each, since this happens so often.
			let money = System::account(&who).data;
			let holds = pallet_balances::Holds::<Test>::get(&who);
			assert_eq!(money.free + money.reserved, self.totals[&who], "money came or went");
			let sums = recorded.get(&who).copied().unwrap_or_default();
			for (reason, sum) in REASONS.into_iter().zip(sums) {
				let held = holds.iter().find(|hold| hold.id == reason.into());
				assert_eq!(held.map_or(0, |hold| hold.amount), sum);
			}
			assert_eq!(money.reserved, sums.iter().sum::<Balance>());
		}
		for (artifact, sales) in Sales::<Test>::iter() {
			assert_eq!(sales.income, self.incomes.get(&artifact).copied().unwrap_or(0));
		}
	}
}

/// The caps of all artifacts.
fn caps() -> BTreeMap<ArtifactId, Option<Balance>> {
	Sales::<Test>::iter().map(|(artifact, sales)| (artifact, sales.cap)).collect()
}

/// Try it, and say whether it was allowed.
fn make(who: AccountId, attempt: Attempt, model: &mut Model) -> bool {
	use Attempt::*;
	// Everybody but the last tries what they may.
	let honest = who != account(ACCOUNTS);
	let as_owner = |id: Option<ArtifactId>| {
		id.and_then(owner).filter(|_| honest).unwrap_or_else(|| who.clone())
	};
	let as_seller = |id: OfferId| as_owner(Offers::<Test>::get(id).map(|offer| offer.artifact));
	let as_holder = |holder: &AccountId| if honest { holder.clone() } else { who.clone() };
	match attempt {
		Create(said) => {
			let id = Versions::get().get(&said.version.into()).map(|version| version.artifact);
			Market::create_offer(by(as_owner(id)), said.terms()).is_ok()
		}
		Update { offer, said } => {
			let id = picked_offer(offer);
			Market::update_offer(by(as_seller(id)), id, said.terms()).is_ok()
		}
		Close { offer } => {
			let id = picked_offer(offer);
			Market::close_offer(by(as_seller(id)), id).is_ok()
		}
		Buy { offer, limit } => {
			let (id, max_price, revision) = asked(picked_offer(offer), limit);
			Market::buy(by(who), id, max_price, revision).is_ok()
		}
		Renew { license, offer, limit } => {
			let (artifact, holder) = picked_license(license);
			let offers = Market::api_offers(artifact);
			let offer = offers.get(usize::from(offer) % offers.len().max(1));
			let (id, max_price, revision) = asked(offer.map_or(1, |offer| offer.id), limit);
			Market::renew(by(as_holder(&holder)), id, max_price, revision).is_ok()
		}
		Refund { license } => {
			let (id, holder) = picked_license(license);
			let who = as_holder(&holder);
			let before = Licenses::<Test>::get(id, &who);
			let done = Market::refund(by(who.clone()), id).is_ok();
			if done {
				let purchase = before.unwrap().purchase.unwrap();
				assert!(System::block_number() <= purchase.refundable_until);
				let now = Licenses::<Test>::get(id, &who).map(|license| license.grant);
				assert_eq!(now, purchase.previous);
			}
			done
		}
		Waive { license } => {
			let (id, holder) = picked_license(license);
			Market::waive_refund(by(as_holder(&holder)), id).is_ok()
		}
		Settle { license } => {
			let (id, holder) = picked_license(license);
			let before = Licenses::<Test>::get(id, &holder).and_then(|license| license.purchase);
			let done = Market::settle(by(who), id, holder).is_ok();
			if done {
				let closed = before.unwrap().refundable_until < System::block_number();
				assert!(closed || Sales::<Test>::get(id).unwrap().is_free());
			}
			done
		}
		TransferLicense { license, to } => {
			let ((id, holder), to) = (picked_license(license), account(to));
			let who = as_holder(&holder);
			let before = Licenses::<Test>::get(id, &who);
			let done = Market::transfer_license(by(who.clone()), id, to.clone()).is_ok();
			if done {
				model.moved(&who, &to, before.unwrap().deposit);
				assert_eq!(Licenses::<Test>::get(id, to), before);
			}
			done
		}
		ReleaseLicense { license } => {
			let (id, holder) = picked_license(license);
			let before = Licenses::<Test>::get(id, &holder);
			let done = Market::release_license(by(who.clone()), id, holder.clone()).is_ok();
			if done {
				let lasted = before.unwrap().lasts_at(&System::block_number());
				assert!(who == holder || !lasted);
			}
			done
		}
		Pledge { artifact: id, cap } => {
			let id = artifact(id);
			Market::pledge_cap(by(as_owner(Some(id))), id, cap).is_ok()
		}
		Lower { artifact: id, less } => {
			let (id, before) = (artifact(id), caps());
			let old = before.get(&id).copied().flatten();
			let cap = old.unwrap_or(0).saturating_sub(less);
			let done = Market::lower_cap(by(as_owner(Some(id))), id, cap).is_ok();
			assert!(!done || old > Some(cap));
			done
		}
		Pass { blocks, settlements } => {
			pass(blocks);
			let once = look().saturating_add(Market::settle_due_weight());
			let remaining = once.saturating_mul(2 * settlements);
			assert!(idle(remaining).all_lte(remaining));
			true
		}
		Give { artifact: id, to } => {
			let there = owner(artifact(id)).is_some();
			if there {
				give(artifact(id), account(to));
			}
			there
		}
		Retire { artifact: id } => {
			let there = owner(artifact(id)).is_some();
			if there {
				retire(artifact(id));
			}
			there
		}
		Yank { version } => {
			let there = Versions::get().contains_key(&version.into());
			if there {
				yank(version.into());
			}
			there
		}
		Remove { artifact: id } => {
			let done = remove(artifact(id));
			if done {
				model.incomes.remove(&artifact(id));
			}
			done
		}
		Lock { amount } => {
			lock(who, amount);
			true
		}
		Refuse { account: number } => {
			Refused::set(vec![account(number)]);
			true
		}
		Prices(factor) => {
			ItemDeposit::set(ITEM * Balance::from(factor));
			ByteDeposit::set(BYTE * Balance::from(factor));
			true
		}
	}
}

/// Settle, release, close and remove everything: nothing keeps anybody from that.
fn take_apart(model: &mut Model) {
	Refused::set(vec![]);
	pass(MAX_WINDOW + 1);
	let before = caps();
	for (artifact, account, license) in Licenses::<Test>::iter().collect::<Vec<_>>() {
		if license.purchase.is_some() {
			assert_ok!(Market::settle(by(mallory()), artifact, account.clone()));
		}
		assert_ok!(Market::release_license(by(account.clone()), artifact, account));
	}
	model.book(&before);
	for (id, offer) in Offers::<Test>::iter().collect::<Vec<_>>() {
		retire(offer.artifact);
		let owner = owner(offer.artifact).unwrap();
		assert_ok!(Market::close_offer(by(owner), id));
	}
	for id in (1..=ARTIFACTS).map(artifact) {
		assert!(owner(id).is_none() || remove(id));
		model.incomes.remove(&id);
	}
}

/// How many items of this pallet there are, apart from counters.
fn items() -> usize {
	Offers::<Test>::iter_keys().count()
		+ Sales::<Test>::iter_keys().count()
		+ Licenses::<Test>::iter_keys().count()
		+ LicensesOf::<Test>::iter_keys().count()
		+ Due::<Test>::iter_keys().count()
		+ VersionUses::<Test>::iter_keys().count()
		+ Popularity::<Test>::iter_keys().count()
}

/// How many cases: many more at night.
const CASES: u32 = 1_000;

proptest! {
	#![proptest_config(ProptestConfig { cases: asked_cases().unwrap_or(CASES), ..ProptestConfig::default() })]

	/// The invariants of `try_state` hold after every call, whoever makes it; nobody has more or
	/// less than by the payments that were taken; no artifact earns beyond its cap; and in the end
	/// everything can be taken apart, and all that was held comes back.
	#[test]
	fn invariants_hold_after_any_calls(
		attempts in proptest::collection::vec((1..=ACCOUNTS, attempt()), 1..28)
	) {
		TestExt::new().build().execute_with(|| {
			let mut model = Model::new();
			// Something to begin with.
			for version in 1..=VERSIONS {
				let number = version.div_ceil(2);
				publish(account(number), number, version.into());
			}
			offered(|terms| terms.duration = Some(8));
			offered(|terms| (terms.version, terms.transferable) = (2, true));
			for (who, attempt) in attempts {
				let before = caps();
				if make(account(who), attempt, &mut model) {
					model.book(&before);
					model.check();
				}
			}
			take_apart(&mut model);
			model.check();
			assert_eq!(items(), 0);
			for who in everybody() {
				assert_eq!(free(who.clone()), model.totals[&who]);
			}
		});
	}
}

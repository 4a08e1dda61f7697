// SPDX-License-Identifier: Apache-2.0

//! Money is conserved, whatever anybody does: random lineages, and random calls of every pallet of
//! the marketplace, one after the other.
//!
//! A normal run has the same cases each time. `AGORA_PROPTEST_CASES` says how many others to take
//! instead, for long runs.

use super::{chain, provenance::Dataset, registry::version};
use crate::{
	configs::{
		rewards::{RebateCap, RewardsPot},
		sales::CommonsAccount,
	},
	units::money::{CENTS, UNITS},
	AccountId, Balance, Balances, BlockNumber, Market, Provenance, Registry, Rewards, Royalties,
	Runtime, RuntimeEvent, RuntimeOrigin, System,
};
use agora_primitives::{
	artifact_id, seams::InspectArtifacts, ArtifactId, ArtifactKind, Member, OfferTerms, Relation,
	Sequence, SourceInput, Split,
};
use frame_support::{
	dispatch::{DispatchResult, DispatchResultWithPostInfo},
	storage::{with_storage_layer, with_transaction, TransactionOutcome},
	traits::{fungible::Inspect, Hooks, TryState, TryStateSelect},
	weights::Weight,
};
use proptest::{
	prelude::*,
	test_runner::{TestRng, TestRunner},
};
use sp_keyring::Sr25519Keyring::{self, Alice, Bob, Charlie, Dave, Eve, Ferdie};
use sp_runtime::{DispatchError, Permill};
use std::collections::BTreeMap;

const PEOPLE: [Sr25519Keyring; 6] = [Alice, Bob, Charlie, Dave, Eve, Ferdie];

/// What is to be done, and to what: the first number says which call, the others who and with what.
pub type Step = [u8; 4];
/// How many kinds of steps there are.
const STEPS: u8 = 36;
/// How many cases a normal run has.
const CASES: u32 = 150;

/// What came in and what went out, by the events.
#[derive(Default, Debug)]
struct Ledger {
	gross: Balance,
	fees: Balance,
	excess: Balance,
	withdrawn: Balance,
	/// Fees that earned credit, and credit that came to rest.
	credit: Balance,
	booked: Balance,
	/// What rewards paid out, and what they gave to the commons.
	claimed: Balance,
	to_commons: Balance,
}

impl Ledger {
	/// Read what happened since the last time.
	fn read(&mut self) {
		for record in System::read_events_no_consensus() {
			match record.event {
				RuntimeEvent::Royalties(pallet_royalties::Event::IncomeReceived {
					gross,
					fee,
					excess,
					income,
					credit,
					..
				}) => {
					assert_eq!(gross, fee + excess + income);
					self.gross += gross;
					self.fees += fee;
					self.excess += excess;
					self.credit += credit;
					assert!(credit <= fee);
				}
				RuntimeEvent::Royalties(pallet_royalties::Event::Withdrawn { amount, .. }) => {
					self.withdrawn += amount;
				}
				RuntimeEvent::Rewards(pallet_rewards::Event::CreditBooked { credit, .. }) => {
					self.booked += credit;
				}
				RuntimeEvent::Rewards(pallet_rewards::Event::RewardClaimed { amount, .. }) => {
					self.claimed += amount;
				}
				RuntimeEvent::Rewards(pallet_rewards::Event::EpochEnded {
					credit,
					rewards,
					to_commons,
					..
				}) => {
					assert!(rewards <= RebateCap::get().mul_floor(credit));
					self.to_commons += to_commons;
				}
				_ => {}
			}
		}
		System::reset_events();
	}
}

/// What royalties keep: earnings, what is contributors', what is in vaults.
fn kept() -> [Balance; 3] {
	use pallet_royalties::{ContributorIncomes, Earnings, Vaults, Waiting};
	let contributors = |income: pallet_royalties::ContributorIncome| {
		income.owed + income.versions.iter().map(|entry| entry.carry).sum::<Balance>()
	};
	[
		Earnings::<Runtime>::iter_values().sum(),
		ContributorIncomes::<Runtime>::iter_values().map(contributors).sum(),
		Vaults::<Runtime>::iter_values().map(|vault| vault.amount).sum::<Balance>()
			+ Waiting::<Runtime>::iter_values().map(|part| part.amount).sum::<Balance>(),
	]
}

/// The credit that waits beside income.
fn credit_in_vaults() -> Balance {
	use pallet_royalties::{Vaults, Waiting};
	Vaults::<Runtime>::iter_values().map(|vault| vault.credit).sum::<Balance>()
		+ Waiting::<Runtime>::iter_values().map(|part| part.credit).sum::<Balance>()
}

/// A marketplace with random contents.
pub struct Place {
	artifacts: Vec<ArtifactId>,
	versions: Vec<Sequence>,
	datasets: BTreeMap<Sequence, Dataset>,
	digests: u8,
	ledger: Ledger,
	pot: Balance,
	commons: Balance,
	issuance: Balance,
}

fn signed(who: AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

fn person(number: u8) -> AccountId {
	PEOPLE[usize::from(number) % PEOPLE.len()].to_account_id()
}

fn pick<Item: Copy>(items: &[Item], number: u8) -> Item {
	items[usize::from(number) % items.len()]
}

impl Place {
	/// Two datasets, one of them with records, and a model.
	pub fn new() -> Self {
		let mut place = Self {
			artifacts: vec![],
			versions: vec![],
			datasets: BTreeMap::new(),
			digests: 0,
			ledger: Ledger::default(),
			pot: Balances::balance(&RewardsPot::get()),
			commons: Balances::balance(&CommonsAccount::get()),
			issuance: Balances::total_issuance(),
		};
		for (who, kind) in
			[(0, ArtifactKind::Dataset), (1, ArtifactKind::Dataset), (2, ArtifactKind::Model)]
		{
			place.publish_new(who, kind, 0).expect("nothing speaks against it");
		}
		let records = Dataset::new(4);
		let count = 4;
		Provenance::commit_records(signed(person(0)), 1, records.root(), count)
			.expect("nothing speaks against it");
		place.datasets.insert(1, records);
		// One that sells, and whose contributor shares in it.
		let split = place.split(0, true);
		Royalties::set_split(signed(person(0)), place.artifacts[0], split)
			.expect("nothing speaks against it");
		place.make([26, 0, 1, 0]).expect("nothing speaks against it");
		let terms = OfferTerms { refund_window: 0, ..place.terms(0, 3) };
		Market::create_offer(signed(person(0)), terms).expect("nothing speaks against it");
		place
	}

	fn publish_new(&mut self, who: u8, kind: ArtifactKind, fan_in: u8) -> DispatchResult {
		let name = format!("artifact-{}", self.digests);
		let id = artifact_id(&person(who), name.as_bytes());
		let name = name.into_bytes().try_into().map_err(|_| DispatchError::Other("name"))?;
		Registry::register(signed(person(who)), kind, name, Default::default())?;
		self.artifacts.push(id);
		self.publish(id, fan_in)
	}

	/// A version made from the newest others that there are, at most so many.
	fn publish(&mut self, id: ArtifactId, fan_in: u8) -> DispatchResult {
		let artifact = Registry::artifact(&id).ok_or(DispatchError::Other("no artifact"))?;
		let joined = |sequence: Sequence| {
			let of = Registry::artifact(&Registry::version(sequence)?.artifact)?.kind;
			let relation = match (artifact.kind, of) {
				(ArtifactKind::Model, ArtifactKind::Dataset) => Relation::TrainedOn,
				(ArtifactKind::Dataset, ArtifactKind::Model) => Relation::Synthetic,
				_ => Relation::Merge,
			};
			let max_royalty = Permill::from_percent(50);
			Some(SourceInput { sequence, relation, max_royalty })
		};
		let fan_in = usize::from(fan_in % 17);
		let sources: Vec<_> = self
			.versions
			.iter()
			.rev()
			.filter_map(|version| joined(*version))
			.take(fan_in)
			.collect();
		self.digests += 1;
		// Sixteen times three are less than fifty.
		let royalty = Permill::from_percent((self.digests % 4).into());
		let new = version(self.digests, royalty, sources);
		let sequence = pallet_registry::NextSequence::<Runtime>::get();
		Registry::publish(signed(artifact.owner), id, new, None)?;
		self.versions.push(sequence);
		Ok(())
	}

	fn terms(&self, version: u8, price: u8) -> OfferTerms<Balance, BlockNumber> {
		let price = match price % 5 {
			0 => 0,
			// Dust, odd amounts and large ones.
			1 => CENTS / 10,
			2 => CENTS + 1,
			3 => 7 * UNITS + 123_456_789,
			_ => 1_000 * UNITS,
		};
		OfferTerms {
			version: pick(&self.versions, version),
			price,
			duration: version.is_multiple_of(3).then_some(20),
			supply: version.is_multiple_of(4).then_some(2),
			transferable: version.is_multiple_of(2),
			refund_window: [0, 3, 9][usize::from(version) % 3],
		}
	}

	fn owner(&self, artifact: &ArtifactId) -> AccountId {
		Registry::owner(artifact).unwrap_or_else(|| person(0))
	}

	fn split(&self, number: u8, dataset: bool) -> Split<AccountId> {
		let members = usize::from(number) % (PEOPLE.len() + 1);
		let share = |at: usize| match at {
			0 => 1_000_000 - 123_457 * (members as u32 - 1),
			_ => 123_457,
		};
		let members = (0..members).map(|at| Member {
			account: PEOPLE[at].to_account_id(),
			share: Permill::from_parts(share(at)),
		});
		let contributors = Permill::from_parts(if dataset { 333_333 } else { 0 });
		Split { contributors, members: members.collect::<Vec<_>>().try_into().unwrap() }
	}

	/// Try it. Whether it was allowed does not matter.
	pub fn make(&mut self, [what, who, x, y]: Step) -> DispatchResult {
		let me = || signed(person(who));
		let artifact = pick(&self.artifacts, x);
		let owner = || signed(self.owner(&artifact));
		let sequence = pick(&self.versions, x);
		// One of the offers that there are, and one of the licenses.
		let offers: BTreeMap<_, _> = pallet_market::Offers::<Runtime>::iter().collect();
		let (offer, offered, revision) =
			match offers.iter().nth(usize::from(x) % offers.len().max(1)) {
				Some((id, offer)) => (*id, offer.artifact, offer.revision),
				None => (1, artifact, 1),
			};
		let pending = (12..=15).contains(&(what % STEPS));
		let licenses: BTreeMap<_, _> = pallet_market::Licenses::<Runtime>::iter()
			.filter(|(_, _, license)| !pending || license.purchase.is_some())
			.map(|(artifact, account, license)| ((artifact, account), license.grant.offer))
			.collect();
		let nth = usize::from(x) % licenses.len().max(1);
		let (licensed, holder, bought) = match licenses.into_iter().nth(nth) {
			Some(((artifact, account), offer)) => (artifact, account, offer),
			None => (artifact, person(who), offer),
		};
		let holder = || holder.clone();
		let cap = || [CENTS, 5 * UNITS, 900 * UNITS, 1_500 * UNITS + 1][usize::from(y) % 4];
		let done =
			|result: DispatchResultWithPostInfo| result.map(|_| ()).map_err(|error| error.error);
		match what % STEPS {
			0 => {
				let kind =
					if y.is_multiple_of(3) { ArtifactKind::Dataset } else { ArtifactKind::Model };
				self.publish_new(who, kind, x)
			}
			1 => self.publish(artifact, y),
			2 | 3 => {
				let terms = self.terms(x, y);
				let artifact = Registry::version(terms.version).map(|version| version.artifact);
				let owner = self.owner(&artifact.unwrap_or_default());
				Market::create_offer(signed(owner), terms)
			}
			4 => {
				let terms = self.terms(who, y);
				Market::update_offer(signed(self.owner(&offered)), offer, terms)
			}
			5 => Market::close_offer(signed(self.owner(&offered)), offer),
			6..=10 => done(Market::buy(me(), offer, Balance::MAX, revision)),
			11 => {
				let revision = offers.get(&bought).map_or(1, |offer| offer.revision);
				done(Market::renew(signed(holder()), bought, Balance::MAX, revision))
			}
			12 => Market::refund(signed(holder()), licensed),
			13 | 14 => done(Market::waive_refund(signed(holder()), licensed)),
			15 => {
				// Sometimes after the window, before the chain does it by itself.
				System::set_block_number(System::block_number() + u32::from(y % 12));
				done(Market::settle(me(), licensed, holder()))
			}
			16 => Market::transfer_license(signed(holder()), licensed, person(y)),
			17 => Market::release_license(signed(holder()), licensed, holder()),
			18 => Market::pledge_cap(owner(), artifact, cap()),
			19 => Market::lower_cap(owner(), artifact, cap()),
			20 => {
				let kind = Registry::artifact(&artifact).map(|artifact| artifact.kind);
				let split = self.split(y, kind == Some(ArtifactKind::Dataset));
				Royalties::set_split(owner(), artifact, split)
			}
			21 => done(Royalties::distribute(me(), sequence)),
			22 => Royalties::withdraw(me(), person(y)),
			23 => Royalties::collect_share(me(), 1, Bob.to_account_id()),
			24 => {
				let new_owner = person(y);
				Registry::transfer_ownership(owner(), artifact, new_owner.clone())?;
				Registry::accept_ownership(signed(new_owner), artifact)
			}
			25 => match y % 3 {
				0 => Registry::retire(owner(), artifact),
				1 => Registry::yank(owner(), sequence, Default::default()),
				_ => done(Registry::remove_version(owner(), sequence)),
			},
			26 => {
				let records = &self.datasets[&1];
				let index = usize::from(x) % 4;
				let leaf = records.leaves[index].clone();
				let proof = records.proof(index).try_into().unwrap();
				let contributor = signed(leaf.contributor.clone());
				Provenance::prove_record(contributor, 1, index as u64, leaf, proof)
			}
			27 => {
				let contributor = signed(Bob.to_account_id());
				Provenance::withdraw_consent(contributor, 1, u64::from(x) % 4)
			}
			28 | 29 => {
				let points: BTreeMap<_, _> = pallet_rewards::Points::<Runtime>::iter()
					.map(|((epoch, version, _), credit)| ((epoch, version), credit))
					.collect();
				let nth = usize::from(x) % points.len().max(1);
				let (epoch, version) =
					points.into_keys().nth(nth).unwrap_or((u32::from(y % 4), sequence));
				Rewards::claim(me(), epoch, version)
			}
			30 => {
				// Mostly the next epoch, and sometimes so many that rewards expire.
				let epochs = if y < 16 { 91 } else { 1 };
				for _ in 0..epochs {
					let end = Rewards::api_running_epoch().end.max(System::block_number());
					System::set_block_number(end);
					Rewards::on_initialize(end);
				}
				Ok(())
			}
			31 => {
				let room = Weight::from_parts(u64::from(y % 4) * 10_000_000_000, u64::MAX);
				assert!(Rewards::on_idle(System::block_number(), room).all_lte(room));
				Ok(())
			}
			_ => {
				// Often too little room to do all that is due.
				System::set_block_number(System::block_number() + u32::from(x % 8));
				let room = Weight::from_parts(u64::from(y % 4) * 10_000_000_000, u64::MAX);
				let left = room.saturating_sub(Market::on_idle(System::block_number(), room));
				assert!(Royalties::on_idle(System::block_number(), left).all_lte(left));
				Ok(())
			}
		}
	}

	/// What must hold after every step.
	fn check(&mut self) {
		self.ledger.read();
		let Ledger { gross, fees, excess, withdrawn, credit, booked, claimed, to_commons } =
			self.ledger;
		let kept: Balance = kept().into_iter().sum();
		assert_eq!(gross + claimed, fees + excess + withdrawn + kept, "it went somewhere");
		let minimum = <Balances as Inspect<AccountId>>::minimum_balance();
		let pot = Royalties::pot_account();
		assert_eq!(Balances::total_balance(&pot), minimum + kept, "the pot has what it owes");
		let pot = Balances::balance(&RewardsPot::get());
		assert_eq!(pot + claimed + to_commons, self.pot + fees, "fees arrived");
		assert_eq!(credit, booked + credit_in_vaults(), "no credit is made or lost");
		assert_eq!(pallet_rewards::CreditInVaults::<Runtime>::get(), credit_in_vaults());
		let commons = Balances::balance(&CommonsAccount::get());
		assert_eq!(commons, self.commons + excess + to_commons, "what is above caps arrived");
		assert_eq!(Balances::total_issuance(), self.issuance, "no token came or went");
		let now = System::block_number();
		<(Market, Royalties, Rewards)>::try_state(now, TryStateSelect::All)
			.expect("every pallet's invariants hold");
	}
}

#[test]
fn what_is_paid_in_is_fees_commons_withdrawals_and_what_is_kept() {
	let cases = agora_test_utils::asked_cases();
	let config = ProptestConfig {
		cases: cases.unwrap_or(CASES),
		failure_persistence: None,
		max_shrink_iters: 2_000,
		..ProptestConfig::default()
	};
	let mut runner = match cases {
		Some(_) => TestRunner::new(config),
		None => {
			let algorithm = config.rng_algorithm;
			TestRunner::new_with_rng(config, TestRng::deterministic_rng(algorithm))
		}
	};
	let allowed = std::cell::RefCell::new(BTreeMap::<u8, [u64; 2]>::new());
	let steps = prop::collection::vec(any::<Step>(), 1..80);
	chain::chain("development").execute_with(|| {
		chain::begin_block();
		runner
			.run(&steps, |steps| {
				with_transaction(|| {
					System::reset_events();
					let mut place = Place::new();
					for step in steps {
						let outcome = with_storage_layer(|| place.make(step));
						let mut allowed = allowed.borrow_mut();
						allowed.entry(step[0] % STEPS).or_default()
							[usize::from(outcome.is_ok())] += 1;
						place.check();
					}
					chain::check_invariants();
					TransactionOutcome::Rollback(Ok::<(), DispatchError>(()))
				})
				.expect("nothing fails");
				Ok(())
			})
			.expect("money is conserved");
	});
	// Every call was allowed at least once: else this shows little.
	let allowed = allowed.into_inner();
	println!("refused and allowed, by step: {allowed:?}");
	if cases.is_none() {
		assert_eq!(allowed.len(), usize::from(STEPS));
		for (step, [_, allowed]) in allowed {
			assert!(allowed > 0, "step {step} never succeeded");
		}
	}
}

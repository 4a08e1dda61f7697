// SPDX-License-Identifier: Apache-2.0

//! A chain with nothing but accounts, balances and rewards. The registry is a list. Payouts write down
//! what they are asked, keep splits by counting, and move money into an account. Votes do what a test
//! says.

use crate as pallet_rewards;
use agora_primitives::{
	seams::{
		Allotment, ArtifactInfo, CommonsVotes, InspectArtifacts, Payouts as PayoutsSeam,
		VersionInfo,
	},
	ArtifactId, ArtifactKind, ArtifactStatus, Balance, Derivation, EpochIndex, RewardParameters,
	Sequence, SplitNumber, Terms, Uses, VersionStatus,
};
use frame_support::{
	derive_impl, parameter_types,
	traits::{fungible::Mutate, tokens::Preservation, ConstU128},
	weights::Weight,
	PalletId,
};
use frame_system::EnsureRoot;
use sp_core::H256;
use sp_runtime::{
	traits::IdentityLookup, AccountId32, BuildStorage, DispatchResult, Perbill, Permill,
};
use std::collections::BTreeMap;

pub type AccountId = AccountId32;
pub type Block = frame_system::mocking::MockBlockU32<Test>;

#[frame_support::runtime]
mod runtime {
	#[runtime::runtime]
	#[runtime::derive(
		RuntimeCall,
		RuntimeEvent,
		RuntimeError,
		RuntimeOrigin,
		RuntimeFreezeReason,
		RuntimeHoldReason,
		RuntimeTask
	)]
	pub struct Test;

	#[runtime::pallet_index(0)]
	pub type System = frame_system::Pallet<Test>;
	#[runtime::pallet_index(1)]
	pub type Balances = pallet_balances::Pallet<Test>;
	#[runtime::pallet_index(2)]
	pub type Rewards = pallet_rewards::Pallet<Test>;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = Block;
	type AccountId = AccountId;
	type Lookup = IdentityLookup<AccountId>;
	type AccountData = pallet_balances::AccountData<Balance>;
}

/// The least that an account keeps.
pub const MINIMUM: Balance = 10;

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Test {
	type AccountStore = System;
	type Balance = Balance;
	type ExistentialDeposit = ConstU128<MINIMUM>;
}

/// How many blocks an epoch has.
pub const LENGTH: u32 = 5;
/// For how many epochs a reward can be claimed.
pub const PERIOD: EpochIndex = 3;

/// What holds in the beginning: eighty per cent for rewards.
pub const DEFAULT: RewardParameters = RewardParameters {
	usage_share: Permill::from_percent(80),
	issuance_share: Permill::from_percent(50),
};

/// The members of split 0. Others have the second alone.
pub const MEMBERS: [u8; 2] = [1, 2];

parameter_types! {
	pub const PotId: PalletId = PalletId(*b"rewards/");
	pub Commons: AccountId = account(201);
	/// Where what was paid out goes.
	pub PaidOut: AccountId = account(202);
	pub static EpochLength: u32 = LENGTH;
	pub const ClaimPeriod: EpochIndex = PERIOD;
	pub const RebateCap: Permill = Permill::from_percent(90);
	pub const MinUsageShare: Permill = Permill::from_percent(50);
	pub const MaxUsageShare: Permill = Permill::from_percent(90);
	pub const MinIssuanceShare: Permill = Permill::from_percent(20);
	pub const MaxIssuanceShare: Permill = Permill::from_percent(80);
	pub const DefaultParameters: RewardParameters = DEFAULT;
	pub static IdleShare: Perbill = Perbill::from_percent(50);
	/// What was paid: version, split and amount, in order.
	pub static Paid: Vec<(Sequence, SplitNumber, Balance)> = vec![];
	/// What was left, in order.
	pub static Left: Vec<(Sequence, SplitNumber)> = vec![];
	/// Whether nothing can be paid, left or kept.
	pub static PayoutsFail: bool = false;
	/// What votes give away at every epoch's end.
	pub static Votes: Option<(AccountId, Balance)> = None;
	/// What votes were asked, in order.
	pub static Asked: Vec<(EpochIndex, Balance)> = vec![];
}

std::thread_local! {
	static KEPT: std::cell::RefCell<BTreeMap<(ArtifactId, SplitNumber), u32>> =
		const { std::cell::RefCell::new(BTreeMap::new()) };
}

/// How many payments each split is kept for.
pub struct Kept;

impl Kept {
	/// Look at it, or change it, in place: some tests have many.
	pub fn mutate<Answer>(
		change: impl FnOnce(&mut BTreeMap<(ArtifactId, SplitNumber), u32>) -> Answer,
	) -> Answer {
		KEPT.with_borrow_mut(change)
	}
}

/// A registry with ten versions of every artifact.
pub struct Registry;

impl InspectArtifacts<AccountId> for Registry {
	fn artifact(_: &ArtifactId) -> Option<ArtifactInfo<AccountId>> {
		let (publisher, owner) = (account(1), account(1));
		let status = ArtifactStatus::Active;
		Some(ArtifactInfo { kind: ArtifactKind::Model, publisher, owner, status })
	}

	fn version(sequence: Sequence) -> Option<VersionInfo> {
		let terms =
			Terms { derivation: Derivation::Open, uses: Uses::ALL, royalty: Permill::zero() };
		Some(VersionInfo {
			artifact: artifact_of(sequence),
			number: 1,
			manifest: H256::zero(),
			terms,
			sources: Default::default(),
			status: VersionStatus::Live,
		})
	}
}

/// Royalties that write down what they are asked.
pub struct Payouts;

impl Payouts {
	fn answer(version: Sequence, split: SplitNumber) -> DispatchResult {
		frame_support::ensure!(!PayoutsFail::get(), "payouts fail");
		Kept::mutate(|kept| {
			let key = (artifact_of(version), split);
			let count = kept.get_mut(&key).expect("what is answered for is kept");
			*count -= 1;
			if *count == 0 {
				kept.remove(&key);
			}
		});
		Ok(())
	}
}

impl PayoutsSeam<AccountId, Balance> for Payouts {
	fn keep(version: Sequence, split: SplitNumber) -> DispatchResult {
		frame_support::ensure!(!PayoutsFail::get(), "payouts fail");
		Kept::mutate(|kept| *kept.entry((artifact_of(version), split)).or_default() += 1);
		Ok(())
	}

	fn pay(
		version: Sequence,
		split: SplitNumber,
		from: &AccountId,
		amount: Balance,
	) -> DispatchResult {
		Balances::transfer(from, &PaidOut::get(), amount, Preservation::Preserve)?;
		Self::answer(version, split)?;
		Paid::mutate(|paid| paid.push((version, split, amount)));
		Ok(())
	}

	fn leave(version: Sequence, split: SplitNumber) -> DispatchResult {
		Self::answer(version, split)?;
		Left::mutate(|left| left.push((version, split)));
		Ok(())
	}

	fn shares_in(_: Sequence, split: SplitNumber, account: &AccountId) -> bool {
		let members = if split == 0 { &MEMBERS[..] } else { &MEMBERS[1..] };
		members.iter().any(|member| *account == self::account(*member))
	}

	fn kept(artifact: &ArtifactId, split: SplitNumber) -> u32 {
		Kept::mutate(|kept| kept.get(&(*artifact, split)).copied().unwrap_or(0))
	}

	fn keep_weight() -> Weight {
		Weight::from_parts(3, 0)
	}

	fn pay_weight() -> Weight {
		Weight::from_parts(5, 0)
	}

	fn leave_weight() -> Weight {
		Weight::from_parts(7, 0)
	}
}

/// Votes that do what a test says.
pub struct VotesOnCommons;

impl CommonsVotes<AccountId, Balance> for VotesOnCommons {
	fn allot(epoch: EpochIndex, pool: Balance) -> Option<Allotment<AccountId, Balance>> {
		Asked::mutate(|asked| asked.push((epoch, pool)));
		Votes::get().map(|(account, amount)| Allotment { account, amount })
	}

	fn weight() -> Weight {
		Weight::from_parts(11, 0)
	}
}

impl pallet_rewards::Config for Test {
	type AdminOrigin = EnsureRoot<AccountId>;
	type WeightInfo = pallet_rewards::weights::Counted<<Test as frame_system::Config>::DbWeight>;
	type Currency = Balances;
	type Artifacts = Registry;
	type Payouts = Payouts;
	type CommonsVotes = VotesOnCommons;
	type PalletId = PotId;
	type Commons = Commons;
	type EpochLength = EpochLength;
	type ClaimPeriod = ClaimPeriod;
	type RebateCap = RebateCap;
	type MinUsageShare = MinUsageShare;
	type MaxUsageShare = MaxUsageShare;
	type MinIssuanceShare = MinIssuanceShare;
	type MaxIssuanceShare = MaxIssuanceShare;
	type DefaultParameters = DefaultParameters;
	type IdleShare = IdleShare;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Registry;
}

#[cfg(feature = "runtime-benchmarks")]
parameter_types! {
	/// How many versions benchmarks have.
	pub static Published: Sequence = 0;
}

#[cfg(feature = "runtime-benchmarks")]
impl crate::BenchmarkHelper<AccountId> for Registry {
	fn publish(_: &AccountId, _: u32, _: &[Sequence]) -> Sequence {
		Published::mutate(|published| {
			*published += 1;
			*published
		})
	}
}

/// The account of a number.
pub fn account(number: u8) -> AccountId {
	AccountId::new([number; 32])
}

/// The artifact of a version.
pub fn artifact_of(version: Sequence) -> ArtifactId {
	ArtifactId::from_low_u64_be(version / 10)
}

/// What every account begins with.
pub const ENDOWMENT: Balance = 1_000_000_000;

/// A chain to test on.
pub struct TestExt {
	endowments: Vec<(AccountId, Balance)>,
}

impl TestExt {
	/// A few have [`ENDOWMENT`].
	pub fn new() -> Self {
		Self { endowments: (1..=5).map(|number| (account(number), ENDOWMENT)).collect() }
	}

	/// Let an account begin with another balance.
	pub fn endow(mut self, who: AccountId, balance: Balance) -> Self {
		self.endowments.retain(|(other, _)| *other != who);
		self.endowments.push((who, balance));
		self
	}

	/// The chain in its first block, without a check at the end.
	pub fn build(self) -> sp_io::TestExternalities {
		sp_tracing::try_init_simple();
		EpochLength::set(LENGTH);
		IdleShare::set(Perbill::from_percent(50));
		Kept::mutate(BTreeMap::clear);
		Paid::set(vec![]);
		Left::set(vec![]);
		PayoutsFail::set(false);
		Votes::set(None);
		Asked::set(vec![]);
		let mut storage = frame_system::GenesisConfig::<Test>::default().build_storage().unwrap();
		let mut balances = self.endowments;
		balances.push((PaidOut::get(), MINIMUM));
		pallet_balances::GenesisConfig::<Test> { balances, ..Default::default() }
			.assimilate_storage(&mut storage)
			.unwrap();
		crate::GenesisConfig::<Test>::default().assimilate_storage(&mut storage).unwrap();
		let mut ext = sp_io::TestExternalities::new(storage);
		ext.execute_with(|| System::set_block_number(1));
		ext
	}

	/// Run a test, and see that all is as it always must be.
	pub fn run(self, test: impl FnOnce()) {
		self.build().execute_with(|| {
			let issuance = Balances::total_issuance();
			test();
			Rewards::do_try_state().expect("every test leaves the invariants in place");
			crate::tests::util::assert_issuance(issuance);
		});
	}
}

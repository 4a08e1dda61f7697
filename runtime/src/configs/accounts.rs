// SPDX-License-Identifier: Apache-2.0

//! What accounts can do beyond sending a call: batch, share, delegate and name themselves.

use crate::{
	origins::GeneralAdmin,
	units::{money::deposit, time::DAYS},
	AccountId, Balance, Balances, OriginCaller, Runtime, RuntimeCall, RuntimeEvent, Signature,
	System, Treasury,
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{
	parameter_types,
	traits::{ConstU32, EitherOf, InstanceFilter},
};
use frame_system::EnsureRoot;
use pallet_identity::legacy::IdentityInfo;
use scale_info::TypeInfo;
use sp_runtime::traits::{BlakeTwo256, Verify};

impl pallet_utility::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeCall = RuntimeCall;
	type PalletsOrigin = OriginCaller;
	type WeightInfo = crate::weights::pallet_utility::WeightInfo<Runtime>;
}

parameter_types! {
	/// What opening a multisig operation holds, in planck: a record of 88 bytes.
	pub const MultisigDepositBase: Balance = deposit(1, 88);
	/// What it holds for each signatory, in planck: an account of 32 bytes.
	pub const MultisigDepositFactor: Balance = deposit(0, 32);
}

impl pallet_multisig::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeCall = RuntimeCall;
	type Currency = Balances;
	type DepositBase = MultisigDepositBase;
	type DepositFactor = MultisigDepositFactor;
	type MaxSignatories = ConstU32<100>;
	type WeightInfo = crate::weights::pallet_multisig::WeightInfo<Runtime>;
	type BlockNumberProvider = System;
}

parameter_types! {
	/// What the first proxy of an account holds, in planck: a record of 8 bytes.
	pub const ProxyDepositBase: Balance = deposit(1, 8);
	/// What each proxy holds, in planck: an account, its kind and its delay, 37 bytes.
	pub const ProxyDepositFactor: Balance = deposit(0, 37);
	/// What the first announcement holds, in planck: a record of 8 bytes.
	pub const AnnouncementDepositBase: Balance = deposit(1, 8);
	/// What each announcement holds, in planck: an account, a hash and a block, 68 bytes.
	pub const AnnouncementDepositFactor: Balance = deposit(0, 68);
}

/// What a proxy may do for the account that named it.
#[derive(
	Copy,
	Clone,
	Eq,
	PartialEq,
	Ord,
	PartialOrd,
	Encode,
	Decode,
	DecodeWithMemTracking,
	Debug,
	MaxEncodedLen,
	TypeInfo,
	Default,
)]
pub enum ProxyType {
	/// Everything.
	#[default]
	#[codec(index = 0)]
	Any,
	/// Everything that cannot move the account's money to others.
	#[codec(index = 1)]
	NonTransfer,
	/// Publish and look after models and datasets, as a build server does.
	#[codec(index = 2)]
	Publishing,
	/// Validate and nominate.
	#[codec(index = 3)]
	Staking,
	/// Reject announcements of other proxies.
	#[codec(index = 4)]
	CancelProxy,
	/// Vote and take part in referenda.
	#[codec(index = 5)]
	Governance,
}

impl InstanceFilter<RuntimeCall> for ProxyType {
	fn filter(&self, call: &RuntimeCall) -> bool {
		match self {
			ProxyType::Any => true,
			// Handing an artifact to another account is a transfer too.
			ProxyType::NonTransfer => {
				matches!(
					call,
					RuntimeCall::System(_)
						| RuntimeCall::Utility(_)
						| RuntimeCall::Multisig(_)
						| RuntimeCall::Proxy(_)
						| RuntimeCall::Staking(_)
						| RuntimeCall::Session(_)
						| RuntimeCall::Identity(_)
						| RuntimeCall::Provenance(_)
						| RuntimeCall::Rewards(_)
						| RuntimeCall::ConvictionVoting(_)
						| RuntimeCall::Referenda(_)
				) || publishes(call)
					|| keeps_income(call)
			}
			ProxyType::Publishing => publishes(call) || matches!(call, RuntimeCall::Utility(_)),
			ProxyType::Staking => matches!(
				call,
				RuntimeCall::Staking(_) | RuntimeCall::Session(_) | RuntimeCall::Utility(_)
			),
			ProxyType::Governance => matches!(
				call,
				RuntimeCall::ConvictionVoting(_)
					| RuntimeCall::Referenda(_)
					| RuntimeCall::Preimage(_)
					| RuntimeCall::Treasury(_)
					| RuntimeCall::Utility(_)
			),
			ProxyType::CancelProxy => {
				matches!(call, RuntimeCall::Proxy(pallet_proxy::Call::reject_announcement { .. }))
			}
		}
	}

	fn is_superset(&self, other: &Self) -> bool {
		match (self, other) {
			(x, y) if x == y => true,
			(ProxyType::Any, _) => true,
			(_, ProxyType::Any) => false,
			(ProxyType::NonTransfer, _) => true,
			_ => false,
		}
	}
}

/// Whether `call` publishes or looks after an artifact without giving it away.
fn publishes(call: &RuntimeCall) -> bool {
	match call {
		RuntimeCall::Registry(inner) => {
			!matches!(inner, pallet_registry::Call::transfer_ownership { .. })
		}
		RuntimeCall::Provenance(inner) => {
			use pallet_provenance::Call::{commit_records, extend_records};
			matches!(inner, commit_records { .. } | extend_records { .. })
		}
		_ => false,
	}
}

/// Whether `call` is about sales and income, and neither spends anything nor sends income elsewhere:
/// no purchase, no license handed on, no other price or split.
fn keeps_income(call: &RuntimeCall) -> bool {
	match call {
		RuntimeCall::Market(inner) => {
			use pallet_market::Call::{close_offer, refund, release_license, settle};
			matches!(
				inner,
				close_offer { .. } | refund { .. } | settle { .. } | release_license { .. }
			)
		}
		RuntimeCall::Royalties(inner) => !matches!(inner, pallet_royalties::Call::set_split { .. }),
		_ => false,
	}
}

impl pallet_proxy::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeCall = RuntimeCall;
	type Currency = Balances;
	type ProxyType = ProxyType;
	type ProxyDepositBase = ProxyDepositBase;
	type ProxyDepositFactor = ProxyDepositFactor;
	type MaxProxies = ConstU32<32>;
	type WeightInfo = crate::weights::pallet_proxy::WeightInfo<Runtime>;
	type MaxPending = ConstU32<32>;
	type CallHasher = BlakeTwo256;
	type AnnouncementDepositBase = AnnouncementDepositBase;
	type AnnouncementDepositFactor = AnnouncementDepositFactor;
	type BlockNumberProvider = System;
}

parameter_types! {
	/// What an identity holds, in planck: a record of 17 bytes and an account.
	pub const IdentityBasicDeposit: Balance = deposit(1, 49);
	/// What each byte of an identity holds, in planck.
	pub const IdentityByteDeposit: Balance = deposit(0, 1);
	/// What a username holds, in planck: two records, with an account and a name of 32 bytes each.
	pub const UsernameDeposit: Balance = deposit(2, 64);
	/// What each sub-account holds, in planck: a record with an account and a name of 33 bytes.
	pub const SubAccountDeposit: Balance = deposit(1, 65);
}

impl pallet_identity::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type Currency = Balances;
	type BasicDeposit = IdentityBasicDeposit;
	type ByteDeposit = IdentityByteDeposit;
	type UsernameDeposit = UsernameDeposit;
	type SubAccountDeposit = SubAccountDeposit;
	type MaxSubAccounts = ConstU32<100>;
	type IdentityInformation = IdentityInfo<ConstU32<16>>;
	type MaxRegistrars = ConstU32<20>;
	type Slashed = Treasury;
	type ForceOrigin = EitherOf<EnsureRoot<AccountId>, GeneralAdmin>;
	type RegistrarOrigin = EitherOf<EnsureRoot<AccountId>, GeneralAdmin>;
	type OffchainSignature = Signature;
	type SigningPublicKey = <Signature as Verify>::Signer;
	type UsernameAuthorityOrigin = EitherOf<EnsureRoot<AccountId>, GeneralAdmin>;
	type PendingUsernameExpiration = ConstU32<{ 7 * DAYS }>;
	type UsernameGracePeriod = ConstU32<{ 30 * DAYS }>;
	type MaxSuffixLength = ConstU32<7>;
	type MaxUsernameLength = ConstU32<32>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = ();
	type WeightInfo = crate::weights::pallet_identity::WeightInfo<Runtime>;
}

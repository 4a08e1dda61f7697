// SPDX-License-Identifier: Apache-2.0

//! The nouns of royalties as this command knows them, found by name as those of the registry are.

use crate::{
	chain::{
		calls::share,
		types::{ArtifactId, Sequence},
	},
	permill::Permill,
};
use subxt::{
	ext::{scale_decode::DecodeAsType, scale_value::Value},
	utils::AccountId32,
};

/// The number of a split among those of its artifact; 0 is what an artifact begins with.
pub type SplitNumber = u32;

/// An account that shares in the income.
#[derive(Clone, Copy, PartialEq, Eq, Debug, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Member {
	/// Who.
	pub account: AccountId32,
	/// Which share of what is divided.
	pub share: Permill,
}

/// How an artifact's income is divided after royalties.
#[derive(Clone, PartialEq, Eq, Debug, Default, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Split {
	/// The share of a dataset's income that is for the contributors of its records.
	pub contributors: Permill,
	/// Who shares the rest. Empty for the owner alone.
	pub members: Vec<Member>,
}

impl From<&Split> for Value {
	fn from(split: &Split) -> Self {
		let members = split.members.iter().map(|member| {
			Value::named_composite([
				("account", Value::from_bytes(member.account.0)),
				("share", share(member.share)),
			])
		});
		Value::named_composite([
			("contributors", share(split.contributors)),
			("members", Value::unnamed_composite(members)),
		])
	}
}

/// How an artifact's income is divided now.
#[derive(Clone, PartialEq, Eq, Debug, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct SplitView {
	/// The split's number.
	pub number: SplitNumber,
	/// Who owns the artifact.
	pub owner: AccountId32,
	/// The split. Without members, all is the owner's.
	pub split: Split,
}

/// Income of a version that came in under one split and was not distributed yet.
#[derive(Clone, Copy, PartialEq, Eq, Debug, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct VaultPart {
	/// The split that it belongs to.
	pub split: SplitNumber,
	/// How much it is, in planck.
	pub amount: u128,
	/// The fee credit that came in with it, in planck.
	pub credit: u128,
	/// Whether it waits for the cascade, which comes by itself.
	pub waiting: bool,
}

/// A version's vault.
#[derive(Clone, PartialEq, Eq, Debug, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct VaultView {
	/// All that is in it, in planck.
	pub amount: u128,
	/// The fee credit that came in with it, in planck.
	pub credit: u128,
	/// The same by split, oldest first; at most a page.
	pub parts: Vec<VaultPart>,
}

/// What a contributor has of the income of the versions that have their records.
#[derive(Clone, Copy, PartialEq, Eq, Debug, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct ShareView {
	/// How many of their records count.
	pub records: u64,
	/// What they can collect, in planck.
	pub due: u128,
	/// What is held for the share.
	pub deposit: u128,
}

/// What a version would have of an income.
#[derive(Clone, Copy, PartialEq, Eq, Debug, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Payout {
	/// The version.
	pub version: Sequence,
	/// The artifact that it is a version of.
	pub artifact: ArtifactId,
	/// What would reach its vault, in planck.
	pub income: u128,
	/// What of it would go on to its sources.
	pub royalties: u128,
	/// What of it would go to contributors of its records.
	pub contributors: u128,
	/// What of it would go to the members of the split, or to the owner.
	pub earnings: u128,
}

/// Where an income would end up, newest version first.
#[derive(Clone, PartialEq, Eq, Debug, Default, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Distribution {
	/// Each version that would get some, once.
	pub payouts: Vec<Payout>,
	/// What would go to versions beyond the limit, in planck.
	pub rest: u128,
}

// SPDX-License-Identifier: Apache-2.0

//! The calls of the pallet, one function each.

use super::{types::Split, PALLET};
use crate::chain::{
	calls::{account, number, Call},
	types::{ArtifactId, Sequence},
};
use subxt::{
	ext::scale_value::{Composite, Value},
	tx::dynamic,
	utils::AccountId32,
};

fn call<const N: usize>(name: &str, arguments: [(&str, Value); N]) -> Call {
	dynamic(PALLET, name, Composite::named(arguments))
}

/// `set_split`: divide an artifact's income from now on in this way.
pub fn set_split(artifact: ArtifactId, split: &Split) -> Call {
	call("set_split", [("artifact", artifact.into()), ("split", split.into())])
}

/// `distribute`: move the income in a version's vault on.
pub fn distribute(version: Sequence) -> Call {
	call("distribute", [("version", number(version))])
}

/// `withdraw`: pay an account's earnings to it.
pub fn withdraw(earner: &AccountId32) -> Call {
	call("withdraw", [("account", account(earner))])
}

/// `collect_share`: move what is due to a contributor to their earnings.
pub fn collect_share(origin: Sequence, contributor: &AccountId32) -> Call {
	call("collect_share", [("version", number(origin)), ("contributor", account(contributor))])
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::{
		chain::{
			calls::tests::{assert_every_call, encode, metadata},
			royalties::types::Member,
			types::Hash,
		},
		permill::Permill,
	};

	const ARTIFACT: ArtifactId = Hash([8; 32]);
	const ACCOUNT: AccountId32 = AccountId32([7; 32]);
	const VERSION: Sequence = 1 << 40;

	fn split(members: usize) -> Split {
		let share = Permill::from_parts(62_500).unwrap();
		let members = (0..members).map(|_| Member { account: ACCOUNT, share }).collect();
		Split { contributors: Permill::from_parts(100_000).unwrap(), members }
	}

	/// Every call that this command can make.
	fn every_call() -> Vec<Call> {
		vec![
			set_split(ARTIFACT, &split(16)),
			distribute(VERSION),
			withdraw(&ACCOUNT),
			collect_share(VERSION, &ACCOUNT),
		]
	}

	#[test]
	fn every_call_of_the_pallet_can_be_made() {
		assert_every_call(&every_call(), PALLET, &metadata());
	}

	#[test]
	fn calls_are_encoded_byte_for_byte() {
		let metadata = metadata();
		let index = metadata.pallet_by_name(PALLET).unwrap().call_index();
		let check = |call: Call, parts: &[&[u8]]| {
			assert_eq!(encode(&call, &metadata)[0], index);
			assert_eq!(encode(&call, &metadata)[1..], parts.concat(), "{}", call.call_name());
		};
		let version = VERSION.to_le_bytes();
		let tenth = 100_000u32.to_le_bytes();
		let member = [&[7; 32][..], &62_500u32.to_le_bytes()].concat();
		check(set_split(ARTIFACT, &split(0)), &[&[0], &[8; 32], &tenth, &[0]]);
		// A list of one member is no member.
		check(set_split(ARTIFACT, &split(1)), &[&[0], &[8; 32], &tenth, &[4], &member]);
		let two = member.repeat(2);
		check(set_split(ARTIFACT, &split(2)), &[&[0], &[8; 32], &tenth, &[8], &two]);
		check(distribute(VERSION), &[&[1], &version]);
		check(withdraw(&ACCOUNT), &[&[2], &[7; 32]]);
		check(collect_share(VERSION, &ACCOUNT), &[&[3], &version, &[7; 32]]);
	}
}

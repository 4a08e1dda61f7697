// SPDX-License-Identifier: Apache-2.0

//! The calls of the pallet, one function each.

use super::{
	types::{OfferId, OfferTerms},
	PALLET,
};
use crate::chain::{
	calls::{account, number, Call},
	types::ArtifactId,
};
use subxt::{
	ext::scale_value::{Composite, Value},
	tx::dynamic,
	utils::AccountId32,
};

fn call<const N: usize>(name: &str, arguments: [(&str, Value); N]) -> Call {
	dynamic(PALLET, name, Composite::named(arguments))
}

/// `create_offer`: offer licenses for an artifact.
pub fn create_offer(terms: &OfferTerms) -> Call {
	call("create_offer", [("terms", terms.into())])
}

/// `update_offer`: replace all that an offer says.
pub fn update_offer(offer: OfferId, terms: &OfferTerms) -> Call {
	call("update_offer", [("offer", number(offer)), ("terms", terms.into())])
}

/// `close_offer`: sell no more licenses under an offer.
pub fn close_offer(offer: OfferId) -> Call {
	call("close_offer", [("offer", number(offer))])
}

/// `buy`: buy a license under an offer, as its buyer saw it.
pub fn buy(offer: OfferId, max_price: u128, revision: u32) -> Call {
	purchase("buy", offer, max_price, revision)
}

/// `renew`: let a license last longer under an offer, as its buyer saw it.
pub fn renew(offer: OfferId, max_price: u128, revision: u32) -> Call {
	purchase("renew", offer, max_price, revision)
}

fn purchase(name: &str, offer: OfferId, max_price: u128, revision: u32) -> Call {
	let arguments = [
		("offer", number(offer)),
		("max_price", number(max_price)),
		("revision", number(revision)),
	];
	call(name, arguments)
}

/// `refund`: have the price of a purchase back.
pub fn refund(artifact: ArtifactId) -> Call {
	call("refund", [("artifact", artifact.into())])
}

/// `waive_refund`: give up the refund window, and pay at once.
pub fn waive_refund(artifact: ArtifactId) -> Call {
	call("waive_refund", [("artifact", artifact.into())])
}

/// `settle`: pay for a purchase whose refund window is over.
pub fn settle(artifact: ArtifactId, buyer: &AccountId32) -> Call {
	call("settle", [("artifact", artifact.into()), ("account", account(buyer))])
}

/// `transfer_license`: hand a license to another account.
pub fn transfer_license(artifact: ArtifactId, to: &AccountId32) -> Call {
	call("transfer_license", [("artifact", artifact.into()), ("to", account(to))])
}

/// `release_license`: end a license for its deposit.
pub fn release_license(artifact: ArtifactId, holder: &AccountId32) -> Call {
	call("release_license", [("artifact", artifact.into()), ("account", account(holder))])
}

/// `pledge_cap`: pledge the most that an artifact may bring.
pub fn pledge_cap(artifact: ArtifactId, cap: u128) -> Call {
	call("pledge_cap", [("artifact", artifact.into()), ("cap", number(cap))])
}

/// `lower_cap`: lower that.
pub fn lower_cap(artifact: ArtifactId, cap: u128) -> Call {
	call("lower_cap", [("artifact", artifact.into()), ("cap", number(cap))])
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::chain::{
		calls::{
			batch_all,
			tests::{assert_every_call, encode, metadata},
		},
		types::Hash,
	};

	const ARTIFACT: ArtifactId = Hash([8; 32]);
	const ACCOUNT: AccountId32 = AccountId32([7; 32]);

	fn terms(duration: Option<u32>, supply: Option<u32>) -> OfferTerms {
		let price = 1 << 70;
		let (transferable, refund_window) = (true, 600);
		OfferTerms { version: 1 << 40, price, duration, supply, transferable, refund_window }
	}

	/// Every call that this command can make.
	fn every_call() -> Vec<Call> {
		vec![
			create_offer(&terms(None, None)),
			update_offer(1 << 40, &terms(Some(u32::MAX), Some(1))),
			close_offer(2),
			buy(3, u128::MAX, 4),
			renew(3, 0, u32::MAX),
			refund(ARTIFACT),
			waive_refund(ARTIFACT),
			settle(ARTIFACT, &ACCOUNT),
			transfer_license(ARTIFACT, &ACCOUNT),
			release_license(ARTIFACT, &ACCOUNT),
			pledge_cap(ARTIFACT, u128::MAX),
			lower_cap(ARTIFACT, 0),
		]
	}

	#[test]
	fn every_call_of_the_pallet_can_be_made() {
		let metadata = metadata();
		let calls = every_call();
		assert_every_call(&calls, PALLET, &metadata);
		// As a purchase without a refund window is made.
		let both = vec![calls[3].clone(), calls[6].clone()];
		let inner: usize = both.iter().map(|call| encode(call, &metadata).len()).sum();
		assert_eq!(encode(&batch_all(both), &metadata).len(), inner + 3);
	}

	#[test]
	fn calls_are_encoded_byte_for_byte() {
		let metadata = metadata();
		let index = metadata.pallet_by_name(PALLET).unwrap().call_index();
		let check = |call: Call, parts: &[&[u8]]| {
			assert_eq!(encode(&call, &metadata)[0], index);
			assert_eq!(encode(&call, &metadata)[1..], parts.concat(), "{}", call.call_name());
		};
		let (version, price) = ((1u64 << 40).to_le_bytes(), (1u128 << 70).to_le_bytes());
		let (two, three) = (2u64.to_le_bytes(), 3u32.to_le_bytes());
		let window = 600u32.to_le_bytes();
		check(create_offer(&terms(None, None)), &[&[0], &version, &price, &[0, 0, 1], &window]);
		check(
			update_offer(2, &terms(Some(3), Some(3))),
			&[&[1], &two, &version, &price, &[1], &three, &[1], &three, &[1], &window],
		);
		check(close_offer(2), &[&[2], &two]);
		check(buy(2, 1 << 70, 3), &[&[3], &two, &price, &three]);
		check(renew(2, 1 << 70, 3), &[&[4], &two, &price, &three]);
		check(refund(ARTIFACT), &[&[5], &[8; 32]]);
		check(waive_refund(ARTIFACT), &[&[6], &[8; 32]]);
		check(settle(ARTIFACT, &ACCOUNT), &[&[7], &[8; 32], &[7; 32]]);
		check(transfer_license(ARTIFACT, &ACCOUNT), &[&[8], &[8; 32], &[7; 32]]);
		check(release_license(ARTIFACT, &ACCOUNT), &[&[9], &[8; 32], &[7; 32]]);
		check(pledge_cap(ARTIFACT, 1 << 70), &[&[10], &[8; 32], &price]);
		check(lower_cap(ARTIFACT, 1 << 70), &[&[11], &[8; 32], &price]);
	}
}

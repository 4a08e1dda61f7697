// SPDX-License-Identifier: Apache-2.0

//! What a node's answer to a submission means for the transaction.

use subxt::rpcs::UserError;

/// What became of one submission.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
	/// It is in the node's pool.
	Taken,
	/// It is not in the pool, and may be later: what else happened, only finalised blocks say.
	NotNow(String),
	/// The same, and this form of it is banned for half an hour: signed anew, it is another.
	Banned(String),
	/// The chain does not take it.
	Refused(String),
	/// The connection broke: it may be in the pool or not.
	Unknown(String),
}

impl Answer {
	/// What the node said, or why it said nothing.
	pub fn reason(&self) -> Option<&str> {
		match self {
			Self::Taken => None,
			Self::NotNow(why) | Self::Banned(why) | Self::Refused(why) | Self::Unknown(why) => {
				Some(why)
			}
		}
	}
}

/// The transaction is invalid, and the data say why.
const INVALID: i32 = 1010;
/// The pool found it invalid a while ago, perhaps for a block of another runtime.
const BANNED: i32 = 1012;
/// The pool has it already.
const ALREADY_IMPORTED: i32 = 1013;
/// Bad encoding, a failed verification, a call that nobody may send: it will never be taken.
const NEVER: [i32; 3] = [1001, UNVERIFIED, 1003];

/// The node could not check it.
const UNVERIFIED: i32 = 1002;
/// Why not, if nothing is wrong with the transaction: the block on which it was checked is gone.
const GONE: &str = "unknown Block";

/// Reasons for which a transaction that is invalid now may be valid later, or was valid before: its
/// nonce was used, perhaps by itself; its signature is for another runtime than this node has; the
/// node has not yet seen the blocks that it builds upon.
const PASSING: [&str; 3] = ["outdated", "bad signature", "future"];

/// What an error that a node answered means.
pub fn judge(error: &UserError) -> Answer {
	let data = error.data.as_ref().and_then(|data| serde_json::from_str(data.get()).ok());
	let name = match data {
		Some(serde_json::Value::String(why)) => format!("{}: {why}", error.message),
		_ => error.message.clone(),
	};
	match error.code {
		ALREADY_IMPORTED => Answer::Taken,
		BANNED => Answer::Banned(name),
		INVALID if !PASSING.iter().any(|passing| name.contains(passing)) => Answer::Refused(name),
		UNVERIFIED if name.contains(GONE) => Answer::NotNow(name),
		code if NEVER.contains(&code) => Answer::Refused(name),
		// A full pool, a lower priority than the form before: neither is for ever.
		_ => Answer::NotNow(name),
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	fn judged(code: i32, message: &str, data: &str) -> Answer {
		let data = serde_json::value::RawValue::from_string(format!("{data:?}")).unwrap();
		judge(&UserError { code, message: message.into(), data: Some(data) })
	}

	#[test]
	fn what_the_chain_does_not_take_is_refused_by_name() {
		let poor = "Inability to pay some fees (e.g. account balance too low)";
		let name = format!("Invalid Transaction: {poor}");
		assert_eq!(judged(1010, "Invalid Transaction", poor), Answer::Refused(name));
		assert!(matches!(judged(1002, "Verification Error", "x"), Answer::Refused(_)));
	}

	#[test]
	fn what_may_be_in_a_block_or_come_later_is_not_refused() {
		for reason in ["Transaction is outdated", "Transaction has a bad signature"] {
			assert!(matches!(judged(1010, "Invalid Transaction", reason), Answer::NotNow(_)));
		}
		for (code, message) in [
			(1014, "Priority is too low: (1 vs 1)"),
			(1016, "Immediately Dropped"),
			(-32999, "RPC rate limit exceeded"),
		] {
			assert!(matches!(judged(code, message, ""), Answer::NotNow(_)), "{message}");
		}
		let gone =
			"Runtime error: Api called for an unknown Block: State already discarded for 0x76";
		assert!(matches!(judged(1002, "Verification Error", gone), Answer::NotNow(_)));
		let banned = judged(1012, "Transaction is temporarily banned", "");
		assert!(matches!(banned, Answer::Banned(_)));
		assert_eq!(judged(1013, "Transaction Already Imported", ""), Answer::Taken);
	}
}

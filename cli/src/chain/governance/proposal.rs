// SPDX-License-Identifier: Apache-2.0

//! Calls that referenda are about, in words.

use crate::error::printable;
use serde::Serialize;
use std::fmt;
use subxt::{
	ext::{
		scale_decode::DecodeAsType,
		scale_value::{stringify::to_writer_custom, Composite, Primitive, Value, ValueDef},
	},
	Metadata,
};

/// The longest text of arguments: beyond it they are cut.
const LONGEST: usize = 4_000;

/// Sequences of at least so many bytes are written in hex.
const BYTES: usize = 4;

/// A call, read by the chain's metadata.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ProposedCall {
	/// Its pallet.
	pub pallet: String,
	/// Its name.
	pub call: String,
	/// Its arguments, as text.
	pub arguments: String,
}

impl fmt::Display for ProposedCall {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		write!(f, "{}.{} {}", self.pallet, self.call, self.arguments)
	}
}

impl ProposedCall {
	/// The name of the call, with its pallet.
	pub fn name(&self) -> String {
		format!("{}.{}", self.pallet, self.call)
	}

	/// The call of these bytes; none if they are no call of this chain.
	pub fn decode(bytes: &[u8], metadata: &Metadata) -> Option<Self> {
		let bytes = &mut &bytes[..];
		let call = metadata.outer_enums().call_enum_ty();
		let value = Value::decode_as_type(bytes, call, metadata.types()).ok()?;
		let ValueDef::Variant(pallet) = value.value else { return None };
		let ValueDef::Variant(call) = pallet.values.into_values().next()?.value else {
			return None;
		};
		if !bytes.is_empty() {
			return None;
		}
		let arguments = Value { value: ValueDef::Composite(call.values), context: () };
		let mut text = String::new();
		let writer = to_writer_custom().add_custom_formatter(|value, writer| hex(value, writer));
		writer.write(&arguments, &mut text).ok()?;
		drop(writer);
		let mut arguments = printable(&text);
		if let Some((end, _)) = arguments.char_indices().nth(LONGEST) {
			arguments.truncate(end);
			arguments.push('…');
		}
		Some(Self { pallet: printable(&pallet.name), call: printable(&call.name), arguments })
	}
}

/// Accounts, hashes and texts are sequences of bytes, which nobody reads as numbers.
fn hex<T>(value: &Value<T>, mut writer: impl fmt::Write) -> Option<fmt::Result> {
	let ValueDef::Composite(Composite::Unnamed(values)) = &value.value else { return None };
	if values.len() < BYTES {
		return None;
	}
	let byte = |value: &Value<T>| match value.value {
		ValueDef::Primitive(Primitive::U128(number)) => u8::try_from(number).ok(),
		_ => None,
	};
	let bytes: Option<Vec<u8>> = values.iter().map(byte).collect();
	bytes.map(|bytes| write!(writer, "0x{}", hex::encode(bytes)))
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::chain::calls::tests::{encode, metadata};
	use subxt::{dynamic, utils::AccountId32};

	fn decoded(pallet: &str, call: &str, arguments: Vec<(&str, Value)>) -> ProposedCall {
		let metadata = metadata();
		let call = dynamic::tx(pallet, call, Composite::named(arguments));
		ProposedCall::decode(&encode(&call, &metadata), &metadata).unwrap()
	}

	#[test]
	fn a_call_is_read_with_its_arguments() {
		let bytes = Value::from_bytes([7; 6]);
		let remark = decoded("System", "remark", vec![("remark", bytes)]);
		assert_eq!(remark.to_string(), "System.remark { remark: 0x070707070707 }");
		assert_eq!(remark.name(), "System.remark");
		let to = Value::unnamed_variant("Id", [Value::from_bytes(AccountId32([1; 32]).0)]);
		let arguments = vec![("dest", to), ("value", Value::u128(5))];
		let transfer = decoded("Balances", "transfer_allow_death", arguments);
		assert!(transfer.arguments.contains(&"01".repeat(32)), "{transfer}");
		assert!(transfer.arguments.contains("value: 5"), "{transfer}");
	}

	#[test]
	fn what_is_too_long_is_cut() {
		let bytes = Value::from_bytes(vec![7; LONGEST]);
		let remark = decoded("System", "remark", vec![("remark", bytes)]);
		assert_eq!(remark.arguments.chars().count(), LONGEST + 1);
		assert!(remark.arguments.ends_with("07…"), "{}", remark.arguments.len());
	}

	#[test]
	fn other_bytes_are_no_call() {
		let metadata = metadata();
		for bytes in [&[][..], &[255, 255], &[0], &[0, 0, 0, 0]] {
			assert_eq!(ProposedCall::decode(bytes, &metadata), None, "{bytes:?}");
		}
	}
}

// SPDX-License-Identifier: Apache-2.0

//! Transactions: signed, sent, waited for, and their outcome understood.

use super::{
	calls::{self, Call},
	client::failed,
	market, provenance, rewards, royalties, staking,
	types::{amount, Hash},
	Chain,
};
use crate::{
	error::{printable, Code, Error, Result},
	keys,
	output::Output,
};
use serde::Serialize;
use subxt::{
	config::DefaultExtrinsicParamsBuilder,
	error::{DispatchError, TokenError, TransactionEventsError},
	ext::scale_value::{At as _, Composite, Primitive, Value, ValueDef},
	rpcs::rpc_params,
	tx::{TransactionInvalid, TransactionStatus, ValidationResult},
	utils::{AccountId32, H256},
};
use subxt_signer::sr25519::Keypair;

/// For how many blocks after its birth a transaction may wait for its own.
const MORTALITY: u64 = 64;
/// How many blocks before the last final one it is born. The node's pool may still look from an
/// earlier block, for which a birth in the last one is a birth to come.
const BIRTH_BEFORE: u64 = 8;
/// How far finality may lag behind the best block for that. Where it stands, a transaction would be dead
/// before it is sent; it is born in a block then that is not final, but is unlikely to be replaced.
const MAX_FINALITY_LAG: u64 = 24;

/// The pallets whose events say what a transaction did.
const OURS: [&str; 6] = [
	calls::PALLET,
	provenance::PALLET,
	market::PALLET,
	royalties::PALLET,
	rewards::PALLET,
	staking::PALLET,
];

/// What to wait for after sending a transaction.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Wait {
	/// Until its block is final and can never be undone.
	#[default]
	Finalized,
	/// Until it is in a block.
	Best,
	/// Not at all: whether it worked is not known.
	None,
}

/// What is known of a transaction that was sent.
#[derive(Clone, Debug, Serialize)]
pub struct Receipt {
	/// Its hash.
	pub transaction: Hash,
	/// The hash of its block, unless it was not waited for.
	pub block: Option<Hash>,
	/// Whether that block is final.
	pub finalized: bool,
	/// What was paid, in the smallest unit, unless it was not waited for.
	#[serde(serialize_with = "optional_amount")]
	pub fee: Option<u128>,
}

fn optional_amount<S: serde::Serializer>(
	fee: &Option<u128>,
	serializer: S,
) -> std::result::Result<S::Ok, S::Error> {
	match fee {
		Some(fee) => amount(fee, serializer),
		None => serializer.serialize_none(),
	}
}

impl Receipt {
	/// The lines that end every command's output.
	pub fn lines(&self, chain: &Chain) -> String {
		let mut lines = format!("transaction  {}\n", self.transaction);
		if let Some(block) = self.block {
			let state = if self.finalized { "final" } else { "not yet final" };
			lines.push_str(&format!("block        {block} ({state})\n"));
		}
		if let Some(fee) = self.fee {
			lines.push_str(&format!("fee          {}\n", chain.token.show(fee)));
		}
		lines
	}
}

/// An event of a pallet of ours.
struct Event {
	name: String,
	fields: Composite<()>,
}

impl Event {
	fn number(&self, path: &str) -> Option<u128> {
		let mut names = path.split('.');
		let mut value = self.fields.at(names.next()?)?;
		for name in names {
			value = value.at(name)?;
		}
		as_number(value)
	}
}

/// A transaction that did what it should.
pub struct Applied {
	/// What is known of it.
	pub receipt: Receipt,
	events: Vec<Event>,
}

impl Applied {
	/// A number in the first event of a name, such as `deposit` in `VersionPublished`, or further
	/// down, such as `version.deposit`. Nothing where the transaction was not waited for.
	pub fn number(&self, event: &str, path: &str) -> Option<u128> {
		self.events.iter().find(|found| found.name == event)?.number(path)
	}

	/// The same number in every event of a name, in order.
	pub fn numbers<'a>(
		&'a self,
		event: &'a str,
		path: &'a str,
	) -> impl Iterator<Item = Option<u128>> + 'a {
		let events = self.events.iter().filter(move |found| found.name == event);
		events.map(move |event| event.number(path))
	}

	/// An account in the first event of a name. Nothing where the transaction was not waited for.
	pub fn account(&self, event: &str, field: &str) -> Option<AccountId32> {
		let event = self.events.iter().find(|found| found.name == event)?;
		let mut bytes = Vec::new();
		as_bytes(event.fields.at(field)?, &mut bytes);
		bytes.try_into().ok().map(AccountId32)
	}

	/// Did this event happen?
	pub fn has(&self, event: &str) -> bool {
		self.events.iter().any(|found| found.name == event)
	}
}

/// The bytes of a hash or an account, in however many types of their own they are.
fn as_bytes<T>(value: &Value<T>, bytes: &mut Vec<u8>) {
	match &value.value {
		ValueDef::Primitive(Primitive::U128(byte)) => bytes.extend(u8::try_from(*byte)),
		ValueDef::Composite(composite) => {
			composite.values().for_each(|value| as_bytes(value, bytes));
		}
		_ => {}
	}
}

fn as_number<T>(value: &Value<T>) -> Option<u128> {
	match &value.value {
		ValueDef::Primitive(Primitive::U128(number)) => Some(*number),
		// A number in a type of its own.
		ValueDef::Composite(composite) => {
			let mut values = composite.values();
			let only = values.next()?;
			values.next().is_none().then(|| as_number(only))?
		}
		// A number that might not be there, and is.
		ValueDef::Variant(variant) => {
			let mut values = variant.values.values();
			let only = values.next()?;
			values.next().is_none().then(|| as_number(only))?
		}
		_ => None,
	}
}

impl Chain {
	/// Sign a call, send it and wait.
	///
	/// Errors: `insufficient-balance`, `transaction-refused`, `call-refused`, the code of a
	/// pallet's error, `node-failed`.
	pub async fn submit(
		&self,
		call: &Call,
		signer: &Keypair,
		wait: Wait,
		output: &mut dyn Output,
	) -> Result<Applied> {
		let account = keys::account(signer);
		let nonce = self.next_nonce(&account).await?;
		let mut at = self.client.at_current_block().await.map_err(|error| failed(&error))?;
		let (finalized, best) = (at.block_number(), self.best_number().await?);
		let birth = birth(finalized, best);
		if birth > finalized {
			// The last final block knows nothing of its birth yet.
			let hash = self.block_hash(best).await?;
			at = self.client.at_block(hash).await.map_err(|error| failed(&error))?;
		}
		let params = DefaultExtrinsicParamsBuilder::new()
			.mortal_from_unchecked(MORTALITY, birth, self.block_hash(birth).await?)
			.nonce(nonce)
			.build();
		let transaction =
			at.transactions().create_signed(call, signer, params).await.map_err(|error| {
				Error::new(
					Code::NO_REGISTRY,
					format!(
						"the chain does not take this call as this command makes it: {error}. \
						 Update this command."
					),
				)
			})?;
		match transaction.validate().await.map_err(|error| failed(&error))? {
			ValidationResult::Valid(_) => {}
			ValidationResult::Invalid(reason) => return Err(invalid(&reason)),
			ValidationResult::Unknown(reason) => return Err(refused(&format!("{reason:?}"))),
		}

		let hash = Hash(transaction.hash().0);
		let spinner = output.spinner("waiting for the transaction to be sent");
		let mut progress = transaction.submit_and_watch().await.map_err(|error| failed(&error))?;
		let mut receipt = Receipt { transaction: hash, block: None, finalized: false, fee: None };
		if wait == Wait::None {
			// Its first status says that the pool took it.
			if let Some(status) = progress.next().await {
				check(&status.map_err(|error| failed(&error))?)?;
			}
			spinner.finish_and_clear();
			return Ok(Applied { receipt, events: Vec::new() });
		}
		spinner.set_message("waiting for a block");
		let block = loop {
			let Some(status) = progress.next().await else {
				return Err(failed(&format!("it stopped reporting on transaction {hash}")));
			};
			let status = status.map_err(|error| failed(&error))?;
			check(&status)?;
			match status {
				TransactionStatus::InBestBlock(block) if wait == Wait::Best => break block,
				TransactionStatus::InBestBlock(_) => spinner.set_message("waiting for finality"),
				TransactionStatus::InFinalizedBlock(block) => {
					receipt.finalized = true;
					break block;
				}
				_ => {}
			}
		};
		spinner.finish_and_clear();
		receipt.block = Some(Hash(block.block_hash().0));
		let found = block.wait_for_success().await.map_err(|error| match error {
			TransactionEventsError::ExtrinsicFailed(error) => dispatch_error(&error),
			error => failed(&error),
		})?;
		let mut events = Vec::new();
		for event in found.iter() {
			let event = event.map_err(|error| failed(&error))?;
			let (pallet, name) = (event.pallet_name(), event.event_name());
			let paid = (pallet, name) == ("TransactionPayment", "TransactionFeePaid");
			if !OURS.contains(&pallet) && !paid {
				continue;
			}
			let fields = event
				.decode_fields_unchecked_as::<Composite<()>>()
				.map_err(|error| failed(&error))?;
			if paid {
				receipt.fee = fields.at("actual_fee").and_then(as_number);
			} else {
				events.push(Event { name: name.to_owned(), fields });
			}
		}
		Ok(Applied { receipt, events })
	}
}

impl Chain {
	/// The hash of a block that is final.
	async fn block_hash(&self, number: u64) -> Result<H256> {
		self.rpc
			.request("chain_getBlockHash", rpc_params![number])
			.await
			.map_err(|error| failed(&error))
	}

	/// The height of the node's best block.
	async fn best_number(&self) -> Result<u64> {
		#[derive(serde::Deserialize)]
		struct Header {
			number: String,
		}
		let header: Header = self
			.rpc
			.request("chain_getHeader", rpc_params![])
			.await
			.map_err(|error| failed(&error))?;
		u64::from_str_radix(header.number.trim_start_matches("0x"), 16)
			.map_err(|error| failed(&error))
	}

	/// The nonce of the account's next transaction, counting what it sent before and is not yet
	/// final.
	async fn next_nonce(&self, account: &AccountId32) -> Result<u64> {
		self.rpc
			.request("system_accountNextIndex", rpc_params![account.to_string()])
			.await
			.map_err(|error| failed(&error))
	}
}

/// The block in which a transaction is born, where these are the last final and the best one.
fn birth(finalized: u64, best: u64) -> u64 {
	finalized.max(best.saturating_sub(MAX_FINALITY_LAG)).saturating_sub(BIRTH_BEFORE)
}

/// Refuse a status that ends a transaction's life outside of a block.
fn check<T: subxt::Config, C>(status: &TransactionStatus<T, C>) -> Result<()> {
	match status {
		TransactionStatus::Error { message }
		| TransactionStatus::Invalid { message }
		| TransactionStatus::Dropped { message } => Err(refused(message)),
		_ => Ok(()),
	}
}

fn refused(why: &str) -> Error {
	Error::new(
		Code::TRANSACTION_REFUSED,
		format!("the node refused the transaction: {}. Nothing was paid.", printable(why)),
	)
}

fn invalid(reason: &TransactionInvalid) -> Error {
	match reason {
		TransactionInvalid::Payment => Error::new(
			Code::INSUFFICIENT_BALANCE,
			"the signer's account cannot pay the fee. Send it some tokens first; nothing was paid.",
		),
		TransactionInvalid::Stale => {
			refused("another transaction of this account came first; run the command again")
		}
		TransactionInvalid::ExhaustsResources => refused("the block has no room for it"),
		TransactionInvalid::Call => refused("the chain does not take this call at present"),
		reason => refused(&format!("it is invalid ({reason:?})")),
	}
}

/// A refusal by the chain, in the words that its metadata has for it.
fn dispatch_error(error: &DispatchError) -> Error {
	let poor = || {
		Error::new(
			Code::INSUFFICIENT_BALANCE,
			"the signer's account has too little for the deposit. Send it some tokens; only the fee \
			 was paid.",
		)
	};
	match error {
		DispatchError::Token(
			TokenError::FundsUnavailable
			| TokenError::OnlyProvider
			| TokenError::BelowMinimum
			| TokenError::CannotCreate
			| TokenError::CannotCreateHold
			| TokenError::NotExpendable
			| TokenError::Frozen,
		) => poor(),
		DispatchError::Module(module) => match module.details() {
			Ok(details) => {
				let (pallet, name) = (details.pallet.name(), details.variant.name.as_str());
				if (pallet, name) == ("Balances", "InsufficientBalance") {
					return poor();
				}
				let docs = details.variant.docs.join(" ");
				let sentence = if docs.trim().is_empty() { name } else { docs.trim() };
				Error::new(
					Code::pallet(pallet, name),
					format!("{sentence} The chain refused the call; only the fee was paid."),
				)
			}
			Err(_) => call_refused(&module.to_string()),
		},
		error => call_refused(&error.to_string()),
	}
}

fn call_refused(why: &str) -> Error {
	Error::new(
		Code::CALL_REFUSED,
		format!("the chain refused the call: {} Only the fee was paid.", printable(why)),
	)
}

#[cfg(test)]
mod tests {
	use super::*;

	fn number(number: u128) -> Value<()> {
		Value::u128(number)
	}

	#[test]
	fn numbers_are_found_in_the_types_around_them() {
		let some = |value| Value::unnamed_variant("Some", [value]);
		assert_eq!(as_number(&number(7)), Some(7));
		assert_eq!(as_number(&Value::unnamed_composite([number(7)])), Some(7));
		// The end of a license, and of a refund window, if there is one.
		assert_eq!(as_number(&Value::unnamed_variant("Until", [number(7)])), Some(7));
		assert_eq!(as_number(&some(Value::unnamed_composite([number(7)]))), Some(7));
		assert_eq!(as_number(&Value::unnamed_variant("Perpetual", [])), None);
		assert_eq!(as_number(&Value::unnamed_composite([number(7), number(8)])), None);
		assert_eq!(as_number(&Value::unnamed_variant("Both", [number(7), number(8)])), None);
		assert_eq!(as_number(&Value::string("7")), None);
	}

	#[test]
	fn a_transaction_is_born_before_the_last_final_block() {
		assert_eq!(birth(100, 103), 92);
		assert_eq!(birth(100, 124), 92);
		assert_eq!(birth(3, 4), 0);
	}

	#[test]
	fn where_finality_stands_it_is_born_close_to_the_best_block() {
		let (finalized, best) = (100, 1_000);
		let birth = birth(finalized, best);
		assert_eq!(birth, 968);
		assert!(best < birth + MORTALITY / 2 + 1, "half of its life is left");
	}

	#[test]
	fn events_are_found_by_name() {
		let fields = Composite::named([("price", number(5)), ("version", number(1))]);
		let event = Event { name: "LicenseBought".into(), fields };
		let hash = Hash([1; 32]);
		let receipt = Receipt { transaction: hash, block: None, finalized: false, fee: None };
		let applied = Applied { receipt, events: vec![event] };
		assert!(applied.has("LicenseBought") && !applied.has("PurchaseSettled"));
		assert_eq!(applied.number("LicenseBought", "price"), Some(5));
		assert_eq!(applied.number("LicenseBought", "deposit"), None);
		assert_eq!(applied.number("PurchaseSettled", "price"), None);
	}
}

// SPDX-License-Identifier: Apache-2.0

//! What the programs here share: the chain's interface, a connection, an account, an amount, and a
//! transaction with its outcome.

use subxt::{
	client::{ClientAtBlock, OnlineClientAtBlockImpl},
	error::{DispatchError, TransactionEventsError, TransactionFinalizedSuccessError},
	extrinsics::ExtrinsicEvents,
	tx::Payload,
	OnlineClient, PolkadotConfig,
};
use subxt_signer::{sr25519::Keypair, SecretUri};

/// Every call, runtime API, event and type of the chain, made from its metadata by the compiler.
#[allow(missing_docs, clippy::all)]
#[subxt::subxt(runtime_metadata_path = "../../runtime/metadata/agora.scale")]
pub mod agora {}

// So that cargo makes it anew when the metadata changes.
const _: &[u8] = include_bytes!("../../../runtime/metadata/agora.scale");

/// Whatever went wrong, in words.
pub type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

/// The chain as it was at one block.
pub type At = ClientAtBlock<PolkadotConfig, OnlineClientAtBlockImpl<PolkadotConfig>>;

/// Connects to a node. Its blocks, headers and transactions are those that Polkadot has.
pub async fn connect(url: &str) -> Result<OnlineClient<PolkadotConfig>> {
	Ok(OnlineClient::from_insecure_url(url).await?)
}

/// The key of a secret: `//Alice` and the like on development chains, or a mnemonic.
pub fn key_of(secret: &str) -> Result<Keypair> {
	Ok(Keypair::from_uri(&secret.parse::<SecretUri>()?)?)
}

/// An amount for people. The chain counts planck, of which 10^12 are one AGO.
pub fn ago(planck: u128) -> String {
	let (whole, rest) = (planck / 10u128.pow(12), planck % 10u128.pow(12));
	let exact = format!("{whole}.{rest:012}");
	format!("{} AGO", exact.trim_end_matches('0').trim_end_matches('.'))
}

/// Signs and submits a transaction, and waits until its block is final: its events.
pub async fn submit(
	client: &OnlineClient<PolkadotConfig>,
	call: &impl Payload,
	signer: &Keypair,
) -> Result<ExtrinsicEvents<PolkadotConfig>> {
	let mut transactions = client.transactions().await?;
	let sent = transactions.sign_and_submit_then_watch_default(call, signer).await?;
	match sent.wait_for_finalized_success().await {
		Ok(events) => Ok(events),
		Err(TransactionFinalizedSuccessError::SuccessError(
			TransactionEventsError::ExtrinsicFailed(DispatchError::Module(error)),
		)) => {
			// The chain's metadata has a sentence for each error of each pallet.
			let sentence = error.details()?.variant.docs.join(" ");
			Err(format!("{}: {}", error.details_string(), sentence.trim()).into())
		}
		Err(error) => Err(error.into()),
	}
}

/// The words after the program's name; the last of `names` may be missing if it is in brackets.
pub fn arguments<const N: usize>(names: [&str; N]) -> Result<[String; N]> {
	let mut given: Vec<String> = std::env::args().skip(1).collect();
	if given.len() + 1 == N && names[N - 1].starts_with('[') {
		given.push(String::new());
	}
	given.try_into().map_err(|_| format!("usage: {}", names.join(" ")).into())
}

// SPDX-License-Identifier: Apache-2.0

//! What a node of a public chain does that was told nothing, where the SDK's default is less safe;
//! and what such a node refuses. Chains for development and tests keep what the SDK has.

use clap::Command;
use sc_service::{
	config::{RpcBatchRequestConfig, RpcEndpoint, RpcMethods},
	ChainSpec, ChainType, Configuration, Error,
};
use std::num::NonZeroU32;

/// Calls per minute of a connection by WebSocket.
///
/// A page of the web app needs some dozens to open. Nothing that a client asks takes longer than
/// 30 ms of a core, so that one client takes 36 s of a core in a minute at most.
const RATE_LIMIT: NonZeroU32 = NonZeroU32::new(1_200).unwrap();

/// Requests in a batch.
const BATCH_LIMIT: u32 = 100;

/// Whether strangers take part in the chain.
pub fn is_public(chain: &dyn ChainSpec) -> bool {
	!matches!(chain.chain_type(), ChainType::Development | ChainType::Local)
}

/// The command line's help, where our defaults are not those that the SDK's help names.
pub fn explain(command: Command) -> Command {
	let with_help = |command: Command, option: &str, text: String| {
		command.mut_arg(option, |argument| argument.help(&text).long_help(&text))
	};
	let command = with_help(
		command,
		"rpc_methods",
		"Which RPC methods to offer. `auto` is `safe` on public chains; on those for development \
		 and tests it is `unsafe` where the RPC listens on loopback"
			.into(),
	);
	let command = with_help(
		command,
		"rpc_rate_limit",
		format!(
			"Calls per minute that each connection by WebSocket may make [default: {RATE_LIMIT} on \
			 public chains, none on others]"
		),
	);
	with_help(
		command,
		"rpc_max_batch_request_len",
		format!(
			"How many requests a batch may have [default: {BATCH_LIMIT} on public chains, no limit \
			 on others]"
		),
	)
}

/// Set what nobody set, and refuse what endangers a validator of a public chain.
pub fn apply(config: &mut Configuration) -> Result<(), Error> {
	if !is_public(config.chain_spec.as_ref()) {
		return Ok(());
	}
	if config.dev_key_seed.is_some() {
		return Err(Error::Application(
			format!(
				"everybody knows the keys that --dev, --alice and the like stand for, and {:?} is \
				 a public chain: leave the option out, and make session keys with `agora-node key \
				 session` (docs/validators.md)",
				config.chain_spec.name()
			)
			.into(),
		));
	}
	let is_validator = config.role.is_authority();
	for endpoint in config.rpc.addr.iter_mut().flatten() {
		limit(endpoint);
		if is_validator && is_exposed(endpoint) {
			return Err(Error::Application(
				format!(
					"a validator must not offer unsafe RPC methods on {}, where others than this \
					 machine reach them: leave out --rpc-methods unsafe or --rpc-external; \
					 session keys are made without RPC by `agora-node key session`",
					endpoint.listen_addr
				)
				.into(),
			));
		}
	}
	Ok(())
}

/// Set what the endpoint's owner left open.
fn limit(endpoint: &mut RpcEndpoint) {
	// By itself the SDK takes whoever comes from loopback for the operator, and a reverse proxy on
	// the same machine brings everybody from there.
	if matches!(endpoint.rpc_methods, RpcMethods::Auto) {
		endpoint.rpc_methods = RpcMethods::Safe;
	}
	endpoint.rate_limit.get_or_insert(RATE_LIMIT);
	if matches!(endpoint.batch_config, RpcBatchRequestConfig::Unlimited) {
		endpoint.batch_config = RpcBatchRequestConfig::Limit(BATCH_LIMIT);
	}
}

/// Whether other machines reach methods that are the operator's.
fn is_exposed(endpoint: &RpcEndpoint) -> bool {
	matches!(endpoint.rpc_methods, RpcMethods::Unsafe) && !endpoint.listen_addr.ip().is_loopback()
}

#[cfg(test)]
mod tests {
	use super::*;

	fn endpoint(address: &str, options: &str) -> RpcEndpoint {
		let text = format!("listen-addr={address}:9944{options}");
		text.parse::<sc_cli::RpcEndpoint>().unwrap().into()
	}

	#[test]
	fn what_was_left_open_is_limited() {
		let mut open = endpoint("127.0.0.1", "");
		limit(&mut open);
		assert!(matches!(open.rpc_methods, RpcMethods::Safe));
		assert_eq!(open.rate_limit, Some(RATE_LIMIT));
		assert!(matches!(open.batch_config, RpcBatchRequestConfig::Limit(BATCH_LIMIT)));
	}

	#[test]
	fn what_was_chosen_stays() {
		let options = ",methods=unsafe,rate-limit=7,max-batch-request-len=9";
		let mut chosen = endpoint("127.0.0.1", options);
		limit(&mut chosen);
		assert!(matches!(chosen.rpc_methods, RpcMethods::Unsafe));
		assert_eq!(chosen.rate_limit, NonZeroU32::new(7));
		assert!(matches!(chosen.batch_config, RpcBatchRequestConfig::Limit(9)));
	}

	#[test]
	fn unsafe_methods_are_for_loopback() {
		assert!(!is_exposed(&endpoint("127.0.0.1", ",methods=unsafe")));
		assert!(!is_exposed(&endpoint("[::1]", ",methods=unsafe")));
		assert!(!is_exposed(&endpoint("0.0.0.0", ",methods=safe")));
		assert!(is_exposed(&endpoint("0.0.0.0", ",methods=unsafe")));
		assert!(is_exposed(&endpoint("[::]", ",methods=unsafe")));
		assert!(is_exposed(&endpoint("10.0.0.1", ",methods=unsafe")));
	}
}

// SPDX-License-Identifier: Apache-2.0

//! Tests of the real binary against a real node.
//!
//! One development node is started on a free port of loopback, under instant sealing, and ended with
//! the tests. It is the program that `AGORA_NODE` names, or `agora-node` in the target folder. Where
//! there is none, each test is reported as skipped by its name, and none as passed.

use super::{binary, node::DevNode, run, Outcome};
use serde_json::{json, Value};
use std::{
	collections::BTreeMap,
	env, fs,
	panic::{catch_unwind, AssertUnwindSafe},
	path::Path,
	process::{Command, ExitCode},
	sync::atomic::{AtomicU64, Ordering},
};
use subxt::{
	dynamic::{runtime_api_call, tx, Value as Scale},
	error::{DispatchError, TransactionEventsError, TransactionFinalizedSuccessError},
	ext::scale_value::ValueDef,
	rpcs::{rpc_params, RpcClient},
	tx::DynamicPayload,
	OnlineClient, PolkadotConfig,
};
use subxt_signer::sr25519::Keypair;
use tempfile::TempDir;

/// The development chain's first account.
pub const ALICE: &str = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY";
/// And its second.
pub const BOB: &str = "5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty";

/// One AGO in its smallest unit.
pub const UNIT: u128 = 1_000_000_000_000;

/// A call by the names of its pallet and itself.
pub type Call = DynamicPayload<Vec<Scale>>;

/// A test and its name.
pub type Test = (&'static str, fn(&Node));

/// The tests by name, as `TESTS`.
#[macro_export]
macro_rules! tests {
	($($name:path),+ $(,)?) => {
		const TESTS: &[$crate::chain::Test] = &[$((stringify!($name), $name)),+];
	};
}

/// Run the tests that the command line chooses, one after the other, on one node.
pub fn run_tests(tests: &[Test]) -> ExitCode {
	run_tests_with(tests, &[])
}

/// The same, with a node that is started with more options.
pub fn run_tests_with(tests: &[Test], options: &[&str]) -> ExitCode {
	let arguments: Vec<String> = env::args().skip(1).collect();
	let listing = arguments.iter().any(|argument| argument == "--list");
	let filters: Vec<&String> =
		arguments.iter().filter(|argument| !argument.starts_with('-')).collect();
	let chosen: Vec<_> = tests
		.iter()
		.filter(|(name, _)| filters.is_empty() || filters.iter().any(|f| name.contains(*f)))
		.collect();
	if listing {
		chosen.iter().for_each(|(name, _)| println!("{name}: test"));
		return ExitCode::SUCCESS;
	}
	println!("\nrunning {} tests", chosen.len());
	let Some(program) = DevNode::program() else {
		for (name, _) in &chosen {
			println!("test {name} ... ignored, there is no agora-node: build it or set AGORA_NODE");
		}
		println!(
			"\ntest result: ok. 0 passed; 0 failed; {} ignored; 0 measured; 0 filtered out\n",
			chosen.len()
		);
		return ExitCode::SUCCESS;
	};
	let node = Node::start(&program, options);
	let mut failed = Vec::new();
	for (name, test) in &chosen {
		let passed = catch_unwind(AssertUnwindSafe(|| test(&node))).is_ok();
		println!("test {name} ... {}", if passed { "ok" } else { "FAILED" });
		if !passed {
			failed.push(*name);
		}
	}
	println!(
		"\ntest result: {}. {} passed; {} failed; 0 ignored; 0 measured; {} filtered out\n",
		if failed.is_empty() { "ok" } else { "FAILED" },
		chosen.len() - failed.len(),
		failed.len(),
		tests.len() - chosen.len()
	);
	ExitCode::from(u8::from(!failed.is_empty()))
}

/// A development node, and what the tests do with it. The CLI keeps its things in the node's folder.
pub struct Node {
	/// The node itself.
	pub node: DevNode,
	/// Makes the content of every model different.
	next: AtomicU64,
}

impl Node {
	/// Start one.
	pub fn start(program: &Path, options: &[&str]) -> Self {
		Self { node: DevNode::start_with(program, options), next: AtomicU64::new(0) }
	}

	/// The command, with a home of its own.
	pub fn command(&self, signer: Option<&str>, arguments: &[&str]) -> Command {
		let mut command = Command::new(binary());
		command.args(arguments).args(["--node", &self.node.url]);
		command.env("XDG_DATA_HOME", self.node.data.path());
		if let Some(signer) = signer {
			command.env("AGORA_SIGNER", signer);
		}
		command
	}

	/// Run `agora --json`.
	pub fn agora(&self, signer: Option<&str>, arguments: &[&str]) -> Outcome {
		run(self.command(signer, arguments).arg("--json"))
	}

	/// Run it as Alice, and expect it to work.
	pub fn alice(&self, arguments: &[&str]) -> Value {
		self.agora(Some("//Alice"), arguments).result().clone()
	}

	/// A directory with a file like no other.
	pub fn model(&self) -> TempDir {
		let dir = tempfile::tempdir().unwrap();
		let number = self.next.fetch_add(1, Ordering::Relaxed);
		fs::write(dir.path().join("model.bin"), format!("weights {number}")).unwrap();
		dir
	}

	/// Publish a new model of Alice's with these options, and say what became of it.
	pub fn published(&self, name: &str, more: &[&str]) -> Value {
		let dir = self.model();
		self.publish(Some("//Alice"), dir.path(), name, more).result().clone()
	}

	/// `agora publish` of a path.
	pub fn publish(&self, signer: Option<&str>, path: &Path, name: &str, more: &[&str]) -> Outcome {
		let path = path.to_str().unwrap();
		let mut arguments = vec!["publish", path, "--name", name];
		for (option, value) in [("--kind", "model"), ("--license", "MIT")] {
			if !more.contains(&option) {
				arguments.extend([option, value]);
			}
		}
		arguments.extend(more);
		self.agora(signer, &arguments)
	}

	/// What an account holds by reason, and has free.
	pub fn balance(&self, account: &str) -> (u128, BTreeMap<String, u128>) {
		let outcome = self.agora(None, &["account", account]);
		let amount = |value: &Value| value.as_str().unwrap().parse::<u128>().unwrap();
		let result = outcome.result();
		let holds = result["holds"].as_object().unwrap();
		let holds = holds.iter().map(|(reason, value)| (reason.clone(), amount(value))).collect();
		(amount(&result["free"]), holds)
	}

	/// All that the registry shows, and what Alice and Bob hold.
	pub fn state(&self) -> Value {
		let list = self.agora(None, &["list", "--limit", "1000"]).result().clone();
		json!([list, self.balance(ALICE).1, self.balance(BOB).1])
	}

	/// A run is refused with this code, and nothing that the chain shows has changed.
	pub fn refused(&self, code: &str, attempt: impl FnOnce() -> Outcome) -> Outcome {
		let before = self.state();
		let outcome = attempt();
		assert_eq!((outcome.status, outcome.code().as_str()), (1, code), "{outcome:?}");
		assert_eq!(self.state(), before, "{code} changed something");
		outcome
	}

	/// Send tokens from Alice to a new account, and return its key file.
	pub fn funded(&self, amount: u128) -> (String, String) {
		let number = self.next.fetch_add(1, Ordering::Relaxed);
		let path = self.node.data.path().join(format!("key-{number}.json"));
		let key = path.to_str().unwrap().to_owned();
		let made = self.agora(None, &["key", "new", "--out", &key]).result().clone();
		if amount > 0 {
			let public = made["publicKey"].as_str().unwrap().trim_start_matches("0x");
			let public = hex::decode(public).unwrap();
			let call = tx(
				"Balances",
				"transfer_keep_alive",
				vec![
					Scale::unnamed_variant("Id", [Scale::from_bytes(public)]),
					Scale::u128(amount),
				],
			);
			self.send("//Alice", &call).unwrap();
		}
		(key, made["address"].as_str().unwrap().to_owned())
	}

	/// Ask a runtime API, and return the names of the variants that the answer lies in, such as
	/// `Some.Live`.
	pub fn ask(&self, api: &str, method: &str, arguments: Vec<Scale>) -> String {
		let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
		let answer = runtime.unwrap().block_on(async {
			let url = &self.node.url;
			let client = OnlineClient::<PolkadotConfig>::from_insecure_url(url).await.unwrap();
			let at = client.at_current_block().await.unwrap();
			let call = runtime_api_call::<Vec<Scale>, Scale>(api, method, arguments);
			at.runtime_apis().call(call).await.unwrap()
		});
		let mut names = Vec::new();
		let mut next = Some(&answer);
		while let Some(Scale { value: ValueDef::Variant(variant), .. }) = next {
			names.push(variant.name.as_str());
			next = variant.values.values().next();
		}
		names.join(".")
	}

	/// Make so many blocks, with nothing in them but what waits.
	pub fn blocks(&self, count: usize) {
		self.make_blocks(count, true);
	}

	/// The same, and none of them is final before one is that comes after them.
	pub fn unfinal_blocks(&self, count: usize) {
		self.make_blocks(count, false);
	}

	fn make_blocks(&self, count: usize, finalize: bool) {
		let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
		runtime.unwrap().block_on(async {
			let client = RpcClient::from_insecure_url(&self.node.url).await.unwrap();
			for _ in 0..count {
				let asked = rpc_params![true, finalize, Option::<String>::None];
				let made: Value = client.request("engine_createBlock", asked).await.unwrap();
				assert!(made["hash"].is_string(), "{made}");
			}
		});
	}

	/// Send a call past the command, which refuses much before it costs a fee, and wait until it is
	/// final. A refusal by a pallet is the name of its error.
	pub fn send(&self, signer: &str, call: &Call) -> Result<(), String> {
		let signer = Keypair::from_uri(&signer.parse().unwrap()).unwrap();
		let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
		runtime.unwrap().block_on(async {
			let url = &self.node.url;
			let client = OnlineClient::<PolkadotConfig>::from_insecure_url(url).await.unwrap();
			let mut transactions = client.transactions().await.unwrap();
			let sent = transactions.sign_and_submit_then_watch_default(call, &signer).await;
			match sent.unwrap().wait_for_finalized_success().await {
				Ok(_) => Ok(()),
				Err(TransactionFinalizedSuccessError::SuccessError(
					TransactionEventsError::ExtrinsicFailed(DispatchError::Module(error)),
				)) => Err(error.details().unwrap().variant.name.clone()),
				Err(error) => panic!("{error}"),
			}
		})
	}
}

/// A value that is text.
pub fn text(value: &Value) -> &str {
	value.as_str().unwrap_or_else(|| panic!("{value} is no text"))
}

/// An amount, which is text so that it may be large.
pub fn amount(value: &Value) -> u128 {
	text(value).parse().unwrap()
}

// SPDX-License-Identifier: Apache-2.0

//! The nodes, and connections to them that come back.

use crate::error::{Error, Result};
use serde::de::DeserializeOwned;
use std::{
	sync::{Arc, Mutex, PoisonError},
	time::{Duration, Instant},
};
use subxt::rpcs::{client::RpcParams, Error as RpcError, RpcClient, UserError};
use tokio::sync::Semaphore;

/// How long a node may take to connect or to answer.
const PATIENCE: Duration = Duration::from_secs(15);
/// How long a node that is gone is left alone.
const PAUSE: Duration = Duration::from_secs(1);
/// How many requests may be under way on a connection; the client takes no more than 256.
const UNDER_WAY: usize = 200;

/// Why there is no answer of the kind that was asked for.
#[derive(Debug)]
pub enum Trouble {
	/// The node answered with an error.
	Said(UserError),
	/// There is no connection, or it broke, or the node is silent.
	Gone(String),
}

impl From<Trouble> for Error {
	fn from(trouble: Trouble) -> Self {
		match trouble {
			Trouble::Said(error) => error.to_string().into(),
			Trouble::Gone(why) => why.into(),
		}
	}
}

enum Connection {
	Up(RpcClient),
	Down { until: Instant },
}

/// One node.
pub struct Node {
	url: String,
	connection: Mutex<Connection>,
	slots: Semaphore,
}

impl Node {
	fn new(url: &str) -> Self {
		let connection = Mutex::new(Connection::Down { until: Instant::now() });
		Self { url: url.to_owned(), connection, slots: Semaphore::new(UNDER_WAY) }
	}

	/// Its address.
	pub fn url(&self) -> &str {
		&self.url
	}

	/// May it be asked now?
	fn ready(&self) -> bool {
		let connection = self.connection.lock().unwrap_or_else(PoisonError::into_inner);
		let up = match &*connection {
			Connection::Up(_) => true,
			Connection::Down { until } => Instant::now() >= *until,
		};
		up && self.slots.available_permits() > 0
	}

	/// Its connection, made anew if there is none.
	pub async fn client(&self) -> std::result::Result<RpcClient, Trouble> {
		if let Connection::Up(client) =
			&*self.connection.lock().unwrap_or_else(PoisonError::into_inner)
		{
			return Ok(client.clone());
		}
		let made = tokio::time::timeout(PATIENCE, RpcClient::from_insecure_url(&self.url)).await;
		match made {
			Ok(Ok(client)) => {
				self.set(Connection::Up(client.clone()));
				Ok(client)
			}
			Ok(Err(error)) => Err(self.gone(&error.to_string())),
			Err(_) => Err(self.gone("it took too long to connect")),
		}
	}

	fn set(&self, connection: Connection) {
		*self.connection.lock().unwrap_or_else(PoisonError::into_inner) = connection;
	}

	fn gone(&self, why: &str) -> Trouble {
		self.set(Connection::Down { until: Instant::now() + PAUSE });
		Trouble::Gone(format!("no node answers at {}: {why}", self.url))
	}

	/// Ask this node.
	pub async fn request<T: DeserializeOwned>(
		&self,
		method: &str,
		parameters: RpcParams,
	) -> std::result::Result<T, Trouble> {
		let client = self.client().await?;
		// Never closed, so there is always a permit in the end.
		let _slot = self.slots.acquire().await;
		match tokio::time::timeout(PATIENCE, client.request(method, parameters)).await {
			Ok(Ok(answer)) => Ok(answer),
			Ok(Err(RpcError::User(error))) => Err(Trouble::Said(error)),
			Ok(Err(error)) => Err(self.gone(&error.to_string())),
			Err(_) => Err(self.gone(&format!("{method} took too long"))),
		}
	}
}

/// All nodes.
pub struct Nodes {
	/// Those that are sent to.
	nodes: Vec<Arc<Node>>,
	/// Those whose blocks are read, the preferred one first.
	watched: Vec<Arc<Node>>,
}

impl Nodes {
	/// Connect to the nodes; one that does not answer now may do so later, but not all of them.
	pub async fn connect(urls: &[String], watch: Option<&str>) -> Result<Arc<Self>> {
		let nodes: Vec<_> = urls.iter().map(|url| Arc::new(Node::new(url))).collect();
		let preferred = match watch {
			Some(url) => nodes.iter().find(|node| node.url == url).cloned(),
			None => nodes.last().cloned(),
		};
		let preferred = preferred.unwrap_or_else(|| Arc::new(Node::new(watch.unwrap_or_default())));
		let others = nodes.iter().filter(|node| node.url != preferred.url).cloned();
		let watched = std::iter::once(preferred.clone()).chain(others).collect();
		let all = Arc::new(Self { nodes, watched });
		let mut last = String::new();
		for node in &all.watched {
			match node.client().await {
				Ok(_) => return Ok(all),
				Err(trouble) => last = Error::from(trouble).to_string(),
			}
		}
		Err(format!("{last}. Start a network, or name its nodes with --node URL.").into())
	}

	/// The node to send to: that of the number, or the next one that is there.
	pub fn pick(&self, number: usize) -> Arc<Node> {
		let preferred = number % self.nodes.len();
		let turn = self.nodes.iter().cycle().skip(preferred).take(self.nodes.len());
		let ready = turn.clone().find(|node| node.ready());
		ready.unwrap_or(&self.nodes[preferred]).clone()
	}

	/// The node whose blocks to read; the next one after `passed` that failed.
	pub fn watched(&self, passed: usize) -> Arc<Node> {
		self.watched[passed % self.watched.len()].clone()
	}

	/// How many nodes blocks may be read from.
	pub fn count(&self) -> usize {
		self.watched.len()
	}

	/// Ask one node after another until one has an answer.
	pub async fn ask<T: DeserializeOwned>(
		&self,
		method: &str,
		parameters: impl Fn() -> RpcParams,
	) -> Result<T> {
		let mut last: Error = "there is no node".into();
		for node in &self.watched {
			match node.request(method, parameters()).await {
				Ok(answer) => return Ok(answer),
				Err(trouble) => last = trouble.into(),
			}
		}
		Err(last)
	}
}

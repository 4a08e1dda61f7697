// SPDX-License-Identifier: Apache-2.0

//! Whether we were asked to end.

use crate::error::Result;
use std::{convert::Infallible, future::Future, process};
use tokio::{
	signal::unix::{signal, SignalKind},
	sync::watch::{channel, Receiver},
};

/// What an exit status is above the number of the signal that was its cause.
const BY_SIGNAL: i32 = 128;

/// Knows whether we were asked to end.
#[derive(Clone)]
pub struct Stop(Receiver<u32>);

impl Stop {
	/// Listen to SIGINT and SIGTERM from now on. The first one ends what waits for it; the second one
	/// ends the program.
	pub fn on_signals() -> Result<Self> {
		let (sender, asked) = channel(0);
		for kind in [SignalKind::interrupt(), SignalKind::terminate()] {
			let (mut signals, sender) = (signal(kind)?, sender.clone());
			tokio::spawn(async move {
				while signals.recv().await.is_some() {
					sender.send_modify(|times| *times += 1);
					if *sender.borrow() > 1 {
						process::exit(BY_SIGNAL + kind.as_raw_value());
					}
				}
			});
		}
		Ok(Self(asked))
	}

	/// Returns once we were asked, or at once if that was before.
	pub async fn asked(&self) {
		if self.0.clone().wait_for(|times| *times > 0).await.is_err() {
			// Nobody is left who could ask.
			std::future::pending::<Infallible>().await;
		}
	}

	/// Do something unless we are asked to end before it is done.
	pub async fn or<T>(&self, what: &str, done: impl Future<Output = Result<T>>) -> Result<T> {
		tokio::select! {
			biased;
			() = self.asked() => Err(format!("stopped while {what}").into()),
			done = done => done,
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[tokio::test]
	async fn who_was_asked_stays_asked() {
		let (sender, asked) = channel(0);
		let stop = Stop(asked);
		assert_eq!(stop.or("it works", async { Ok(1) }).await.unwrap(), 1);
		sender.send_modify(|times| *times += 1);
		for _ in 0..2 {
			let error = stop.or::<()>("it works", std::future::pending()).await.unwrap_err();
			assert_eq!(error.to_string(), "stopped while it works");
		}
	}
}

// SPDX-License-Identifier: Apache-2.0

//! Making a commitment from a file, with a bar that shows how far it is.

use super::reading::contributors;
use crate::{
	chain::{
		calls::Call,
		types::{Hash, VersionView},
		Applied, Chain,
	},
	commands::Context,
	error::{printable, Code, Error, Result},
	records::{self, Earlier, Origin, Published, Secret, Store, Stored},
};
use serde_json::{json, Value};
use std::{path::PathBuf, time::Instant};
use subxt_signer::sr25519::Keypair;

/// A commitment that was made, and what it took.
pub struct Made {
	/// The commitment on disk.
	pub stored: Stored,
	/// How many SHA-256 compressions it took.
	compressions: u64,
	seconds: f64,
}

impl Made {
	/// The lines that tell what was committed to.
	pub fn lines(&self) -> String {
		let commitment = &self.stored.commitment;
		format!(
			"root         {}\nrecords      {}, read as {}\nkept         {}\n",
			commitment.root,
			commitment.count,
			self.format(),
			crate::error::Shown(self.stored.folder())
		)
	}

	/// The same for a program.
	pub fn value(&self) -> Value {
		let commitment = &self.stored.commitment;
		json!({
			"root": commitment.root,
			"count": commitment.count,
			"format": commitment.origin.reading.format,
			"folder": self.stored.folder().to_string_lossy(),
			"seconds": self.seconds,
			"compressions": self.compressions,
		})
	}

	/// Send the call that puts the commitment on chain for a version, or joins it to another where it is
	/// `known` there already.
	///
	/// On disk first: a commitment without its secret proves nothing. What the chain then refused is
	/// struck out again, unless the outcome is unknown and it may have been made after all.
	pub async fn send(
		&mut self,
		call: &Call,
		version: &VersionView,
		known: bool,
		signer: &Keypair,
		chain: &Chain,
		context: &mut Context<'_>,
	) -> Result<Applied> {
		let published = Published {
			genesis: chain.genesis(),
			version: version.sequence,
			reference: version.reference(),
		};
		self.stored.add(published.clone())?;
		let sent = context.submit(chain, call, signer).await;
		if sent.as_ref().is_err_and(|error| error.code != Code::NODE_FAILED) && !known {
			self.stored.remove(&published)?;
		}
		sent
	}

	fn format(&self) -> String {
		let format = json!(self.stored.commitment.origin.reading.format);
		printable(format.as_str().unwrap_or_default())
	}
}

/// Commit to the records of a file, on disk; `earlier` is what they have to begin with.
///
/// Errors: those of [`records::commit`].
pub async fn make(
	origin: Origin,
	secret: Secret,
	earlier: Option<Stored>,
	context: &Context<'_>,
) -> Result<(Made, Option<Stored>)> {
	let store = Store::open()?;
	let contributors = contributors(&origin)?;
	let path = PathBuf::from(&origin.file);
	let size = path.metadata().map_err(|error| Error::unreadable(&path, &error))?.len();
	let bar = context.output.records_bar(size);
	// On a thread of its own, so that the connection to the node stays alive meanwhile.
	let made = tokio::task::spawn_blocking(move || {
		let started = Instant::now();
		let draft = store.begin()?;
		let before = earlier
			.as_ref()
			.map(|stored| Earlier { leaves: stored.leaves(), count: stored.commitment.count });
		let built = records::commit(
			&path,
			&origin.reading,
			&contributors,
			&secret,
			&draft.files,
			before,
			&mut |progress| {
				bar.set_position(progress.position);
				bar.set_message(progress.records.to_string());
			},
		);
		bar.finish_and_clear();
		let built = built?;
		let commitment = records::Commitment::new(built.root, built.count, &secret, origin);
		let stored = draft.finish(&commitment)?;
		if stored.commitment.root != Hash(built.root) || stored.commitment.count != built.count {
			return Err(Error::new(Code::STORE_DAMAGED, "another commitment lies under its root."));
		}
		let seconds = started.elapsed().as_secs_f64();
		Ok((Made { stored, compressions: built.compressions, seconds }, earlier))
	});
	made.await.map_err(|error| {
		Error::new(Code::INTERNAL, format!("committing stopped unexpectedly: {error}"))
	})?
}

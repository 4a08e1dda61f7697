// SPDX-License-Identifier: Apache-2.0

//! One file, from whichever location has it.

use super::{
	sink::{discard, part_length, Sink},
	source::{Fault, Source},
	staging::Claim,
	Limits, Watch,
};
use crate::{
	error::{printable, Code, Error, Result},
	hash::Digests,
};
use futures::StreamExt;
use indicatif::ProgressBar;
use std::{
	cell::{Cell, RefCell},
	path::{Path, PathBuf},
	time::Duration,
};

/// What is known of a file before it is here.
pub struct Goal<'a> {
	/// Its name in the manifest.
	pub name: &'a str,
	/// How long it is.
	pub size: Size,
	/// Its BLAKE3 hash.
	pub blake3: [u8; 32],
	/// Its SHA-256 hash, where it is known.
	pub sha256: Option<[u8; 32]>,
}

/// How long a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
	/// Just so.
	Exactly(u64),
	/// Nobody said, but no longer than this.
	AtMost(u64),
}

impl Size {
	fn most(self) -> u64 {
		match self {
			Self::Exactly(size) | Self::AtMost(size) => size,
		}
	}

	/// Can a file of this length be the one?
	fn allows(self, length: u64) -> bool {
		match self {
			Self::Exactly(size) => length == size,
			Self::AtMost(most) => length <= most,
		}
	}
}

/// A file that is here, and where it came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fetched {
	/// The location that gave the last of it; none if all was here from an earlier run.
	pub location: Option<String>,
	/// How many of its bytes were here from an earlier run.
	pub resumed: u64,
}

/// What all files are fetched with.
pub struct Fetcher<'a> {
	/// Where to fetch from.
	sources: &'a [Source],
	/// How long to wait and how often to try.
	limits: &'a Limits,
	/// Where to tell what happens.
	watch: &'a dyn Watch,
	/// Held while a part is written.
	claim: Claim,
	/// The sources' places, those that failed last.
	order: RefCell<Vec<usize>>,
}

/// Why a location does not give a file.
enum Trouble {
	/// It is ours, and no other location helps.
	Ours(Error),
	/// It cannot be reached, or does not have it.
	Fault(Fault),
	/// It gives something else.
	Wrong(String),
}

/// How an attempt ended that met no trouble.
enum Attempt {
	/// The file is here.
	Done,
	/// What was here before and what arrived do not make the file: it must be fetched whole.
	Mixed,
}

/// A part that is growing.
struct Part<'a> {
	path: PathBuf,
	/// The bytes of it that the bar counts.
	counted: Cell<u64>,
	/// What an earlier run left that is still in use.
	resumed: Cell<u64>,
	bar: &'a ProgressBar,
}

impl Part<'_> {
	/// Count this many bytes of it, no more and no less.
	fn count(&self, length: u64) {
		let before = self.counted.replace(length);
		if length >= before {
			self.bar.inc(length - before);
		} else {
			self.bar.dec(before - length);
		}
	}

	/// Begin anew.
	fn discard(&self) -> Result<()> {
		self.resumed.set(0);
		self.count(0);
		discard(&self.path)
	}
}

impl<'a> Fetcher<'a> {
	/// What files are fetched with, from sources that none of them has met yet.
	pub fn new(
		sources: &'a [Source],
		limits: &'a Limits,
		watch: &'a dyn Watch,
		claim: Claim,
	) -> Self {
		let order = RefCell::new((0..sources.len()).collect());
		Self { sources, limits, watch, claim, order }
	}

	/// Fetch a file into a part, counting its bytes, and see that it is the right one.
	///
	/// Errors: `download-failed`, `wrong-bytes`, and those of writing.
	pub async fn fetch(&self, goal: &Goal<'_>, part: &Path, bar: &ProgressBar) -> Result<Fetched> {
		let length = part_length(part)?;
		let part =
			Part { path: part.to_owned(), counted: Cell::new(0), resumed: Cell::new(length), bar };
		if length > goal.size.most() {
			part.discard()?;
		} else if matches!(goal.size, Size::Exactly(size) if size == length) {
			// Nothing is missing, if it is the right one.
			part.count(length);
			let digests = Sink::open(&part.path, length, self.claim.clone()).finish().await?;
			if goal.is_met_by(&digests) {
				return Ok(Fetched { location: None, resumed: length });
			}
			part.discard()?;
		}
		let mut reasons = Vec::new();
		let mut only_wrong = true;
		let order = self.order.borrow().clone();
		for (tried, index) in order.iter().enumerate() {
			let Some(source) = self.sources.get(*index) else { continue };
			let why = match self.persist(source, goal, &part).await {
				Ok(()) => {
					let location = Some(source.location().to_owned());
					return Ok(Fetched { location, resumed: part.resumed.get() });
				}
				Err(Trouble::Ours(error)) => return Err(error),
				Err(Trouble::Fault(fault)) => {
					only_wrong = false;
					fault.why
				}
				Err(Trouble::Wrong(why)) => why,
			};
			let others = if tried + 1 < order.len() { "; trying the next location" } else { "" };
			self.watch.warn(&format!("{} from {source}: {why}{others}", printable(goal.name)));
			reasons.push(format!("{source}: {why}"));
			self.put_last(*index);
		}
		let reasons = reasons.join("; ");
		let name = printable(goal.name);
		Err(if only_wrong {
			Error::new(
				Code::WRONG_BYTES,
				format!(
					"no location has the {name} of this version. {reasons}. Nothing of it was put in \
					 place. Tell the publisher, or name another location with --from URL."
				),
			)
		} else {
			Error::new(
				Code::DOWNLOAD_FAILED,
				format!(
					"{name} could not be fetched. {reasons}. What has arrived is kept: run this again \
					 to go on, or name another location with --from URL."
				),
			)
		})
	}

	/// Ask this location last from now on.
	fn put_last(&self, index: usize) {
		let mut order = self.order.borrow_mut();
		order.retain(|other| *other != index);
		order.push(index);
	}

	/// Fetch from one location, going on where a connection broke.
	async fn persist(
		&self,
		source: &Source,
		goal: &Goal<'_>,
		part: &Part<'_>,
	) -> Result<(), Trouble> {
		let mut failures = 0u32;
		let mut whole = false;
		loop {
			let before = part_length(&part.path).map_err(Trouble::Ours)?;
			let fault = match self.attempt(source, goal, part, before).await {
				Ok(Attempt::Done) => return Ok(()),
				Ok(Attempt::Mixed) if !whole => {
					// Whose bytes were wrong is not known: ask this location for all of them.
					whole = true;
					part.discard().map_err(Trouble::Ours)?;
					continue;
				}
				Ok(Attempt::Mixed) => {
					part.discard().map_err(Trouble::Ours)?;
					return Err(Trouble::Wrong("its bytes are other ones each time".into()));
				}
				Err(Trouble::Wrong(why)) => {
					part.discard().map_err(Trouble::Ours)?;
					return Err(Trouble::Wrong(why));
				}
				Err(Trouble::Fault(fault)) if fault.passing => fault,
				Err(trouble) => return Err(trouble),
			};
			let after = part_length(&part.path).map_err(Trouble::Ours)?;
			failures = if after >= before.saturating_add(self.limits.progress) {
				1
			} else {
				failures.saturating_add(1)
			};
			if failures >= self.limits.attempts {
				return Err(Trouble::Fault(fault));
			}
			tokio::time::sleep(self.limits.pause.saturating_mul(1 << (failures - 1).min(4))).await;
		}
	}

	/// Ask once, and write what comes.
	async fn attempt(
		&self,
		source: &Source,
		goal: &Goal<'_>,
		part: &Part<'_>,
		before: u64,
	) -> Result<Attempt, Trouble> {
		let opening = within(self.limits.idle, source.open(goal.name, before));
		let mut opened = opening.await.and_then(|opened| opened).map_err(Trouble::Fault)?;
		if let Some(length) = opened.length.filter(|length| !goal.size.allows(*length)) {
			return Err(Trouble::Wrong(match goal.size {
				Size::Exactly(size) => format!("it has {length} bytes there instead of {size}"),
				Size::AtMost(most) => {
					format!("it has {length} bytes there, and {most} is the most")
				}
			}));
		}
		if opened.start != before {
			part.resumed.set(0);
		}
		part.count(opened.start);
		let sink = Sink::open(&part.path, opened.start, self.claim.clone());
		let mut length = opened.start;
		let ended = loop {
			let piece = within(self.limits.idle, opened.body.next()).await;
			let bytes = match piece {
				Ok(Some(Ok(bytes))) => bytes,
				Ok(Some(Err(fault))) | Err(fault) => break Err(Trouble::Fault(fault)),
				Ok(None) => break Ok(()),
			};
			length = length.saturating_add(bytes.len() as u64);
			if length > goal.size.most() {
				let most = goal.size.most();
				break Err(Trouble::Wrong(format!("it has more than {most} bytes there")));
			}
			part.count(length);
			if !sink.push(bytes).await {
				break Ok(());
			}
		};
		// Its end is waited for in any case: the next attempt writes to the same part.
		let digests = sink.finish().await.map_err(Trouble::Ours)?;
		ended?;
		if !goal.size.allows(length) {
			let why = format!("it ended after {length} of {} bytes", goal.size.most());
			return Err(Trouble::Fault(Fault::passing(why)));
		}
		if goal.is_met_by(&digests) {
			Ok(Attempt::Done)
		} else if opened.start > 0 {
			Ok(Attempt::Mixed)
		} else {
			let blake3 = hex::encode(digests.blake3);
			Err(Trouble::Wrong(format!("it has other bytes there, with the BLAKE3 hash {blake3}")))
		}
	}
}

impl Goal<'_> {
	fn is_met_by(&self, digests: &Digests) -> bool {
		self.blake3 == digests.blake3
			&& self.sha256.is_none_or(|sha256| digests.sha256 == Some(sha256))
	}
}

/// What comes in time, or that nothing came.
async fn within<T>(idle: Duration, what: impl std::future::Future<Output = T>) -> Result<T, Fault> {
	tokio::time::timeout(idle, what)
		.await
		.map_err(|_| Fault::passing(format!("nothing came for {} seconds", idle.as_secs())))
}

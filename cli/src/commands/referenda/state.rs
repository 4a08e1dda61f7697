// SPDX-License-Identifier: Apache-2.0

//! How far a referendum is, and what it needs.

use crate::{
	chain::{
		governance::{
			types::{Status, Track, TrackId},
			Governance,
		},
		Chain, Token,
	},
	error::Result,
	perbill::Perbill,
};
use serde_json::{json, Value};
use std::collections::BTreeMap;

/// What referenda are seen against.
pub struct World {
	/// The tracks.
	pub tracks: BTreeMap<TrackId, Track>,
	/// All tokens that could vote, in planck.
	pub electorate: u128,
	/// After how many blocks a referendum ends that is not decided.
	pub timeout: u32,
	/// The block that is looked at.
	pub now: u32,
}

impl World {
	/// As it is now.
	pub async fn read(chain: &Chain, governance: &Governance<'_>) -> Result<Self> {
		Ok(Self {
			tracks: governance.tracks()?,
			electorate: governance.electorate().await?,
			timeout: governance.undeciding_timeout()?,
			now: u32::try_from(chain.block_number()).unwrap_or(u32::MAX),
		})
	}

	/// What to call a track.
	pub fn track_name(&self, id: TrackId) -> String {
		self.tracks.get(&id).map_or_else(|| format!("track {id}"), |track| track.name().to_owned())
	}
}

/// A stage on the way to an end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
	/// Nobody made the deposit that its decision needs; it ends with this block.
	Undeposited(u32),
	/// It is decided from this block on, at the earliest.
	Preparing(u32),
	/// Others of its track are decided before.
	Queued,
	/// It is rejected in this block, if it never has what it needs.
	Deciding(u32),
	/// It is approved in this block, if it keeps what it needs.
	Confirming(u32),
}

impl Stage {
	/// The stage that a referendum is in.
	pub fn of(status: &Status, world: &World) -> Self {
		let track = world.tracks.get(&status.track);
		let period = |period: fn(&Track) -> u32| track.map_or(0, period);
		if let Some(deciding) = status.deciding {
			return match deciding.confirming {
				Some(block) => Self::Confirming(block),
				None => {
					let period = period(|track| track.decision_period);
					Self::Deciding(deciding.since.saturating_add(period))
				}
			};
		}
		if status.in_queue {
			return Self::Queued;
		}
		match status.decision_deposit {
			None => Self::Undeposited(status.submitted.saturating_add(world.timeout)),
			Some(_) => {
				let period = period(|track| track.prepare_period);
				Self::Preparing(status.submitted.saturating_add(period))
			}
		}
	}

	/// The word for it in JSON.
	pub fn word(self) -> &'static str {
		match self {
			Self::Undeposited(_) => "undeposited",
			Self::Preparing(_) => "preparing",
			Self::Queued => "queued",
			Self::Deciding(_) => "deciding",
			Self::Confirming(_) => "confirming",
		}
	}

	/// The block that ends it, if that is known.
	pub fn until(self) -> Option<u32> {
		match self {
			Self::Queued => None,
			Self::Undeposited(block)
			| Self::Preparing(block)
			| Self::Deciding(block)
			| Self::Confirming(block) => Some(block),
		}
	}

	/// The same for people.
	pub fn text(self) -> String {
		let until = self.until().map_or_else(String::new, |block| format!(" until block {block}"));
		let word = match self {
			Self::Undeposited(_) => "without decision deposit",
			other => other.word(),
		};
		format!("{word}{until}")
	}
}

/// A share that a referendum has, and what it needs of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Measure {
	/// What it has.
	pub has: Perbill,
	/// What it needs now; nothing where its track is not known.
	pub needs: Option<Perbill>,
}

impl Measure {
	/// For people.
	pub fn text(self) -> String {
		match self.needs {
			Some(needs) => format!("{} of {needs} needed now", self.has),
			None => self.has.to_string(),
		}
	}

	/// For programs.
	pub fn json(self) -> Value {
		json!({ "has": self.has, "needs": self.needs })
	}
}

/// Approval and support. Before its decision begins, a referendum needs what it will then.
pub fn measures(status: &Status, world: &World) -> (Measure, Measure) {
	let track = world.tracks.get(&status.track);
	let gone = match (status.deciding, track) {
		(Some(deciding), Some(track)) => Perbill::from_rational(
			world.now.saturating_sub(deciding.since).into(),
			track.decision_period.into(),
		),
		_ => Perbill::default(),
	};
	let approval = Measure {
		has: status.tally.approval(),
		needs: track.map(|track| track.min_approval.threshold(gone)),
	};
	let support = Measure {
		has: Perbill::from_rational(status.tally.support, world.electorate),
		needs: track.map(|track| track.min_support.threshold(gone)),
	};
	(approval, support)
}

/// A referendum that is going on, as every command prints it in JSON.
pub fn status_json(status: &Status, world: &World) -> Value {
	let (approval, support) = measures(status, world);
	let stage = Stage::of(status, world);
	let deposit = world.tracks.get(&status.track).map(|track| track.decision_deposit);
	json!({
		"track": status.track,
		"trackName": world.track_name(status.track),
		"state": stage.word(),
		"until": stage.until(),
		"submitted": status.submitted,
		"submitter": status.submission_deposit.who.to_string(),
		"decisionDeposit": {
			"amount": deposit.map(|amount| amount.to_string()),
			"account": status.decision_deposit.as_ref().map(|deposit| deposit.who.to_string()),
		},
		"ayes": status.tally.ayes.to_string(),
		"nays": status.tally.nays.to_string(),
		"support": status.tally.support.to_string(),
		"approvalShare": approval.json(),
		"supportShare": support.json(),
	})
}

/// Who deposited what for a decision, or what is missing.
pub fn deposit_text(status: &Status, world: &World, token: &Token) -> String {
	match (&status.decision_deposit, world.tracks.get(&status.track)) {
		(Some(deposit), _) => format!("{} of {}", token.show(deposit.amount), deposit.who),
		(None, Some(track)) => format!(
			"missing: {}, which anybody can give with referenda.placeDecisionDeposit",
			token.show(track.decision_deposit)
		),
		(None, None) => "missing".into(),
	}
}

#[cfg(test)]
pub mod tests {
	use super::*;
	use crate::chain::governance::types::{Curve, Deciding, Deposit, Enactment, Proposal, Tally};
	use subxt::utils::AccountId32;

	pub const UNIT: u128 = 1_000_000_000_000;

	fn percent(percent: u32) -> Perbill {
		Perbill::from_parts(percent * 10_000_000)
	}

	/// A chain at block 60, with a track that falls from 100 to 50 and from 50 to 0 in 100 blocks.
	pub fn world() -> World {
		let line = |ceil, floor| Curve::LinearDecreasing {
			length: percent(100),
			floor: percent(floor),
			ceil: percent(ceil),
		};
		let track = Track {
			name: "general_admin\0\0\0".into(),
			decision_deposit: 1_000 * UNIT,
			prepare_period: 5,
			decision_period: 100,
			confirm_period: 10,
			min_enactment_period: 5,
			min_approval: line(100, 50),
			min_support: line(50, 0),
		};
		World { tracks: [(1, track)].into(), electorate: 1_000 * UNIT, timeout: 140, now: 60 }
	}

	/// Submitted in block 5, and decided since block 10.
	pub fn status() -> Status {
		let deposit = |amount| Deposit { who: AccountId32([1; 32]), amount };
		Status {
			track: 1,
			proposal: Proposal::Inline(vec![]),
			enactment: Enactment::After(5),
			submitted: 5,
			submission_deposit: deposit(10 * UNIT),
			decision_deposit: Some(deposit(1_000 * UNIT)),
			deciding: Some(Deciding { since: 10, confirming: None }),
			tally: Tally { ayes: 300 * UNIT, nays: 100 * UNIT, support: 150 * UNIT },
			in_queue: false,
		}
	}

	#[test]
	fn each_stage_has_its_end() {
		let world = world();
		let mut status = status();
		assert_eq!(Stage::of(&status, &world), Stage::Deciding(110));
		status.deciding = Some(Deciding { since: 10, confirming: Some(70) });
		assert_eq!(Stage::of(&status, &world).text(), "confirming until block 70");
		status.deciding = None;
		assert_eq!(Stage::of(&status, &world), Stage::Preparing(10));
		status.in_queue = true;
		assert_eq!(Stage::of(&status, &world).text(), "queued");
		(status.in_queue, status.decision_deposit) = (false, None);
		let stage = Stage::of(&status, &world);
		assert_eq!(stage.text(), "without decision deposit until block 145");
		let token = Token::default();
		assert!(deposit_text(&status, &world, &token).starts_with("missing: 1000 AGO"));
	}

	#[test]
	fn what_is_needed_falls_with_time() {
		let (approval, support) = measures(&status(), &world());
		assert_eq!(approval.text(), "75 % of 75 % needed now");
		assert_eq!(support.text(), "15 % of 25 % needed now");
		let value = status_json(&status(), &world());
		assert_eq!(value["approvalShare"], json!({ "has": "75", "needs": "75" }));
		assert_eq!((&value["state"], &value["until"]), (&json!("deciding"), &json!(110)));
		let mut status = status();
		status.track = 9;
		let (approval, support) = measures(&status, &world());
		assert_eq!((approval.text(), support.text()), ("75 %".into(), "15 %".into()));
		assert_eq!(status_json(&status, &world())["trackName"], "track 9");
	}
}

// SPDX-License-Identifier: Apache-2.0

//! One referendum.

use super::{
	existing,
	state::{deposit_text, measures, status_json, Stage, World},
};
use crate::{
	chain::{
		governance::{
			types::{Enactment, Proposal, Referendum, ReferendumIndex, Status},
			ProposedCall,
		},
		Token,
	},
	commands::{Context, Done},
	error::Result,
};
use serde_json::{json, Value};

/// Run the command.
pub async fn run(index: ReferendumIndex, context: &mut Context<'_>) -> Result<()> {
	let chain = context.connect().await?;
	let governance = chain.governance()?;
	let referendum = existing(index, governance.referendum(index).await?)?;
	let Referendum::Ongoing(status) = &referendum else {
		return context.print(&over(index, &referendum));
	};
	let call = governance.call(&status.proposal).await?;
	let world = World::read(&chain, &governance).await?;
	let text = text(index, status, call.as_ref(), &world, &chain.token);
	context.print(&Done::new(text, json(index, status, call.as_ref(), &world)))
}

/// How a referendum ended.
fn over(index: ReferendumIndex, referendum: &Referendum) -> Done {
	let (how, block) = referendum.ended().unwrap_or_default();
	let text = format!("referendum   {index}\nstate        {how} in block {block}\n");
	Done::new(text, json!({ "index": index, "state": how, "block": block }))
}

fn text(
	index: ReferendumIndex,
	status: &Status,
	call: Option<&ProposedCall>,
	world: &World,
	token: &Token,
) -> String {
	let (approval, support) = measures(status, world);
	let mut text = String::new();
	let submitter = &status.submission_deposit.who;
	for (what, value) in [
		("referendum", index.to_string()),
		("track", format!("{} ({})", world.track_name(status.track), status.track)),
		("proposal", call.map_or_else(|| missing(&status.proposal), ToString::to_string)),
		("enacted", enacted(status, world)),
		("submitted", format!("in block {} by {submitter}", status.submitted)),
		("deposit", deposit_text(status, world, token)),
		("state", Stage::of(status, world).text()),
		("ayes", token.show(status.tally.ayes)),
		("nays", token.show(status.tally.nays)),
		("approval", approval.text()),
		("support", format!("{}, {}", token.show(status.tally.support), support.text())),
		("next", format!("agora vote {index} aye --amount AGO")),
	] {
		text.push_str(&format!("{what:<12} {value}\n"));
	}
	text
}

/// When the call is made if it is approved: never sooner than its track allows.
fn enacted(status: &Status, world: &World) -> String {
	let track = world.tracks.get(&status.track);
	let least = track.map_or(0, |track| track.min_enactment_period);
	let count = |blocks: u32| match blocks {
		1 => "1 block".to_owned(),
		many => format!("{many} blocks"),
	};
	match status.enactment {
		Enactment::After(blocks) => format!("{} after approval", count(blocks.max(least))),
		Enactment::At(block) => {
			format!("in block {block}, or {} after approval if that is later", count(least))
		}
	}
}

/// A call that cannot be shown.
fn missing(proposal: &Proposal) -> String {
	match proposal {
		Proposal::Legacy { hash } => format!("{hash}"),
		Proposal::Inline(bytes) => format!("0x{}, no call of this chain", hex::encode(bytes)),
		Proposal::Lookup { hash, len } => {
			format!("{hash}, {len} bytes, which nobody noted: preimage.notePreimage does")
		}
	}
}

fn json(
	index: ReferendumIndex,
	status: &Status,
	call: Option<&ProposedCall>,
	world: &World,
) -> Value {
	let mut value = status_json(status, world);
	value["index"] = json!(index);
	value["proposal"] = json!(call);
	value["enactment"] = match status.enactment {
		Enactment::At(block) => json!({ "at": block }),
		Enactment::After(blocks) => json!({ "after": blocks }),
	};
	value["hash"] = match &status.proposal {
		Proposal::Inline(_) => Value::Null,
		Proposal::Legacy { hash } | Proposal::Lookup { hash, .. } => json!(hash),
	};
	value
}

#[cfg(test)]
mod tests {
	use super::{
		super::state::tests::{status, world},
		*,
	};
	use crate::{chain::types::Hash, error::Code};
	use subxt::utils::AccountId32;

	#[test]
	fn a_referendum_is_shown_whole() {
		let call = ProposedCall {
			pallet: "Rewards".into(),
			call: "set_parameters".into(),
			arguments: "{ a: 1 }".into(),
		};
		let who = AccountId32([1; 32]);
		assert_eq!(
			text(3, &status(), Some(&call), &world(), &Token::default()),
			format!(
				"referendum   3\n\
				 track        general_admin (1)\n\
				 proposal     Rewards.set_parameters {{ a: 1 }}\n\
				 enacted      5 blocks after approval\n\
				 submitted    in block 5 by {who}\n\
				 deposit      1000 AGO of {who}\n\
				 state        deciding until block 110\n\
				 ayes         300 AGO\n\
				 nays         100 AGO\n\
				 approval     75 % of 75 % needed now\n\
				 support      150 AGO, 15 % of 25 % needed now\n\
				 next         agora vote 3 aye --amount AGO\n"
			)
		);
		let value = json(3, &status(), Some(&call), &world());
		assert_eq!(value["proposal"]["call"], "set_parameters");
		assert_eq!((&value["enactment"]["after"], &value["hash"]), (&json!(5), &Value::Null));
	}

	#[test]
	fn nothing_is_enacted_sooner_than_its_track_allows() {
		let mut status = status();
		let shown = |status: &Status| enacted(status, &world());
		status.enactment = Enactment::After(1);
		assert_eq!(shown(&status), "5 blocks after approval");
		status.enactment = Enactment::After(9);
		assert_eq!(shown(&status), "9 blocks after approval");
		status.enactment = Enactment::At(70);
		assert_eq!(shown(&status), "in block 70, or 5 blocks after approval if that is later");
	}

	#[test]
	fn a_call_that_nobody_noted_is_its_hash() {
		let hash = Hash([7; 32]);
		let shown = missing(&Proposal::Lookup { hash, len: 9 });
		assert!(shown.starts_with(&hash.to_string()) && shown.contains("notePreimage"), "{shown}");
		let mut status = status();
		status.proposal = Proposal::Lookup { hash, len: 9 };
		assert_eq!(json(3, &status, None, &world())["hash"], json!(hash));
	}

	#[test]
	fn what_is_over_says_how_it_ended() {
		let done = over(3, &Referendum::Approved(80, None, None));
		assert_eq!(done.to_string(), "referendum   3\nstate        approved in block 80\n");
		let value = serde_json::to_value(over(4, &Referendum::Killed(9))).unwrap();
		assert_eq!(value, json!({ "index": 4, "state": "killed", "block": 9 }));
		assert_eq!(existing(5, None).unwrap_err().code, Code::REFERENDUM_NOT_FOUND);
	}
}

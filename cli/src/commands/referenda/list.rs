// SPDX-License-Identifier: Apache-2.0

//! The referenda that are going on.

use super::state::{measures, status_json, Stage, World};
use crate::{
	chain::governance::types::{Referendum, ReferendumIndex, Status},
	commands::{table::table, Context, Done},
	error::Result,
};
use serde_json::{json, Value};

/// Run the command.
pub async fn run(context: &mut Context<'_>) -> Result<()> {
	let chain = context.connect().await?;
	let governance = chain.governance()?;
	let world = World::read(&chain, &governance).await?;
	let mut ongoing = Vec::new();
	for (index, referendum) in governance.referenda().await? {
		let Referendum::Ongoing(status) = referendum else { continue };
		let call = governance.call(&status.proposal).await?;
		ongoing.push((index, status, call.map(|call| call.name())));
	}
	let value: Vec<_> = ongoing.iter().map(|row| row_json(row, &world)).collect();
	context.print(&Done::new(text(&ongoing, &world), json!({ "referenda": value })))
}

/// A referendum, and the name of the call that it proposes.
type Row = (ReferendumIndex, Status, Option<String>);

fn row_json((index, status, call): &Row, world: &World) -> Value {
	let mut value = status_json(status, world);
	value["index"] = json!(index);
	value["call"] = json!(call);
	value
}

const HEAD: [&str; 6] = ["index", "track", "proposal", "state", "approval", "support"];

fn text(ongoing: &[Row], world: &World) -> String {
	if ongoing.is_empty() {
		return "no referendum is going on\n".into();
	}
	let rows = ongoing.iter().map(|(index, status, call)| {
		let (approval, support) = measures(status, world);
		[
			index.to_string(),
			world.track_name(status.track),
			call.clone().unwrap_or_else(|| "not noted".into()),
			Stage::of(status, world).text(),
			approval.text(),
			support.text(),
		]
	});
	table(HEAD, rows)
}

#[cfg(test)]
mod tests {
	use super::{
		super::state::tests::{status, world},
		*,
	};

	#[test]
	fn each_referendum_has_a_line() {
		let rows = [(3, status(), Some("Rewards.set_parameters".into())), (4, status(), None)];
		assert_eq!(
			text(&rows, &world()),
			"index  track          proposal                state                     \
			 approval                 support\n\
			 3      general_admin  Rewards.set_parameters  deciding until block 110  \
			 75 % of 75 % needed now  15 % of 25 % needed now\n\
			 4      general_admin  not noted               deciding until block 110  \
			 75 % of 75 % needed now  15 % of 25 % needed now\n"
		);
		assert_eq!(text(&[], &world()), "no referendum is going on\n");
		let value = row_json(&rows[0], &world());
		assert_eq!((&value["index"], &value["trackName"]), (&json!(3), &json!("general_admin")));
		assert_eq!(value["call"], "Rewards.set_parameters");
	}
}

// SPDX-License-Identifier: Apache-2.0

//! `agora split set`: divide the income of an artifact.

use super::{change, own};
use crate::{
	chain::{
		royalties::{
			refusal,
			types::{Member, Split},
		},
		types::ArtifactKind,
	},
	commands::{whose, Context},
	error::{Code, Error, Result},
	keys,
	permill::Permill,
	reference::{Publisher, Reference},
};
use clap::Args;
use std::str::FromStr;

/// The most members of a split.
const MAX_MEMBERS: usize = 16;

/// The whole, in millionths.
const WHOLE: u64 = 1_000_000;

/// Divide the income of an artifact from now on, after royalties.
///
/// The shares of the members make 100 %; without members all is the owner's. A dataset's contributors
/// can have a part before the members: each record of the version has an equal part of it, and that
/// of records which nobody proved goes to the members.
#[derive(Args)]
pub struct Options {
	/// The artifact.
	#[arg(value_name = "REF")]
	reference: Reference,

	/// Who shares, and how much: an address or `me`, and a percentage with at most four decimals. At
	/// most sixteen.
	#[arg(
		long = "member",
		value_name = "ACCOUNT=PERCENT",
		required_unless_present = "contributors"
	)]
	members: Vec<Share>,

	/// What is for the contributors of a dataset's records.
	#[arg(long, value_name = "PERCENT", default_value = "0")]
	contributors: Permill,
}

/// A member as written.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Share {
	account: Publisher,
	share: Permill,
}

impl FromStr for Share {
	type Err = String;

	fn from_str(text: &str) -> std::result::Result<Self, String> {
		let (account, share) =
			text.split_once('=').ok_or_else(|| format!("{text:?} is not ACCOUNT=PERCENT"))?;
		Ok(Self { account: account.parse()?, share: share.parse()? })
	}
}

/// Run the command.
pub async fn run(options: Options, context: &mut Context<'_>) -> Result<()> {
	let signer = context.signer()?;
	let me = keys::account(&signer);
	let member = |Share { account, share }: &Share| Member {
		account: whose(Some(account), me),
		share: *share,
	};
	let members: Vec<Member> = options.members.iter().map(member).collect();
	check(&members)?;
	let chain = context.connect().await?;
	let artifact = own(&chain, &options.reference, &me).await?;
	let contributors = options.contributors;
	if contributors.parts() > 0 && artifact.artifact.kind != ArtifactKind::Dataset {
		return Err(Error::new(
			Code::KIND_DIFFERS,
			format!("{} is a model, and only datasets have contributors.", artifact.reference()),
		));
	}
	for member in &members {
		if !chain.has_account(&member.account).await? {
			let why = format!(
				"there is no account {} on this chain: send it some tokens first.",
				member.account
			);
			return Err(refusal("MemberNotFound", why));
		}
	}
	change(&chain, &artifact, Split { contributors, members }, &signer, context).await
}

/// Are these members a split: not too many, each once and with some share, all with the whole?
///
/// Errors: `bad-split`.
fn check(members: &[Member]) -> Result<()> {
	let wrong = |why: String| Err(Error::new(Code::BAD_SPLIT, why));
	if members.is_empty() {
		return Ok(());
	}
	if members.len() > MAX_MEMBERS {
		let count = members.len();
		return wrong(format!("a split has at most {MAX_MEMBERS} members, and {count} are given."));
	}
	for (index, member) in members.iter().enumerate() {
		if member.share.parts() == 0 {
			return wrong(format!("{} would share nothing: leave it out.", member.account));
		}
		if members.iter().take(index).any(|earlier| earlier.account == member.account) {
			return wrong(format!("{} is given twice.", member.account));
		}
	}
	let sum: u64 = members.iter().map(|member| u64::from(member.share.parts())).sum();
	if sum != WHOLE {
		let (whole, rest) = (sum / 10_000, sum % 10_000);
		let rest = format!("{rest:04}");
		let sum = format!("{whole}.{rest}").trim_end_matches('0').trim_end_matches('.').to_owned();
		return wrong(format!("the shares make {sum} %, and must make 100 %."));
	}
	Ok(())
}

#[cfg(test)]
mod tests {
	use super::*;
	use subxt::utils::AccountId32;

	fn members(shares: &[&str]) -> Vec<Member> {
		let member = |(index, share): (usize, &&str)| Member {
			account: AccountId32([u8::try_from(index).unwrap(); 32]),
			share: share.parse().unwrap(),
		};
		shares.iter().enumerate().map(member).collect()
	}

	#[test]
	fn shares_make_a_whole() {
		for right in [&[][..], &["100"], &["40", "60"], &["33.3333", "33.3333", "33.3334"]] {
			assert_eq!(check(&members(right)), Ok(()), "{right:?}");
		}
		assert_eq!(check(&members(&["6.25"; 16])), Ok(()));
		for (wrong, said) in [
			(&["99.9999"][..], "make 99.9999 %"),
			(&["100", "0.0001"], "make 100.0001 %"),
			(&["50", "60"], "make 110 %"),
			(&["100"; 16], "make 1600 %"),
			(&["50", "0.5"], "make 50.5 %"),
			(&["100", "0"], "share nothing"),
			(&["5"; 17], "at most 16"),
		] {
			let error = check(&members(wrong)).unwrap_err();
			assert_eq!(error.code, Code::BAD_SPLIT);
			assert!(error.message.contains(said), "{error}");
		}
		let mut twice = members(&["50", "50"]);
		twice[1].account = twice[0].account;
		assert!(check(&twice).unwrap_err().message.contains("twice"));
	}

	#[test]
	fn a_member_is_an_account_and_a_percentage() {
		let alice = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY";
		let share: Share = format!("{alice}=33.3333%").parse().unwrap();
		assert_eq!(share.account, alice.parse().unwrap());
		assert_eq!(share.share.parts(), 333_333);
		assert_eq!("me=100".parse::<Share>().unwrap().account, Publisher::Me);
		for wrong in ["", "me", "me=", "=50", "me=101", "me=1.00001", "alice=50", "me=50=50"] {
			assert!(wrong.parse::<Share>().is_err(), "{wrong}");
		}
	}
}

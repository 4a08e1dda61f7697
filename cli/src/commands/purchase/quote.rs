// SPDX-License-Identifier: Apache-2.0

//! What a purchase costs and where the money goes, as a buyer reads it before they agree.

use crate::{
	chain::{
		market::types::{LicenseTerm, Quote},
		Token,
	},
	commands::{
		offer::{left, offer_json},
		payouts,
		target::Names,
	},
	duration,
};
use serde_json::{json, Value};

/// A quote, and all that it takes to say what it means.
pub struct Shown<'a> {
	/// What the chain says.
	pub quote: &'a Quote,
	/// What the artifact is called.
	pub artifact: &'a str,
	/// What the versions are called.
	pub names: &'a Names,
	/// The term of the license that is renewed.
	pub renewed: Option<LicenseTerm>,
	/// Is the refund window given up?
	pub waives: bool,
	/// The block that was looked at.
	pub now: u64,
	/// How long a block takes.
	pub milliseconds_per_block: u64,
	/// How amounts are written.
	pub token: &'a Token,
}

impl Shown<'_> {
	/// Can the price be had back for some time?
	pub fn is_pending(&self) -> bool {
		self.quote.price > 0 && self.quote.offer.offer.terms.refund_window > 0
	}

	/// What is held for the record: nothing more where there is one.
	pub fn deposit(&self) -> u128 {
		match self.renewed {
			None => self.quote.deposit,
			Some(_) => 0,
		}
	}

	/// How long the license would last.
	fn lasts(&self) -> String {
		let Some(duration) = self.quote.offer.offer.terms.duration else {
			return "for ever".into();
		};
		let shown = duration::show(duration, self.milliseconds_per_block);
		match self.renewed {
			Some(LicenseTerm::Until(end)) if u64::from(end) > self.now => {
				format!("{shown} longer, up to block {}", u64::from(end) + u64::from(duration))
			}
			_ => shown,
		}
	}

	/// All of it, in lines.
	pub fn text(&self) -> String {
		let Quote { offer, price, fee, excess, income, .. } = self.quote;
		let terms = &offer.offer.terms;
		let show = |amount: u128| self.token.show(amount);
		let name = self.names.get(&terms.version).map_or("?", String::as_str);
		let mut text = format!(
			"license      {}\noffer        {} (sells {name}, left: {})\nlasts        {}\n\
			 price        {}\n",
			self.artifact,
			offer.id,
			left(offer),
			self.lasts(),
			show(*price)
		);
		if *price == 0 && terms.price > 0 {
			text.push_str("free         its publisher's cap is reached\n");
		}
		if *price > 0 {
			let refund = match (terms.refund_window, self.waives) {
				(0, _) => "none: the price is paid at once".into(),
				(_, true) => "given up: the price is paid at once".into(),
				(window, false) => format!(
					"within {}; until then the price is held on your account",
					duration::show(window, self.milliseconds_per_block)
				),
			};
			text.push_str(&format!("refund       {refund}\nfee          {}\n", show(*fee)));
			if *excess > 0 {
				text.push_str(&format!(
					"commons      {}, above its publisher's cap\n",
					show(*excess)
				));
			}
			text.push_str(&format!("income       {}, which goes on so:\n", show(*income)));
			for line in payouts::text(&self.quote.distribution, self.names, self.token).lines() {
				text.push_str(&format!("  {line}\n"));
			}
		}
		if self.deposit() > 0 {
			let deposit = show(self.deposit());
			text.push_str(&format!(
				"deposit      {deposit}, which comes back when the license ends\n"
			));
		}
		text.trim_end().to_owned()
	}

	/// What is to be agreed to, in a sentence.
	pub fn question(&self) -> String {
		let what = match self.renewed {
			None => "A license",
			Some(_) => "More of the license",
		};
		let price = match self.quote.price {
			0 => "nothing".into(),
			price => self.token.show(price),
		};
		let deposit = match self.deposit() {
			0 => String::new(),
			deposit => format!(", and holds {}", self.token.show(deposit)),
		};
		format!("{what} for {} costs {price}{deposit}.", self.artifact)
	}

	/// The same for programs.
	pub fn json(&self) -> Value {
		json!({
			"offer": offer_json(&self.quote.offer, self.names),
			"price": self.quote.price.to_string(),
			"fee": self.quote.fee.to_string(),
			"excess": self.quote.excess.to_string(),
			"income": self.quote.income.to_string(),
			"deposit": self.deposit().to_string(),
			"distribution": payouts::json(&self.quote.distribution, self.names),
		})
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::{
		commands::{offer::tests::view, payouts::tests::distribution},
		error::Code,
		output::{mock::Recorder, Output},
	};

	const UNIT: u128 = 1_000_000_000_000;

	fn quote() -> Quote {
		let mut offer = view(3);
		offer.price = 120 * UNIT;
		offer.offer.terms.price = 120 * UNIT;
		offer.offer.terms.refund_window = 200;
		offer.offer.terms.supply = Some(4);
		Quote {
			offer,
			price: 120 * UNIT,
			fee: 3 * UNIT,
			excess: 17 * UNIT,
			income: 100 * UNIT,
			deposit: UNIT / 10,
			distribution: distribution(),
		}
	}

	fn names() -> Names {
		let mut names = payouts::tests::names();
		names.insert(5, "b/tuned@1".into());
		names
	}

	fn shown<'a>(quote: &'a Quote, names: &'a Names, token: &'a Token) -> Shown<'a> {
		Shown {
			quote,
			artifact: "b/tuned",
			names,
			renewed: None,
			waives: false,
			now: 100,
			milliseconds_per_block: 3_000,
			token,
		}
	}

	#[test]
	fn a_buyer_sees_where_the_money_goes() {
		let (quote, names, token) = (quote(), names(), Token::default());
		let shown = shown(&quote, &names, &token);
		assert_eq!(
			shown.text(),
			"license      b/tuned\n\
			 offer        3 (sells b/tuned@1, left: 4)\n\
			 lasts        for ever\n\
			 price        120 AGO\n\
			 refund       within 200 blocks (10 minutes); until then the price is held on your account\n\
			 fee          3 AGO\n\
			 commons      17 AGO, above its publisher's cap\n\
			 income       100 AGO, which goes on so:\n  \
			   version    gets     passes on  contributors  keeps\n  \
			   b/tuned@1  100 AGO  10 AGO     0 AGO         90 AGO\n  \
			   a/data@1   10 AGO   0 AGO      0.5 AGO       9.5 AGO\n\
			 deposit      0.1 AGO, which comes back when the license ends"
		);
		assert_eq!(shown.question(), "A license for b/tuned costs 120 AGO, and holds 0.1 AGO.");
		assert!(shown.is_pending());
	}

	#[test]
	fn what_is_renewed_lasts_longer_and_holds_no_more() {
		let (mut quote, names, token) = (quote(), names(), Token::default());
		quote.offer.offer.terms.duration = Some(1_000);
		let lasts = |renewed, said: &str| {
			let shown = Shown { renewed, ..shown(&quote, &names, &token) };
			assert!(shown.text().contains(&format!("lasts        {said}\n")), "{}", shown.text());
			shown.deposit()
		};
		assert_eq!(lasts(None, "1000 blocks (50 minutes)"), UNIT / 10);
		let running = Some(LicenseTerm::Until(400));
		assert_eq!(lasts(running, "1000 blocks (50 minutes) longer, up to block 1400"), 0);
		assert_eq!(lasts(Some(LicenseTerm::Until(99)), "1000 blocks (50 minutes)"), 0);
		let shown = Shown { renewed: running, ..shown(&quote, &names, &token) };
		assert_eq!(shown.question(), "More of the license for b/tuned costs 120 AGO.");
	}

	#[test]
	fn a_free_license_says_why() {
		let (mut quote, names, token) = (quote(), names(), Token::default());
		quote.price = 0;
		let shown = shown(&quote, &names, &token);
		let text = shown.text();
		assert!(text.contains("price        0 AGO\nfree         its publisher's cap is reached\n"));
		assert!(!text.contains("refund") && !text.contains("fee"), "{text}");
		assert!(!shown.is_pending());
		assert!(shown.question().contains("costs nothing, and holds 0.1 AGO."));
	}

	#[test]
	fn what_is_given_up_is_said() {
		let (mut quote, names, token) = (quote(), names(), Token::default());
		let waives = Shown { waives: true, ..shown(&quote, &names, &token) };
		assert!(waives.text().contains("refund       given up: the price is paid at once\n"));
		quote.offer.offer.terms.refund_window = 0;
		let none = shown(&quote, &names, &token);
		assert!(none.text().contains("refund       none: the price is paid at once\n"));
		assert!(!none.is_pending());
	}

	#[test]
	fn nothing_is_spent_unless_somebody_agrees() {
		let (quote, names, token) = (quote(), names(), Token::default());
		let question = shown(&quote, &names, &token).question();
		let mut output = Recorder { absent: true, ..Default::default() };
		let error = output.agree(&question).unwrap_err();
		assert_eq!(error.code, Code::CONFIRMATION_NEEDED);
		assert!(error.message.contains("costs 120 AGO") && error.message.contains("--yes"));
		let mut output = Recorder::default();
		assert_eq!(output.agree(&question), Ok(()));
		assert_eq!(output.notes, [question]);
	}

	#[test]
	fn programs_read_the_same() {
		let (quote, names, token) = (quote(), names(), Token::default());
		let value = shown(&quote, &names, &token).json();
		assert_eq!(value["offer"]["offer"], 3);
		assert_eq!(value["price"], (120 * UNIT).to_string());
		assert_eq!(value["fee"], (3 * UNIT).to_string());
		assert_eq!(value["excess"], (17 * UNIT).to_string());
		assert_eq!(value["income"], (100 * UNIT).to_string());
		assert_eq!(value["deposit"], (UNIT / 10).to_string());
		assert_eq!(value["distribution"]["payouts"][0]["reference"], "b/tuned@1");
	}
}

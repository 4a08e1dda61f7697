// SPDX-License-Identifier: Apache-2.0

//! The supply of tokens over ten years, era by era from what staking issues, as `docs/economy.md` and
//! its plot show it.
//!
//! `scripts/supply` runs this with `AGORA_WRITE_SUPPLY=1`, which writes both; otherwise they are
//! compared.

use super::chain::chain;
use crate::{
	configs::staking::{Issuance, YEAR_MILLISECONDS},
	supply::{era_milliseconds, projection, schedule},
	units::money::UNITS,
	Balance,
};
use pallet_staking::EraPayout;
use std::{fmt::Write, path::PathBuf};

/// All tokens at first.
const SUPPLY: Balance = 1_000_000_000 * UNITS;
const YEARS: usize = 10;
/// The parts of all tokens at stake that are told apart, in per cent; the second is the ideal one.
const STAKES: [u32; 3] = [25, 50, 75];

/// What became of all tokens in a year.
#[derive(Clone, Copy)]
struct Year {
	supply: Balance,
	stakers: Balance,
	rest: Balance,
}

/// Ten years with so many per cent of all tokens at stake, and no fee burned.
fn years(stake: u32) -> Vec<Year> {
	let era = era_milliseconds();
	let eras = YEAR_MILLISECONDS / era;
	let mut supply = SUPPLY;
	(0..YEARS)
		.map(|_| {
			let (mut stakers, mut rest) = (0, 0);
			for _ in 0..eras {
				let staked = supply / 100 * Balance::from(stake);
				let (of_stakers, others) = Issuance::era_payout(staked, supply, era);
				stakers += of_stakers;
				rest += others;
				supply += of_stakers + others;
			}
			Year { supply, stakers, rest }
		})
		.collect()
}

/// Millions of tokens, with one decimal.
fn millions(amount: Balance) -> String {
	let tenths = amount / (UNITS * 100_000);
	format!("{}.{}", tenths / 10, tenths % 10)
}

fn table() -> String {
	let by_stake = STAKES.map(years);
	let mut text = String::from(
		"| year | supply | stakers, 25 % staked | 50 % | 75 % | rewards and treasury, 25 % staked | 50 % | 75 % |\n\
		 | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n",
	);
	writeln!(text, "| 0 | {} | | | | | | |", millions(SUPPLY)).unwrap();
	for year in 0..YEARS {
		write!(text, "| {} | {} |", year + 1, millions(by_stake[1][year].supply)).unwrap();
		for years in &by_stake {
			write!(text, " {} |", millions(years[year].stakers)).unwrap();
		}
		for years in &by_stake {
			write!(text, " {} |", millions(years[year].rest)).unwrap();
		}
		text.push('\n');
	}
	text
}

/// The plot: what all tokens are, and whose the new ones are when half of all are at stake.
fn plot() -> String {
	const WIDTH: u128 = 640;
	const HEIGHT: u128 = 320;
	const LEFT: u128 = 56;
	const TOP: u128 = 24;
	const TALLEST: Balance = 2_000_000_000 * UNITS;
	let x = |year: usize| LEFT + WIDTH * year as u128 / YEARS as u128;
	let y = |amount: Balance| TOP + HEIGHT - HEIGHT * amount / TALLEST;
	let years = years(50);
	// From below: the first tokens, those of stakers, and the others.
	let mut layers = [vec![SUPPLY], vec![SUPPLY], vec![SUPPLY]];
	let mut stakers = 0;
	for year in &years {
		stakers += year.stakers;
		layers[0].push(SUPPLY);
		layers[1].push(SUPPLY + stakers);
		layers[2].push(year.supply);
	}
	let mut svg = format!(
		"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {} {}\" font-family=\"sans-serif\" \
		 font-size=\"12\" role=\"img\" aria-label=\"Supply over ten years\">\n\
		 <rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n",
		LEFT + WIDTH + 24,
		TOP + HEIGHT + 64
	);
	for tick in 0..=4u128 {
		let amount = TALLEST * tick / 4;
		writeln!(
			svg,
			"<path d=\"M{LEFT} {0}H{1}\" stroke=\"#d9d9de\"/>\
			 <text x=\"{2}\" y=\"{3}\" text-anchor=\"end\" fill=\"#44474f\">{4}</text>",
			y(amount),
			LEFT + WIDTH,
			LEFT - 8,
			y(amount) + 4,
			amount / UNITS / 1_000_000
		)
		.unwrap();
	}
	for (layer, color) in layers.iter().zip(["#1f3a5f", "#4f86c6", "#f2a541"]).rev() {
		let points: Vec<_> = layer
			.iter()
			.enumerate()
			.map(|(at, amount)| format!("{},{}", x(at), y(*amount)))
			.collect();
		writeln!(
			svg,
			"<polygon fill=\"{color}\" points=\"{LEFT},{0} {1} {2},{0}\"/>",
			y(0),
			points.join(" "),
			x(YEARS)
		)
		.unwrap();
	}
	for year in 0..=YEARS {
		writeln!(
			svg,
			"<text x=\"{}\" y=\"{}\" text-anchor=\"middle\" fill=\"#44474f\">{year}</text>",
			x(year),
			TOP + HEIGHT + 18
		)
		.unwrap();
	}
	let legend = [
		("#1f3a5f", "at genesis"),
		("#4f86c6", "to validators and nominators"),
		("#f2a541", "to rewards and the treasury"),
	];
	for ((color, label), at) in legend.into_iter().zip([0, 150, 390]) {
		writeln!(
			svg,
			"<rect x=\"{0}\" y=\"{1}\" width=\"12\" height=\"12\" fill=\"{color}\"/>\
			 <text x=\"{2}\" y=\"{3}\" fill=\"#44474f\">{label}</text>",
			LEFT + at,
			TOP + HEIGHT + 36,
			LEFT + at + 18,
			TOP + HEIGHT + 46
		)
		.unwrap();
	}
	writeln!(
		svg,
		"<text x=\"{LEFT}\" y=\"14\" fill=\"#44474f\">million AGO by year, half of all tokens at stake, \
		 no fee burned</text>\n</svg>"
	)
	.unwrap();
	svg
}

fn docs(name: &str) -> PathBuf {
	super::package().join("../docs").join(name)
}

/// The page with this table between its marks.
fn page(before: &str) -> String {
	let (begin, end) = ("<!-- supply: begin -->\n", "<!-- supply: end -->");
	let (head, rest) = before.split_once(begin).expect("the page has the first mark");
	let (_, tail) = rest.split_once(end).expect("the page has the last mark");
	format!("{head}{begin}{}{end}{tail}", table())
}

#[test]
fn the_page_shows_what_staking_issues() {
	let read = |name: &str| std::fs::read_to_string(docs(name)).unwrap_or_default();
	let before = read("economy.md");
	let page = page(&before);
	if std::env::var_os("AGORA_WRITE_SUPPLY").is_some() {
		std::fs::write(docs("economy.md"), page).unwrap();
		std::fs::write(docs("supply.svg"), plot()).unwrap();
	} else {
		assert!(page == before, "docs/economy.md is stale: run scripts/supply");
		assert!(plot() == read("supply.svg"), "docs/supply.svg is stale: run scripts/supply");
	}
}

#[test]
fn the_schedule_is_what_the_eras_add_up_to() {
	let projected = projection(SUPPLY, YEARS as u32);
	assert_eq!(projected.len(), YEARS);
	for (year, projected) in years(50).iter().zip(projected) {
		let difference = year.supply.abs_diff(projected);
		assert!(difference < year.supply / 1_000_000, "{difference} of {}", year.supply);
	}
}

#[test]
fn the_issuance_is_the_same_whatever_is_at_stake() {
	for stake in STAKES {
		let last = years(stake)[YEARS - 1];
		assert!(last.supply.abs_diff(years(50)[YEARS - 1].supply) < SUPPLY / 1_000_000);
		assert!(last.stakers > 0 && last.rest > 0, "there is always something for who builds");
	}
}

#[test]
fn the_schedule_is_that_of_the_chain() {
	chain("development").execute_with(|| {
		super::chain::begin_block();
		let view = schedule(0);
		assert_eq!(view.issuance, crate::Balances::total_issuance());
		assert_eq!(view.years.len(), 1);
		assert!(view.years[0] > view.issuance && view.years[0] < view.issuance / 100 * 107);
		assert!(view.yearly_to_stakers < view.yearly);
		assert_eq!(schedule(1_000).years.len(), 50);
		// So little is at stake that stakers have a little more than a per cent.
		assert!(view.staked > 0);
	});
}

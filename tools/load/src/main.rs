// SPDX-License-Identifier: Apache-2.0

//! `agora-load`: marketplace transactions at a chosen rate, and what became of each of them.

// Options are documented for the help of the command, where `<name>` is no HTML.
#![allow(rustdoc::invalid_html_tags)]

mod answer;
mod blocks;
mod cli;
mod drive;
mod error;
mod follow;
mod keys;
mod ledger;
mod load;
mod mix;
mod nodes;
mod prepare;
mod rate;
mod report;
mod sign;
mod statistics;
mod stop;
mod task;
mod upgrade;

use std::process::ExitCode;

fn main() -> ExitCode {
	cli::run()
}

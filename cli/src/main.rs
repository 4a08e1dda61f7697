// SPDX-License-Identifier: Apache-2.0

//! `agora`: publish, verify, sell and buy models and datasets.

// Options are documented for the help of the command, where `<name>` is no HTML.
#![allow(rustdoc::invalid_html_tags)]

mod amount;
mod card;
mod chain;
mod cli;
mod commands;
mod croissant;
mod download;
mod duration;
mod error;
mod formats;
mod hash;
mod keys;
mod license;
mod manifest;
mod oms;
mod output;
mod perbill;
mod permill;
mod records;
mod reference;
mod reservations;
mod walk;

use std::process::ExitCode;

fn main() -> ExitCode {
	cli::run(std::env::args_os())
}

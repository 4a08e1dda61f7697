// SPDX-License-Identifier: Apache-2.0

//! Stories on the real runtime: blocks with signed transactions, from a preset's genesis.

mod chain;

mod accounts;
mod catalog;
mod consensus;
mod conservation;
mod fees;
mod genesis;
mod governance;
mod pinned;
mod provenance;
mod registry;
mod rewards;
mod safety;
mod sales;
mod supply;
mod weights;
mod year;

/// The folder of this package, asked when it runs: what was compiled in one checkout may be run in
/// another.
fn package() -> std::path::PathBuf {
	std::env::var_os("CARGO_MANIFEST_DIR").expect("cargo runs the tests").into()
}

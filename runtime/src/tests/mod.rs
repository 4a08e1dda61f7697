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

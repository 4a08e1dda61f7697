// SPDX-License-Identifier: Apache-2.0

//! How each pallet is set up, one file a concern.

pub mod accounts;
pub mod consensus;
pub mod governance;
pub mod marketplace;
pub mod money;
pub mod rewards;
pub mod safety;
pub mod sales;
pub mod staking;
pub mod system;
pub mod tracks;

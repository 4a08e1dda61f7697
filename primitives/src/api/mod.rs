// SPDX-License-Identifier: Apache-2.0

//! Runtime APIs: what clients read. Every answer is bounded, and long ones come in pages.

mod catalog;
mod market;
mod provenance;
mod registry;
mod rewards;
mod royalties;

pub use catalog::*;
pub use market::*;
pub use provenance::*;
pub use registry::*;
pub use rewards::*;
pub use royalties::*;

use alloc::vec::Vec;
use codec::{Decode, Encode};
use scale_info::TypeInfo;

/// Most items in one answer. A higher limit means this one, and zero means one.
pub const MAX_PAGE: u32 = 100;

/// Most generations that a lineage is followed. A greater depth means this one, and zero means one.
pub const MAX_DEPTH: u32 = 16;

/// Part of a list.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct Page<Item, Cursor> {
	/// The items, in order.
	pub items: Vec<Item>,
	/// What to ask with for the next page; nothing where this is the last.
	pub next: Option<Cursor>,
}

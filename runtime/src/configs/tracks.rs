// SPDX-License-Identifier: Apache-2.0

//! The tracks of referenda: as whom one speaks, how long it takes, and what approves it.
//!
//! Both curves fall from the first to the last day of the decision: approval, the share of ayes among
//! the votes, and support, the share of all tokens that voted aye.

use crate::{
	origins::Origin, pace::Spans, units::money::UNITS, Balance, BlockNumber, OriginCaller,
	RuntimeOrigin,
};
use alloc::borrow::Cow;
use frame_support::traits::OriginTrait;
use pallet_referenda::{Curve, Track, TrackInfo};
use sp_runtime::{str_array, Perbill};

/// The tracks of this chain. Their periods are counted in days of governance.
pub struct Tracks;

/// From `ceil` to `floor` over the whole decision, both in per cent.
const fn falling(ceil: u32, floor: u32) -> Curve {
	Curve::LinearDecreasing {
		length: Perbill::from_percent(100),
		floor: Perbill::from_percent(floor),
		ceil: Perbill::from_percent(ceil),
	}
}

/// What differs from track to track. Periods are in tenths of a day.
struct Plan {
	id: u16,
	origin: Option<Origin>,
	name: &'static str,
	max_deciding: u32,
	deposit: Balance,
	prepare: u32,
	decision: u32,
	confirm: u32,
	enactment: u32,
	approval: Curve,
	support: Curve,
}

const PLANS: [Plan; 7] = [
	Plan {
		id: 0,
		origin: None,
		name: "root",
		max_deciding: 1,
		deposit: 10_000 * UNITS,
		prepare: 10,
		decision: 140,
		confirm: 10,
		enactment: 10,
		approval: falling(100, 50),
		support: falling(50, 5),
	},
	Plan {
		id: 1,
		origin: Some(Origin::GeneralAdmin),
		name: "general_admin",
		max_deciding: 10,
		deposit: 1_000 * UNITS,
		prepare: 5,
		decision: 140,
		confirm: 10,
		enactment: 5,
		approval: falling(100, 50),
		support: falling(25, 1),
	},
	Plan {
		id: 2,
		origin: Some(Origin::SafetyAdmin),
		name: "safety_admin",
		max_deciding: 10,
		deposit: 1_000 * UNITS,
		prepare: 1,
		decision: 70,
		confirm: 2,
		enactment: 1,
		approval: falling(90, 60),
		support: falling(20, 2),
	},
	Plan {
		id: 3,
		origin: Some(Origin::Treasurer),
		name: "treasurer",
		max_deciding: 10,
		deposit: 500 * UNITS,
		prepare: 5,
		decision: 140,
		confirm: 20,
		enactment: 5,
		approval: falling(100, 50),
		support: falling(20, 1),
	},
	Plan {
		id: 4,
		origin: Some(Origin::Spender),
		name: "spender",
		max_deciding: 50,
		deposit: 50 * UNITS,
		prepare: 5,
		decision: 70,
		confirm: 10,
		enactment: 5,
		approval: falling(100, 50),
		support: falling(5, 1),
	},
	Plan {
		id: 5,
		origin: Some(Origin::ReferendumCanceller),
		name: "referendum_canceller",
		max_deciding: 100,
		deposit: 1_000 * UNITS,
		prepare: 1,
		decision: 70,
		confirm: 1,
		enactment: 1,
		approval: falling(100, 50),
		support: falling(10, 1),
	},
	Plan {
		id: 6,
		origin: Some(Origin::ReferendumKiller),
		name: "referendum_killer",
		max_deciding: 100,
		deposit: 5_000 * UNITS,
		prepare: 1,
		decision: 140,
		confirm: 1,
		enactment: 1,
		approval: falling(100, 50),
		support: falling(20, 2),
	},
];

impl Plan {
	fn track(&self, day: BlockNumber) -> Track<u16, Balance, BlockNumber> {
		// Ten times a day of blocks, or of few blocks; never nothing.
		let blocks = |tenths: u32| (day.saturating_mul(tenths) / 10).max(1);
		let mut name = str_array("");
		for (to, from) in name.iter_mut().zip(self.name.bytes()) {
			*to = from;
		}
		let info = TrackInfo {
			name,
			max_deciding: self.max_deciding,
			decision_deposit: self.deposit,
			prepare_period: blocks(self.prepare),
			decision_period: blocks(self.decision),
			confirm_period: blocks(self.confirm),
			min_enactment_period: blocks(self.enactment),
			min_approval: self.approval.clone(),
			min_support: self.support.clone(),
		};
		Track { id: self.id, info }
	}
}

impl pallet_referenda::TracksInfo<Balance, BlockNumber> for Tracks {
	type Id = u16;
	type RuntimeOrigin = <RuntimeOrigin as OriginTrait>::PalletsOrigin;

	fn tracks() -> impl Iterator<Item = Cow<'static, Track<u16, Balance, BlockNumber>>> {
		let day = Spans::get().day_blocks;
		PLANS.iter().map(move |plan| Cow::Owned(plan.track(day)))
	}

	fn track_for(origin: &Self::RuntimeOrigin) -> Result<u16, ()> {
		let wanted = match origin {
			OriginCaller::system(frame_system::RawOrigin::Root) => None,
			OriginCaller::Origins(origin) => Some(*origin),
			_ => return Err(()),
		};
		PLANS.iter().find(|plan| plan.origin == wanted).map(|plan| plan.id).ok_or(())
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use pallet_referenda::TracksInfo;

	#[test]
	fn tracks_are_in_order_and_each_origin_has_one() {
		assert_eq!(Tracks::check_integrity(), Ok(()));
		for plan in &PLANS {
			let origin = match plan.origin {
				None => OriginCaller::system(frame_system::RawOrigin::Root),
				Some(origin) => OriginCaller::Origins(origin),
			};
			assert_eq!(Tracks::track_for(&origin), Ok(plan.id));
			assert!(plan.name.len() <= 25 && plan.confirm < plan.decision, "{}", plan.name);
		}
		let signed = frame_system::RawOrigin::Signed(sp_runtime::AccountId32::new([1; 32]));
		assert_eq!(Tracks::track_for(&OriginCaller::system(signed)), Err(()));
	}

	#[test]
	fn no_period_is_nothing_even_on_a_fast_chain() {
		for plan in &PLANS {
			let info = plan.track(1).info;
			assert!(info.prepare_period > 0 && info.confirm_period > 0);
			assert!(info.min_enactment_period > 0 && info.decision_period > 0);
		}
	}
}

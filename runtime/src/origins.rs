// SPDX-License-Identifier: Apache-2.0

//! Whom referenda may speak as, short of root. An approved referendum is carried out with the origin of
//! its track.

use frame_support::traits::EnsureOrigin;

pub use pallet::*;

/// The origins. It has no calls and no storage.
#[frame_support::pallet]
pub mod pallet {
	use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
	use frame_support::pallet_prelude::*;

	/// Names whom referenda may speak as.
	#[pallet::pallet]
	pub struct Pallet<T>(_);

	/// It needs nothing.
	#[pallet::config]
	pub trait Config: frame_system::Config {}

	/// Whom a referendum speaks as.
	#[pallet::origin]
	#[derive(
		Clone,
		Copy,
		PartialEq,
		Eq,
		Debug,
		Encode,
		Decode,
		DecodeWithMemTracking,
		MaxEncodedLen,
		TypeInfo,
	)]
	pub enum Origin {
		/// Chooses parameters of the economy and who may judge identities.
		#[codec(index = 0)]
		GeneralAdmin,
		/// Pauses calls and turns safe mode on and off.
		#[codec(index = 1)]
		SafetyAdmin,
		/// Spends from the treasury, up to a high limit, and rejects payments.
		#[codec(index = 2)]
		Treasurer,
		/// Spends from the treasury, up to a low limit.
		#[codec(index = 3)]
		Spender,
		/// Cancels referenda and gives their deposits back.
		#[codec(index = 4)]
		ReferendumCanceller,
		/// Cancels referenda, whose deposits are lost.
		#[codec(index = 5)]
		ReferendumKiller,
	}
}

impl pallet::Config for crate::Runtime {}

/// Makes a type that lets one origin pass.
macro_rules! ensure {
	($($(#[$doc:meta])* $name:ident => $origin:ident,)*) => {$(
		$(#[$doc])*
		pub struct $name;
		impl EnsureOrigin<crate::RuntimeOrigin> for $name {
			type Success = ();

			fn try_origin(origin: crate::RuntimeOrigin) -> Result<(), crate::RuntimeOrigin> {
				match origin.caller {
					crate::OriginCaller::Origins(Origin::$origin) => Ok(()),
					_ => Err(origin),
				}
			}

			#[cfg(feature = "runtime-benchmarks")]
			fn try_successful_origin() -> Result<crate::RuntimeOrigin, ()> {
				Ok(Origin::$origin.into())
			}
		}
	)*};
}

ensure! {
	/// [`Origin::GeneralAdmin`].
	GeneralAdmin => GeneralAdmin,
	/// [`Origin::SafetyAdmin`].
	SafetyAdmin => SafetyAdmin,
	/// [`Origin::Treasurer`].
	Treasurer => Treasurer,
	/// [`Origin::Spender`].
	Spender => Spender,
	/// [`Origin::ReferendumCanceller`].
	ReferendumCanceller => ReferendumCanceller,
	/// [`Origin::ReferendumKiller`].
	ReferendumKiller => ReferendumKiller,
}

// SPDX-License-Identifier: Apache-2.0

//! Epochs and rewards: use is rewarded out of fees and new tokens.

#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs)]

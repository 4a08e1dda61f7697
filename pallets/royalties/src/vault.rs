// SPDX-License-Identifier: Apache-2.0

//! Vaults: where income waits. It is remembered under which split it came in.

use crate::{income::Origin, Config, Pallet, Part, Splits, Vault, Vaults, Waiting};
use agora_primitives::{ArtifactId, Sequence, SplitNumber};
use frame_support::traits::Get;
use sp_runtime::{ArithmeticError, DispatchError};

/// A version's place in the queue: the newest comes first.
pub(crate) fn place(version: Sequence) -> [u8; 8] {
	(!version).to_be_bytes()
}

/// The version in this place of the queue.
pub(crate) fn version_at(place: [u8; 8]) -> Sequence {
	!Sequence::from_be_bytes(place)
}

impl<T: Config> Pallet<T> {
	/// Put income and its credit into a version's vault, and say under which split they came in.
	///
	/// What was in there under another split waits for the cascade from now on, apart. So it takes
	/// the same few steps whatever there was before, and however long the lineage is.
	pub(crate) fn deposit(
		version: Sequence,
		artifact: &ArtifactId,
		origin: Origin,
		part: Part,
	) -> Result<SplitNumber, DispatchError> {
		if !part.is_income() {
			return Ok(Splits::<T>::get(artifact).map_or(0, |state| state.number));
		}
		let vault = Vaults::<T>::get(version);
		let split = Self::current_split(artifact, vault.map(|vault| vault.split))?;
		let before = match vault {
			Some(vault) if vault.split == split => vault.part(),
			Some(vault) => {
				// In the place of the mark, if there was one.
				Waiting::<T>::insert(place(version), vault.split.to_be_bytes(), vault.part());
				Part::default()
			}
			None => Part::default(),
		};
		let Part { amount, credit } = before.checked_add(part).ok_or(ArithmeticError::Overflow)?;
		Vaults::<T>::insert(version, Vault { split, amount, credit });
		if amount >= T::MinDistribution::get() {
			Waiting::<T>::insert(place(version), split.to_be_bytes(), Part::MARK);
		}
		Self::remember_income(version, origin, part.amount);
		Ok(split)
	}

	/// Take out what a version has under a split.
	pub(crate) fn take_part(version: Sequence, split: SplitNumber) -> Option<Part> {
		let waiting = Waiting::<T>::take(place(version), split.to_be_bytes());
		waiting.filter(Part::is_income).or_else(|| {
			let vault = Vaults::<T>::get(version).filter(|vault| vault.split == split)?;
			Vaults::<T>::remove(version);
			Some(vault.part())
		})
	}

	/// The split whose income of a version is the oldest.
	pub(crate) fn oldest_part(version: Sequence) -> Option<SplitNumber> {
		Waiting::<T>::iter_key_prefix(place(version))
			.next()
			.map(SplitNumber::from_be_bytes)
			.or_else(|| Vaults::<T>::get(version).map(|vault| vault.split))
	}

	/// Whether a version has income that was not distributed yet.
	pub(crate) fn has_income(version: Sequence) -> bool {
		Self::oldest_part(version).is_some()
	}
}

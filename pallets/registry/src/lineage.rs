// SPDX-License-Identifier: Apache-2.0

//! Lineage: what a version may be derived from, and on what terms.

use crate::{Artifacts, Config, Error, Pallet, Versions};
use agora_primitives::{
	seams::{Consent, Licensing},
	ArtifactId, ArtifactKind, Derivation, Source, SourceInput, Sources, Terms, VersionStatus,
};
use frame_support::{ensure, traits::Get};
use frame_system::Pallet as System;
use sp_runtime::{traits::CheckedAdd, DispatchError, DispatchResult, Permill};

impl<T: Config> Pallet<T> {
	/// The sources as they are stored, if `who` may cite all of them for a version of this `kind`
	/// under these `terms`.
	///
	/// Fails with `DuplicateSource`, `RoyaltiesTooHigh`, and as [`Self::ensure_source`].
	pub(crate) fn ensure_sources(
		who: &T::AccountId,
		kind: ArtifactKind,
		terms: &Terms,
		inputs: &[SourceInput],
	) -> Result<Sources, DispatchError> {
		let mut sources = Sources::new();
		let mut total = Permill::zero();
		for input in inputs {
			ensure!(
				sources.iter().all(|source| source.sequence != input.sequence),
				Error::<T>::DuplicateSource
			);
			let source = Self::ensure_source(who, kind, terms, input)?;
			// Shares saturate at one, so compare their sum before it could.
			total = total
				.checked_add(&source.royalty)
				.filter(|total| *total <= T::MaxRoyalty::get())
				.ok_or(Error::<T>::RoyaltiesTooHigh)?;
			// As many as there are inputs, which have the same bound.
			sources.try_push(source).map_err(|_| Error::<T>::DuplicateSource)?;
		}
		Ok(sources)
	}

	/// The source as it is stored, if `who` may cite it for a version of this `kind` under these
	/// `terms`.
	///
	/// Fails with `SourceNotFound`, `SourceYanked`, `SourceSuperseded`, `SourceRetired`,
	/// `RelationMismatch`, `UseForbidden`, `SourceConsentWithdrawn`, `DerivationForbidden`,
	/// `LicenseRequired`, `TermsExceedSource`, `RoyaltyAboveLimit`.
	fn ensure_source(
		who: &T::AccountId,
		kind: ArtifactKind,
		terms: &Terms,
		input: &SourceInput,
	) -> Result<Source, DispatchError> {
		let SourceInput { sequence, relation, max_royalty } = *input;
		let version = Versions::<T>::get(sequence).ok_or(Error::<T>::SourceNotFound)?;
		match version.status {
			VersionStatus::Live => {}
			VersionStatus::Yanked { .. } => return Err(Error::<T>::SourceYanked.into()),
			VersionStatus::Superseded { .. } => return Err(Error::<T>::SourceSuperseded.into()),
		}
		let artifact = Artifacts::<T>::get(version.artifact).ok_or(Error::<T>::SourceNotFound)?;
		ensure!(!artifact.is_retired(), Error::<T>::SourceRetired);
		ensure!(relation.joins(kind, artifact.kind), Error::<T>::RelationMismatch);

		let asked = version.terms;
		ensure!(
			relation.needs().is_none_or(|use_| asked.uses.allows(use_)),
			Error::<T>::UseForbidden
		);
		ensure!(
			artifact.kind != ArtifactKind::Dataset
				|| relation.leaves_out()
				|| !T::Consent::is_withdrawn(sequence),
			Error::<T>::SourceConsentWithdrawn
		);
		if !relation.passes_terms() {
			return Ok(Source { sequence, relation, royalty: Permill::zero() });
		}

		match asked.derivation {
			Derivation::Open => {}
			Derivation::LicenseRequired if artifact.owner == *who => {}
			Derivation::LicenseRequired => Self::ensure_licensed(who, &version.artifact)?,
			Derivation::Forbidden => return Err(Error::<T>::DerivationForbidden.into()),
		}
		ensure!(terms.uses.is_subset_of(&asked.uses), Error::<T>::TermsExceedSource);
		ensure!(asked.royalty <= max_royalty, Error::<T>::RoyaltyAboveLimit);
		Ok(Source { sequence, relation, royalty: asked.royalty })
	}

	/// Whether `who` holds a license for the artifact now.
	///
	/// Fails with `LicenseRequired`.
	fn ensure_licensed(who: &T::AccountId, artifact: &ArtifactId) -> DispatchResult {
		let now = System::<T>::block_number();
		let licensed = T::Licensing::license(artifact, who).is_some_and(|term| term.lasts_at(&now));
		ensure!(licensed, Error::<T>::LicenseRequired);
		Ok(())
	}
}

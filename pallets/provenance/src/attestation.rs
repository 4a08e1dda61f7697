// SPDX-License-Identifier: Apache-2.0

//! Attestations: what anybody says of a version under their own name.

use crate::{
	AttestationEntry, AttestationOf, Attestations, AttestationsBy, BalanceOf, Config, Error, Event,
	HoldReason, NextAttestation, Pallet,
};
use agora_primitives::{
	seams::InspectArtifacts, text::is_location, Attestation, Claim, Evidence, Sequence, Verdict,
};
use frame_support::ensure;
use frame_system::Pallet as System;
use sp_runtime::{traits::Zero, ArithmeticError, DispatchResult};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_attest(
		who: T::AccountId,
		version: Sequence,
		claim: Claim,
		verdict: Verdict,
		evidence: Option<Evidence>,
	) -> DispatchResult {
		// Check.
		ensure!(T::Artifacts::version(version).is_some(), Error::<T>::VersionNotFound);
		let location = evidence.as_ref().and_then(|evidence| evidence.location.as_ref());
		ensure!(location.is_none_or(|location| is_location(location)), Error::<T>::InvalidLocation);
		let mut entries = AttestationsBy::<T>::get(version, &who);
		let id = NextAttestation::<T>::get();
		entries
			.try_push(AttestationEntry { id, verdict })
			.map_err(|_| Error::<T>::TooManyAttestations)?;

		// Compute.
		let next = id.checked_add(1).ok_or(ArithmeticError::Overflow)?;
		let mut attestation: AttestationOf<T> = Attestation {
			attester: who.clone(),
			claim,
			verdict,
			evidence: evidence.clone(),
			attested_at: System::<T>::block_number(),
			deposit: BalanceOf::<T>::zero(),
		};
		let deposit = Self::attestation_price(&attestation)?;
		attestation.deposit = deposit;

		// Write.
		Self::hold(HoldReason::Attestation, &who, deposit)?;
		Attestations::<T>::insert(version, id.to_be_bytes(), attestation);
		AttestationsBy::<T>::insert(version, &who, entries);
		NextAttestation::<T>::put(next);

		Self::deposit_event(Event::Attested {
			attestation: id,
			version,
			attester: who,
			claim,
			verdict,
			evidence,
			deposit,
		});
		Ok(())
	}

	pub(crate) fn do_revoke(who: T::AccountId, version: Sequence, id: u64) -> DispatchResult {
		let attestation = Attestations::<T>::get(version, id.to_be_bytes())
			.ok_or(Error::<T>::AttestationNotFound)?;
		ensure!(attestation.attester == who, Error::<T>::NotAttester);
		let mut entries = AttestationsBy::<T>::get(version, &who);
		entries.retain(|entry| entry.id != id);

		Self::release(HoldReason::Attestation, &who, attestation.deposit)?;
		Attestations::<T>::remove(version, id.to_be_bytes());
		if entries.is_empty() {
			AttestationsBy::<T>::remove(version, &who);
		} else {
			AttestationsBy::<T>::insert(version, &who, entries);
		}

		Self::deposit_event(Event::AttestationRevoked {
			attestation: id,
			version,
			attester: who,
			claim: attestation.claim,
			verdict: attestation.verdict,
			deposit: attestation.deposit,
		});
		Ok(())
	}
}

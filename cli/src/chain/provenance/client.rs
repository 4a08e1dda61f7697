// SPDX-License-Identifier: Apache-2.0

//! What is read of provenance through a node.

use super::{
	types::{
		AttestationId, AttestationView, CommitmentView, Leaf, ProofFault, RecordState, RecordView,
		Taint, TaintPage, Waypoint,
	},
	API, PALLET,
};
use crate::{
	chain::{
		calls::option,
		types::{Hash, Page, Sequence},
		Chain,
	},
	error::{Code, Error, Result},
};
use subxt::{
	ext::{
		frame_decode::helpers::IntoEncodableValues, scale_decode::DecodeAsType, scale_value::Value,
	},
	utils::AccountId32,
};

/// The most attestations in one answer.
const PAGE: u32 = 100;

/// The most versions that are looked at for one answer about taint.
const TAINT_PAGE: u32 = 250;

/// The most answers about taint that are asked for: twenty times 250 versions.
const TAINT_PAGES: u32 = 20;

/// A chain that has provenance, which not every chain with a registry does.
#[derive(Clone, Copy)]
pub struct Provenance<'a>(&'a Chain);

impl Chain {
	/// What the chain knows of provenance.
	///
	/// Errors: `no-provenance`.
	pub fn provenance(&self) -> Result<Provenance<'_>> {
		self.find_provenance().ok_or_else(|| {
			Error::new(
				Code::NO_PROVENANCE,
				"this chain keeps no records of datasets and no attestations: its runtime is older \
				 than this command. Name a node of a newer chain with --node URL.",
			)
		})
	}

	/// What the chain knows of provenance, if it knows of it.
	pub fn find_provenance(&self) -> Option<Provenance<'_>> {
		self.offers(PALLET, API).then_some(Provenance(self))
	}
}

/// Attestations of a version, as many as were asked for.
pub struct Attestations {
	/// The attestations, in the chain's order.
	pub items: Vec<AttestationView>,
	/// What to ask with for more.
	pub next: Option<AttestationId>,
}

/// All that is known against a version and those behind it.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Taints {
	/// The tainted ones.
	pub items: Vec<Taint>,
	/// How many versions were looked at, with the one that was asked about.
	pub examined: u64,
	/// Whether there are more generations than were asked for.
	pub beyond_depth: bool,
	/// Whether there are more versions than this command looks at.
	pub beyond_limit: bool,
}

impl Provenance<'_> {
	async fn ask<A, R>(&self, method: &str, arguments: A) -> Result<R>
	where
		A: IntoEncodableValues,
		R: DecodeAsType,
	{
		self.0.ask_api(API, method, arguments).await
	}

	/// The commitment of a version to its records.
	pub async fn commitment(&self, version: Sequence) -> Result<Option<CommitmentView>> {
		self.ask("commitment", (Value::from(version),)).await
	}

	/// A record of a version, if it was proven.
	pub async fn record(&self, version: Sequence, index: u64) -> Result<Option<RecordView>> {
		self.ask("record", (Value::from(version), Value::from(index))).await
	}

	/// Does a proof hold, and what became of the record?
	pub async fn verify_record(
		&self,
		version: Sequence,
		index: u64,
		leaf: Leaf,
		proof: &[Hash],
	) -> Result<std::result::Result<RecordState, ProofFault>> {
		let proof = Value::unnamed_composite(proof.iter().map(|hash| Value::from(*hash)));
		let arguments = (Value::from(version), Value::from(index), Value::from(leaf), proof);
		self.ask("verify_record", arguments).await
	}

	/// The attestations of a version, at most so many.
	pub async fn attestations(
		&self,
		version: Sequence,
		mut after: Option<AttestationId>,
		limit: u32,
	) -> Result<Attestations> {
		let mut items: Vec<AttestationView> = Vec::new();
		loop {
			let found = u32::try_from(items.len()).unwrap_or(u32::MAX);
			let wanted = limit.saturating_sub(found).min(PAGE);
			if wanted == 0 {
				return Ok(Attestations { items, next: after });
			}
			let page = self.attestation_page(version, after, wanted).await?;
			items.extend(page.items);
			match page.next {
				None => return Ok(Attestations { items, next: None }),
				next => after = next,
			}
		}
	}

	/// An attestation of a version, if it has one of this id.
	pub async fn attestation(
		&self,
		version: Sequence,
		id: AttestationId,
	) -> Result<Option<AttestationView>> {
		let page = self.attestation_page(version, id.checked_sub(1), 1).await?;
		Ok(page.items.into_iter().find(|found| found.id == id))
	}

	async fn attestation_page(
		&self,
		version: Sequence,
		after: Option<AttestationId>,
		limit: u32,
	) -> Result<Page<AttestationView, AttestationId>> {
		let arguments = (Value::from(version), option(after.map(Value::from)), Value::from(limit));
		self.ask("attestations", arguments).await
	}

	/// What is known against a version and those it derives from, as far as these attesters and the
	/// chain itself say.
	pub async fn taint(
		&self,
		version: Sequence,
		attesters: &[AccountId32],
		depth: u32,
	) -> Result<Taints> {
		let mut taints = Taints::default();
		let mut after = None;
		for _ in 0..TAINT_PAGES {
			let page = self.taint_page(version, attesters, depth, after).await?;
			let Some(page) = page else { return Ok(taints) };
			taints.items.extend(page.items);
			taints.examined = taints.examined.saturating_add(page.examined.into());
			taints.beyond_depth |= page.beyond_depth;
			after = page.next;
			if after.is_none() {
				return Ok(taints);
			}
		}
		taints.beyond_limit = true;
		Ok(taints)
	}

	async fn taint_page(
		&self,
		version: Sequence,
		attesters: &[AccountId32],
		depth: u32,
		after: Option<Vec<Waypoint>>,
	) -> Result<Option<TaintPage>> {
		let attesters = attesters.iter().map(|account| Value::from_bytes(account.0));
		let after =
			after.map(|points| Value::unnamed_composite(points.into_iter().map(Value::from)));
		let arguments = (
			Value::from(version),
			Value::unnamed_composite(attesters),
			Value::from(depth),
			Value::from(TAINT_PAGE),
			option(after),
		);
		self.ask("taint", arguments).await
	}
}

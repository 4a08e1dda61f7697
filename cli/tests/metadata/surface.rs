// SPDX-License-Identifier: Apache-2.0

//! Metadata as lines of text that can be compared.

use codec::Decode;
use frame_metadata::{
	v14::StorageEntryType, v15::RuntimeMetadataV15, RuntimeMetadata, RuntimeMetadataPrefixed,
};
use scale_info::{form::PortableForm, Field, PortableRegistry, TypeDef};
use std::collections::BTreeSet;

/// What a runtime shows in public.
#[derive(Clone, Debug)]
pub struct Surface {
	/// Everything: types, storage, constants, runtime APIs and extensions.
	pub lines: BTreeSet<String>,
	/// The part of it that transactions are encoded by.
	pub transactions: BTreeSet<String>,
	/// Rises with every change.
	pub spec_version: u32,
	/// Rises when the encoding of transactions changes.
	pub transaction_version: u32,
}

impl Surface {
	/// Read encoded metadata.
	pub fn of(encoded: &[u8]) -> Self {
		let RuntimeMetadataPrefixed(_, RuntimeMetadata::V15(metadata)) =
			RuntimeMetadataPrefixed::decode(&mut &encoded[..]).expect("this is metadata")
		else {
			panic!("this is not metadata of version 15");
		};
		let version = version(&metadata);
		let types = &metadata.types;
		let mut lines: BTreeSet<_> =
			types.types.iter().flat_map(|entry| definition(types, entry.id)).collect();

		for pallet in &metadata.pallets {
			let name = &pallet.name;
			lines.insert(format!("pallet {name} has index {}", pallet.index));
			for entry in pallet.storage.iter().flat_map(|storage| &storage.entries) {
				let shape = match &entry.ty {
					StorageEntryType::Plain(value) => show(types, value.id),
					StorageEntryType::Map { hashers, key, value } => format!(
						"{} hashed with {hashers:?} -> {}",
						show(types, key.id),
						show(types, value.id)
					),
				};
				lines.insert(format!("storage {name}::{}: {shape}", entry.name));
			}
			for constant in &pallet.constants {
				if (name.as_str(), constant.name.as_str()) != ("System", "Version") {
					lines.insert(format!(
						"constant {name}::{}: {} = 0x{}",
						constant.name,
						show(types, constant.ty.id),
						hex::encode(&constant.value)
					));
				}
			}
		}
		for api in &metadata.apis {
			for method in &api.methods {
				let inputs: Vec<_> = method
					.inputs
					.iter()
					.map(|input| format!("{}: {}", input.name, show(types, input.ty.id)))
					.collect();
				lines.insert(format!(
					"api {}::{}({}) -> {}",
					api.name,
					method.name,
					inputs.join(", "),
					show(types, method.output.id)
				));
			}
		}

		let transactions = transactions(&metadata);
		lines.extend(transactions.iter().cloned());
		Self {
			lines,
			transactions,
			spec_version: version.spec_version,
			transaction_version: version.transaction_version,
		}
	}

	/// Whether something that transactions are encoded by is not in `new` as it is here, so that what
	/// was signed before could be read as something else. A variant or a type more does no harm, an
	/// extension more does.
	pub fn transactions_change(&self, new: &Self) -> bool {
		let extensions = |surface: &Self| {
			let all = surface.transactions.iter();
			all.filter(|line| line.starts_with("extension ")).count()
		};
		!self.transactions.is_subset(&new.transactions) || extensions(self) != extensions(new)
	}

	/// What only `self` has, and what only `new` has.
	pub fn difference<'a>(&'a self, new: &'a Self) -> (Vec<&'a String>, Vec<&'a String>) {
		(self.lines.difference(&new.lines).collect(), new.lines.difference(&self.lines).collect())
	}
}

/// The beginning of the SDK's `RuntimeVersion`.
#[derive(Decode)]
struct Version {
	_spec_name: String,
	_impl_name: String,
	_authoring_version: u32,
	spec_version: u32,
	_impl_version: u32,
	_apis: Vec<([u8; 8], u32)>,
	transaction_version: u32,
}

/// The runtime's version, which is a constant of the system.
fn version(metadata: &RuntimeMetadataV15) -> Version {
	metadata
		.pallets
		.iter()
		.filter(|pallet| pallet.name == "System")
		.flat_map(|pallet| &pallet.constants)
		.find(|constant| constant.name == "Version")
		.and_then(|constant| Version::decode(&mut &constant.value[..]).ok())
		.expect("the system has a version")
}

/// What transactions are encoded by: every type that can be reached from theirs.
fn transactions(metadata: &RuntimeMetadataV15) -> BTreeSet<String> {
	let types = &metadata.types;
	let extrinsic = &metadata.extrinsic;
	let mut lines = BTreeSet::new();
	let mut waiting =
		vec![extrinsic.address_ty.id, extrinsic.call_ty.id, extrinsic.signature_ty.id];
	for (place, extension) in extrinsic.signed_extensions.iter().enumerate() {
		lines.insert(format!(
			"extension {} is number {place}: {}, and signs {}",
			extension.identifier,
			show(types, extension.ty.id),
			show(types, extension.additional_signed.id)
		));
		waiting.extend([extension.ty.id, extension.additional_signed.id]);
	}
	let mut seen = BTreeSet::new();
	while let Some(id) = waiting.pop() {
		if seen.insert(id) {
			lines.extend(definition(types, id));
			waiting.extend(parts(types, id));
		}
	}
	lines
}

/// The types that a type is directly made of.
fn parts(types: &PortableRegistry, id: u32) -> Vec<u32> {
	match &types.resolve(id).expect("the registry is closed").type_def {
		TypeDef::Composite(composite) => composite.fields.iter().map(|f| f.ty.id).collect(),
		TypeDef::Variant(variant) => {
			variant.variants.iter().flat_map(|v| v.fields.iter().map(|f| f.ty.id)).collect()
		}
		TypeDef::Sequence(sequence) => vec![sequence.type_param.id],
		TypeDef::Array(array) => vec![array.type_param.id],
		TypeDef::Tuple(tuple) => tuple.fields.iter().map(|field| field.id).collect(),
		TypeDef::Compact(compact) => vec![compact.type_param.id],
		TypeDef::Primitive(_) | TypeDef::BitSequence(_) => vec![],
	}
}

/// The definition of a type that has a name: a line, or one for each variant.
fn definition(types: &PortableRegistry, id: u32) -> Vec<String> {
	let ty = types.resolve(id).expect("the registry is closed");
	if ty.path.segments.is_empty() {
		return vec![];
	}
	let name = show(types, id);
	match &ty.type_def {
		TypeDef::Composite(composite) => {
			vec![format!("type {name} is {}", fields(types, &composite.fields))]
		}
		TypeDef::Variant(variant) => {
			let variants = variant.variants.iter();
			let line = |v: &scale_info::Variant<PortableForm>| {
				format!("type {name} can be {} = {} {}", v.name, v.index, fields(types, &v.fields))
			};
			variants.map(line).collect()
		}
		_ => vec![],
	}
}

fn fields(types: &PortableRegistry, fields: &[Field<PortableForm>]) -> String {
	let shown: Vec<_> = fields
		.iter()
		.map(|field| match &field.name {
			Some(name) => format!("{name}: {}", show(types, field.ty.id)),
			None => show(types, field.ty.id),
		})
		.collect();
	format!("{{ {} }}", shown.join(", "))
}

/// A type's name with its parameters, or its shape where it has no name.
fn show(types: &PortableRegistry, id: u32) -> String {
	let ty = types.resolve(id).expect("the registry is closed");
	if !ty.path.segments.is_empty() {
		let parameters: Vec<_> =
			ty.type_params.iter().filter_map(|p| Some(show(types, p.ty?.id))).collect();
		let name = ty.path.segments.join("::");
		return match parameters.is_empty() {
			true => name,
			false => format!("{name}<{}>", parameters.join(", ")),
		};
	}
	match &ty.type_def {
		TypeDef::Sequence(sequence) => format!("[{}]", show(types, sequence.type_param.id)),
		TypeDef::Array(array) => format!("[{}; {}]", show(types, array.type_param.id), array.len),
		TypeDef::Tuple(tuple) => {
			let parts: Vec<_> = tuple.fields.iter().map(|field| show(types, field.id)).collect();
			format!("({})", parts.join(", "))
		}
		TypeDef::Compact(compact) => format!("Compact<{}>", show(types, compact.type_param.id)),
		TypeDef::Primitive(primitive) => format!("{primitive:?}").to_lowercase(),
		TypeDef::BitSequence(_) => "bits".into(),
		TypeDef::Composite(composite) => fields(types, &composite.fields),
		TypeDef::Variant(_) => "enum".into(),
	}
}

// SPDX-License-Identifier: Apache-2.0

//! Payments: what is held on the payer's account becomes fee, excess and income. The fee earns
//! credit, which goes where the income goes.

use crate::{income::Origin, math, Config, Error, Event, Pallet, Part, WeightInfo};
use agora_primitives::{
	seams::{InspectArtifacts, OnRevenue, Payment, Receipt, Revenue},
	Balance,
};
use frame_support::{
	storage::with_storage_layer,
	traits::{
		fungible::hold::Mutate,
		tokens::{Fortitude, Precision, Restriction},
		Get,
	},
	weights::Weight,
};
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// Move held money, also where a lock covers it.
	fn collect(
		reason: &T::RuntimeHoldReason,
		payer: &T::AccountId,
		to: &T::AccountId,
		amount: Balance,
	) -> DispatchResult {
		if amount == 0 {
			return Ok(());
		}
		let (all, free, force) = (Precision::Exact, Restriction::Free, Fortitude::Force);
		T::Currency::transfer_on_hold(reason, payer, to, amount, all, free, force).map(|_| ())
	}

	fn do_take(
		payment: Payment<T::AccountId, Balance>,
		reason: &T::RuntimeHoldReason,
	) -> Result<Receipt<Balance>, DispatchError> {
		let Payment { payer, version, gross, limit } = payment;
		let info = T::Artifacts::version(version).ok_or(Error::<T>::VersionNotFound)?;
		let receipt = math::receipt(gross, limit, T::ProtocolFee::get());
		let Receipt { fee, excess, income } = receipt;
		let credit = math::credit(&receipt);

		Self::collect(reason, &payer, &T::FeeBeneficiary::get(), fee)?;
		Self::collect(reason, &payer, &T::Commons::get(), excess)?;
		Self::collect(reason, &payer, &Self::pot_account(), income)?;
		let part = Part { amount: income, credit };
		let split = Self::deposit(version, &info.artifact, Origin::Sale, part)?;
		T::OnRevenue::on_payment(version, &receipt, credit)?;

		Self::deposit_event(Event::IncomeReceived {
			version,
			payer,
			gross,
			fee,
			excess,
			income,
			credit,
			split,
		});
		Ok(receipt)
	}
}

impl<T: Config> Revenue<T::AccountId, Balance, T::RuntimeHoldReason> for Pallet<T> {
	fn preview(gross: Balance, limit: Option<Balance>) -> Receipt<Balance> {
		math::receipt(gross, limit, T::ProtocolFee::get())
	}

	fn take(
		payment: Payment<T::AccountId, Balance>,
		reason: &T::RuntimeHoldReason,
	) -> Result<Receipt<Balance>, DispatchError> {
		with_storage_layer(|| Self::do_take(payment, reason))
	}

	fn take_weight() -> Weight {
		T::WeightInfo::take().saturating_add(T::OnRevenue::payment_weight())
	}
}

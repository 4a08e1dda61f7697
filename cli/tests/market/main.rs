// SPDX-License-Identifier: Apache-2.0

//! The real binary against a real node: offers, licenses, refunds, caps, and where the money goes. Each
//! bad input that belongs to the chain is refused twice: by the command before it costs a fee, and
//! by the chain itself where the command is passed by.

mod caps;
mod downloads;
mod licenses;
mod offers;
mod purchases;
mod splits;
mod story;
mod util;

use common::chain::run_tests;
use std::process::ExitCode;

common::tests![
	offers::an_offer_is_made_changed_and_closed,
	offers::refuses_offers_that_cannot_be,
	offers::an_artifact_has_sixteen_offers_and_no_more,
	purchases::a_license_is_bought_and_refunded,
	purchases::nothing_is_bought_that_nobody_agreed_to,
	purchases::refuses_purchases_that_cannot_be,
	purchases::a_license_is_renewed,
	purchases::a_refund_can_be_given_up,
	purchases::what_is_due_is_settled_by_itself,
	licenses::a_license_is_handed_on,
	licenses::a_license_ends,
	licenses::a_license_lets_others_derive,
	downloads::a_license_lets_its_holder_download,
	splits::income_is_divided_among_members,
	splits::refuses_splits_that_cannot_be,
	splits::small_income_waits_in_the_vault,
	caps::a_cap_turns_licenses_free,
	caps::refuses_caps_that_cannot_be,
	story::everybody_behind_a_sale_is_paid,
];

fn main() -> ExitCode {
	run_tests(TESTS)
}

// SPDX-License-Identifier: Apache-2.0

//! The real binary against a real node: the records of datasets, attestations, and what both say
//! about what derives from a version. Each bad input that belongs to the chain is refused twice: by
//! the command before it costs a fee, and by the chain itself where the command is passed by.

mod attestations;
mod consent;
mod lineage;
mod records;
mod story;
mod util;

use common::chain::run_tests;
use std::process::ExitCode;

common::tests![
	attestations::attestations_are_made_listed_and_revoked,
	attestations::an_attestation_outlives_its_version,
	attestations::refuses_attestations_that_cannot_be,
	records::a_commitment_is_shown,
	records::refuses_commitments_that_cannot_be,
	records::refuses_proofs_that_do_not_hold,
	records::proofs_are_checked_without_a_transaction,
	records::versions_extend_each_other,
	records::refuses_extensions_that_cannot_be,
	consent::refuses_withdrawals_by_those_who_proved_nothing,
	consent::consent_is_withdrawn_for_all_that_derives_from_it,
	consent::deposits_come_back_once_a_version_is_removed,
	lineage::the_lineage_says_what_became_of_each_version,
	lineage::the_lineage_counts_those_who_are_named,
	story::a_contributor_withdraws_and_the_model_shows_it,
	story::a_version_appends_to_another,
	story::refuses_receipts_that_do_not_hold,
	story::refuses_records_that_cannot_be_read,
];

fn main() -> ExitCode {
	run_tests(TESTS)
}

// SPDX-License-Identifier: Apache-2.0

// Tables of what a pallet refuses, by error: what is tried, by whom, and how.

import assert from 'node:assert/strict';

/**
 * Tests that each call of the table is refused with its error, which says why, and changes nothing;
 * and that the table has every error of the pallet but those, which are tested elsewhere.
 *
 * A case is `[who, call]`: the name of the account that signs, and what makes the call.
 */
export function refusesAll(chain, section, accounts, table, elsewhere = []) {
	for (const [error, cases] of Object.entries(table)) {
		for (const [what, [who, call]] of Object.entries(cases)) {
			chain.test(`refuses ${what}: ${error}`, async () => {
				await chain.refused(call(), accounts[who], `${section}.${error}`);
				explains(chain, section, error);
			});
		}
	}
	chain.test(`every error of ${section} was answered here`, () => {
		const errors = [...Object.keys(table), ...elsewhere];
		assert.deepEqual(errors.sort(), Object.keys(chain.api.errors[section]).sort());
	});
}

/** Checks that the error has a sentence for who meets it. */
function explains(chain, section, error) {
	const sentences = chain.api.errors[section][error].meta.docs.join(' ');
	assert.match(sentences, /^[A-Z].*\.$/);
}

// SPDX-License-Identifier: Apache-2.0

// That no call of a pallet, and no function of its runtime API, is forgotten.

import assert from 'node:assert/strict';

// What is used where, of a pallet that is too much for one file.
const PARTS = {
	market: {
		offers: {
			calls: ['createOffer', 'updateOffer', 'closeOffer'],
			functions: ['offer', 'offers', 'quote', 'offerDeposit'],
		},
		purchases: {
			calls: [
				'buy',
				'renew',
				'refund',
				'waiveRefund',
				'settle',
				'transferLicense',
				'releaseLicense',
			],
			functions: ['hasLicense', 'license', 'licenses'],
		},
		cap: { calls: ['pledgeCap', 'lowerCap'], functions: ['sales'] },
	},
};

const KINDS = {
	calls: {
		test: 'every call was made here',
		used: (chain, section) => chain.calls(section),
		known: (chain, section) => Object.keys(chain.api.tx[section]),
	},
	functions: {
		test: 'every function of the runtime API was asked here',
		used: (chain, section) => chain.asked(section),
		known: (chain, section) => Object.keys(chain.api.call[`${section}Api`]),
	},
};

/** Tests, last of all, that the tests before used all calls or functions of these pallets. */
export function usesAll(chain, kinds) {
	for (const [kind, sections] of Object.entries(kinds)) {
		const { test, used, known } = KINDS[kind];
		for (const section of sections) {
			chain.test(`${section}: ${test}`, () => {
				assert.deepEqual(used(chain, section).sort(), known(chain, section).sort());
			});
		}
	}
}

/** Tests, last of all, that the tests before used their part, and that no part is forgotten. */
export function usesPart(chain, section, part) {
	const parts = Object.values(PARTS[section]);
	for (const [kind, { test, used, known }] of Object.entries(KINDS)) {
		chain.test(`${section}: ${test}, of those for ${part}`, () => {
			const mine = PARTS[section][part][kind];
			const done = used(chain, section);
			assert.deepEqual(
				mine.filter((name) => !done.includes(name)),
				[],
			);
			const all = parts.flatMap((each) => each[kind]);
			assert.deepEqual(all.sort(), known(chain, section).sort());
		});
	}
}

// SPDX-License-Identifier: Apache-2.0

// Keeps an account's books: nothing but fees is ever lost.

import assert from 'node:assert/strict';

/** Follows an account's fees; `total` is all that it has, free and reserved. */
export async function follow(chain, account) {
	const { free, reserved } = await chain.balance(account);
	const total = free + reserved;
	let fees = 0n;
	let paid = 0n;
	return {
		async does(call) {
			const outcome = await chain.accepted(call, account);
			fees += outcome.fee;
			return outcome;
		},
		/** Notes that this was paid to somebody, or was had from somebody where it is negative. */
		paid(amount) {
			paid += amount;
		},
		/** What is held now, of which not a unit was lost. */
		async reserved() {
			const now = await chain.balance(account);
			const left = total - paid - fees;
			assert.equal(now.free + now.reserved, left, 'a fee is all that is ever lost');
			return now.reserved;
		},
	};
}

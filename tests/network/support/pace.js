// SPDX-License-Identifier: Apache-2.0

const SLOT_SECONDS = 3;

/** Sessions and eras of 24 seconds: whoever stands for election is elected within a minute. */
export const PACE = {
	sessionSlots: 8,
	eraSessions: 1,
	bondingEras: 2,
	slashDeferEras: 1,
	epochBlocks: 20,
	dayBlocks: 10,
};

/** How long an era is, in seconds. */
export const ERA = PACE.sessionSlots * PACE.eraSessions * SLOT_SECONDS;

// SPDX-License-Identifier: Apache-2.0

/**
 * The scenarios in the order in which they run. Those of one line run at once: a validator joins
 * and leaves while others are killed. After the last one the chain knows an offender.
 */
export const STEPS = [
	['kill', 'validator'],
	['authorities'],
	['cuts'],
	['sync', 'disk'],
	['corruption', 'rpc-clients', 'bad-input'],
	['equivocation'],
];

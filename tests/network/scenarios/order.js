// SPDX-License-Identifier: Apache-2.0

/**
 * The scenarios in the order in which they run. Those of one line run at once: a validator joins
 * and leaves while others are killed. What syncs does so with what the load left, and the state is
 * looked at before the runtime is replaced and after it. After the last one the chain knows an
 * offender.
 */
export const STEPS = [
	['kill', 'validator'],
	['authorities'],
	['cuts'],
	['load', 'bad-input'],
	['sync', 'disk', 'corruption', 'rpc-clients'],
	['state'],
	['upgrade'],
	['state'],
	['equivocation'],
];

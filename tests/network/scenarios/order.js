// SPDX-License-Identifier: Apache-2.0

/**
 * The scenarios in the order in which they run. Those of one line run at once: a validator joins
 * and leaves while others are killed. A database that is corrupted has one runtime in it. No node
 * starts during the load but the one that finds no bootnode. What syncs does so with what the load
 * left, and the state is looked at before the runtime is replaced and after it. From equivocation on
 * the chain knows an offender, and after the last it has two validators.
 *
 * In the short setting one load is enough: the runtime is replaced in the middle of it.
 */
export function stepsOf({ long }) {
	return [
		['kill', 'validator'],
		['authorities'],
		['cuts'],
		['state'],
		['corruption', 'rpc-clients', 'bad-input'],
		['load', 'bootnodes'],
		...(long ? [['upgrade']] : []),
		['state'],
		['sync', 'disk'],
		['equivocation'],
		...(long ? [['votes'], ['stalled']] : []),
	];
}

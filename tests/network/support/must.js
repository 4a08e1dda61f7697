// SPDX-License-Identifier: Apache-2.0

// Figures that have a limit. How long something takes depends on the machine, and on what else it
// does: a figure above its limit is printed as missed, and is no failure of the chain.

/** What is printed behind a figure: its limit, and whether it was met. */
export function must(value, most, unit) {
	return `(at most ${most} ${unit}: ${value <= most ? 'met' : 'MISSED'})`;
}

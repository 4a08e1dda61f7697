// SPDX-License-Identifier: Apache-2.0

// How figures are printed, for people and for `scripts/figures`. Nothing fails: people judge.

/** One figure, with what it must be. */
export const figure = (name, value, must) => console.log(`figure: ${name}: ${value} (must: ${must})`)

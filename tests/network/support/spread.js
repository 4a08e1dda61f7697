// SPDX-License-Identifier: Apache-2.0

/** Median and worst of some measurements, in a line. */
export function spread(values, unit = 's') {
	const sorted = [...values].sort((a, b) => a - b);
	const shown = (value) => `${Number(value.toFixed(1))} ${unit}`;
	const median = sorted[Math.floor(sorted.length / 2)];
	return `median ${shown(median)}, worst ${shown(sorted.at(-1))} of ${sorted.length}`;
}

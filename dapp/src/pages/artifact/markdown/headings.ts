// SPDX-License-Identifier: Apache-2.0

// Headings of a card stand below the page's own, and none skips a level.

export class Headings {
	#open: number[] = []

	/** The tag for the next heading, which the card has at this level. */
	next(level: number): 'h3' | 'h4' | 'h5' | 'h6' {
		while ((this.#open.at(-1) ?? 0) >= level) this.#open.pop()
		this.#open.push(level)
		return (['h3', 'h4', 'h5', 'h6'] as const)[Math.min(this.#open.length, 4) - 1] ?? 'h6'
	}
}

// SPDX-License-Identifier: Apache-2.0

// What axe, the checker of accessibility, finds in a page.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const GRAVE = ['serious', 'critical']

/** Fails if there is anything serious or critical in a page as it is shown now. */
export async function accessible(page, name) {
	// Put in by the browser's own hand: the page's policy lets no such script in.
	await page.evaluate(`if (!window.axe) { ${SOURCE} }`)
	const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }))
	const grave = violations
		.filter(({ impact }) => GRAVE.includes(impact))
		.map(({ id, nodes }) => `${id}: ${nodes.map(({ target, html }) => `${target} ${html.slice(0, 160)}`).join('; ')}`)
	assert.deepEqual(grave, [], name)
}

/** Fails if a page is wider than its window, so that it would have to be scrolled sideways. */
export async function fits(page, name) {
	const wide = await page.evaluate(() => {
		const { scrollWidth, clientWidth } = document.documentElement
		if (scrollWidth <= clientWidth) return []
		// The innermost that are as wide, to name them.
		return [...document.querySelectorAll('*')]
			.filter(element => element.scrollWidth > clientWidth && getComputedStyle(element).overflowX === 'visible')
			.map(element => `${element.scrollWidth} px: ${element.outerHTML.slice(0, 200)}`)
			.slice(-3)
	})
	assert.deepEqual(wide, [], name)
}

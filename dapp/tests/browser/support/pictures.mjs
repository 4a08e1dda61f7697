// SPDX-License-Identifier: Apache-2.0

// Pictures of pages, for people to look at.

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DAPP } from './environment.mjs'

const FOLDER = process.env.AGORA_SCREENSHOTS ?? join(DAPP, 'screenshots')

/** Takes a picture of a whole page, under a name. */
export async function screenshot(page, name) {
	mkdirSync(FOLDER, { recursive: true })
	const path = join(FOLDER, `${name.replace(/[^\w-]+/g, '-')}.png`)
	await page.screenshot({ path, fullPage: true }).catch(() => undefined)
}

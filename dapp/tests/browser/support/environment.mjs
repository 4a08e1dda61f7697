// SPDX-License-Identifier: Apache-2.0

// What the tests need of the machine, and why they cannot run where it is not there.

import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The dApp's folder. */
export const DAPP = fileURLToPath(new URL('../../..', import.meta.url))

/** What `npm run build` wrote. */
export const DIST = process.env.AGORA_DAPP ?? join(DAPP, 'dist')

const NAMES = ['chromium', 'chromium-browser', 'google-chrome']

/** The browser: the one that is named, or else the system's. */
export const CHROMIUM = process.env.AGORA_CHROMIUM ?? found(NAMES)

function found(names) {
	const folders = (process.env.PATH ?? '').split(delimiter)
	return names.flatMap(name => folders.map(folder => join(folder, name))).find(existsSync)
}

/** Chromium's own sandbox does not work for root. */
export const SANDBOX = process.getuid?.() === 0 ? ['--no-sandbox'] : []

/** Why no test can run, or false where they can. */
export const unavailable = missing()

function missing() {
	if (!process.env.AGORA_NODE) return 'AGORA_NODE does not name the binary of a node'
	if (!process.env.AGORA_CLI) return 'AGORA_CLI does not name the binary of the command'
	if (!CHROMIUM) return 'there is no Chromium: install one, or name it with AGORA_CHROMIUM'
	if (!existsSync(join(DIST, 'index.html'))) return `${DIST} has no build: run scripts/dapp`
	return false
}

// SPDX-License-Identifier: Apache-2.0

// How long it takes until the first page can be used, by somebody who was never here and by somebody
// who was, on a chain with many artifacts; and how much JavaScript that takes. It needs a build
// (`scripts/dapp`), a node (AGORA_NODE), and the packages of `tests/js`, which fill the chain.
//
//     node tests/figures/first-page.mjs [ARTIFACTS]

import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { chromium } from 'playwright-core'
import { startNode } from '../../../tests/js/support/node.js'
import { CHROMIUM, DIST, SANDBOX } from '../browser/support/environment.mjs'
import { serveDapp } from '../browser/support/server.mjs'
import { figure } from './figure.mjs'

const RUNS = 7
const COLD_MS = 2_000
const WARM_MS = 500
const SENT_KB = 350

const artifacts = Number(process.argv[2] ?? 10_000)
const median = numbers => [...numbers].sort((a, b) => a - b)[numbers.length >> 1]

/** Runs in the page: notes when a result is there to be clicked, in time since the visit began. */
function watch() {
	const look = () => {
		if (document.querySelector('main input[type=search]') && document.querySelector('main h2 a')) {
			window.usable = performance.now()
		} else requestAnimationFrame(look)
	}
	look()
}

async function visit(context, url) {
	const page = await context.newPage()
	await page.addInitScript(watch)
	const scripts = []
	page.on('response', response => {
		if (response.request().resourceType() === 'script') scripts.push(response.body())
	})
	await page.goto(url)
	const usable = await page.waitForFunction(() => window.usable)
	const took = await usable.jsonValue()
	// All that the page asks for by itself counts, what it needs later too.
	await page.waitForLoadState('networkidle')
	const sent = (await Promise.all(scripts)).reduce((sum, body) => sum + gzipSync(body).length, 0)
	await page.close()
	return { took, sent }
}

const node = await startNode()
const browser = await chromium.launch({ executablePath: CHROMIUM, args: SANDBOX })
const site = await serveDapp(DIST, node.url)
try {
	const folder = fileURLToPath(new URL('../../../tests/js', import.meta.url))
	execFileSync(process.execPath, ['support/crowd.js', node.url, String(artifacts)], { cwd: folder, stdio: 'ignore' })
	const [cold, warm] = [[], []]
	for (let run = 0; run < RUNS; run += 1) {
		const context = await browser.newContext()
		cold.push(await visit(context, site.url))
		warm.push(await visit(context, site.url))
		await context.close()
	}
	const times = visits => median(visits.map(({ took }) => took))
	const among = `with ${artifacts.toLocaleString('en')} artifacts`
	figure(`first page usable, cold, ${among}`, `${(times(cold) / 1_000).toFixed(2)} s`, `at most ${COLD_MS / 1_000} s`)
	figure(`first page usable, warm, ${among}`, `${(times(warm) / 1_000).toFixed(2)} s`, `at most ${WARM_MS / 1_000} s`)
	const sent = Math.max(...cold.map(({ sent }) => sent))
	figure('JavaScript sent for the first page, gzipped', `${(sent / 1_000).toFixed(0)} kB`, `at most ${SENT_KB} kB`)
} finally {
	await browser.close()
	await site.stop()
	await node.stop()
}
process.exit()

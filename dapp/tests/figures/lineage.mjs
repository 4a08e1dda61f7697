// SPDX-License-Identifier: Apache-2.0

// How long a lineage of 500 versions takes to draw, and whether panning it stutters. Run it after a
// change of `src/lineage`.
//
//     node tests/figures/lineage.mjs [VERSIONS] [--screenshots FOLDER]

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import react from '@vitejs/plugin-react'
import { chromium } from 'playwright-core'
import { build, preview } from 'vite'
import { CHROMIUM, SANDBOX } from '../browser/support/environment.mjs'
import { figure } from './figure.mjs'

const DRAWN_WITHIN = 1_000
const FRAME_WITHIN = 50
const RUNS = 5

const { values, positionals } = parseArgs({ allowPositionals: true, options: { screenshots: { type: 'string' } } })
const versions = Number(positionals[0] ?? 500)
const root = join(import.meta.dirname, 'lineage')
const folder = await mkdtemp(join(tmpdir(), 'lineage-figure-'))
const outDir = { outDir: folder, emptyOutDir: true, target: 'es2022' }
const config = { root, base: './', configFile: false, logLevel: 'error', plugins: [react()], build: outDir }
await build(config)
const server = await preview({ ...config, preview: { port: 0, host: '127.0.0.1' } })
const { port } = server.httpServer.address()
const browser = await chromium.launch({ executablePath: CHROMIUM, args: SANDBOX })

const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]

/** A page with the picture drawn, and how long that took. */
async function open(options = {}) {
	const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, ...options })
	await page.goto(`http://127.0.0.1:${port}/?versions=${versions}`)
	await page.getByRole('button', { name: 'Draw' }).click()
	await page.waitForFunction(() => performance.getEntriesByName('drawn').length > 0)
	const drawn = await page.evaluate(() => performance.measure('all', 'asked', 'drawn').duration)
	return { page, drawn }
}

/** The times between frames while the picture is dragged to and fro. */
async function drag(page) {
	const box = await page.locator('svg[role=group]').boundingBox()
	const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
	await page.evaluate(() => {
		window.frames_ = []
		let last = performance.now()
		const next = () => {
			const now = performance.now()
			window.frames_.push(now - last)
			last = now
			window.going = requestAnimationFrame(next)
		}
		window.going = requestAnimationFrame(next)
	})
	await page.mouse.move(x, y)
	await page.mouse.down()
	for (let step = 0; step < 120; step++) {
		await page.mouse.move(x + 250 * Math.sin(step / 8), y + 120 * Math.sin(step / 11))
	}
	await page.mouse.up()
	const frames = await page.evaluate(() => {
		cancelAnimationFrame(window.going)
		return window.frames_.slice(2)
	})
	return frames.sort((a, b) => a - b)
}

const say = (what, value, must) => figure(`lineage, ${what}`, `${value.toFixed(0)} ms`, `at most ${must} ms`)
try {
	const times = []
	for (let run = 0; run < RUNS; run++) {
		const { page, drawn } = await open()
		times.push(drawn)
		if (run < RUNS - 1) await page.close()
		else {
			times.sort((a, b) => a - b)
			say(`${versions} versions drawn, median of ${RUNS}`, at(times, 0.5), DRAWN_WITHIN)
			say(`${versions} versions drawn, the slowest of ${RUNS}`, times.at(-1), DRAWN_WITHIN)
			for (const view of ['as it opens', 'all of it']) {
				if (view === 'all of it') await page.getByRole('button', { name: 'Fit' }).click()
				const frames = await drag(page)
				say(`panning ${view}, 95 % of ${frames.length} frames within`, at(frames, 0.95), FRAME_WITHIN)
			}
			await page.close()
		}
	}
	for (const width of values.screenshots ? [375, 1280] : []) {
		for (const colorScheme of ['light', 'dark']) {
			const { page } = await open({ viewport: { width, height: 800 }, colorScheme })
			const path = name => join(values.screenshots, `lineage-${versions}-${name}-${width}-${colorScheme}.png`)
			await page.screenshot({ path: path('opens'), fullPage: true })
			await page.getByRole('button', { name: 'Fit' }).click()
			await page.waitForTimeout(200)
			await page.screenshot({ path: path('fit'), fullPage: true })
			await page.getByRole('button', { name: 'Table' }).click()
			await page.screenshot({ path: path('table') })
			await page.close()
		}
	}
} finally {
	await browser.close()
	await server.close()
	await rm(folder, { recursive: true })
}

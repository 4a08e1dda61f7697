// SPDX-License-Identifier: Apache-2.0

// How fast a browser hashes a folder, with BLAKE3 and SHA-256 in one pass, and how long the page
// is ever kept from answering meanwhile: for one large file, and for as many bytes in shards. Wants
// the built dApp (`npm run build`) and Chromium; no node is asked.
//
//     node tests/figures/hashing.mjs [MEGABYTES]
//
// The rate by the clock is for the whole way from the choice of the folder to its hashes, and the
// longest stall is the longest time between two turns of the page's own thread. A machine that is busy
// with other things spoils both; the rate by the time of one core that hashing itself took holds there
// too.

import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { preview } from 'vite'
import { CHROMIUM, SANDBOX } from '../browser/support/environment.mjs'
import { figure } from './figure.mjs'

const LEAST = 100
const SHARD = 50
const megabytes = Number(process.argv[2] ?? 500)
const root = join(import.meta.dirname, '../..')
const work = await mkdtemp(join(tmpdir(), 'agora-hashing-'))
const server = await preview({ root, preview: { port: 0, host: '127.0.0.1' }, logLevel: 'error' })
const browser = await chromium.launch({ executablePath: CHROMIUM, args: SANDBOX })
try {
	const page = await browser.newPage()
	await page.goto(`${server.resolvedUrls.local[0]}#/publish`)
	// The first time loads the worker's code.
	await hash(page, await folder('warm', [8]))
	const shards = Array.from({ length: Math.ceil(megabytes / SHARD) }, () => SHARD)
	for (const [name, sizes] of [['one file', [megabytes]], [`shards of ${SHARD} MB`, shards]]) {
		const found = await hash(page, await folder(name, sizes))
		const hashing = `hashing ${megabytes} MB in a browser, both digests, ${name}`
		figure(`${hashing}, by the time of one core`, `${found.byCore.toFixed(0)} MB/s`, `at least ${LEAST} MB/s`)
		figure(`${hashing}, by the clock`, `${found.byClock.toFixed(0)} MB/s`, `at least ${LEAST} MB/s`)
		figure(`${hashing}, longest stall of the page`, `${found.stall.toFixed(0)} ms`, 'responsive')
	}
} finally {
	await browser.close()
	await server.close()
	await rm(work, { recursive: true })
}

/** A folder with files of these sizes, whose bytes do not repeat within them. */
async function folder(name, sizes) {
	const path = join(work, name)
	await mkdir(path)
	const piece = randomBytes(1e6)
	for (const [at, megabytes] of sizes.entries()) {
		const file = await open(join(path, `${at}.safetensors`), 'w')
		for (let written = 0; written < megabytes; written++) {
			piece.writeUInt32LE(written)
			await file.write(piece)
		}
		await file.close()
	}
	return path
}

/** Choose the folder, and wait for its hashes. */
async function hash(page, path) {
	const input = page.locator('main input[type=file]')
	await input.waitFor({ state: 'attached' })
	await page.evaluate(watch)
	const cpu = cpuClock()
	await input.setInputFiles(path)
	await page.locator('[data-digest]').waitFor({ timeout: 900_000 })
	const cpuSeconds = cpu()
	const { milliseconds, bytes, stall } = await page.evaluate(measured)
	await page.getByRole('button', { name: 'Take another folder' }).click()
	return { byClock: bytes / 1e3 / milliseconds, byCore: bytes / 1e6 / cpuSeconds, stall }
}

/** In the page: how far apart the turns of its thread are. */
function watch() {
	const watched = { longest: 0, last: performance.now() }
	clearInterval(window.watching)
	window.watched = watched
	window.watching = setInterval(() => {
		const now = performance.now()
		watched.longest = Math.max(watched.longest, now - watched.last)
		watched.last = now
	}, 5)
}

/** In the page: what the last hashing took. */
function measured() {
	const measure = performance.getEntriesByName('agora-hashing').at(-1)
	return { milliseconds: measure.duration, bytes: measure.detail.bytes, stall: window.watched.longest }
}

/** Counts the time that the page's workers and the threads that serve them have of a core, from now on. */
function cpuClock() {
	const first = threads()
	const most = new Map(first)
	// A worker's thread is gone when it is done, and its count with it.
	const look = () => {
		for (const [thread, ticks] of threads()) most.set(thread, Math.max(ticks, most.get(thread) ?? 0))
	}
	const timer = setInterval(look, 50)
	return () => {
		clearInterval(timer)
		look()
		let ticks = 0
		for (const [thread, count] of most) ticks += count - (first.get(thread) ?? 0)
		return ticks / 100
	}
}

/** The ticks of each worker thread of our browser's pages. */
function threads() {
	const found = new Map()
	for (const pid of readdirSync('/proc').filter(name => /^\d+$/.test(name))) {
		try {
			if (!readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--type=renderer') || !isOurs(pid)) continue
			for (const thread of readdirSync(`/proc/${pid}/task`)) {
				const { name, fields } = stat(`${pid}/task/${thread}`)
				if (/^(DedicatedWorker|ThreadPool)/.test(name)) found.set(thread, Number(fields[11]) + Number(fields[12]))
			}
		} catch {
			// It ended meanwhile.
		}
	}
	return found
}

function stat(of) {
	const text = readFileSync(`/proc/${of}/stat`, 'utf8')
	const end = text.lastIndexOf(')')
	return { name: text.slice(text.indexOf('(') + 1, end), fields: text.slice(end + 2).split(' ') }
}

/** Whether a process descends from this one. */
function isOurs(pid) {
	for (let at = Number(pid); at > 1; at = Number(stat(at).fields[1])) if (at === process.pid) return true
	return false
}

// SPDX-License-Identifier: Apache-2.0

// How fast a browser hashes a folder, with BLAKE3 and SHA-256 in one pass, and how long the page
// is ever kept from answering meanwhile. Wants the built dApp (`npm run build`) and Chromium; no
// node is asked.
//
//     node tests/figures/hashing.mjs [MEGABYTES]
//
// Prints a line of JSON. The rate is the whole way from the choice of the folder to the digest, in
// one worker; `stall` is the longest time between two turns of the page's own thread. On a machine
// that does other work at the same time, `perCpuSecond` is the rate by the worker's share of a core.

import { open, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomBytes } from 'node:crypto'
import { chromium } from 'playwright-core'
import { preview } from 'vite'

const LEAST = 100
const megabytes = Number(process.argv[2] ?? 500)
const folder = await mkdtemp(join(tmpdir(), 'agora-hashing-'))
const server = await preview({ root: join(import.meta.dirname, '../..'), preview: { port: 0, host: '127.0.0.1' }, logLevel: 'error' })
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] })
try {
	await write(join(folder, 'model.safetensors'), megabytes)
	const page = await browser.newPage()
	const [address] = server.resolvedUrls.local
	await page.goto(`${address}#/publish`)
	const input = page.locator('main input[type=file]')
	await input.waitFor({ state: 'attached' })
	// The first time sets up the worker's code; what is measured is the second.
	const small = await mkdtemp(join(tmpdir(), 'agora-hashing-'))
	await write(join(small, 'warm'), 8)
	await input.setInputFiles(small)
	await page.getByRole('button', { name: 'Take another folder' }).click()
	await rm(small, { recursive: true })
	await page.evaluate(watch)
	const before = await cpuTime()
	await input.setInputFiles(folder)
	await page.locator('[data-digest]').waitFor({ timeout: 600_000 })
	const cpu = (await cpuTime()) - before
	const { seconds, bytes, stall } = await page.evaluate(measured)
	const rate = bytes / 1e6 / seconds
	const rounded = value => Math.round(value * 10) / 10
	console.log(
		JSON.stringify({
			figure: 'hashing',
			megabytes,
			seconds: rounded(seconds),
			megabytesPerSecond: rounded(rate),
			perCpuSecond: rounded(bytes / 1e6 / cpu),
			stallMilliseconds: Math.round(stall),
		}),
	)
	if (rate < LEAST) process.exitCode = 1
} finally {
	await browser.close()
	await server.close()
	await rm(folder, { recursive: true })
}

/** A file of bytes that do not repeat within it. */
async function write(path, megabytes) {
	const file = await open(path, 'w')
	const piece = randomBytes(1e6)
	for (let at = 0; at < megabytes; at++) {
		piece.writeUInt32LE(at)
		await file.write(piece)
	}
	await file.close()
}

/** In the page: how long each turn of its thread is apart from the one before. */
function watch() {
	window.longest = 0
	let last = performance.now()
	const channel = new MessageChannel()
	channel.port1.onmessage = () => {
		const now = performance.now()
		window.longest = Math.max(window.longest, now - last)
		last = now
		setTimeout(() => channel.port2.postMessage(0), 0)
	}
	channel.port2.postMessage(0)
}

/** In the page: what the last hashing took. */
function measured() {
	const measure = performance.getEntriesByName('agora-hashing').at(-1)
	return { seconds: measure.duration / 1000, bytes: measure.detail.bytes, stall: window.longest }
}

/** What all renderer processes used of a processor, in seconds. */
async function cpuTime() {
	let ticks = 0
	for (const pid of (await readdir('/proc')).filter(name => /^\d+$/.test(name))) {
		try {
			const command = await readFile(`/proc/${pid}/cmdline`, 'utf8')
			if (!command.includes('--type=renderer') || !(await isOurs(pid))) continue
			const fields = (await readFile(`/proc/${pid}/stat`, 'utf8')).split(') ')[1].split(' ')
			ticks += Number(fields[11]) + Number(fields[12])
		} catch {}
	}
	return ticks / 100
}

/** Whether a process descends from this one. */
async function isOurs(pid) {
	for (let at = Number(pid); at > 1; ) {
		if (at === process.pid) return true
		at = Number((await readFile(`/proc/${at}/stat`, 'utf8')).split(') ')[1].split(' ')[1])
	}
	return false
}

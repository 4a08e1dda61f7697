// SPDX-License-Identifier: Apache-2.0

// Where the tests of a file play: a chain, the dApp as it is built, and a browser.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { chromium } from 'playwright-core'
import { startNode } from '../../../../tests/js/support/node.js'
import { Chain } from './chain.mjs'
import { CHROMIUM, DIST, unavailable } from './environment.mjs'
import { screenshot } from './pictures.mjs'
import { serveDapp, serveFolder } from './server.mjs'
import { watch } from './watch.mjs'

const START_WITHIN_MS = 150_000
const SHOWN_WITHIN_MS = 30_000

/**
 * For the tests of the file that asks for it, which run in the order in which they are written.
 *
 * `prepare` is told what there is, and does what all of the tests begin with.
 */
export function useStage(prepare = async () => undefined) {
	const stage = new Stage()
	if (!unavailable) {
		before(() => stage.start().then(() => prepare(stage)), { timeout: START_WITHIN_MS })
		after(() => stage.stop(), { timeout: START_WITHIN_MS })
	}
	return stage
}

export class Stage {
	#servers = []
	#open = []

	/** A test, reported as skipped where something that it needs is not there. */
	test(name, body) {
		test(name, { skip: unavailable, timeout: START_WITHIN_MS }, async () => {
			try {
				await body()
			} catch (error) {
				await Promise.all(this.#open.map(({ page }) => screenshot(page, `failed ${name}`)))
				await this.#closeAll()
				throw error
			}
			const watches = this.#open.map(each => each.watch)
			await this.#closeAll()
			for (const each of watches) each.check()
		})
	}

	async start() {
		this.folder = mkdtempSync(join(tmpdir(), 'agora-tests-dapp-'))
		const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
		const [node, browser] = await Promise.allSettled([
			startNode(),
			chromium.launch({ executablePath: CHROMIUM, args }),
		])
		// Whichever came is kept, so that `stop` ends it though the other failed.
		this.node = node.value
		this.browser = browser.value
		for (const { reason } of [node, browser]) if (reason) throw reason
		this.chain = new Chain(this.node.url, join(this.folder, 'data'))
		const dapp = await serveDapp(DIST, this.node.url)
		this.#servers.push(dapp)
		this.url = dapp.url
	}

	async stop() {
		await this.browser?.close()
		this.chain?.close()
		for (const server of this.#servers) await server.stop()
		await this.node?.stop()
		rmSync(this.folder, { recursive: true, force: true })
	}

	/** A location of a folder's files, which pages may ask. */
	async serveFolder(folder) {
		const server = await serveFolder(folder)
		this.#servers.push(server)
		return server
	}

	/**
	 * A page in a browser that was never here before.
	 *
	 * - `account`: one of the development accounts, chosen before.
	 * - `wallet`: an extension in this browser.
	 * - `expected`: what the console may say against the page.
	 */
	async open(path = '/', { account, wallet, width = 1280, height = 900, expected } = {}) {
		const context = await this.browser.newContext({
			viewport: { width, height },
			colorScheme: 'light',
			reducedMotion: 'reduce',
			locale: 'en-GB',
			permissions: ['clipboard-read', 'clipboard-write'],
		})
		context.setDefaultTimeout(SHOWN_WITHIN_MS)
		const page = await context.newPage()
		const hosts = [this.node, ...this.#servers].map(({ url }) => new URL(url).host)
		const watched = await watch(page, hosts, expected)
		this.#open.push({ context, page, watch: watched })
		if (account) {
			await page.addInitScript(address => {
				localStorage['agora.account'] ??= address
			}, account.address)
		}
		await wallet?.install(page)
		await this.goto(page, path)
		return Object.assign(page, { watch: watched })
	}

	/** Goes to a page of the dApp, which begins with its heading. */
	async goto(page, path) {
		await page.goto(`${this.url}#${path}`)
		await page.getByRole('heading', { level: 1 }).waitFor()
	}

	async #closeAll() {
		await Promise.all(this.#open.splice(0).map(({ context }) => context.close()))
	}
}

// SPDX-License-Identifier: Apache-2.0

import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

/** What every page needs before its first question to the chain is fetched with the page, not after. */
const preload: Plugin = {
	name: 'agora-preload',
	transformIndexHtml: {
		order: 'post',
		handler: (_, { bundle = {} }) =>
			Object.keys(bundle)
				.filter(file => /\/(descriptors|metadataTypes)-[^/]*\.js$/.test(file))
				.map(file => ({ tag: 'link', attrs: { rel: 'modulepreload', crossorigin: true, href: `./${file}` } })),
	},
}

export default defineConfig({
	// Any folder of any web server serves it.
	base: './',
	plugins: [react(), preload],
	build: {
		target: 'es2022',
		// Each file stays a file: the content security policy takes no script or font from a `data:` address.
		assetsInlineLimit: 0,
		modulePreload: { polyfill: false },
	},
	worker: { format: 'es' },
	test: { environment: 'node', testTimeout: 60_000, include: ['src/**/*.test.{ts,tsx}'] },
})

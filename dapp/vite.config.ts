// SPDX-License-Identifier: Apache-2.0

import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

export default defineConfig({
	// Any folder of any web server serves it.
	base: './',
	plugins: [react()],
	build: {
		target: 'es2022',
		// The content security policy takes no scripts or images from `data:` addresses of scripts.
		assetsInlineLimit: 0,
		modulePreload: { polyfill: false },
	},
	worker: { format: 'es' },
	test: { environment: 'node', include: ['src/**/*.test.{ts,tsx}'] },
})

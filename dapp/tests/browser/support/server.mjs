// SPDX-License-Identifier: Apache-2.0

// Small web servers on the loopback interface: the dApp's, and those of folders of files.

import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'

const TYPES = {
	'.css': 'text/css',
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript',
	'.json': 'application/json',
	'.svg': 'image/svg+xml',
	'.wasm': 'application/wasm',
}

async function serve(answer) {
	const server = createServer((request, response) => {
		answer(request, response).catch(() => response.writeHead(500).end())
	})
	await new Promise(resolve => server.listen(0, '127.0.0.1', resolve))
	return {
		url: `http://127.0.0.1:${server.address().port}/`,
		stop: () =>
			new Promise(resolve => {
				server.close(resolve)
				server.closeAllConnections()
			}),
	}
}

/** The file of a folder that an address asks for; nothing outside it. */
function fileOf(folder, request) {
	const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname)
	return join(folder, normalize(path.endsWith('/') ? `${path}index.html` : path))
}

async function sendFile(path, request, response, headers) {
	const found = await stat(path).catch(() => undefined)
	if (!found?.isFile()) return void response.writeHead(404, headers).end()
	const type = TYPES[extname(path)] ?? 'application/octet-stream'
	response.writeHead(200, { ...headers, 'content-type': type, 'content-length': found.size })
	if (request.method === 'HEAD') return void response.end()
	createReadStream(path).pipe(response)
}

/** The build, as any web server has it, set up for a node. */
export const serveDapp = (dist, node) =>
	serve(async (request, response) => {
		if (request.url.split('?')[0] === '/config.json') {
			response.writeHead(200, { 'content-type': TYPES['.json'] }).end(JSON.stringify({ node }))
			return
		}
		await sendFile(fileOf(dist, request), request, response, {})
	})

/**
 * A location where the files of a folder can be had, from any page.
 *
 * `instead` answers for a path with other bytes, as a server that cheats does.
 */
export async function serveFolder(folder) {
	const instead = new Map()
	const headers = { 'access-control-allow-origin': '*' }
	const server = await serve(async (request, response) => {
		if (request.method === 'OPTIONS') {
			const allow = { 'access-control-allow-headers': '*', 'access-control-allow-methods': 'GET, HEAD' }
			response.writeHead(204, { ...headers, ...allow }).end()
		} else if (instead.has(request.url)) {
			response.writeHead(200, headers).end(instead.get(request.url))
		} else {
			await sendFile(fileOf(folder, request), request, response, headers)
		}
	})
	return { ...server, instead }
}

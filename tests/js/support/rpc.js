// SPDX-License-Identifier: Apache-2.0

// JSON-RPC as it travels, for what no library would send.

import { once } from 'node:events';

/** A request. */
export const request = (method, params = [], id = 1) => ({ jsonrpc: '2.0', id, method, params });

/** Posts a request or a batch to a node; answers with what it says. */
export async function post(url, body) {
	const response = await fetch(url.replace(/^ws/, 'http'), {
		method: 'POST',
		headers: { 'Content-Type': 'application/json' },
		body: JSON.stringify(body),
	});
	return response.json();
}

/** Sends all requests over one connection at once; answers with all answers, as they come. */
export async function sendAll(url, requests) {
	const socket = new WebSocket(url);
	await once(socket, 'open');
	try {
		const answers = [];
		const done = new Promise((resolve, reject) => {
			socket.addEventListener('close', () => reject(new Error('the node hung up')));
			socket.addEventListener('message', ({ data }) => {
				answers.push(JSON.parse(data));
				if (answers.length === requests.length) {
					resolve();
				}
			});
		});
		for (const one of requests) {
			socket.send(JSON.stringify(one));
		}
		await done;
		return answers;
	} finally {
		socket.close();
	}
}

// SPDX-License-Identifier: Apache-2.0

// A question to a node, over a connection of its own: nothing of it outlives the node.

import { request } from 'node:http';

const ANSWER_WITHIN_MS = 10_000;

/** An answer that is an error, with its code. */
export class RpcError extends Error {
	constructor(method, { code, message, data }) {
		super(`${method}: ${message}${data === undefined ? '' : `: ${data}`}`);
		this.code = code;
	}
}

/** Posts a body to an address and answers with the status and the text. */
export function post(url, body, within = ANSWER_WITHIN_MS) {
	return new Promise((resolve, reject) => {
		const headers = { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) };
		const asked = request(url, { method: 'POST', agent: false, headers, timeout: within });
		asked.on('timeout', () => asked.destroy(new Error(`${url} does not answer`)));
		asked.on('error', reject);
		asked.on('response', (response) => {
			let text = '';
			response.setEncoding('utf8');
			response.on('data', (data) => (text += data));
			response.on('end', () => resolve({ status: response.statusCode, text }));
			response.on('error', reject);
		});
		asked.end(body);
	});
}

/** Calls a method and answers with its result. */
export async function call(url, method, ...params) {
	const { status, text } = await post(url, JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }));
	let answer;
	try {
		answer = JSON.parse(text);
	} catch {
		throw new Error(`${method}: ${status} ${text.slice(0, 200)}`);
	}
	if (answer.error) {
		throw new RpcError(method, answer.error);
	}
	return answer.result;
}

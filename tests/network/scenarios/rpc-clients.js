// SPDX-License-Identifier: Apache-2.0

// Clients that are broken, huge, slow or many, and those who ask for what is not theirs: each gets
// an error that says what is wrong, and the node goes on.

import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { call, post, RpcError } from '../../../tools/network/rpc.js';
import { sleep } from '../../../tools/network/wait.js';
import { goesOn } from '../support/alive.js';

const MIB = 1_024 * 1_024;
// The most that the node reads of one request.
const LARGEST_REQUEST = 15 * MIB;
const SOCKETS = 1_000;
const SLOW = 20;
const A_BYTE_A_SECOND = 1_000;
const OPEN_FOR = 5_000;

// What is wrong with a request, and the error that JSON-RPC has for it.
const PARSE = -32_700;
const INVALID = -32_600;
const UNKNOWN = -32_601;
const PARAMS = -32_602;
const MALFORMED = [
	['half an object', '{"jsonrpc":', PARSE],
	['no object', '"hello"', PARSE],
	['an empty object', '{}', PARSE],
	['an empty list', '[]', INVALID],
	['what is no text', Buffer.from([0xff, 0xfe, 0x00, 0x80]), PARSE],
	['brackets without end', '['.repeat(100_000), PARSE],
	['an unknown method', ask('agora_giveMeEverything'), UNKNOWN],
	['parameters of another kind', ask('chain_getBlockHash', { height: 'high' }), PARAMS],
];

export const title = 'clients of the RPC';

export async function run(t, { network, figure }) {
	// Nobody else's node: its limits are what is tried here.
	const node = await network.add('clients', { flags: ['--rpc-methods=safe'] });
	await node.start();
	const guarded = (what, act) => t.test(what, () => goesOn(network, what, act));
	try {
		await guarded('what is malformed is refused', () => malformed(node));
		await guarded('what is huge is refused', () => huge(node));
		await guarded('what is no transaction is refused', () => noTransaction(node));
		await guarded('what is unsafe is refused', () => unsafe(node));
		await guarded('who is slow holds up nobody', () => slow(node));
		await guarded('a thousand sockets that say nothing hold up nobody', () => many(node, figure));
		assert.ok(node.running);
	} finally {
		await network.remove('clients');
	}
}

function ask(method, ...params) {
	return JSON.stringify({ jsonrpc: '2.0', id: 1, method, params });
}

async function malformed(node) {
	for (const [what, body, code] of MALFORMED) {
		const { text } = await post(node.http, body);
		const { error } = JSON.parse(text);
		assert.equal(error?.code, code, `${what}: ${text.slice(0, 200)}`);
		assert.ok(error.message.length > 0);
	}
	// Not even HTTP.
	assert.match(await raw(node, Buffer.alloc(400, 7)), /^HTTP\/1.1 400/);
	const header = `POST / HTTP/1.1\r\nA: ${'b'.repeat(MIB)}\r\n\r\n`;
	assert.match(await raw(node, header), /^HTTP\/1.1 431|^$/);
	await works(node);
}

async function huge(node) {
	const body = ask('state_getStorage', `0x${'ab'.repeat(LARGEST_REQUEST / 2)}`);
	// The node hangs up in the middle of it: its answer does not reach everybody.
	const { status } = await post(node.http, body).catch(({ code }) => ({ status: code }));
	assert.ok([413, 'EPIPE', 'ECONNRESET'].includes(status), `it was answered with ${status}`);
	await works(node);
}

async function noTransaction(node) {
	for (const bytes of ['0x', '0x00', `0x${'ff'.repeat(5_000)}`]) {
		await assert.rejects(node.rpc('author_submitExtrinsic', bytes), RpcError);
	}
	await works(node);
}

const UNSAFE = [
	['author_rotateKeys'],
	['author_insertKey', 'babe', 'bottom', '0x00'],
	['author_removeExtrinsic', []],
	['system_addReservedPeer', '/ip4/127.0.0.1/tcp/1'],
	['system_addLogFilter', 'trace'],
	['offchain_localStorageSet', 'PERSISTENT', '0x00', '0x00'],
];

async function unsafe(node) {
	for (const [method, ...params] of UNSAFE) {
		await assert.rejects(node.rpc(method, ...params), (error) => {
			assert.ok(error instanceof RpcError, error.message);
			assert.match(error.message, /unsafe/i, `${method}: ${error.message}`);
			return true;
		});
	}
}

/** Whether it answers others as always. */
async function works(node) {
	assert.equal(typeof (await call(node.http, 'system_health')).peers, 'number');
}

/** Connections; those that the system refuses are left out. */
async function open(node, count) {
	const { address, port } = node.place.rpc;
	const sockets = Array.from({ length: count }, () => {
		return new Promise((resolve) => {
			const socket = connect(port, address, () => resolve(socket));
			socket.on('error', () => resolve(undefined));
		});
	});
	return (await Promise.all(sockets)).filter(Boolean);
}

async function slow(node) {
	const sockets = await open(node, SLOW);
	assert.equal(sockets.length, SLOW);
	const { address } = node.place.rpc;
	const request = `POST / HTTP/1.1\r\nHost: ${address}\r\nContent-Length: 100\r\n\r\n`;
	let at = 0;
	const drip = setInterval(() => {
		sockets.forEach((socket) => socket.write(request[at]));
		at += 1;
	}, A_BYTE_A_SECOND);
	try {
		await sleep(OPEN_FOR);
		await works(node);
	} finally {
		clearInterval(drip);
		sockets.forEach((socket) => socket.destroy());
	}
}

async function many(node, figure) {
	const sockets = await open(node, SOCKETS);
	try {
		await works(node);
		figure(`it answers others with ${sockets.length} of ${SOCKETS} silent sockets open`);
		assert.ok(sockets.length > 0);
	} finally {
		sockets.forEach((socket) => socket.destroy());
	}
	await works(node);
}

/** What is answered to bytes, until it hangs up or says no more. */
function raw(node, bytes) {
	return new Promise((resolve) => {
		const { address, port } = node.place.rpc;
		const socket = connect(port, address, () => socket.end(bytes));
		let text = '';
		socket.setEncoding('latin1');
		socket.setTimeout(5_000, () => socket.destroy());
		socket.on('data', (data) => (text += data));
		socket.on('error', () => {});
		socket.on('close', () => resolve(text));
	});
}

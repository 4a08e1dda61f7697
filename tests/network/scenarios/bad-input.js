// SPDX-License-Identifier: Apache-2.0

// What operators get wrong: each is told what, loses a fee at most, and the network goes on.

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { agora, Refused } from '../../../tools/network/cli.js';
import { catchesUp, goesOn } from '../support/alive.js';
import { run as runProgram } from '../support/program.js';

const OPERATOR = '//Ferdie//stash';
const ANOTHER = '//Eve//stash';
const AGO = 10n ** 12n;
// Many times what any of these costs.
const FEE_AT_MOST = AGO;
const CAUGHT_UP_WITHIN = 180;

// Everybody knows the secrets of these.
const WELL_KNOWN = {
	stash: '5GNJqTPyNqANBkUVMN1LPPrxXnFouWXoe2wNSmmEoLctxiZY',
	babe: '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY',
	grandpa: '5FA9nQDVg267DEd8m1ZypXLBnvN7SFxYwV7ndqSYGiN9TTpu',
	authority_discovery: '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY',
};

export const title = 'what operators get wrong';

export async function run(t, { network }) {
	const node = network.node('full');
	const guarded = (what, act) => t.test(what, () => goesOn(network, what, act));
	await guarded('a bond below the minimum', () => smallBond(node));
	await agora(node, OPERATOR, 'stake', 'bond', '1000');
	await guarded('a wrong proof of session keys', () => wrongProof(node));
	await guarded('session keys of another account', () => foreignKeys(node));
	await guarded('well-known keys on a public chain', () => wellKnownKeys(network, node));
	await guarded('flags that there are not', () => unknownFlags(node));
	await guarded('two nodes on one database', () => sameDatabase(network, node));
}

/** What is refused so costs a fee at most, and nothing is held for it. */
async function refused(node, signer, codes, ...args) {
	const before = await agora(node, signer, 'account');
	await assert.rejects(agora(node, signer, ...args), (error) => {
		assert.ok(error instanceof Refused, error.message);
		assert.match(error.code, codes, error.message);
		return true;
	});
	const after = await agora(node, signer, 'account');
	assert.equal(after.held, before.held);
	const fee = BigInt(before.free) - BigInt(after.free);
	assert.ok(fee >= 0n && fee < FEE_AT_MOST, `it cost ${fee} planck`);
	return fee;
}

async function smallBond(node) {
	await refused(node, OPERATOR, /insufficient-bond/, 'stake', 'bond', '0.001');
	await agora(node, ANOTHER, 'stake', 'bond', '10');
	await refused(node, ANOTHER, /insufficient-bond/, 'stake', 'validate', '--commission', '1');
}

/** Session keys that the node makes for an account. */
async function keysOf(node, signer) {
	const { publicKey } = await agora(node, signer, 'key', 'show');
	return node.rpc('author_rotateKeysWithOwner', publicKey);
}

async function wrongProof(node) {
	const { keys, proof } = await keysOf(node, OPERATOR);
	const last = proof.at(-1) === '0' ? '1' : '0';
	const wrong = proof.slice(0, -1) + last;
	const args = ['stake', 'validate', '--keys', keys, '--proof', wrong];
	await refused(node, OPERATOR, /session-invalid-proof/, ...args);
}

async function foreignKeys(node) {
	const { keys, proof } = await keysOf(node, ANOTHER);
	const args = ['stake', 'validate', '--keys', keys, '--proof', proof];
	await refused(node, OPERATOR, /session-invalid-proof/, ...args);
}

/** Runs the node's program, which must fail with this code and say so. */
async function fails(node, args, code, pattern, env) {
	const ended = await runProgram(node.binary, args, { env });
	assert.equal(ended.code, code, ended.said);
	assert.match(ended.said, pattern);
}

async function wellKnownKeys(network, node) {
	const founders = join(network.folder, 'founders.json');
	writeFileSync(founders, JSON.stringify({ authorities: [WELL_KNOWN], endowed: [] }));
	const args = ['export-chain-spec', '--chain=testnet', '--raw'];
	const env = { AGORA_TESTNET_FOUNDERS: founders };
	await fails(node, args, 1, /everybody knows the secret of its key/, env);
	await fails(node, args, 1, /has no authorities/);
}

async function unknownFlags(node) {
	await fails(node, ['--give-me-everything'], 2, /unexpected argument '--give-me-everything'/);
	await fails(node, ['--rpc-port=many'], 2, /invalid value 'many' for '--rpc-port/);
	await fails(node, ['--chain=/nowhere/chain.json'], 1, /nowhere\/chain.json/);
	await fails(node, ['--bootnodes=/ip4/10.77.0/tcp/1'], 2, /invalid value .* for '--bootnodes/);
	await fails(node, ['--bootnodes=/ip4/10.77.0.9/tcp/1'], 2, /Peer id is missing/);
	await fails(node, ['begin'], 2, /unrecognized subcommand|unexpected argument/);
}

async function sameDatabase(network, node) {
	const same = [`--chain=${node.chain}`, `--base-path=${node.basePath}`];
	const key = `--node-key-file=${node.keyFile}`;
	const quiet = ['--no-mdns', '--no-telemetry', '--no-prometheus', '--no-hardware-benchmarks'];
	await fails(node, [...same, key, ...quiet, '--rpc-port=0'], 1, /Database file is in use/);
	await catchesUp(network, node, CAUGHT_UP_WITHIN);
}

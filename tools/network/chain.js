// SPDX-License-Identifier: Apache-2.0

// The chain specification of a network: the local preset with another pace.

import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Sessions of half a minute, eras of one: for tests, which have no time. */
export const FAST = {
	sessionSlots: 10,
	eraSessions: 2,
	bondingEras: 2,
	slashDeferEras: 1,
	epochBlocks: 20,
	dayBlocks: 10,
};

/** That of the local preset. */
export const LOCAL = {};

// Places for validators who join.
const VALIDATORS = 10;
const LARGEST = 64 * 1_024 * 1_024;

function exported(binary, args) {
	const options = { encoding: 'utf8', maxBuffer: LARGEST, stdio: ['ignore', 'pipe', 'pipe'] };
	return execFileSync(binary, ['export-chain-spec', ...args], options);
}

/**
 * Writes the raw specification into a folder and answers with its path.
 *
 * `pace` overrides spans of the preset; `change` gets the whole specification to change more.
 */
export function writeChain(folder, { binary, pace = FAST, change = () => {} }) {
	const spec = JSON.parse(exported(binary, ['--chain', 'local']));
	const { patch } = spec.genesis.runtimeGenesis;
	Object.assign(patch.pace.spans, pace);
	patch.staking.validatorCount = VALIDATORS;
	change(spec);
	const plain = join(folder, 'chain.json');
	writeFileSync(plain, JSON.stringify(spec));
	const raw = join(folder, 'chain-raw.json');
	writeFileSync(raw, exported(binary, ['--chain', plain, '--raw']));
	return raw;
}

// SPDX-License-Identifier: Apache-2.0

// A fifth validator joins, authors blocks, and has its stake back: by the steps of an operator.

import assert from 'node:assert/strict';
import { agora } from '../../../tools/network/cli.js';
import { Membership } from '../../../tools/network/membership.js';
import { secondsSince } from '../../../tools/network/wait.js';
import { ERA } from '../support/pace.js';

export const title =
	'a fifth joins, is elected in the next era, authors, and leaves with its stake';

const SIGNER = '//Eve';

export async function run(t, { network, figure }) {
	const node = await network.add('eve', { flags: ['--validator'] });
	await node.start();
	const say = (text) => t.diagnostic(text);
	const membership = new Membership(node, { signer: SIGNER, era: ERA, say });

	const from = performance.now();
	await membership.join();
	const { activeEra, elected, role: now } = await membership.status();
	assert.deepEqual({ elected, now }, { elected: true, now: 'validator' });
	figure(
		`from keys to the first final block: ${secondsSince(from).toFixed()} s (era ${activeEra})`,
	);

	const left = performance.now();
	await membership.leave();
	figure(`from standing no more to having the stake: ${secondsSince(left).toFixed()} s`);
	const { role, elected: still, bonded } = await membership.status();
	assert.deepEqual({ role, still, bonded }, { role: 'none', still: false, bonded: '0' });
	const { held } = await agora(node, SIGNER, 'account');
	assert.equal(held, '0', 'every deposit came back');
	await network.assertNoEquivocation();
	await network.history.read(node, { all: true });
	await network.remove('eve');
}

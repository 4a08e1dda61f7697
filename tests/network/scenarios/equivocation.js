// SPDX-License-Identifier: Apache-2.0

// Two nodes with the same session keys: both make a block in one slot. Others report it in a
// transaction that nobody signs, and the chain disables the offender and slashes it, eras later.

import assert from 'node:assert/strict';
import { secondsSince } from '../../../tools/network/wait.js';
import { goesOn } from '../support/alive.js';
import { withApi } from '../support/api.js';
import { assertReported, BLOCKS, Blocks } from '../support/offences.js';
import { ERA } from '../support/pace.js';

const OFFENDER = 'dave';
const WITHIN = 120;
const DISABLED_WITHIN = 5 * ERA;
const SLASHED_WITHIN = 5 * ERA;
const UNITS = 10n ** 12n;

export const title = 'two nodes with the same keys make two blocks in a slot';

export async function run(t, context) {
	const { network } = context;
	await withApi(network.node('alice'), async (api) => {
		const blocks = new Blocks(api, network.node('alice'));
		await blocks.skip();
		const twin = await network.add('twin', { flags: [`--${OFFENDER}`] });
		await twin.start();
		await t.test('two blocks in a slot are reported by a transaction that nobody signed', () =>
			goesOn(network, 'two blocks in a slot', () => twoBlocks(context, blocks)),
		);
		// Only a report in the era of the offence does so, and eras are short here.
		await t.test('a report disables the offender', async () => {
			const disabled = () => blocks.events('session.ValidatorDisabled').length > 0;
			assert.ok(await blocks.until(DISABLED_WITHIN, disabled), 'nobody is disabled');
		});
		await network.remove('twin');
		await t.test('the offender makes no blocks and is slashed', () => slashed(context, blocks));
	});
	await network.assertOneChain();
}

async function twoBlocks({ figure }, blocks) {
	const from = performance.now();
	await blocks.until(WITHIN, () => blocks.offences.has(BLOCKS));
	assertReported(blocks, BLOCKS);
	figure(`two blocks in a slot: an offence ${secondsSince(from).toFixed(1)} s after the start`);
}

async function slashed({ figure }, blocks) {
	const [reported] = blocks.events('staking.SlashReported');
	assert.ok(reported, 'no slash is to come');
	const [offender] = reported.data;
	assert.ok(blocks.events('session.ValidatorDisabled').some(({ data: [who] }) => who === offender));
	const find = () => blocks.events('staking.Slashed')[0];
	assert.ok(await blocks.until(SLASHED_WITHIN, find), `no slash in ${SLASHED_WITHIN} s`);
	const { data, height } = find();
	assert.equal(data[0], offender);
	const ago = BigInt(data[1]) / UNITS;
	assert.ok(ago > 0n);
	figure(`${ago} AGO of the offender slashed ${height - reported.height} blocks after the report`);
}

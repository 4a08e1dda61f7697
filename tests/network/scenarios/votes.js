// SPDX-License-Identifier: Apache-2.0

// Two nodes with the same session keys vote in one round, and not for the same. It takes a round that
// one of them voted in and that does not end: two of four are away, and the second node starts when
// there are more blocks to vote for. Others report it in a transaction that nobody signs.

import assert from 'node:assert/strict';
import { secondsSince, until } from '../../../tools/network/wait.js';
import { catchesUp, highest } from '../support/alive.js';
import { withApi } from '../support/api.js';
import { assertReported, Blocks, VOTES } from '../support/offences.js';

const OFFENDER = 'dave';
const AWAY = ['alice', 'charlie'];
const WITNESS = 'bob';
// A vote is for a block some way behind the best.
const GROWN = 8;
const GROWN_WITHIN = 180;
const SYNCED_WITHIN = 600;
const NOTICED_WITHIN = 120;
const REPORTED_WITHIN = 120;
const NOTICED = /Detected (prevote|precommit) equivocation/g;

export const title = 'two nodes with the same keys vote twice in a round';

export async function run(t, { network, figure }) {
	const witness = network.node(WITNESS);
	const away = AWAY.map((name) => network.node(name));
	const twin = await network.add('twin');
	await twin.start();
	await catchesUp(network, twin, SYNCED_WITHIN);
	await twin.stop();

	await Promise.all(away.map((node) => node.kill()));
	await until('there is more to vote for', GROWN_WITHIN, async () => {
		return (await witness.best()) >= (await witness.finalized()) + GROWN;
	});
	const final = await highest(network.running, 'finalized');
	// It may have noticed others before.
	const noticed = () => witness.said().match(NOTICED)?.length ?? 0;
	const before = noticed();
	const from = performance.now();
	twin.flags.push(`--${OFFENDER}`);
	await twin.start();
	await until('another notices two votes in a round', NOTICED_WITHIN, () => noticed() > before);
	figure(`noticed ${secondsSince(from).toFixed(1)} s after the start of the second node`);
	assert.equal(await highest(network.running, 'finalized'), final, 'two votes of one made it final');

	await withApi(witness, async (api) => {
		const blocks = new Blocks(api, witness);
		await blocks.skip();
		await network.launch();
		await blocks.until(REPORTED_WITHIN, () => blocks.offences.has(VOTES));
		assertReported(blocks, VOTES);
	});
	await network.remove('twin');
}

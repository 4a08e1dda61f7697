// SPDX-License-Identifier: Apache-2.0

// Two nodes with the same session keys: both make a block in one slot, and both vote in one round.
// Others report it in transactions that nobody signs, and the chain disables the offender and
// slashes it, eras later.

import assert from 'node:assert/strict';
import { secondsSince, sleep } from '../../../tools/network/wait.js';
import { goesOn } from '../support/alive.js';
import { blockAt, withApi } from '../support/api.js';
import { ERA } from '../support/pace.js';

const OFFENDER = 'dave';
const WITHIN = 120;
const DISABLED_WITHIN = 5 * ERA;
const SLASHED_WITHIN = 5 * ERA;
const PAUSE_MS = 500;
const UNITS = 10n ** 12n;
const CUTS = { short: 1, long: 30 };
const CUT_MS = 9_000;
const TOLD_WITHIN = 12;
// By what consensus calls its offences, in the sixteen bytes that there are for a name.
const BLOCKS = 'babe:equivocatio';
const VOTES = 'grandpa:equivoca';
const REPORTS = {
	[BLOCKS]: 'babe.reportEquivocationUnsigned',
	[VOTES]: 'grandpa.reportEquivocationUnsigned',
};

export const title = 'two nodes with the same keys';

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
		await t.test('two votes in a round are reported by a transaction that nobody signed', (t) =>
			goesOn(network, 'two votes in a round', () => twoVotes(t, context, blocks)),
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

/**
 * Both see the same blocks, and vote for the same. So they are parted until they see others. No
 * part has enough votes to go on to another round.
 */
async function twoVotes(t, { network, long, figure }, blocks) {
	const known = () => blocks.offences.has(VOTES);
	let cuts = 0;
	if (network.canCut) {
		const most = long ? CUTS.long : CUTS.short;
		for (; cuts < most && !known(); cuts += 1) {
			network.cut([OFFENDER, 'alice'], ['twin', 'bob'], ['charlie']);
			await sleep(CUT_MS);
			network.heal();
			await blocks.until(TOLD_WITHIN, known);
		}
	} else if (!known()) {
		t.skip(network.whyNot);
		return;
	}
	if (!long && !known()) {
		// They are parted at any moment, and seldom in the one that counts.
		t.skip(`in ${cuts} cuts there was no round in which both voted for different blocks`);
		return;
	}
	assertReported(blocks, VOTES);
	figure(`two votes in a round: an offence after ${cuts} cuts`);
}

function assertReported({ seen, offences }, kind) {
	const all = seen.flatMap(({ transactions }) => transactions);
	const reports = all.filter(({ name }) => name === REPORTS[kind]);
	assert.ok(reports.length > 0, 'nobody reported it');
	assert.ok(reports.every(({ signed }) => !signed));
	const errors = [...new Set(reports.map(({ error }) => error))].join(', ');
	assert.ok(offences.has(kind), `${reports.length} reports came to nothing: ${errors}`);
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

/** Final blocks, as they come. */
class Blocks {
	seen = [];
	#next = 0;

	constructor(api, node) {
		Object.assign(this, { api, node });
	}

	/** Begins after the last. */
	async skip() {
		this.#next = (await this.node.finalized()) + 1;
	}

	/** Reads on until something is true of them; false if that takes too long. */
	async until(seconds, enough) {
		const end = performance.now() + seconds * 1_000;
		while (!enough() && performance.now() < end) {
			for (const final = await this.node.finalized(); this.#next <= final; this.#next += 1) {
				this.seen.push(await blockAt(this.api, this.#next));
			}
			await sleep(PAUSE_MS);
		}
		return Boolean(enough());
	}

	/** Events of a name, with the heights of their blocks. */
	events(wanted) {
		return this.seen.flatMap(({ height, events }) =>
			events.filter(({ name }) => name === wanted).map(({ data }) => ({ height, data })),
		);
	}

	/** The kinds of offences that the chain knows of. */
	get offences() {
		const names = this.events('offences.Offence').map(({ data: [kind] }) => kind);
		return new Set(names.map((kind) => Buffer.from(kind.slice(2), 'hex').toString()));
	}
}

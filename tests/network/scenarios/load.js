// SPDX-License-Identifier: Apache-2.0

// A thousand accounts trade through four validators, as fast as books at most three tenths of the
// weight of a block. Whatever each of them sends comes to an end that is known, though the runtime
// is replaced meanwhile.

import assert from 'node:assert/strict';
import { sleep } from '../../../tools/network/wait.js';
import { assertNoneLost } from '../support/load.js';
import { noRuntime, runtimes } from '../support/upgrade.js';
import { assertSignedAnew, replace } from './upgrade.js';

export const title = 'every transaction of a load reaches one known end, and none is lost';

const ACCOUNTS = 1_000;
const WEIGHT_AT_MOST = 0.3;
const GRACE_SECONDS = 120;
// It is scheduled for some blocks later, when blocks are as full as they will be, and before the last
// is sent.
const UPGRADE_AFTER_MS = 3_000;

export async function run(t, context) {
	const { long, figure, load, skip } = context;
	if (load.missing) {
		skip(load.missing);
		return;
	}
	const transactions = long ? 200_000 : 5_000;
	const options = { transactions, accounts: ACCOUNTS, rate: 'auto', grace: GRACE_SECONDS };
	const driver = load.start(options);
	await driver.begun;
	// The long setting has loads of their own for upgrades.
	if (!long) {
		await t.test('the runtime is replaced under it', { skip: noRuntime }, async () => {
			await sleep(UPGRADE_AFTER_MS);
			await replace(context, runtimes[0]);
		});
	}
	const report = await driver.report;
	figure(assertNoneLost(report));
	assert.equal(report.submitted, transactions);
	if (!long && !noRuntime) {
		assertSignedAnew(report, figure);
	}

	const { rate, blocks, latency } = report;
	figure(`sent at ${rate.achieved} a second, seed ${report.seed}, ${report.repeated} handed in again`);
	figure(`a block books ${share(rate.share)} by the plan, ${share(blocks.mean_weight)} in the mean, ` +
		`${share(blocks.normal.median)} by transactions in the median, ` +
		`${share(blocks.normal.max)} at most`);
	figure(`from the plan to a block: ${seconds(latency.inclusion)}`);
	figure(`from the plan to finality: ${seconds(latency.finality)}`);
	figure(`${blocks.count} blocks, ${blocks.empty_slots} slots empty, ` +
		`at most ${blocks.largest_gap} slots from block to block`);
	assert.ok(rate.share <= WEIGHT_AT_MOST, `the rate books ${share(rate.share)} of a block`);
	// Of transactions alone: with eras this short, elections book whole blocks of their own.
	const booked = blocks.normal.median;
	assert.ok(booked <= WEIGHT_AT_MOST, `the transactions of a block book ${share(booked)}`);
}

const share = (part) => `${(part * 100).toFixed(1)} %`;
const seconds = ({ median, p95, max }) =>
	`median ${median.toFixed(1)} s, p95 ${p95.toFixed(1)} s, worst ${max.toFixed(1)} s`;

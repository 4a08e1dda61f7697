// SPDX-License-Identifier: Apache-2.0

// Epochs as they end, and what their rewards are, computed a second time.

import assert from 'node:assert/strict';
import { floorOf, sum } from './money.js';
import { plain } from './plain.js';

/** The epoch that is running, as clients see it. */
export async function runningEpoch(chain) {
	return plain(await chain.ask('rewards', 'runningEpoch'));
}

/**
 * Empty blocks until the running epoch ended: its number, and what the block did that ended it,
 * before all else.
 */
export async function endEpoch(chain) {
	const { index, end } = await runningEpoch(chain);
	const block = await chain.skipInto(end);
	return { epoch: index, block, opening: await chain.opening(block) };
}

/** What an epoch that ends with credit divides, in planck. */
export function poolsOf(chain, { funds, credit, usageShare }) {
	const usagePool = floorOf(usageShare, funds);
	const cap = floorOf(chain.api.consts.rewards.rebateCap.toNumber(), credit);
	const rewards = usagePool < cap ? usagePool : cap;
	return { funds, usagePool, rewards, toCommons: funds - rewards };
}

/** A version's part of the rewards of an epoch: rounded down. */
export const rewardOf = (credit, epoch) => (epoch.rewards * credit) / epoch.credit;

/** Has somebody claim the reward of a version for an epoch; answers with what the chain says. */
export async function claim(chain, signer, epoch, version) {
	const outcome = await chain.accepted(chain.api.tx.rewards.claim(epoch, version), signer);
	const claimed = plain(outcome.event('RewardClaimed'));
	const divided = plain(outcome.event('PayoutDivided'));
	assert.deepEqual(
		[divided.version, divided.split, divided.amount],
		[claimed.version, claimed.split, claimed.amount],
	);
	return { outcome, claimed, divided };
}

/** Ends the epoch and has somebody claim what these versions earned in it; how much it was. */
export async function settleRewards(chain, signer, ...versions) {
	const { epoch } = await endEpoch(chain);
	const amounts = [];
	for (const { sequence } of versions) {
		amounts.push((await claim(chain, signer, epoch, sequence)).claimed.amount);
	}
	return sum(amounts);
}

/** What an account has, free and reserved, in planck. */
export async function holdings(chain, account) {
	const { free, reserved } = await chain.balance({ address: account.toString() });
	return free + reserved;
}

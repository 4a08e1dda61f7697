// SPDX-License-Identifier: Apache-2.0

// Rewards that nobody claims: they can be, to the last block, and then they fund others.

import assert from 'node:assert/strict';
import { useChain } from './support/chain.js';
import { floorOf } from './support/money.js';
import { plain } from './support/plain.js';
import { claim, endEpoch, rewardOf, runningEpoch } from './support/rewards.js';
import { buy, offerNew } from './support/sales.js';

const chain = useChain();
const ask = async (name, ...parameters) => plain(await chain.ask('rewards', name, ...parameters));

// Ada's three models earn in the same epoch. The first is claimed at once, the second in the last
// block, and the third never, though its split was changed and its deposit waits for it.
let ada;
let sam;
let early;
let late;
let never;
let epoch;
let ended;
let deposit;

const NOTHING = { items: [], next: null };

chain.test('three versions earn in one epoch', async () => {
	const [owner, stranger, ...buyers] = await chain.accounts(5);
	[ada, sam] = [owner, stranger];
	[early, late, never] = [
		await offerNew(chain, ada),
		await offerNew(chain, ada),
		await offerNew(chain, ada),
	];
	const { market, royalties, registry } = chain.api.tx;
	const members = [{ account: sam.address, share: 1_000_000 }];
	const split = { contributors: 0, members };
	await chain.accepted(royalties.setSplit(never.artifact, split), ada);
	await chain.calm(4);
	for (const [at, version] of [early, late, never].entries()) {
		await chain.accepted(buy(chain, version), buyers[at]);
	}
	const alone = { contributors: 0, members: [] };
	const kept = await chain.accepted(royalties.setSplit(never.artifact, alone), ada);
	({ deposit } = plain(kept.event('SplitKept')));
	({ epoch } = await endEpoch(chain));
	ended = await ask('endedEpoch', epoch);
	const { claimed } = await claim(chain, sam, epoch, early.sequence);
	assert.equal(claimed.amount, rewardOf(claimed.credit, ended));
	// Nothing but the reward keeps the version.
	const { artifact, id, sequence } = never;
	await chain.accepted(market.releaseLicense(artifact, buyers[2].address), buyers[2]);
	await chain.accepted(market.closeOffer(id), ada);
	await chain.refused(registry.removeVersion(sequence), ada, 'registry.HasIncome');
});

chain.test('it can be claimed in the last block of the claim period', async () => {
	const { claimPeriod, epochLength } = chain.api.consts.rewards;
	const periods = epoch + claimPeriod.toNumber() + 1;
	assert.equal(ended.expires, periods * epochLength.toNumber());
	await chain.skipInto(ended.expires - 2);
	const { index, owed } = await runningEpoch(chain);
	assert.equal(index, epoch + claimPeriod.toNumber());
	const { claimed, outcome } = await claim(chain, sam, epoch, late.sequence);
	assert.equal(outcome.blockNumber, ended.expires - 1);
	assert.equal(claimed.amount, rewardOf(claimed.credit, ended));
	assert.equal((await runningEpoch(chain)).owed, owed - claimed.amount);
});

chain.test('then it funds the epoch that ends, and nobody can claim it', async () => {
	const before = await runningEpoch(chain);
	const { credit, rewards, claimed } = await ask('endedEpoch', epoch);
	assert.equal(before.owed, rewards - claimed);
	const block = await chain.skipInto(ended.expires);
	const opening = await chain.opening(block);
	const amount = rewards - claimed;
	assert.ok(amount >= rewardOf(credit / 3n, ended));
	assert.deepEqual(plain(opening.event('EpochExpired')), { epoch, amount });
	// It was told beforehand.
	const { funds } = plain(opening.event('EpochRolledOver'));
	assert.equal(funds, before.funds);
	assert.ok(funds > amount);
	const { owed, ...after } = await runningEpoch(chain);
	assert.equal(owed, 0n);
	assert.equal(after.funds, funds);
	assert.equal(await ask('endedEpoch', epoch), null);
	for (const { sequence } of [early, late, never]) {
		const call = chain.api.tx.rewards.claim(epoch, sequence);
		await chain.refused(call, sam, 'rewards.RewardsExpired');
		assert.deepEqual(await ask('pending', sequence, null, 10), NOTHING);
		assert.deepEqual(await ask('rewards', epoch, sequence), []);
	}
	assert.deepEqual(await ask('claimable', sam.address, null, 10), NOTHING);
	const { docs } = chain.api.errors.rewards.RewardsExpired.meta;
	assert.match(docs.join(' '), /^[A-Z].*\.$/);

	// What was kept for it was cleared away meanwhile, by the block that ended it.
	const idle = await chain.idle(block);
	assert.deepEqual(plain(idle.event('RewardExpired')), {
		epoch,
		version: never.sequence,
		split: 1,
		credit: credit / 3n,
	});
	assert.deepEqual(plain(idle.event('SplitRetired')), {
		artifact: never.artifact,
		number: 1,
		depositor: ada.address,
		deposit,
	});
	const removed = await chain.accepted(
		chain.api.tx.registry.removeVersion(never.sequence),
		ada,
	);
	assert.equal(removed.events('registry', 'VersionRemoved').length, 1);
});

chain.test('what expired is for those who earn next', async () => {
	const { funds, parameters } = await runningEpoch(chain);
	const sold = await offerNew(chain, ada);
	const buyer = await chain.account();
	await chain.calm();
	const bought = await chain.accepted(buy(chain, sold), buyer);
	const { fee } = plain(bought.event('IncomeReceived'));
	const { index, ...running } = await runningEpoch(chain);
	assert.ok(running.funds >= funds + fee);
	assert.equal(running.usagePool, floorOf(parameters.usageShare, running.funds));
	const { epoch: next } = await endEpoch(chain);
	assert.equal(next, index);
	const { claimed } = await claim(chain, sam, next, sold.sequence);
	assert.equal(claimed.amount, running.rewards);
});

// SPDX-License-Identifier: Apache-2.0

// Claims the rewards in which an account shares, and withdraws what it earned.
//
//     node claim.js ws://127.0.0.1:9944 //Alice

import { createClient } from 'polkadot-api';
import { getWsProvider } from 'polkadot-api/ws';
import { accountOf, ago, submit } from './common.js';
import { agora } from './descriptors/dist/index.js';

// More claims than this may be too much for one block.
const BATCH = 25;

const [url, secret] = process.argv.slice(2);
const [client, account] = [createClient(getWsProvider(url)), accountOf(secret)];
const { apis, event, tx } = client.getTypedApi(agora);

const rewards = [];
let after;
do {
	const page = await apis.RewardsApi.claimable(account.address, after, 100);
	rewards.push(...page.items);
	after = page.next;
} while (after !== undefined);

// A claim pays everybody who shares in the version. Anybody may make it, and somebody may just have:
// so each of these is made on its own, whatever becomes of the others.
while (rewards.length > 0) {
	const calls = rewards.splice(0, BATCH).map(({ epoch, version, amount }) => {
		console.log(`claiming ${ago(amount)} for version ${version} in epoch ${epoch}`);
		return tx.Rewards.claim({ epoch, version }).decodedCall;
	});
	const events = await submit(client, tx.Utility.force_batch({ calls }), account);
	for (const { payload: claimed } of event.Rewards.RewardClaimed.filter(events)) {
		console.log(`claimed ${ago(claimed.amount)} for version ${claimed.version}`);
	}
}

// Sales and rewards gather as earnings until they are withdrawn.
const earnings = await apis.RoyaltiesApi.earnings(account.address);
if (earnings > 0n) {
	const withdraw = tx.Royalties.withdraw({ account: account.address });
	const events = await submit(client, withdraw, account);
	const [{ payload: withdrawn }] = event.Royalties.Withdrawn.filter(events);
	console.log(`withdrew ${ago(withdrawn.amount)}`);
} else {
	console.log('there is nothing to withdraw');
}
client.destroy();

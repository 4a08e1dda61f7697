// SPDX-License-Identifier: Apache-2.0

// Claims the rewards in which an account shares, and withdraws what it earned.
//
//     node claim.js ws://127.0.0.1:9944 //Alice

import { accountOf, ago, connect, submit } from './common.js';

// More claims than this may be too much for one block.
const BATCH = 25;

const [url, secret] = process.argv.slice(2);
const api = await connect(url);
const account = accountOf(secret);

const rewards = [];
let after = null;
do {
	const { items, next } = await api.call.rewardsApi.claimable(account.address, after, 100);
	rewards.push(...items);
	after = next.unwrapOr(null);
} while (after !== null);

// A claim pays everybody who shares in the version. Anybody may make it, and somebody may just have:
// so each of these is made on its own, whatever becomes of the others.
while (rewards.length > 0) {
	const calls = rewards.splice(0, BATCH).map(({ epoch, version, amount }) => {
		console.log(`claiming ${ago(amount)} for version ${version} in epoch ${epoch}`);
		return api.tx.rewards.claim(epoch, version);
	});
	const batch = api.tx.utility.forceBatch(calls);
	for (const claimed of await submit(api, batch, account, api.events.rewards.RewardClaimed)) {
		console.log(`claimed ${ago(claimed.amount)} for version ${claimed.version}`);
	}
}

// Sales and rewards gather as earnings until they are withdrawn.
const earnings = await api.call.royaltiesApi.earnings(account.address);
if (earnings.isZero()) {
	console.log('there is nothing to withdraw');
} else {
	const withdraw = api.tx.royalties.withdraw(account.address);
	const [withdrawn] = await submit(api, withdraw, account, api.events.royalties.Withdrawn);
	console.log(`withdrew ${ago(withdrawn.amount)}`);
}
await api.disconnect();

// SPDX-License-Identifier: Apache-2.0

// Buys a license: asks what it costs and who gets what, and pays no more than that.
//
//     node buy.js ws://127.0.0.1:9944 //Bob 1

import { accountOf, ago, connect, submit } from './common.js';

const [url, secret, offer] = process.argv.slice(2);
const api = await connect(url);
const buyer = accountOf(secret);
const { marketApi } = api.call;

const quote = (await marketApi.quote(offer)).unwrapOr(null);
if (!quote?.offer.open.isTrue) {
	throw new Error(`nothing is sold under offer ${offer}`);
}
console.log(`price ${ago(quote.price)}, of which the fee is ${ago(quote.fee)}`);
console.log(`deposit ${ago(quote.deposit)}, which comes back when the license is released`);
for (const { version, income, royalties, earnings } of quote.distribution.payouts) {
	console.log(`version ${version} gets ${ago(income)}, passes on ${ago(royalties)} of it`);
	console.log(`  and its owners earn ${ago(earnings)}`);
}

// By the price and the revision of the terms that we saw: if the seller changes either before our
// transaction is in a block, it fails and costs no more than its fee.
const { artifact, revision } = quote.offer.offer;
const buy = api.tx.market.buy(offer, quote.price, revision);
const [bought] = await submit(api, buy, buyer, api.events.market.LicenseBought);
console.log(`paid ${ago(bought.price)}`);

// A refund window would hold the price on the buyer's account until it ends.
const { lasts, license } = (await marketApi.license(artifact, buyer.address)).unwrap();
console.log(`license for ${artifact} ${lasts.isTrue ? 'lasts' : 'ended'}: ${license.grant.term}`);
await api.disconnect();

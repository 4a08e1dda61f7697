// SPDX-License-Identifier: Apache-2.0

// Buys a license: asks what it costs and who gets what, and pays no more than that.
//
//     node buy.js ws://127.0.0.1:9944 //Bob 1

import { createClient } from 'polkadot-api';
import { getWsProvider } from 'polkadot-api/ws';
import { accountOf, ago, submit } from './common.js';
import { agora } from './descriptors/dist/index.js';

const [url, secret, id] = process.argv.slice(2);
const [client, buyer, offer] = [createClient(getWsProvider(url)), accountOf(secret), BigInt(id)];
const { apis, event, tx } = client.getTypedApi(agora);

const quote = await apis.MarketApi.quote(offer);
if (!quote?.offer.open) {
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
const buy = tx.Market.buy({ offer, max_price: quote.price, revision });
const events = await submit(client, buy, buyer);
const [{ payload: bought }] = event.Market.LicenseBought.filter(events);
console.log(`paid ${ago(bought.price)}`);

// A refund window would hold the price on the buyer's account until it ends.
const { lasts, license } = await apis.MarketApi.license(artifact, buyer.address);
const { type, value } = license.grant.term;
console.log(`license for ${artifact} ${lasts ? 'lasts' : 'ended'}: ${type} ${value ?? ''}`.trim());
client.destroy();

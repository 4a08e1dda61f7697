// SPDX-License-Identifier: Apache-2.0

// What a purchase costs does not depend on how many licenses were sold before.

import assert from 'node:assert/strict';
import { AGO, useChain } from './support/chain.js';
import { publishNew } from './support/registry.js';

// How many licenses are sold: few where it is only to be seen that nothing grows.
const SOLD = Number(process.env.AGORA_SOLD ?? 300);
// How many go into one transaction.
const BATCH = 50;
// Of how many purchases the time to their blocks is measured.
const MEASURED = 21;

const chain = useChain();

const numbers = (from, count) => Array.from({ length: count }, (_, at) => from + at);

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];

/** Buys as new accounts, one after the other; what it weighs, and the median time to a block. */
async function purchases(buy) {
	const buyers = await chain.accounts(MEASURED, 1_000n * AGO);
	const times = [];
	const weights = new Set();
	for (const buyer of buyers) {
		const signed = await buy.signAsync(buyer, { nonce: -1, era: 0 });
		const from = performance.now();
		const outcome = await chain.outcome(signed);
		times.push(performance.now() - from);
		assert.equal(outcome.error, undefined);
		const [{ dispatchInfo }] = outcome.events('system', 'ExtrinsicSuccess');
		weights.add(dispatchInfo.weight.toString());
	}
	return { time: median(times), weights: [...weights] };
}

chain.test(`a purchase costs the same after ${SOLD} licenses were sold`, async (t) => {
	const { market, utility, balances } = chain.api.tx;
	const [publisher, crowd] = await chain.accounts(2, 200_000n * AGO);
	const { sequence } = await publishNew(chain, publisher);
	const terms = {
		version: sequence,
		price: AGO,
		duration: null,
		supply: null,
		transferable: false,
		refundWindow: 0,
	};
	await chain.accepted(market.createOffer(terms), publisher);
	const [offer] = await chain.api.query.market.offers.keys();
	const buy = market.buy(offer.args[0], AGO, 1);

	const before = await purchases(buy);
	for (let from = 0; from < SOLD; from += BATCH) {
		// Accounts without keys of their own, which derive from the signer's.
		const batch = numbers(from, Math.min(BATCH, SOLD - from));
		const derived = batch.map((index) => derivative(crowd, index));
		await chain.accepted(
			utility.batchAll([
				...derived.map((address) => balances.transferKeepAlive(address, 3n * AGO)),
				...batch.map((index) => utility.asDerivative(index, buy)),
			]),
			crowd,
		);
	}
	const after = await purchases(buy);

	const sales = await chain.api.query.market.sales.entries();
	assert.equal(sales.length, 1);
	assert.equal(sales[0][1].unwrap().licenses.toNumber(), SOLD + 2 * MEASURED);
	assert.equal(before.weights.length, 1, 'purchases weigh different amounts');
	assert.deepEqual(after.weights, before.weights, 'a purchase weighs more');
	t.diagnostic(
		`figure: buy through the node after ${SOLD} licenses against before: ` +
			`${(after.time / before.time).toFixed(2)} (${after.time.toFixed(1)} ms), weight equal`,
	);
});

/** The account that `utility.asDerivative` signs for. */
function derivative({ publicKey }, index) {
	const { registry } = chain.api;
	const bytes = registry
		.createType('([u8; 16], AccountId, u16)', [
			new TextEncoder().encode('modlpy/utilisuba'),
			publicKey,
			index,
		])
		.toU8a();
	return registry.createType('AccountId', registry.hash(bytes)).toString();
}

// SPDX-License-Identifier: Apache-2.0

// Referenda, from the proposal to the block that carries it out.

import assert from 'node:assert/strict';
import { errorName } from './chain.js';
import { plain } from './plain.js';

// Longer than any period of a development chain.
const WITHIN = 400;

/** The tracks of this chain by their names. */
export function tracksOf(chain) {
	const tracks = [...chain.api.consts.referenda.tracks].map(([id, info]) => {
		const { name, ...rest } = plain(info);
		// It has room for more.
		return [name.replaceAll('\0', ''), { id: id.toNumber(), ...rest }];
	});
	return Object.fromEntries(tracks);
}

/** Proposes a call that an origin is to make, with the deposit for a decision; its index. */
export async function propose(chain, signer, origin, call) {
	const { referenda } = chain.api.tx;
	const proposal = { Inline: call.method.toHex() };
	const submit = referenda.submit({ Origins: origin }, proposal, { After: 0 });
	const outcome = await chain.accepted(submit, signer);
	const [{ index }] = outcome.events('referenda', 'Submitted').map(plain);
	await chain.accepted(referenda.placeDecisionDeposit(index), signer);
	return index;
}

/** Votes with all of this amount. */
export async function vote(chain, voter, index, balance, { aye = true, conviction = 'None' } = {}) {
	const standard = { Standard: { vote: { aye, conviction }, balance } };
	return chain.accepted(chain.api.tx.convictionVoting.vote(index, standard), voter);
}

/** Empty blocks, until one begins with an event that is looked for; with all that it began with. */
async function until(chain, find, what) {
	for (let left = WITHIN; left > 0; left -= 1) {
		const height = (await chain.height()) + 1;
		const block = await chain.skipInto(height);
		const opening = await chain.opening(block);
		const found = find(opening);
		if (found) {
			return { height, block, opening, ...found };
		}
	}
	return assert.fail(`${what} does not come within ${WITHIN} blocks`);
}

/** Empty blocks until a referendum is decided: how, and with which votes. */
export async function untilDecided(chain, referendum) {
	const find = (opening) => {
		for (const decision of ['Confirmed', 'Rejected', 'TimedOut']) {
			const events = opening.events('referenda', decision).map(plain);
			const found = events.find(({ index }) => index === referendum);
			if (found) {
				return { decision, tally: found.tally };
			}
		}
		return undefined;
	};
	return until(chain, find, 'a decision');
}

/** Empty blocks until the next approved call is made: its error, if it fails. */
export async function untilEnacted(chain) {
	// Alarms of referenda have no names, what they decided has.
	const find = (opening) => {
		const named = opening.events('scheduler', 'Dispatched').filter(({ id }) => id.isSome);
		assert.ok(named.length <= 1);
		return named[0] && { result: named[0].result };
	};
	const { result, ...rest } = await until(chain, find, 'enactment');
	return { ...rest, error: result.isErr ? errorName(chain.api, result.asErr) : undefined };
}

/** Has a call proposed, approved by a voter with this much, and made. */
export async function carry(chain, { proposer, voter, balance }, origin, call) {
	const index = await propose(chain, proposer, origin, call);
	await vote(chain, voter, index, balance);
	const { decision } = await untilDecided(chain, index);
	assert.equal(decision, 'Confirmed');
	return { index, ...(await untilEnacted(chain)) };
}

// SPDX-License-Identifier: Apache-2.0

// Offers as their sellers make them, and what buyers do with them.

import { AGO } from './chain.js';
import { plain } from './plain.js';
import { publishNew } from './registry.js';

/** What an offer says of a version: a license for ever, which is paid for at once. */
export function offerTerms(version, changes) {
	return {
		version,
		price: 10n * AGO,
		duration: null,
		supply: null,
		transferable: false,
		refundWindow: 0,
		...changes,
	};
}

/** Offers a version; answers with the offer as its buyers see it. */
export async function offer(chain, owner, version, changes) {
	const terms = offerTerms(version, changes);
	const outcome = await chain.accepted(chain.api.tx.market.createOffer(terms), owner);
	return { id: outcome.event('OfferCreated').offer.toNumber(), terms, revision: 1, outcome };
}

/** Publishes a version of a new artifact and offers it. */
export async function offerNew(chain, owner, changes, version) {
	const published = await publishNew(chain, owner, version);
	return { ...published, ...(await offer(chain, owner, published.sequence, changes)) };
}

/** The call that buys under an offer, at the price and the terms that the buyer saw. */
export function buy(chain, { id, terms, revision }, maxPrice = terms.price) {
	return chain.api.tx.market.buy(id, maxPrice, revision);
}

/** The call that renews a license under an offer. */
export function renew(chain, { id, terms, revision }, maxPrice = terms.price) {
	return chain.api.tx.market.renew(id, maxPrice, revision);
}

/** The license of an account as clients see it, or null. */
export async function licenseOf(chain, { artifact }, { address }) {
	return plain(await chain.ask('market', 'license', artifact, address));
}

/** What an artifact sold, or null. */
export async function salesOf(chain, { artifact }) {
	return plain(await chain.ask('market', 'sales', artifact));
}

/** What the accounts can withdraw. */
export async function earningsOf(chain, accounts) {
	const earnings = [];
	for (const { address } of accounts) {
		earnings.push((await chain.ask('royalties', 'earnings', address)).toBigInt());
	}
	return earnings;
}

/** What is in the vault of a version. */
export async function vaultOf(chain, version) {
	return plain(await chain.ask('royalties', 'vault', version));
}

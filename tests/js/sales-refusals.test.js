// SPDX-License-Identifier: Apache-2.0

// What market and royalties refuse: each with its own error and a sentence that says why, and with
// nothing lost but the fee.

import { AGO, useChain } from './support/chain.js';
import { priceFor } from './support/money.js';
import { prove, publishRecords, RecordList, records } from './support/records.js';
import { refusesAll } from './support/refusals.js';
import { newVersion, percent, publishNew, random32 } from './support/registry.js';
import { buy, offer, offerNew, offerTerms, renew } from './support/sales.js';

const chain = useChain();
const market = () => chain.api.tx.market;
const royalties = () => chain.api.tx.royalties;
const registry = () => chain.api.tx.registry;

const NONE = 1_000_000;
const MAX = 2n ** 64n - 1n;
// A refund window that does not end while these tests run.
const LONG = 100_000;
const WHOLE = 1_000_000;

// Who signs, and what the tables below are about, by name. Ada sells, Ben bought, Cyd bought what
// can be handed on, Dan waits, Eve has nothing to do with any of it, and Gone is no more.
const accounts = {};
const sold = {};
const versions = {};
let poor;

chain.test('offers, licenses and income that can be misused in every way', async () => {
	const [ada, ben, cyd, dan, eve] = await chain.accounts(5, 10_000n * AGO);
	Object.assign(accounts, { ada, ben, cyd, dan, eve });
	const existential = chain.api.consts.balances.existentialDeposit.toBigInt();
	accounts.gone = await chain.account(existential + AGO);
	poor = await chain.account(existential + AGO / 10n);
	await offers();
	await licenses();
	await incomes();
	await chain.quiet();
});

/** Offers that can be bought under, and those that cannot. */
async function offers() {
	const { ada, eve } = accounts;
	const { utility } = chain.api.tx;
	sold.plain = await offerNew(chain, ada, { refundWindow: 10 });
	sold.closed = { ...(await offerNew(chain, ada)) };
	await chain.accepted(market().closeOffer(sold.closed.id), ada);
	sold.changed = await offerNew(chain, ada);
	const dearer = { ...sold.changed.terms, price: 11n * AGO };
	await chain.accepted(market().updateOffer(sold.changed.id, dearer), ada);
	sold.eves = await offerNew(chain, eve);

	sold.yanked = await offerNew(chain, ada);
	await chain.accepted(registry().yank(sold.yanked.sequence, ''), ada);
	sold.retired = await offerNew(chain, ada);
	await chain.accepted(registry().retire(sold.retired.artifact), ada);

	const uses = { train: true, evaluate: true, commercial: false };
	sold.noncommercial = await offerNew(chain, ada, { price: 0n }, { terms: { uses } });

	// As many as there can be.
	sold.full = await publishNew(chain, ada);
	const most = chain.api.consts.market.maxOffers.toNumber();
	const create = market().createOffer(offerTerms(sold.full.sequence));
	await chain.accepted(utility.batchAll(Array(most).fill(create)), ada);

	sold.capped = await offerNew(chain, ada);
	await chain.accepted(market().pledgeCap(sold.capped.artifact, 100n * AGO), ada);
	sold.free = await offerNew(chain, ada);
	await chain.accepted(market().pledgeCap(sold.free.artifact, 0n), ada);

	const removed = await publishNew(chain, ada);
	await chain.accepted(registry().removeVersion(removed.sequence), ada);
	versions.removed = removed.sequence;
	versions.unsold = (await publishNew(chain, ada)).sequence;
}

/** Licenses of each kind. */
async function licenses() {
	const { ada, ben, cyd, dan } = accounts;
	const bought = async (changes, ...buyers) => {
		const made = await offerNew(chain, ada, changes);
		for (const buyer of buyers) {
			await chain.accepted(buy(chain, made), buyer);
		}
		return made;
	};
	sold.forever = await bought({}, ben);
	sold.once = await bought({ supply: 1 }, ben);
	sold.pending = await bought({ refundWindow: LONG, transferable: true }, dan);
	sold.lasting = await bought({ duration: LONG }, ben);
	sold.movable = await bought({ transferable: true }, ben, cyd);
	sold.brief = await bought({ duration: 1, transferable: true }, ben);
	await chain.skipBlocks(2);
}

/** Vaults, splits, earnings and shares. */
async function incomes() {
	const { ada, ben, eve, gone } = accounts;
	sold.empty = await publishNew(chain, ada);
	versions.empty = sold.empty.sequence;

	// Less than an account must have, for one that is no more.
	const existential = chain.api.consts.balances.existentialDeposit.toBigInt();
	const price = priceFor(chain, existential - 1n);
	sold.orphaned = await offerNew(chain, ada, { price });
	const { artifact, sequence } = sold.orphaned;
	await chain.accepted(royalties().setSplit(artifact, split([gone.address, WHOLE])), ada);
	const leave = chain.api.tx.balances.transferAll(ada.address, false);
	await chain.accepted(leave, gone);
	await chain.accepted(buy(chain, sold.orphaned), eve);
	await chain.accepted(royalties().distribute(sequence), eve);

	const list = new RecordList(records(1, ben));
	const data = await publishRecords(chain, ada, list);
	await chain.accepted(prove(chain, data.sequence, list, 0), ben);
	versions.data = data.sequence;
	sold.data = data;
}

/** A split among members, each `[account, share]`. */
function split(...members) {
	return {
		contributors: 0,
		members: members.map(([account, share]) => ({ account, share })),
	};
}

/** Offers the version of `plain`, with something changed. */
const create = (changes) =>
	market().createOffer(offerTerms(sold.plain.sequence, { refundWindow: 10, ...changes }));

/** Updates an offer, with something changed. */
const update = (name, changes) =>
	market().updateOffer(sold[name].id, { ...sold[name].terms, ...changes });

const pledge = (artifact) => market().pledgeCap(artifact, AGO);
const least = () => chain.api.consts.market.minPrice.toBigInt();
const longest = () => chain.api.consts.market.maxRefundWindow.toNumber();

// By error: what is tried, by whom, and how.
const OF_MARKET = {
	VersionNotFound: {
		'an offer of no version': ['ada', () => create({ version: NONE })],
		'an offer of version 0': ['ada', () => create({ version: 0 })],
		'an offer of a version near 2^64': ['ada', () => create({ version: MAX })],
		'an offer of what was removed': ['ada', () => create({ version: versions.removed })],
		'an offer that moves on to no version': ['ada', () => update('plain', { version: NONE })],
	},
	ArtifactNotFound: {
		'a cap on nothing': ['ada', () => pledge(random32())],
		'a lower cap on nothing': ['ada', () => market().lowerCap(random32(), 0)],
	},
	OfferNotFound: {
		'an update of no offer': [
			'ada',
			() => market().updateOffer(NONE, offerTerms(versions.unsold)),
		],
		'the end of no offer': ['ada', () => market().closeOffer(MAX)],
		'the end of an offer that was closed': ['ada', () => market().closeOffer(sold.closed.id)],
		'a purchase under no offer': ['ben', () => market().buy(NONE, AGO, 1)],
		'a purchase under offer 0': ['ben', () => market().buy(0, AGO, 1)],
		'a purchase under an offer that was closed': ['ben', () => buy(chain, sold.closed)],
		'a renewal under no offer': ['ben', () => market().renew(MAX, AGO, 1)],
	},
	NotOwner: {
		"an offer of another's version": ['eve', () => create({})],
		"an update of another's offer": ['eve', () => update('plain', { price: least() })],
		"the end of another's offer": ['eve', () => market().closeOffer(sold.plain.id)],
		"a cap on another's artifact": ['eve', () => pledge(sold.plain.artifact)],
		"a lower cap on another's artifact": [
			'eve',
			() => market().lowerCap(sold.capped.artifact, 0),
		],
	},
	VersionNotAvailable: {
		'an offer of a yanked version': ['ada', () => create({ version: sold.yanked.sequence })],
		'an offer of a retired artifact': ['ada', () => create({ version: sold.retired.sequence })],
		'an update of the offer of a yanked version': ['ada', () => update('yanked', {})],
		'a purchase of a yanked version': ['ben', () => buy(chain, sold.yanked)],
		'a purchase of a retired artifact': ['ben', () => buy(chain, sold.retired)],
		'a renewal with a yanked version': ['ben', () => renew(chain, sold.yanked)],
	},
	NotCommercial: {
		'a price for what may not earn money': [
			'ada',
			() => create({ version: sold.noncommercial.sequence }),
		],
		'a price where it was free': ['ada', () => update('noncommercial', { price: 10n * AGO })],
	},
	PriceTooLow: {
		'a price of one planck': ['ada', () => create({ price: 1n })],
		'a price one planck too low': ['ada', () => update('plain', { price: least() - 1n })],
	},
	DurationTooShort: {
		'licenses that last no block': ['ada', () => create({ duration: 0, refundWindow: 0 })],
	},
	SupplyTooLow: {
		'a supply of nothing': ['ada', () => create({ supply: 0 })],
		'an update to a supply of nothing': ['ada', () => update('plain', { supply: 0 })],
	},
	RefundWindowTooLong: {
		'a refund window a block too long': ['ada', () => create({ refundWindow: longest() + 1 })],
		'a refund window near 2^32': ['ada', () => create({ refundWindow: 2 ** 32 - 1 })],
		'a refund window as long as the license': ['ada', () => create({ duration: 10 })],
	},
	TooManyOffers: {
		'one offer too many': ['ada', () => create({ version: sold.full.sequence })],
	},
	DifferentArtifact: {
		"an offer that moves on to another artifact's version": [
			'ada',
			() => update('plain', { version: versions.unsold }),
		],
		"an offer that moves on to somebody else's version": [
			'ada',
			() => update('plain', { version: sold.eves.sequence }),
		],
	},
	CapReached: {
		'a higher price for what is free': ['ada', () => update('free', { price: 20n * AGO })],
		'the end of an offer of what is free': ['ada', () => market().closeOffer(sold.free.id)],
	},
	OwnArtifact: {
		'the purchase of what one owns': ['ada', () => buy(chain, sold.plain)],
		'the purchase of what one owns and is free': ['ada', () => buy(chain, sold.free, 0n)],
		'the renewal of what one owns': ['ada', () => renew(chain, sold.plain)],
		'a license handed to the owner': [
			'ben',
			() => market().transferLicense(sold.movable.artifact, accounts.ada.address),
		],
	},
	AlreadyLicensed: {
		'a second purchase': ['ben', () => buy(chain, sold.forever)],
		'a second purchase before the first is settled': ['dan', () => buy(chain, sold.pending)],
		'a second purchase after the first expired': ['ben', () => buy(chain, sold.brief)],
	},
	PriceAboveLimit: {
		'a purchase for one planck less': [
			'eve',
			() => buy(chain, sold.plain, sold.plain.terms.price - 1n),
		],
		'a purchase for nothing': ['eve', () => buy(chain, sold.plain, 0n)],
		'a renewal for one planck less': [
			'ben',
			() => renew(chain, sold.lasting, sold.lasting.terms.price - 1n),
		],
	},
	TermsChanged: {
		'a purchase on former terms': ['eve', () => buy(chain, sold.changed, 100n * AGO)],
		'a purchase on terms to come': ['eve', () => buy(chain, { ...sold.changed, revision: 3 })],
		'a purchase on no terms': ['eve', () => buy(chain, { ...sold.plain, revision: 0 })],
		'a renewal on former terms': ['ben', () => renew(chain, sold.changed, 100n * AGO)],
	},
	SoldOut: {
		'a purchase when all are sold': ['eve', () => buy(chain, sold.once)],
	},
	LicenseNotFound: {
		'a refund without a purchase': ['eve', () => market().refund(sold.plain.artifact)],
		'a refund of nothing': ['eve', () => market().refund(random32())],
		'a waiver without a purchase': ['eve', () => market().waiveRefund(sold.plain.artifact)],
		'the settlement of no purchase': [
			'ada',
			() => market().settle(sold.plain.artifact, accounts.eve.address),
		],
		'a license handed on that is not there': [
			'eve',
			() => market().transferLicense(sold.movable.artifact, accounts.dan.address),
		],
		"another's license released for oneself": [
			'eve',
			() => market().releaseLicense(sold.forever.artifact, accounts.eve.address),
		],
		'a renewal without a license': ['eve', () => renew(chain, sold.plain)],
	},
	NothingToRenew: {
		'the renewal of what lasts for ever': ['ben', () => renew(chain, sold.forever)],
	},
	PurchasePending: {
		'a renewal before the purchase is settled': ['dan', () => renew(chain, sold.pending)],
		'a license handed on before it is settled': [
			'dan',
			() => market().transferLicense(sold.pending.artifact, accounts.eve.address),
		],
		'a license released before it is settled': [
			'dan',
			() => market().releaseLicense(sold.pending.artifact, accounts.dan.address),
		],
	},
	NothingToRefund: {
		'the refund of what was paid': ['ben', () => market().refund(sold.forever.artifact)],
		'the refund of what expired': ['ben', () => market().refund(sold.brief.artifact)],
	},
	RefundWindowOpen: {
		'a settlement by the seller in the refund window': [
			'ada',
			() => market().settle(sold.pending.artifact, accounts.dan.address),
		],
		'a settlement by the buyer who does not waive': [
			'dan',
			() => market().settle(sold.pending.artifact, accounts.dan.address),
		],
	},
	NothingToSettle: {
		'a second settlement': [
			'eve',
			() => market().settle(sold.forever.artifact, accounts.ben.address),
		],
		'a waiver of what was paid': ['ben', () => market().waiveRefund(sold.forever.artifact)],
	},
	NotTransferable: {
		'a license handed on that is for one account': [
			'ben',
			() => market().transferLicense(sold.forever.artifact, accounts.eve.address),
		],
	},
	LicenseExpired: {
		'a license handed on that expired': [
			'ben',
			() => market().transferLicense(sold.brief.artifact, accounts.eve.address),
		],
	},
	RecipientLicensed: {
		'a license handed to who has one': [
			'ben',
			() => market().transferLicense(sold.movable.artifact, accounts.cyd.address),
		],
		'a license handed to oneself': [
			'ben',
			() => market().transferLicense(sold.movable.artifact, accounts.ben.address),
		],
	},
	RecipientNotFound: {
		'a license handed to nobody': [
			'ben',
			() => market().transferLicense(sold.movable.artifact, random32()),
		],
		'a license handed to an account that is gone': [
			'ben',
			() => market().transferLicense(sold.movable.artifact, accounts.gone.address),
		],
	},
	LicenseLasts: {
		"another's license released before it ends": [
			'ada',
			() => market().releaseLicense(sold.lasting.artifact, accounts.ben.address),
		],
	},
	NotLicensee: {
		"another's license released that lasts for ever": [
			'ada',
			() => market().releaseLicense(sold.forever.artifact, accounts.ben.address),
		],
	},
	CapAlreadyPledged: {
		'a second pledge': ['ada', () => pledge(sold.capped.artifact)],
		'a second pledge of what is free': ['ada', () => pledge(sold.free.artifact)],
	},
	CapNotPledged: {
		'a lower cap where there is none': [
			'ada',
			() => market().lowerCap(sold.plain.artifact, AGO),
		],
		'a lower cap on what was never offered': [
			'ada',
			() => market().lowerCap(sold.empty.artifact, 0n),
		],
	},
	CapNotLower: {
		'the same cap': ['ada', () => market().lowerCap(sold.capped.artifact, 100n * AGO)],
		'a higher cap': ['ada', () => market().lowerCap(sold.capped.artifact, 100n * AGO + 1n)],
		'a cap on what is free': ['ada', () => market().lowerCap(sold.free.artifact, 0n)],
	},
};
// The block in which this is answered also settles: see the tests of purchases.
const OF_MARKET_ELSEWHERE = ['RefundWindowClosed'];

/** Sets the split of an artifact of Ada's. */
const shares = (...members) =>
	royalties().setSplit(
		sold.empty.artifact,
		split(...members.map(([name, share]) => [accounts[name].address, share])),
	);

const OF_ROYALTIES = {
	ArtifactNotFound: {
		'a split of nothing': ['ada', () => royalties().setSplit(random32(), split())],
	},
	NotOwner: {
		"a split of another's artifact": ['eve', () => shares(['eve', WHOLE])],
	},
	NotDataset: {
		'a share for contributors to a model': [
			'ada',
			() => royalties().setSplit(sold.empty.artifact, { contributors: 1, members: [] }),
		],
	},
	SharesNotWhole: {
		'shares a millionth below the whole': [
			'ada',
			() => shares(['ada', WHOLE / 2], ['ben', WHOLE / 2 - 1]),
		],
		'shares a millionth above the whole': [
			'ada',
			() => shares(['ada', WHOLE / 2], ['ben', WHOLE / 2 + 1]),
		],
		'one member with half': ['ada', () => shares(['ben', WHOLE / 2])],
		'two members with all each': ['ada', () => shares(['ada', WHOLE], ['ben', WHOLE])],
	},
	DuplicateMember: {
		'a member who is there twice': ['ada', () => shares(['ben', 500_000], ['ben', 500_000])],
	},
	ZeroShare: {
		'a member with nothing': ['ada', () => shares(['ben', WHOLE], ['cyd', 0])],
	},
	MemberNotFound: {
		'a member who is nobody': [
			'ada',
			() => royalties().setSplit(sold.empty.artifact, split([random32(), WHOLE])),
		],
		'a member whose account is gone': ['ada', () => shares(['gone', WHOLE])],
	},
	NothingToDistribute: {
		'the distribution of an empty vault': ['eve', () => royalties().distribute(versions.empty)],
		'the distribution of one that was emptied': [
			'eve',
			() => royalties().distribute(sold.forever.sequence),
		],
		'the distribution of no version': ['eve', () => royalties().distribute(NONE)],
		'a distribution near 2^64': ['eve', () => royalties().distribute(MAX)],
	},
	NothingToWithdraw: {
		'a withdrawal of no earnings': ['eve', () => royalties().withdraw(accounts.eve.address)],
		'a withdrawal for nobody': ['eve', () => royalties().withdraw(random32())],
	},
	EarningsTooSmall: {
		'a withdrawal of less than an account must have': [
			'eve',
			() => royalties().withdraw(accounts.gone.address),
		],
	},
	ShareNotFound: {
		'a share of who proved nothing': [
			'eve',
			() => royalties().collectShare(versions.data, accounts.eve.address),
		],
		'a share of no version': ['ben', () => royalties().collectShare(MAX, accounts.ben.address)],
	},
	NothingDue: {
		'a share of which nothing is due': [
			'ben',
			() => royalties().collectShare(versions.data, accounts.ben.address),
		],
	},
};
// No version goes that has income, so that none is missing when it is divided; and no split that is
// kept for a reward.
const OF_ROYALTIES_NEVER = ['VersionNotFound', 'SplitNotFound', 'SplitNotKept'];

refusesAll(chain, 'market', accounts, OF_MARKET, OF_MARKET_ELSEWHERE);
refusesAll(chain, 'royalties', accounts, OF_ROYALTIES, OF_ROYALTIES_NEVER);

chain.test('too little for a price or a deposit changes nothing', async () => {
	const { ada } = accounts;
	const funds = 'token.FundsUnavailable';
	await chain.refused(buy(chain, sold.plain), poor, funds);
	const free = await offerNew(chain, ada, { price: 0n });
	await chain.refused(buy(chain, free), poor, funds);
	// Enough for both, were there no fee.
	const { deposit } = (await chain.ask('market', 'quote', sold.plain.id)).unwrap();
	const existential = chain.api.consts.balances.existentialDeposit.toBigInt();
	const needed = deposit.toBigInt() + sold.plain.terms.price + existential;
	const short = await chain.account(needed);
	await chain.refused(buy(chain, sold.plain), short, funds);
});

chain.test('what is no share, or too many members, does not get into a block', async () => {
	const { ada } = accounts;
	const { artifact } = sold.data;
	const most = chain.api.consts.royalties.maxMembers.toNumber();
	const many = await chain.accounts(most + 1, AGO);
	const share = (at) => (at === 0 ? WHOLE - most : 1);
	const members = many.map(({ address }, at) => [address, share(at)]);
	for (const wrong of [
		{ contributors: WHOLE + 1, members: [] },
		split([ada.address, WHOLE + 1]),
		split(...members),
	]) {
		const call = royalties().setSplit(artifact, wrong);
		await chain.keptOut(() => chain.submit(call, ada), /1002: Verification Error/);
	}
	// The most are taken.
	const [[first], ...rest] = members.slice(0, most);
	const whole = split([first, WHOLE - most + 1], ...rest);
	await chain.accepted(royalties().setSplit(artifact, whole), ada);
});

chain.test('a batch that fails in the end leaves nothing', async () => {
	const { ada, eve } = accounts;
	const { utility } = chain.api.tx;
	const bought = [buy(chain, sold.plain), market().waiveRefund(sold.plain.artifact)];
	const cited = { sequence: sold.plain.sequence, relation: 'FineTune', maxRoyalty: 0 };
	const { artifact } = await publishNew(chain, eve);
	const version = newVersion({ sources: [cited], terms: { royalty: percent(100) } });
	const call = utility.batchAll([...bought, registry().publish(artifact, version, null)]);
	await chain.refused(call, eve, 'registry.RoyaltyTooHigh');
	const offered = await offer(chain, ada, versions.unsold);
	const closed = [
		market().pledgeCap(offered.outcome.event('OfferCreated').artifact, 0n),
		market().closeOffer(offered.id),
	];
	await chain.refused(utility.batchAll(closed), ada, 'market.CapReached');
});

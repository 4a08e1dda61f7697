// SPDX-License-Identifier: Apache-2.0

// Who is paid for keeping the chain: stakers by the era, authors by the transaction. The rest of
// the new tokens is for those who build.

import assert from 'node:assert/strict';
import { AGO, useChain } from './support/chain.js';
import { floorOf, nearestOf, ratioOf, sum } from './support/money.js';
import { plain } from './support/plain.js';
import { refusesAll } from './support/refusals.js';
import { percent } from './support/registry.js';
import { holdings, runningEpoch } from './support/rewards.js';

const chain = useChain();
const tx = () => chain.api.tx.staking;
const query = () => chain.api.query.staking;

const YEAR_MILLISECONDS = 31_557_600_000n;
// New tokens in a year, and what those at stake have of them where nobody is and where half is.
const YEARLY = 60_000_000n;
const LEAST = 10_000_000n;
const MOST = 40_000_000n;
const STAKE = 2_000n * AGO;

const accounts = {};
let validator;

/** What tokens there are, and where new ones go. */
async function coffers() {
	const treasury = chain.api.consts.treasury.potAccount.toString();
	const [pot, fund] = await Promise.all(
		[chain.api.consts.rewards.pot, treasury].map((who) => holdings(chain, who)),
	);
	const issuance = (await chain.api.query.balances.totalIssuance()).toBigInt();
	return { pot, treasury: fund, issuance };
}

/** Empty blocks until an era ends: what it was, what there was before it, and what it issued. */
async function endEra() {
	const session = chain.api.consts.babe.epochDuration.toNumber();
	const era = plain((await query().activeEra()).unwrap());
	const staked = (await query().erasTotalStake(era.index)).toBigInt();
	for (;;) {
		// A session ends in the block after so many.
		const height = await chain.height();
		await chain.skipBlocks(session - (((height - 1) % session) + 1));
		const before = await coffers();
		const milliseconds =
			(await chain.api.query.timestamp.now()).toBigInt() -
			BigInt(plain((await query().activeEra()).unwrap()).start);
		const block = await chain.skipInto((await chain.height()) + 1);
		const opening = await chain.opening(block);
		const [paid] = opening.events('staking', 'EraPaid').map(plain);
		if (paid) {
			assert.equal(paid.eraIndex, era.index);
			const { validatorPayout, remainder } = paid;
			return { era: era.index, staked, milliseconds, before, validatorPayout, remainder };
		}
	}
}

/** What is at stake of an account, and what it is to have back. */
async function ledgerOf({ address }) {
	const { total, active, unlocking } = plain((await query().ledger(address)).unwrap());
	return { total, active, unlocking };
}

chain.test('bond, nominate and validate: what is at stake is held', async () => {
	const [ada, ben, cyd, eve] = await chain.accounts(4, 10_000n * AGO);
	Object.assign(accounts, { ada, ben, cyd, eve });
	validator = chain.wellKnown('Alice//stash');
	const { free } = await chain.balance(ada);
	const bonded = await chain.accepted(tx().bond(STAKE, 'Stash'), ada);
	assert.deepEqual(bonded.events('staking', 'Bonded').map(plain), [
		{ stash: ada.address, amount: STAKE },
	]);
	assert.deepEqual(await chain.balance(ada), {
		free: free - STAKE - bonded.fee,
		reserved: STAKE,
		frozen: 0n,
	});
	await chain.accepted(tx().nominate([validator.address]), ada);
	await chain.accepted(tx().bond(100n * AGO, 'Stash'), ben);
	// A candidate with too little to be elected, and who wants no nominators.
	await chain.accepted(tx().bond(1_000n * AGO, 'Stash'), cyd);
	await chain.accepted(tx().validate({ commission: 0, blocked: true }), cyd);
	assert.equal(plain((await query().activeEra()).unwrap()).index, 0);
});

chain.test('half of a fee is burned, the other half and all tips are the author’s', async () => {
	const { ben, eve } = accounts;
	const tip = 3n * AGO + 1n;
	await chain.calm();
	const before = { ...(await coffers()), author: await holdings(chain, validator.address) };
	const call = chain.api.tx.balances.transferKeepAlive(eve.address, AGO);
	const outcome = await chain.outcome(await call.signAsync(ben, { era: 0, tip }));
	assert.equal(outcome.error, undefined);
	const fee = outcome.fee - tip;
	const burned = (fee + 1n) / 2n;
	assert.equal(burned, chain.burnedOf(fee));
	const after = { ...(await coffers()), author: await holdings(chain, validator.address) };
	assert.deepEqual(after, {
		pot: before.pot,
		treasury: before.treasury,
		issuance: before.issuance - burned,
		author: before.author + fee - burned + tip,
	});
});

chain.test('an era ends and issues what the curve says, a part of it for rewards', async () => {
	const { era, staked, milliseconds, before, validatorPayout, remainder } = await endEra();
	assert.equal(era, 0);
	const { issuance } = before;
	const part = ratioOf(milliseconds, YEAR_MILLISECONDS);
	const whole = nearestOf(part, nearestOf(YEARLY, issuance));
	assert.equal(validatorPayout + remainder, whole);
	// One per cent of all tokens a year, and up to four where half of them are at stake.
	assert.ok(staked * 2n < issuance);
	const billion = 1_000_000_000n;
	const yearly = (issuance * LEAST + 2n * staked * (MOST - LEAST)) / billion;
	const expected = nearestOf(part, yearly);
	const off = Math.abs(Number(validatorPayout - expected)) / Number(expected);
	assert.ok(off < 1e-6, `${validatorPayout} instead of ${expected}`);

	const pot = floorOf(percent(50), remainder);
	const after = await coffers();
	// Stakers have theirs when somebody asks for it.
	assert.deepEqual(after, {
		pot: before.pot + pot,
		treasury: before.treasury + remainder - pot,
		issuance: issuance + remainder,
	});
	const existential = chain.api.consts.balances.existentialDeposit.toBigInt();
	assert.equal((await runningEpoch(chain)).funds, after.pot - existential);
	assert.equal((await query().erasValidatorReward(era)).unwrap().toBigInt(), validatorPayout);
});

chain.test('the share for rewards is what governance says', async () => {
	const parameters = { usageShare: percent(80), issuanceShare: 333_333 };
	await chain.acceptedOfRoot(chain.api.tx.rewards.setParameters(parameters));
	const { before, remainder } = await endEra();
	const pot = floorOf(333_333, remainder);
	const after = await coffers();
	assert.deepEqual(after, {
		pot: before.pot + pot,
		treasury: before.treasury + remainder - pot,
		issuance: before.issuance + remainder,
	});
});

chain.test('payout_stakers: anybody has the validator and the nominator paid', async () => {
	const { ada, eve } = accounts;
	// Elected for it: the nominator stood behind the validator before it began.
	const era = 1;
	const reward = (await query().erasValidatorReward(era)).unwrap().toBigInt();
	const points = await query().erasRewardPoints(era);
	assert.deepEqual([...points.individual.keys()].map(String), [validator.address]);
	const exposure = plain((await query().erasStakersOverview(era, validator.address)).unwrap());
	const own = 10_000n * AGO;
	const { total, nominatorCount } = exposure;
	assert.deepEqual([total, exposure.own, nominatorCount], [own + STAKE, own, 1]);
	const shares = [own, STAKE].map((stake) => nearestOf(ratioOf(stake, total), reward));

	await chain.calm();
	const before = { ...(await coffers()), ...(await ledgerOf(validator)) };
	const { free } = await chain.balance(ada);
	const outcome = await chain.accepted(tx().payoutStakers(validator.address, era), eve);
	assert.deepEqual(outcome.events('staking', 'Rewarded').map(plain), [
		{ stash: validator.address, dest: 'Staked', amount: shares[0] },
		{ stash: ada.address, dest: 'Stash', amount: shares[1] },
	]);
	const after = { ...(await coffers()), ...(await ledgerOf(validator)) };
	const burned = chain.burnedOf(outcome.fee);
	assert.deepEqual(after, {
		...before,
		issuance: before.issuance + sum(shares) - burned,
		// What the validator earns is at stake from then on.
		total: before.total + shares[0],
		active: before.active + shares[0],
	});
	assert.equal((await chain.balance(ada)).free - free, shares[1]);
	assert.ok(sum(shares) <= reward + 1n && reward - sum(shares) < 10n ** 6n);
});

chain.test('unbond and withdraw_unbonded: stake comes back once it cannot be slashed', async () => {
	const { ben } = accounts;
	const { bondingDuration } = chain.api.consts.staking;
	const current = (await query().currentEra()).unwrap().toNumber();
	await chain.accepted(tx().unbond(40n * AGO), ben);
	const era = current + bondingDuration.toNumber();
	assert.deepEqual(await ledgerOf(ben), {
		total: 100n * AGO,
		active: 60n * AGO,
		unlocking: [{ value: 40n * AGO, era }],
	});
	await chain.accepted(tx().rebond(10n * AGO), ben);
	const early = await chain.accepted(tx().withdrawUnbonded(0), ben);
	assert.deepEqual(early.events('staking', 'Withdrawn'), []);
	while ((await query().currentEra()).unwrap().toNumber() < era) {
		await chain.skipBlocks(10);
	}
	const { free } = await chain.balance(ben);
	const outcome = await chain.accepted(tx().withdrawUnbonded(0), ben);
	assert.equal((await chain.balance(ben)).free, free + 30n * AGO - outcome.fee);
	assert.deepEqual(await ledgerOf(ben), { total: 70n * AGO, active: 70n * AGO, unlocking: [] });
});

const FAR = 1_000_000;
const someone = (count) => Array(count).fill(validator.address);

// By error: what is tried, by whom, and how.
const REFUSALS = {
	AlreadyBonded: { 'a second bond': ['ada', () => tx().bond(STAKE, 'Stash')] },
	InsufficientBond: {
		'a bond of dust': ['eve', () => tx().bond(AGO / 100n - 1n, 'Stash')],
		'a validator with too little': [
			'ben',
			() => tx().validate({ commission: 0, blocked: false }),
		],
		'a nominator who unbonds too much': ['ada', () => tx().unbond(STAKE - 9n * AGO)],
		'a validator who unbonds anything': ['cyd', () => tx().unbond(1n)],
	},
	NotController: {
		'nominations without a bond': ['eve', () => tx().nominate([validator.address])],
		'unbonding without a bond': ['eve', () => tx().unbond(AGO)],
	},
	NotStash: { 'more where nothing is bonded': ['eve', () => tx().bondExtra(AGO)] },
	EmptyTargets: { 'nominations of nobody': ['ada', () => tx().nominate([])] },
	TooManyTargets: { 'too many nominations': ['ada', () => tx().nominate(someone(17))] },
	BadTarget: {
		'a nomination of who wants none': ['ada', () => tx().nominate([accounts.cyd.address])],
	},
	NoUnlockChunk: { 'rebonding of nothing': ['ada', () => tx().rebond(AGO)] },
	ControllerDeprecated: {
		'pay to a controller': ['ada', () => tx().setPayee('Controller')],
	},
	AlreadyClaimed: {
		'a second payout': ['eve', () => tx().payoutStakers(validator.address, 1)],
	},
	InvalidEraToReward: {
		'a payout for an era to come': ['eve', () => tx().payoutStakers(validator.address, FAR)],
		'a page of an era to come': [
			'eve',
			() => tx().payoutStakersByPage(validator.address, FAR, 0),
		],
	},
	InvalidPage: {
		'a payout of a page too far': [
			'eve',
			() => tx().payoutStakersByPage(validator.address, 1, 1),
		],
		'a payout of who validated nothing': [
			'eve',
			() => tx().payoutStakersByPage(accounts.cyd.address, 1, 1),
		],
	},
	FundedTarget: {
		'reaping of what has funds': ['eve', () => tx().reapStash(accounts.ada.address, 0)],
	},
	CannotChillOther: {
		"the end of another's nominations": ['eve', () => tx().chillOther(accounts.ada.address)],
	},
	AlreadyMigrated: {
		'a migration of what is new': ['eve', () => tx().migrateCurrency(accounts.ada.address)],
	},
};
// Limits that are not set here, what only root does, and what cannot be.
const NOT_HERE = [
	'AlreadyPaired',
	'BadState',
	'BoundNotMet',
	'CannotReapStash',
	'CannotRestoreLedger',
	'CommissionTooLow',
	'DuplicateIndex',
	'IncorrectHistoryDepth',
	'IncorrectSlashingSpans',
	'InvalidNumberOfNominations',
	'InvalidSlashIndex',
	'NoMoreChunks',
	'NotEnoughFunds',
	'NotSortedAndUnique',
	'Restricted',
	'RewardDestinationRestricted',
	'TooManyNominators',
	'TooManyValidators',
	'VirtualStakerNotAllowed',
];

refusesAll(chain, 'staking', accounts, REFUSALS, NOT_HERE);

chain.test('what governance decides of staking is nobody else’s', async () => {
	const { ada } = accounts;
	for (const call of [
		tx().setValidatorCount(2),
		tx().forceNewEra(),
		tx().forceNoEras(),
		tx().setInvulnerables([ada.address]),
		tx().forceUnstake(validator.address, 0),
		tx().setMinCommission(0),
		tx().cancelDeferredSlash(0, [0]),
	]) {
		await chain.refused(call, ada, 'BadOrigin');
	}
});

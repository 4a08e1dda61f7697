// SPDX-License-Identifier: Apache-2.0

// Referenda: those who have tokens decide what root decides while a chain is developed.

import assert from 'node:assert/strict';
import { hexToU8a } from '@polkadot/util';
import { AGO, errorName, useChain } from './support/chain.js';
import {
	carry,
	propose,
	tracksOf,
	untilDecided,
	untilEnacted,
	vote,
} from './support/governance.js';
import { plain } from './support/plain.js';
import { refusesAll } from './support/refusals.js';
import { freshName, percent, random32 } from './support/registry.js';
import { holdings, runningEpoch } from './support/rewards.js';

const chain = useChain();

// Blocks in a day of governance, on a development chain.
const DAY = 10;
const VOTES = 4_400_000n * AGO;
const SMALL = 1_000n * AGO;

// Ann proposes, Vic has more than a third of all tokens, Dan few, and Eve no part in any of it.
const accounts = {};
const referenda = {};

const tx = () => chain.api.tx;
const voters = () => ({ proposer: accounts.ann, voter: accounts.vic, balance: VOTES });
const infoOf = async (index) =>
	plain((await chain.api.query.referenda.referendumInfoFor(index)).unwrap());

/** The call that registers something, which nobody needs to be anybody for. */
const ordinary = () => tx().registry.register('Model', freshName(), []);

chain.test('tracks say as whom one speaks, and how long it takes', async () => {
	const [ann, dan, eve] = await chain.accounts(3, 50_000n * AGO);
	const [vic] = await chain.accounts(1, AGO);
	Object.assign(accounts, { ann, dan, eve, vic });
	for (const name of ['Bob', 'Charlie', 'Dave', 'Eve', 'Ferdie']) {
		const give = tx().balances.transferKeepAlive(vic.address, 900_000n * AGO);
		await chain.accepted(give, chain.wellKnown(name));
	}
	const tracks = tracksOf(chain);
	assert.deepEqual(
		Object.entries(tracks).map(([name, { id }]) => [id, name]),
		[
			[0, 'root'],
			[1, 'general_admin'],
			[2, 'safety_admin'],
			[3, 'treasurer'],
			[4, 'spender'],
			[5, 'referendum_canceller'],
			[6, 'referendum_killer'],
		],
	);
	const { preparePeriod, decisionPeriod, confirmPeriod, minEnactmentPeriod, decisionDeposit } =
		tracks.general_admin;
	assert.deepEqual(
		[preparePeriod, decisionPeriod, confirmPeriod, minEnactmentPeriod],
		[DAY / 2, 14 * DAY, DAY, DAY / 2],
	);
	assert.equal(decisionDeposit, 1_000n * AGO);
});

chain.test('a referendum on general_admin sets the parameters of rewards', async () => {
	const { ann, vic, dan } = accounts;
	const track = tracksOf(chain).general_admin;
	const parameters = { usageShare: percent(70), issuanceShare: percent(30) };
	const { method } = tx().rewards.setParameters(parameters);
	const [hash, len] = [method.hash.toHex(), method.encodedLength];
	const noted = await chain.accepted(tx().preimage.notePreimage(method.toHex()), ann);
	// polkadot.js renames this field.
	assert.deepEqual(noted.events('preimage', 'Noted').map(plain), [{ hash_: hash }]);
	const free = async () => (await chain.balance(ann)).reserved;
	const held = await free();

	const proposal = { Lookup: { hash, len } };
	const submit = tx().referenda.submit({ Origins: 'GeneralAdmin' }, proposal, { After: 1 });
	const submitted = await chain.accepted(submit, ann);
	const [{ index, track: id }] = submitted.events('referenda', 'Submitted').map(plain);
	assert.equal(id, track.id);
	const { submissionDeposit } = chain.api.consts.referenda;
	assert.equal((await free()) - held, submissionDeposit.toBigInt());
	await chain.accepted(tx().referenda.placeDecisionDeposit(index), ann);
	assert.equal((await free()) - held, submissionDeposit.toBigInt() + track.decisionDeposit);

	// With conviction one has more votes, and for longer no tokens.
	await vote(chain, vic, index, VOTES, { conviction: 'Locked2x' });
	await vote(chain, dan, index, SMALL, { aye: false, conviction: 'None' });
	assert.deepEqual((await infoOf(index)).Ongoing.tally, {
		ayes: 2n * VOTES,
		nays: SMALL / 10n,
		support: VOTES,
	});
	assert.equal((await chain.balance(vic)).frozen, VOTES);

	const decided = await untilDecided(chain, index);
	assert.equal(decided.decision, 'Confirmed');
	// All votes must be ayes in the first block, and few less from the next on.
	const passing = submitted.blockNumber + track.preparePeriod + 1;
	assert.equal(decided.height, passing + track.confirmPeriod);
	assert.notDeepEqual((await runningEpoch(chain)).parameters, parameters);
	const enacted = await untilEnacted(chain);
	assert.equal(enacted.error, undefined);
	assert.equal(enacted.height, decided.height + track.minEnactmentPeriod);
	assert.deepEqual(plain(enacted.opening.event('ParametersSet')), { parameters });
	assert.deepEqual((await runningEpoch(chain)).parameters, parameters);

	// Deposits come back, and tokens do in time.
	await chain.accepted(tx().referenda.refundDecisionDeposit(index), dan);
	await chain.accepted(tx().referenda.refundSubmissionDeposit(index), dan);
	assert.equal(await free(), held);
	const { convictionVoting, utility } = tx();
	const giveUp = ({ address }) =>
		utility.batchAll([
			convictionVoting.removeVote(id, index),
			convictionVoting.unlock(id, address),
		]);
	await chain.accepted(giveUp(dan), dan);
	assert.equal((await chain.balance(dan)).frozen, 0n);
	await chain.accepted(giveUp(vic), vic);
	assert.equal((await chain.balance(vic)).frozen, VOTES);
	const period = chain.api.consts.convictionVoting.voteLockingPeriod.toNumber();
	assert.equal(period, 7 * DAY);
	await chain.skipTo(decided.height + 2 * period - 1);
	await chain.accepted(convictionVoting.unlock(id, vic.address), dan);
	assert.equal((await chain.balance(vic)).frozen, 0n);
	referenda.done = index;
});

chain.test('an origin does no more than it is for', async () => {
	const parameters = { usageShare: percent(80), issuanceShare: percent(50) };
	const set = tx().rewards.setParameters(parameters);
	assert.equal((await carry(chain, voters(), 'Spender', set)).error, 'BadOrigin');
	const more = { ...parameters, usageShare: percent(91) };
	const tooMuch = tx().rewards.setParameters(more);
	const { error } = await carry(chain, voters(), 'GeneralAdmin', tooMuch);
	assert.equal(error, 'rewards.UsageShareOutOfBounds');
});

chain.test('a referendum is rejected by more nays, and by too few who vote', async () => {
	const { ann, vic, dan } = accounts;
	const { spender } = tracksOf(chain);
	const call = tx().treasury.spend(null, AGO, dan.address, null);
	const disliked = await propose(chain, ann, 'Spender', call);
	const ignored = await propose(chain, ann, 'Spender', call);
	await vote(chain, dan, disliked, SMALL);
	await vote(chain, vic, disliked, VOTES, { aye: false });
	await vote(chain, dan, ignored, AGO);
	const first = await untilDecided(chain, disliked);
	assert.equal(first.decision, 'Rejected');
	// Without conviction a vote counts a tenth.
	assert.deepEqual(first.tally, { ayes: SMALL / 10n, nays: VOTES / 10n, support: SMALL });
	assert.equal((await untilDecided(chain, ignored)).decision, 'Rejected');

	const { Rejected } = await infoOf(disliked);
	assert.equal(Rejected[0], first.height);
	const { reserved } = await chain.balance(ann);
	await chain.accepted(tx().referenda.refundDecisionDeposit(disliked), dan);
	assert.equal(reserved - (await chain.balance(ann)).reserved, spender.decisionDeposit);
	const refund = tx().referenda.refundSubmissionDeposit(disliked);
	await chain.refused(refund, ann, 'referenda.BadStatus');
	referenda.rejected = ignored;
});

chain.test('a delegate votes with the tokens of others', async () => {
	const { ann, dan, eve } = accounts;
	const { spender } = tracksOf(chain);
	const call = tx().treasury.spend(null, AGO, dan.address, null);
	const index = await propose(chain, ann, 'Spender', call);
	const { convictionVoting } = tx();
	const give = convictionVoting.delegate(spender.id, dan.address, 'Locked1x', SMALL);
	await chain.accepted(give, eve);
	await vote(chain, dan, index, SMALL);
	const tally = async () => (await infoOf(index)).Ongoing.tally;
	assert.deepEqual(await tally(), {
		ayes: SMALL / 10n + SMALL,
		nays: 0n,
		support: 2n * SMALL,
	});
	await chain.accepted(convictionVoting.undelegate(spender.id), eve);
	assert.deepEqual(await tally(), { ayes: SMALL / 10n, nays: 0n, support: SMALL });
	referenda.delegated = index;
});

chain.test('a deputy votes in the name of somebody, and does nothing else', async () => {
	const { dan, eve } = accounts;
	const { balances, convictionVoting, proxy, rewards } = tx();
	const [deputy] = await chain.accounts(1);
	const through = async (type, call) => {
		const outcome = await chain.accepted(proxy.proxy(dan.address, type, call), deputy);
		const [{ result }] = outcome.events('proxy', 'ProxyExecuted');
		return result.isErr ? errorName(chain.api, result.asErr) : undefined;
	};
	for (const type of ['Governance', 'NonTransfer']) {
		await chain.accepted(proxy.addProxy(deputy.address, type, 0), dan);
	}
	const index = referenda.delegated;
	const nay = { Standard: { vote: { aye: false, conviction: 'None' }, balance: SMALL } };
	assert.equal(await through('Governance', convictionVoting.vote(index, nay)), undefined);
	assert.equal((await infoOf(index)).Ongoing.tally.nays, SMALL / 10n);
	const send = balances.transferKeepAlive(eve.address, AGO);
	assert.equal(await through('Governance', send), 'system.CallFiltered');
	assert.equal(await through('NonTransfer', send), 'system.CallFiltered');
	// Who claims has nothing of it: that is no transfer.
	const claim = rewards.claim(2 ** 32 - 1, 1);
	assert.equal(await through('NonTransfer', claim), 'rewards.EpochNotEnded');
	assert.equal(await through('Governance', claim), 'system.CallFiltered');
});

chain.test('the treasury pays what spenders approve, and to whom', async () => {
	const { ann, vic, eve } = accounts;
	const treasury = chain.api.consts.treasury.potAccount.toString();
	const give = tx().balances.transferKeepAlive(treasury, 5_000n * AGO);
	await chain.accepted(give, chain.alice);
	const [payee] = await chain.accounts(1, AGO);
	const spend = (amount) => tx().treasury.spend(null, amount, payee.address, null);
	const { error, opening } = await carry(chain, voters(), 'Spender', spend(1_000n * AGO));
	assert.equal(error, undefined);
	const [{ index, amount, beneficiary }] = opening
		.events('treasury', 'AssetSpendApproved')
		.map(plain);
	assert.deepEqual([amount, beneficiary], [1_000n * AGO, payee.address]);
	await chain.refused(tx().treasury.checkStatus(index), eve, 'treasury.NotAttempted');
	await chain.calm();
	const before = await holdings(chain, treasury);
	const { free } = await chain.balance(payee);
	const paid = await chain.accepted(tx().treasury.payout(index), eve);
	assert.equal(paid.events('treasury', 'Paid').length, 1);
	assert.equal(before - (await holdings(chain, treasury)), 1_000n * AGO);
	assert.equal((await chain.balance(payee)).free - free, 1_000n * AGO);
	await chain.refused(tx().treasury.payout(index), eve, 'treasury.AlreadyAttempted');
	const checked = await chain.accepted(tx().treasury.checkStatus(index), eve);
	assert.equal(checked.events('treasury', 'SpendProcessed').length, 1);

	// The limit is the track's, also in parts.
	const [more, parts] = [
		spend(1_000n * AGO + 1n),
		tx().utility.batchAll([spend(600n * AGO), spend(600n * AGO)]),
	];
	const limit = 'treasury.InsufficientPermission';
	assert.equal((await carry(chain, voters(), 'Spender', more)).error, limit);
	const inParts = await propose(chain, ann, 'Treasurer', parts);
	await vote(chain, vic, inParts, VOTES);
	assert.equal((await untilDecided(chain, inParts)).decision, 'Confirmed');
	const byTreasurers = await untilEnacted(chain);
	assert.equal(byTreasurers.error, undefined);
	const spends = byTreasurers.opening.events('treasury', 'AssetSpendApproved').map(plain);
	assert.equal(spends.length, 2);
	// One of them to be rejected again, by treasurers.
	const voided = tx().treasury.voidSpend(spends[1].index);
	assert.equal((await carry(chain, voters(), 'Treasurer', voided)).error, undefined);
	await chain.refused(tx().treasury.payout(spends[1].index), eve, 'treasury.InvalidIndex');
});

chain.test('referenda cancel referenda, and kill them', async () => {
	const { ann, vic } = accounts;
	const treasury = chain.api.consts.treasury.potAccount.toString();
	const wanted = tx().treasury.spend(null, AGO, ann.address, null);
	const index = await propose(chain, ann, 'Treasurer', wanted);
	const cancel = tx().referenda.cancel(index);
	assert.equal((await carry(chain, voters(), 'ReferendumCanceller', cancel)).error, undefined);
	assert.ok('Cancelled' in (await infoOf(index)));
	await chain.accepted(tx().referenda.refundSubmissionDeposit(index), vic);

	const bad = await propose(chain, vic, 'Treasurer', wanted);
	const { reserved } = await chain.balance(vic);
	const deposits =
		chain.api.consts.referenda.submissionDeposit.toBigInt() +
		tracksOf(chain).treasurer.decisionDeposit;
	const kill = tx().referenda.kill(bad);
	const { error, height, opening } = await carry(chain, voters(), 'ReferendumKiller', kill);
	assert.equal(error, undefined);
	assert.ok('Killed' in (await infoOf(bad)));
	assert.equal(reserved - (await chain.balance(vic)).reserved, deposits);
	const slashed = opening.events('referenda', 'DepositSlashed').map(plain);
	assert.deepEqual(
		slashed.map(({ who }) => who),
		[vic.address, vic.address],
	);
	const at = async (block) => {
		const { query } = await chain.api.at(await chain.api.rpc.chain.getBlockHash(block));
		return (await query.system.account(treasury)).data.free.toBigInt();
	};
	const { epochDuration } = chain.api.consts.babe;
	if (height % epochDuration.toNumber() !== 1) {
		assert.equal((await at(height)) - (await at(height - 1)), deposits);
	}
});

chain.test('safety_admin enters and leaves safe mode, in which referenda go on', async () => {
	const { ann, eve } = accounts;
	const { safeMode } = tx();
	const entered = await carry(chain, voters(), 'SafetyAdmin', safeMode.forceEnter());
	assert.equal(entered.error, undefined);
	const [{ until }] = entered.opening.events('safeMode', 'Entered').map(plain);
	assert.equal(until, entered.height + chain.api.consts.safeMode.enterDuration.toNumber());
	for (const call of [
		ordinary(),
		tx().balances.transferKeepAlive(ann.address, AGO),
		tx().rewards.claim(0, 1),
		tx().treasury.payout(0),
		tx().utility.batchAll([]),
	]) {
		await chain.refused(call, eve, 'system.CallFiltered');
	}
	// Epochs end all the same.
	const { index, end } = await runningEpoch(chain);
	await chain.skipInto(end);
	assert.equal((await runningEpoch(chain)).index, index + 1);

	const noted = await chain.accepted(tx().preimage.notePreimage('0x00'), ann);
	assert.equal(noted.events('preimage', 'Noted').length, 1);
	const extended = await carry(chain, voters(), 'SafetyAdmin', safeMode.forceExtend());
	assert.equal(extended.opening.events('safeMode', 'Extended').length, 1);
	const { error, opening } = await carry(chain, voters(), 'SafetyAdmin', safeMode.forceExit());
	assert.equal(error, undefined);
	assert.equal(plain(opening.events('safeMode', 'Exited')[0]).reason, 'Force');
	await chain.accepted(ordinary(), eve);
});

chain.test('safety_admin pauses single calls, and those who vote cannot be silenced', async () => {
	const { eve } = accounts;
	const { txPause } = tx();
	const name = ['Registry', 'register'];
	const paused = await carry(chain, voters(), 'SafetyAdmin', txPause.pause(name));
	assert.equal(paused.error, undefined);
	assert.equal(paused.opening.events('txPause', 'CallPaused').length, 1);
	await chain.refused(ordinary(), eve, 'system.CallFiltered');
	const batch = tx().utility.batchAll([ordinary()]);
	await chain.refused(batch, eve, 'system.CallFiltered');
	await chain.accepted(tx().registry.reserve(random32()), eve);
	await chain.refusedToRoot(txPause.pause(name), 'txPause.IsPaused');
	const { error } = await carry(chain, voters(), 'SafetyAdmin', txPause.unpause(name));
	assert.equal(error, undefined);
	await chain.accepted(ordinary(), eve);
	await chain.refusedToRoot(txPause.unpause(name), 'txPause.IsUnpaused');
	for (const never of [
		['Referenda', 'submit'],
		['ConvictionVoting', 'vote'],
		['Preimage', 'note_preimage'],
		['TxPause', 'unpause'],
		['SafeMode', 'force_exit'],
		['Timestamp', 'set'],
	]) {
		await chain.refusedToRoot(txPause.pause(never), 'txPause.Unpausable');
	}
});

chain.test('nobody does alone what is decided together', async () => {
	const { ann, vic, eve } = accounts;
	const { treasury, safeMode, txPause, scheduler, sudo } = tx();
	for (const call of [
		tx().referenda.cancel(referenda.delegated),
		tx().referenda.kill(referenda.delegated),
		tx().referenda.nudgeReferendum(referenda.delegated),
		treasury.spend(null, AGO, eve.address, null),
		treasury.voidSpend(0),
		safeMode.forceEnter(),
		safeMode.forceExit(),
		txPause.pause(['Market', 'buy']),
		scheduler.cancel(1_000_000, 0),
		tx().identity.addRegistrar(ann.address),
	]) {
		await chain.refused(call, vic, 'BadOrigin');
	}
	await chain.refused(sudo.sudo(safeMode.forceEnter()), vic, 'sudo.RequireSudo');
	await chain.refusedToRoot(safeMode.forceExit(), 'safeMode.Exited');
	await chain.refusedToRoot(tx().referenda.oneFewerDeciding(99), 'referenda.BadTrack');
});

chain.test('what those who vote can still be refused', async () => {
	const { ann, vic, dan } = accounts;
	// For the tables below: Dan voted with conviction for what is over, Vic delegates elsewhere.
	const call = tx().treasury.spend(null, AGO, dan.address, null);
	const index = await propose(chain, ann, 'Spender', call);
	await vote(chain, vic, index, VOTES, { conviction: 'Locked1x' });
	assert.equal((await untilDecided(chain, index)).decision, 'Confirmed');
	await untilEnacted(chain);
	referenda.passed = index;
	referenda.preparing = await propose(chain, ann, 'Spender', call);
	await vote(chain, vic, referenda.preparing, AGO);
	const delegate = tx().convictionVoting.delegate(0, ann.address, 'None', AGO);
	await chain.accepted(delegate, dan);
	const { preimage } = tx();
	await chain.accepted(preimage.notePreimage('0x0102'), ann);
	const outcome = await chain.accepted(submit({ system: 'Root' }, { Inline: '0x0000' }), ann);
	referenda.root = outcome.events('referenda', 'Submitted')[0].index.toNumber();
});

const hashOf = (bytes) => chain.api.registry.hash(hexToU8a(bytes)).toHex();
const submit = (origin, proposal) => tx().referenda.submit(origin, proposal, { After: 0 });
const cast = (index, balance = AGO) =>
	tx().convictionVoting.vote(index, {
		Standard: { vote: { aye: true, conviction: 'None' }, balance },
	});
const delegate = (track, to, balance = AGO) =>
	tx().convictionVoting.delegate(track, accounts[to].address, 'None', balance);
const SPENDER = 4;
const NONE = 1_000_000;

// By error: what is tried, by whom, and how.
const OF_REFERENDA = {
	NotOngoing: {
		'a deposit for no referendum': ['ann', () => tx().referenda.placeDecisionDeposit(NONE)],
		'a deposit for what is decided': [
			'ann',
			() => tx().referenda.placeDecisionDeposit(referenda.passed),
		],
	},
	HasDeposit: {
		'a second deposit': ['dan', () => tx().referenda.placeDecisionDeposit(referenda.preparing)],
	},
	NoTrack: {
		'a proposal as somebody else': [
			'ann',
			() => submit({ system: { Signed: accounts.vic.address } }, { Inline: '0x0000' }),
		],
		'a proposal as nobody': ['ann', () => submit({ system: 'None' }, { Inline: '0x0000' })],
	},
	PreimageStoredWithDifferentLength: {
		'a proposal of another length': [
			'ann',
			() => submit({ system: 'Root' }, { Lookup: { hash: hashOf('0x0102'), len: 3 } }),
		],
	},
	BadReferendum: {
		'a refund of no referendum': ['ann', () => tx().referenda.refundDecisionDeposit(NONE)],
		'a refund of no proposal': ['ann', () => tx().referenda.refundSubmissionDeposit(NONE)],
	},
	Unfinished: {
		'a refund before it is decided': [
			'ann',
			() => tx().referenda.refundDecisionDeposit(referenda.preparing),
		],
	},
	NoDeposit: {
		'a second refund': ['ann', () => tx().referenda.refundDecisionDeposit(referenda.done)],
	},
	BadStatus: {
		'a refund of what was rejected': [
			'ann',
			() => tx().referenda.refundSubmissionDeposit(referenda.rejected),
		],
	},
	NoPermission: {
		"metadata of another's proposal": [
			'eve',
			() => tx().referenda.setMetadata(referenda.preparing, hashOf('0x0102')),
		],
	},
	PreimageNotExist: {
		'metadata that is nowhere': [
			'ann',
			() => tx().referenda.setMetadata(referenda.preparing, random32()),
		],
	},
};
// What only root can try, and what the pallet does not answer any more.
const OF_REFERENDA_ELSEWHERE = ['BadTrack', 'Full', 'QueueEmpty', 'NothingToDo'];

const OF_VOTING = {
	NotOngoing: {
		'a vote on nothing': ['vic', () => cast(NONE)],
		'a vote on what is decided': ['vic', () => cast(referenda.passed)],
	},
	InsufficientFunds: {
		'a vote with more than one has': ['eve', () => cast(referenda.preparing, VOTES)],
		'a delegation of more than one has': ['eve', () => delegate(SPENDER, 'ann', VOTES)],
	},
	NotVoter: {
		'the removal of no vote': [
			'eve',
			() => tx().convictionVoting.removeVote(SPENDER, referenda.preparing),
		],
	},
	ClassNeeded: {
		'the removal of a vote on what is decided': [
			'vic',
			() => tx().convictionVoting.removeVote(null, referenda.passed),
		],
	},
	NoPermission: {
		"the removal of another's vote": [
			'eve',
			() =>
				tx().convictionVoting.removeOtherVote(
					accounts.vic.address,
					SPENDER,
					referenda.preparing,
				),
		],
	},
	NoPermissionYet: {
		"the removal of another's vote that still locks": [
			'eve',
			() =>
				tx().convictionVoting.removeOtherVote(
					accounts.vic.address,
					SPENDER,
					referenda.passed,
				),
		],
	},
	AlreadyDelegating: {
		'a second delegation': ['dan', () => delegate(0, 'eve')],
		'a vote of who delegates': ['dan', () => cast(referenda.root)],
	},
	AlreadyVoting: { 'a delegation by who votes': ['vic', () => delegate(SPENDER, 'ann')] },
	NotDelegating: {
		'the end of no delegation': ['eve', () => tx().convictionVoting.undelegate(0)],
	},
	Nonsense: { 'a delegation to oneself': ['eve', () => delegate(0, 'eve')] },
	BadClass: { 'a delegation on no track': ['eve', () => delegate(99, 'ann')] },
};
// It takes more votes than there are tests.
const OF_VOTING_ELSEWHERE = ['MaxVotesReached'];

const OF_PREIMAGE = {
	AlreadyNoted: {
		'the same bytes again': ['ann', () => tx().preimage.notePreimage('0x0102')],
	},
	NotAuthorized: {
		"the end of another's preimage": [
			'eve',
			() => tx().preimage.unnotePreimage(hashOf('0x0102')),
		],
	},
	NotNoted: {
		'the end of no preimage': ['ann', () => tx().preimage.unnotePreimage(random32())],
	},
	TooFew: { 'an update of nothing': ['ann', () => tx().preimage.ensureUpdated([])] },
};
// What only root can try, and what is longer than a test should be.
const OF_PREIMAGE_ELSEWHERE = ['Requested', 'NotRequested', 'TooBig', 'TooMany'];

refusesAll(chain, 'referenda', accounts, OF_REFERENDA, OF_REFERENDA_ELSEWHERE);
refusesAll(chain, 'convictionVoting', accounts, OF_VOTING, OF_VOTING_ELSEWHERE);
refusesAll(chain, 'preimage', accounts, OF_PREIMAGE, OF_PREIMAGE_ELSEWHERE);

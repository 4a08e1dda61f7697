// SPDX-License-Identifier: Apache-2.0

// What wallets and explorers rely on, whatever the pallet.

import assert from 'node:assert/strict';
import { Keyring } from '@polkadot/api';
import { GenericEventData, Struct } from '@polkadot/types';
import { createKeyMulti, encodeAddress } from '@polkadot/util-crypto';
import { AGO, OURS, useChain } from './support/chain.js';
import { freshName } from './support/registry.js';

// An archive, since only such a node answers questions about old blocks (`archive_v1`).
const chain = useChain(['--state-pruning=archive', '--blocks-pruning=archive']);

// What polkadot.js does not know by name, which is harmless for what adds nothing to a transaction.
// `AuthorizeCall` is the SDK's own, and stands first on every chain of this release.
const UNKNOWN_AND_EMPTY = ['AuthorizeCall'];

// Of how many transactions the time to their blocks is measured.
const MEASURED = 20;

const transfer = (to, amount = AGO) => chain.api.tx.balances.transferKeepAlive(to.address, amount);

chain.test('needs no types, and no transaction extension beyond the stock ones', () => {
	const { extrinsic } = chain.api.runtimeMetadata.asLatest;
	const { lookup } = chain.api.registry;
	for (const name of UNKNOWN_AND_EMPTY) {
		const found = extrinsic.transactionExtensions.find(({ identifier }) => identifier.eq(name));
		assert.equal(lookup.getTypeDef(found.type).type, 'Null', `${name} adds bytes`);
	}
	const unknown = chain.warnings
		.map((warning) => /Unknown signed extensions (.*) found/.exec(warning))
		.flatMap((match) => match?.[1].split(', ') ?? []);
	assert.deepEqual(unknown, UNKNOWN_AND_EMPTY, chain.warnings.join('\n'));
});

chain.test('has no field that polkadot.js would have to rename', () => {
	const { lookup } = chain.api.registry;
	const of = new RegExp(`^(agora|pallet_(${OURS.join('|')}))`);
	const ours = lookup.types.filter(({ type }) => of.test(type.path[0]));
	const fields = ours.flatMap(({ type: { def } }) => {
		if (def.isVariant) {
			return def.asVariant.variants.flatMap((variant) => [...variant.fields]);
		}
		return def.isComposite ? [...def.asComposite.fields] : [];
	});
	assert.ok(fields.length > 50);
	// A name that its records have already gets an underscore, and reads as something else.
	const names = fields.map(({ name }) => lookup.sanitizeField(name)[0] ?? '');
	assert.deepEqual(
		names.filter((name) => name.endsWith('_')),
		[],
	);
	// Nor one that hides a member of what polkadot.js makes of records, or of events.
	const hides = ({ prototype }, names) => names.filter((name) => name in prototype);
	assert.deepEqual(hides(Struct, names), []);
	const data = OURS.flatMap((ours) =>
		Object.values(chain.api.events[ours]).flatMap(({ meta }) =>
			meta.fields.map(({ name }) => lookup.sanitizeField(name)[0]),
		),
	);
	assert.ok(data.length > 50);
	assert.deepEqual(hides(GenericEventData, data), []);
});

chain.test('says in the metadata what can be asked for', () => {
	const { consts } = chain.api;
	const limits = {
		provenance: {
			maxRecords: 2n ** 32n,
			maxSeries: 128n,
			maxInclusionProof: 32n,
			maxConsistencyProof: 33n,
			maxAttestations: 16n,
			maxAttesters: 16n,
			maxTaintPage: 250n,
		},
		market: { maxOffers: 16n },
		royalties: { maxMembers: 16n, maxSimulated: 1_000n },
		rewards: { claimPeriod: 90n, epochLength: 20n },
	};
	for (const [section, named] of Object.entries(limits)) {
		for (const [name, limit] of Object.entries(named)) {
			assert.equal(consts[section][name].toBigInt(), limit, `${section}.${name}`);
		}
	}
});

chain.test('says in the metadata what a sale costs, and where the money goes', async () => {
	const { balances, market, royalties } = chain.api.consts;
	const amount = (constant) => constant.toBigInt();
	assert.ok(amount(market.minPrice) > 0n && amount(market.maxRefundWindow) > 0n);
	assert.ok(amount(royalties.protocolFee) > 0n && amount(royalties.protocolFee) < 1_000_000n);
	assert.ok(amount(royalties.minDistribution) > 0n);
	// They exist from the beginning, so that no amount is too small for them.
	for (const account of [royalties.pot, royalties.commons, royalties.feeBeneficiary]) {
		const { free } = await chain.balance({ address: account.toString() });
		assert.ok(free >= balances.existentialDeposit.toBigInt());
	}
	// Fees fund rewards, and what is above caps goes where the rest of the rewards does.
	const { rewards } = chain.api.consts;
	assert.equal(royalties.feeBeneficiary.toString(), rewards.pot.toString());
	assert.equal(royalties.commons.toString(), rewards.commons.toString());
});

chain.test('shows amounts and addresses as they are meant', async () => {
	const { registry, rpc } = chain.api;
	assert.deepEqual(registry.chainTokens, ['AGO']);
	assert.deepEqual(registry.chainDecimals, [12]);
	assert.equal(registry.chainSS58, 42);
	const expected = { ss58Format: 42, tokenDecimals: 12, tokenSymbol: 'AGO' };
	assert.deepEqual(await chain.rpc('system_properties'), expected);
	assert.deepEqual(await chain.rpc('chainSpec_v1_properties'), expected);
	assert.equal((await rpc.system.chain()).toString(), 'Agora Development');
	assert.ok((await rpc.system.chainType()).isDevelopment);
	assert.equal(chain.api.consts.system.ss58Prefix.toNumber(), 42);
});

chain.test('answers the groups of methods that clients ask for', async () => {
	const { methods } = await chain.rpc('rpc_methods');
	for (const method of [
		'system_accountNextIndex',
		'system_dryRun',
		'payment_queryInfo',
		'payment_queryFeeDetails',
		'babe_epochAuthorship',
		'grandpa_roundState',
		'grandpa_proveFinality',
		'sync_state_genSyncSpec',
		'state_getMetadata',
		'author_submitAndWatchExtrinsic',
		'author_rotateKeysWithOwner',
		'engine_createBlock',
		'engine_finalizeBlock',
		'chainHead_v1_follow',
		'chainHead_v1_call',
		'transaction_v1_broadcast',
		'transactionWatch_v1_submitAndWatch',
		'chainSpec_v1_genesisHash',
		'archive_v1_body',
		'archive_v1_storage',
	]) {
		assert.ok(methods.includes(method), `${method} is missing`);
	}
	assert.equal(await chain.rpc('chainSpec_v1_genesisHash'), chain.api.genesisHash.toHex());
	const finalized = await chain.rpc('archive_v1_finalizedHeight');
	assert.equal(finalized, await chain.height(), 'each block is final at once');
});

chain.test('offers metadata that says what every call, event and error means', async () => {
	const versions = await chain.api.call.metadata.metadataVersions();
	const known = versions.map((version) => version.toNumber());
	assert.ok(
		[14, 15, 16].every((version) => known.includes(version)),
		known.join(),
	);
	const { registry } = chain.api;
	const { pallets } = chain.api.runtimeMetadata.asLatest;
	const says = (what, { name, docs }) => {
		const sentence = docs.map(String).join(' ').trim();
		assert.match(sentence, /^[A-Z].*\.$/s, `${what}: ${name} says ${sentence || 'nothing'}`);
	};
	for (const ours of OURS) {
		const pallet = pallets.find(({ name }) => name.toString().toLowerCase() === ours);
		for (const part of ['calls', 'events', 'errors']) {
			const { type } = pallet[part].unwrap();
			const { variants } = registry.lookup.getSiType(type).def.asVariant;
			assert.ok(variants.length > 0);
			variants.forEach((variant) => says(`${ours} ${part}`, variant));
		}
		const events = registry.lookup.getSiType(pallet.events.unwrap().type).def.asVariant;
		events.variants.forEach(({ name, fields }) =>
			fields.forEach((field) => says(`${ours} event ${name}`, field)),
		);
		pallet.constants.forEach((constant) => says(`${ours} constants`, constant));
		pallet.storage.unwrap().items.forEach((item) => says(`${ours} storage`, item));
		for (const [name, { meta }] of Object.entries(chain.api.call[`${ours}Api`])) {
			says(`${ours} API`, { name, docs: [meta.description] });
		}
	}
	// What a wallet shows when something is refused.
	const { error } = await chain.submit(
		chain.api.tx.registry.register('Model', 'A', []),
		chain.alice,
	);
	assert.equal(error, 'registry.InvalidName');
	const { docs } = chain.api.errors.registry.InvalidName.meta;
	assert.match(docs.join(' '), /A name has 1 to 64 characters/);
});

chain.test('counts the transactions of an account from the block that made it', async () => {
	await chain.skipBlocks(10);
	const account = await chain.account();
	const made = await chain.height();
	const nonce = async () =>
		(await chain.api.query.system.account(account.address)).nonce.toNumber();
	assert.equal(await nonce(), made);
	await chain.accepted(transfer(chain.alice), account);
	await chain.skipBlocks(2);
	await chain.accepted(transfer(chain.alice), account);
	assert.equal(await nonce(), made + 2);
	const next = await chain.api.rpc.system.accountNextIndex(account.address);
	assert.equal(next.toNumber(), made + 2);

	// An account that is gone and comes back does not repeat itself.
	const old = await transfer(chain.alice).signAsync(account, { era: 0 });
	const { free } = await chain.balance(account);
	await chain.accepted(chain.api.tx.balances.transferAll(chain.alice.address, false), account);
	assert.equal((await chain.balance(account)).free, 0n);
	await chain.accepted(transfer(account, free), chain.alice);
	await chain.keptOut(() => chain.outcome(old), /outdated/);
	await chain.accepted(transfer(chain.alice), account);
});

chain.test('a transaction that comes when a session begins is in the block after', async () => {
	const { epochDuration } = chain.api.consts.babe;
	const session = epochDuration.toNumber();
	const other = await chain.account();
	// The first block of a session has no room for it, whatever the blocks before had in them.
	const last = session * Math.ceil(((await chain.height()) + 5) / session);
	await chain.skipTo(last);
	const { blockNumber } = await chain.accepted(transfer(other), chain.alice);
	assert.equal(blockNumber, last + 2);
	await chain.skipTo(last + session - 1);
	await chain.accepted(transfer(other), chain.alice);
	const next = await chain.accepted(transfer(other), chain.alice);
	assert.equal(next.blockNumber, last + session + 2);
});

chain.test('takes mortal transactions while they live, and immortal ones', async () => {
	const [account, other] = await chain.accounts(2);
	const mortal = await transfer(other).signAsync(account);
	assert.ok(mortal.era.isMortalEra, 'polkadot.js signs mortal transactions by default');
	assert.equal((await chain.outcome(mortal)).error, undefined);

	const brief = await transfer(other).signAsync(account, { era: 4 });
	await chain.skipBlocks(5);
	// Four blocks later the same era names another block, which was not the one signed for.
	await chain.keptOut(() => chain.outcome(brief), /bad signature/);

	const immortal = await transfer(other).signAsync(account, { era: 0 });
	assert.ok(immortal.era.isImmortalEra);
	await chain.skipBlocks(5);
	assert.equal((await chain.outcome(immortal)).error, undefined);
});

chain.test('says beforehand what a transaction will cost', async () => {
	const [account, other] = await chain.accounts(2);
	const call = chain.api.tx.registry.register('Model', freshName(), ['tag']);
	const { partialFee, weight } = await call.paymentInfo(account);
	assert.ok(partialFee.toBigInt() > 0n && weight.refTime.toBigInt() > 0n);
	const { fee } = await chain.outcome(await call.signAsync(account));
	assert.equal(fee, partialFee.toBigInt());

	const signed = await transfer(other).signAsync(account, { tip: 1_000 });
	const details = await chain.api.rpc.payment.queryFeeDetails(signed.toHex());
	assert.ok(details.inclusionFee.isSome);
	const info = await chain.rpc('payment_queryInfo', signed.toHex());
	assert.equal((await chain.outcome(signed)).fee, BigInt(info.partialFee) + 1_000n);
});

chain.test('takes signatures of all three kinds', async () => {
	for (const type of ['sr25519', 'ed25519', 'ecdsa']) {
		const account = new Keyring({ type }).addFromUri(`//wallet//${type}`);
		await chain.accepted(transfer(account, 10n * AGO), chain.alice);
		await chain.accepted(chain.api.tx.registry.register('Model', freshName(), []), account);
	}
});

chain.test('takes batches, proxies and multisigs of registry calls', async () => {
	const [owner, deputy, third] = await chain.accounts(3);
	const { multisig, proxy, registry } = chain.api.tx;
	await chain.accepted(proxy.addProxy(deputy.address, 'Any', 0), owner);
	const name = freshName();
	const call = registry.register('Model', name, []);
	const outcome = await chain.accepted(proxy.proxy(owner.address, null, call), deputy);
	assert.equal(outcome.event('ArtifactRegistered').publisher.toString(), owner.address);

	const members = [owner, deputy, third].map(({ address }) => address);
	const shared = encodeAddress(createKeyMulti(members, 2), 42);
	await chain.accepted(transfer({ address: shared }, 10n * AGO), chain.alice);
	const others = (one) => members.filter((address) => address !== one.address).sort(byKey);
	const weight = (await call.paymentInfo(shared)).weight;
	const first = await chain.accepted(
		multisig.asMulti(2, others(owner), null, call, weight),
		owner,
	);
	const [{ multisig: address }] = first.events('multisig', 'NewMultisig');
	assert.equal(address.toString(), shared);
	const timepoint = (await chain.api.query.multisig.multisigs(shared, call.method.hash)).unwrap()
		.when;
	const second = await chain.accepted(
		multisig.asMulti(2, others(deputy), timepoint, call, weight),
		deputy,
	);
	assert.equal(second.event('ArtifactRegistered').publisher.toString(), shared);
});

// What is promised of a development node: printed rather than judged, since it depends on the
// machine.
chain.test('a development node starts, and a transaction finds its block', async () => {
	console.log(`figure: dev node to RPC ready: ${(chain.node.readyMs / 1_000).toFixed(2)} s`);
	const other = await chain.account();
	const times = [];
	while (times.length < MEASURED) {
		const signed = await transfer(other).signAsync(chain.alice, { nonce: -1 });
		const from = performance.now();
		await chain.outcome(signed);
		times.push((performance.now() - from) / 1_000);
	}
	times.sort((a, b) => a - b);
	const median = (times[MEASURED / 2 - 1] + times[MEASURED / 2]) / 2;
	console.log(
		`figure: a transaction to its block under instant sealing, median of ${MEASURED}: ` +
			`${median.toFixed(3)} s (longest ${times.at(-1).toFixed(3)} s)`,
	);
});

/** Multisigs want their members in the order of their public keys. */
function byKey(a, b) {
	const key = (address) => chain.api.createType('AccountId', address).toHex();
	return key(a) < key(b) ? -1 : 1;
}

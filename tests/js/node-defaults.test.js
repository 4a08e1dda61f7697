// SPDX-License-Identifier: Apache-2.0

// What a node does that was told nothing, what it refuses to start with, and what Prometheus learns.

import assert from 'node:assert/strict';
import {
	chmodSync,
	cpSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { AGO, useChain } from './support/chain.js';
import { ARGUMENTS, runNode, startNode, unavailable } from './support/node.js';
import { freshName, random32 } from './support/registry.js';
import { post, request, sendAll } from './support/rpc.js';
import { buy, offerNew } from './support/sales.js';

const RATE_LIMIT = 1_200;
const BATCH_LIMIT = 100;
// Of nodes that never meet another one.
const NODE_KEY = '0'.repeat(63) + '1';
const METRICS_WITHIN_MS = 10_000;

const folder = mkdtempSync(join(tmpdir(), 'agora-tests-defaults-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/** The local chain's specification, as one of this type. */
function specification(chainType) {
	const { code, stdout, stderr } = runNode(['export-chain-spec', '--chain=local']);
	assert.equal(code, 0, stderr);
	const spec = { ...JSON.parse(stdout), chainType, id: `agora-${chainType}-test` };
	const path = join(folder, `${chainType}.json`);
	writeFileSync(path, JSON.stringify(spec));
	return path;
}
const live = unavailable ? undefined : specification('Live');

const check = (name, body) => test(name, { skip: unavailable }, body);

/** Runs a node that must refuse to start, in a new folder or this one; answers with why. */
function refusal(options, base = join(folder, freshName())) {
	const { code, stdout, stderr } = runNode([
		...ARGUMENTS,
		'--rpc-port=0',
		'--no-prometheus',
		`--base-path=${base}`,
		...options,
	]);
	assert.equal(code, 1, `it ended with ${code}: ${stdout}${stderr}`);
	return stderr.split('\n').find((line) => line.startsWith('Error: ')) ?? stderr;
}

const mode = (path) => (statSync(path).mode & 0o777).toString(8);

/** Puts a key into a node's keystore; answers with the keystore's path. */
function insertKey(base, chain, id, suri) {
	const inserted = runNode([
		...['key', 'insert', `--chain=${chain}`, `--base-path=${base}`],
		...['--scheme=sr25519', '--key-type=babe', `--suri=${suri}`],
	]);
	assert.equal(inserted.code, 0, inserted.stderr);
	return join(base, 'chains', id, 'keystore');
}

check('the help names the defaults of public chains', () => {
	const { stdout } = runNode(['--help']);
	const help = stdout.replace(/\s+/g, ' ');
	assert.match(help, new RegExp(`default: ${RATE_LIMIT} on public chains, none on others`));
	assert.match(help, new RegExp(`default: ${BATCH_LIMIT} on public chains, no limit on others`));
	assert.match(help, /`auto` is `safe` on public chains/);
});

check('on a public chain a node limits its clients, even those on loopback', async () => {
	const node = await startNode([], { chain: live });
	try {
		const refused = await post(node.url, request('author_rotateKeys'));
		assert.match(refused.error.message, /unsafe/);
		// A proxy's header changes nothing.
		const proxied = await fetch(node.url.replace('ws', 'http'), {
			method: 'POST',
			headers: { 'Content-Type': 'application/json', 'X-Forwarded-For': '127.0.0.1' },
			body: JSON.stringify(request('system_addReservedPeer', ['/ip4/127.0.0.1/tcp/1'])),
		});
		assert.match((await proxied.json()).error.message, /unsafe/);

		const calls = (count) =>
			Array.from({ length: count }, (_, id) => request('system_chain', [], id + 1));
		const answers = await sendAll(node.url, calls(RATE_LIMIT + 100));
		const told = answers.filter(({ error }) => error !== undefined);
		assert.ok(told.length > 0, 'nobody was refused');
		assert.ok(answers.length - told.length >= RATE_LIMIT, 'fewer were answered than may ask');
		for (const { error } of told) {
			assert.equal(error.code, -32999);
			assert.match(error.message, /rate limit/);
		}
		// Others are served all the same.
		const [other] = await sendAll(node.url, calls(1));
		assert.equal(other.error, undefined);

		assert.equal((await post(node.url, calls(BATCH_LIMIT))).length, BATCH_LIMIT);
		const long = await post(node.url, calls(BATCH_LIMIT + 1));
		assert.match(long.error.message, /batch request was too large/);
		assert.match(long.error.data, new RegExp(`limit of ${BATCH_LIMIT}`));
	} finally {
		await node.stop();
	}
});

check('on a public chain the operator can say otherwise', async () => {
	const options = ['--rpc-methods=unsafe', '--rpc-rate-limit=1000000'];
	const node = await startNode([...options, '--rpc-max-batch-request-len=200'], { chain: live });
	try {
		const rotated = await post(node.url, request('author_rotateKeysWithOwner', ['0x00']));
		assert.equal(rotated.error, undefined);
		const calls = Array.from({ length: 200 }, (_, id) => request('system_chain', [], id));
		assert.equal((await post(node.url, calls)).length, calls.length);
		const many = Array.from({ length: RATE_LIMIT + 100 }, (_, id) =>
			request('system_chain', [], id),
		);
		const answers = await sendAll(node.url, many);
		assert.deepEqual(
			answers.filter(({ error }) => error !== undefined),
			[],
		);
	} finally {
		await node.stop();
	}
});

check('a public chain takes no keys that everybody knows', () => {
	const key = `--node-key=${NODE_KEY}`;
	for (const option of ['--alice', '--ferdie']) {
		assert.match(refusal([`--chain=${live}`, option, key]), /everybody knows the keys/);
	}
	const base = join(folder, freshName());
	insertKey(base, live, 'agora-Live-test', '//Alice');
	const why = refusal([`--chain=${live}`, '--validator', key], base);
	assert.match(why, /everybody knows the secret of the key in .*keystore/);
});

check('a validator of a public chain offers unsafe methods to nobody else', () => {
	const options = [`--chain=${live}`, '--validator', `--node-key=${NODE_KEY}`];
	const why = refusal([...options, '--rpc-external', '--rpc-methods=unsafe']);
	assert.match(why, /must not offer unsafe RPC methods on 0\.0\.0\.0:/);
	// The SDK's own word on it.
	assert.match(refusal([...options, '--rpc-external']), /--rpc-external option shouldn't be used/);
});

check('what the node and its tools write is for their user alone', () => {
	const base = join(folder, freshName());
	const keystore = insertKey(base, 'local', 'agora-local', random32());
	assert.equal(mode(base), '700');
	assert.equal(mode(keystore), '700');
	assert.deepEqual(
		readdirSync(keystore).map((key) => mode(join(keystore, key))),
		['600'],
	);

	const made = runNode(['key', 'generate-node-key', '--chain=local', `--base-path=${base}`]);
	assert.equal(made.code, 0, made.stderr);
	assert.equal(mode(join(base, 'chains/agora-local/network/secret_ed25519')), '600');
});

check('secrets that others can read are refused, with what to do', async (t) => {
	const base = join(folder, freshName());
	const keystore = insertKey(base, 'local', 'agora-local', random32());
	const [name] = readdirSync(keystore);
	const key = join(keystore, name);
	const nodeKey = join(folder, freshName());
	writeFileSync(nodeKey, NODE_KEY, { mode: 0o600 });
	const options = ['--chain=local', `--node-key-file=${nodeKey}`];
	const loosen = (path, loose, tight, what) => {
		chmodSync(path, loose);
		const why = refusal(options, base);
		assert.ok(why.includes(`others can use the ${what} ${path}`), why);
		assert.ok(why.includes(`its mode is ${loose.toString(8).padStart(4, '0')}`), why);
		assert.ok(why.includes(`chmod ${tight.toString(8)} ${path}`), why);
		chmodSync(path, tight);
	};
	await t.test('a key', () => loosen(key, 0o640, 0o600, 'file'));
	await t.test('the keystore', () => loosen(keystore, 0o750, 0o700, 'folder'));
	await t.test('the key of the node', () => loosen(nodeKey, 0o604, 0o600, 'file'));
	await t.test('a password', () => {
		const password = join(folder, freshName());
		writeFileSync(password, 'secret', { mode: 0o600 });
		chmodSync(password, 0o644);
		const why = refusal([...options, `--password-filename=${password}`], base);
		assert.ok(why.includes(`chmod 600 ${password}`), why);
	});
	await t.test('none, and the node starts', async () => {
		// A copy, since the node's folder goes when it stops.
		const place = { chain: 'local', folder: join(folder, freshName()) };
		cpSync(base, place.folder, { recursive: true });
		const copied = join(place.folder, 'chains/agora-local/keystore');
		chmodSync(copied, 0o700);
		chmodSync(join(copied, name), 0o600);
		const node = await startNode([`--node-key-file=${nodeKey}`], place);
		await node.stop();
	});
	await t.test('an empty keystore matters to a validator alone', async () => {
		const place = { chain: 'local', folder: join(folder, freshName()) };
		const empty = join(place.folder, 'chains/agora-local/keystore');
		mkdirSync(empty, { recursive: true });
		chmodSync(empty, 0o755);
		const why = refusal([...options, '--validator'], place.folder);
		assert.ok(why.includes(`chmod 700 ${empty}`), why);
		const node = await startNode([`--node-key-file=${nodeKey}`], place);
		await node.stop();
	});
});

check('a validator without a node key is told how to make one', () => {
	const { code, stderr } = runNode([
		...[...ARGUMENTS, '--chain=local', '--validator', '--no-prometheus', '--rpc-port=0'],
		`--base-path=${join(folder, freshName())}`,
	]);
	assert.equal(code, 1);
	assert.match(stderr, /key generate-node-key --base-path/);
});

check('a disk with too little room is refused before the database is made', () => {
	const why = refusal(['--chain=local', `--db-storage-threshold=${2 ** 40}`]);
	assert.match(why, /the disk is full: \d+ MiB are free/);
});

const chain = useChain([], { metrics: true });

/** What the node tells Prometheus of us, once `ready` says that it is what is waited for. */
async function metrics(ready = () => true) {
	const from = performance.now();
	for (;;) {
		const text = await chain.node.metrics();
		const lines = text.split('\n').filter((line) => line.startsWith('agora_'));
		// Each has the chain among its labels.
		const shown = Object.fromEntries(
			lines.map((line) => {
				const [, name, labels, value] = /^(\w+)\{(.*)\} (\S+)$/.exec(line);
				const own = labels.split(',').filter((label) => !label.startsWith('chain='));
				return [name + (own.length > 0 ? `{${own.join()}}` : ''), Number(value)];
			}),
		);
		if (ready(shown)) {
			return shown;
		}
		assert.ok(performance.now() - from < METRICS_WITHIN_MS, JSON.stringify(shown, null, 1));
		await sleep(50);
	}
}

chain.test('Prometheus learns who makes blocks here', async () => {
	const shown = await metrics((now) => now['agora_authorities{key="babe"}'] === 1);
	assert.equal(shown['agora_authorities{key="grandpa"}'], 1);
	assert.equal(shown['agora_validator_active{key="babe"}'], 1);
	assert.equal(shown['agora_validator_active{key="grandpa"}'], 1);
	assert.equal(shown['agora_session_keys{key="babe"}'], 1);
	assert.equal(shown['agora_session_keys{key="authority_discovery"}'], 1);
});

chain.test('Prometheus learns of a publication and its sales', async () => {
	const before = await metrics();
	assert.equal(before.agora_published_versions, 0);
	assert.equal(before.agora_created_offers, 0);
	const [publisher, buyer, other] = await chain.accounts(3, 1_000n * AGO);
	const offered = await offerNew(chain, publisher, { price: 100n * AGO });
	const { fee, income } = (
		await chain.accepted(buy(chain, offered), buyer)
	).event('PurchaseSettled');
	const refundable = await offerNew(chain, publisher, { refundWindow: 100 });
	await chain.accepted(buy(chain, refundable), other);
	await chain.accepted(chain.api.tx.market.refund(refundable.artifact), other);

	const shown = await metrics((now) => now.agora_purchases_refunded_total === 1);
	assert.equal(shown.agora_published_versions, 2);
	assert.equal(shown.agora_created_offers, 2);
	assert.equal(shown.agora_artifacts_registered_total, 2);
	assert.equal(shown.agora_versions_published_total, 2);
	assert.equal(shown.agora_licenses_bought_total, 2);
	assert.equal(shown.agora_licenses_renewed_total, 0);
	assert.equal(shown.agora_purchases_settled_total, 1);
	assert.equal(shown.agora_settlements_failed_total, 0);
	assert.equal(shown.agora_offences_total, 0);
	assert.equal(shown.agora_finality_lag_blocks, 0);

	const inAgo = (amount) => Number(amount.toBigInt()) / Number(AGO);
	const close = (name, expected) =>
		assert.ok(
			Math.abs(shown[name] - expected) <= 1e-9 * Math.max(1, expected),
			`${name} is ${shown[name]} and not ${expected}`,
		);
	close('agora_settled_ago_total{part="fee"}', inAgo(fee));
	close('agora_settled_ago_total{part="income"}', inAgo(income));
	close('agora_settled_ago_total{part="excess"}', 0);
	const epoch = await chain.ask('rewards', 'runningEpoch');
	assert.equal(shown.agora_rewards_epoch, epoch.index.toNumber());
	assert.equal(shown.agora_rewards_epoch_end_block, epoch.end.toNumber());
	close('agora_rewards_epoch_credit_ago', inAgo(epoch.credit));
	close('agora_rewards_epoch_rewards_ago', inAgo(epoch.rewards));
	close('agora_rewards_funds_ago', inAgo(epoch.funds));
	close('agora_rewards_owed_ago', inAgo(epoch.owed));
	close('agora_commons_pool_ago', inAgo(epoch.commonsPool));
	const supply = await chain.ask('rewards', 'supplySchedule', 1);
	close('agora_issuance_ago', inAgo(supply.issuance));
	close('agora_staked_ago', inAgo(supply.staked));
});

chain.test('session keys made without RPC are taken by the chain', async () => {
	const base = join(folder, freshName());
	const [stash] = await chain.accounts(1, 10_000n * AGO);
	const made = runNode([
		...['key', 'session', '--chain=dev', `--base-path=${base}`],
		`--owner=${stash.address}`,
	]);
	assert.equal(made.code, 0, made.stderr);
	const { keys, proof } = JSON.parse(made.stdout);
	const keystore = join(base, 'chains/agora-dev/keystore');
	assert.equal(readdirSync(keystore).length, 3);

	const { session, staking } = chain.api.tx;
	await chain.accepted(staking.bond(5_000n * AGO, 'Stash'), stash);
	const [thief] = await chain.accounts(1, 10_000n * AGO);
	await chain.accepted(staking.bond(5_000n * AGO, 'Stash'), thief);
	const stolen = await chain.submit(session.setKeys(keys, proof), thief);
	assert.equal(stolen.error, 'session.InvalidProof');
	await chain.accepted(session.setKeys(keys, proof), stash);
});

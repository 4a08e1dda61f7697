// SPDX-License-Identifier: Apache-2.0

// The programs in examples/: each is run as a newcomer runs it, and what it says it did is looked up
// on the chain.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { promisify } from 'node:util';
import { Keyring } from '@polkadot/api';
import { mnemonicGenerate } from '@polkadot/util-crypto';
import { AGO, useChain } from './support/chain.js';
import { plain } from './support/plain.js';
import { artifactId, freshName, newVersion, percent, publishNew } from './support/registry.js';
import { endEpoch } from './support/rewards.js';
import { earningsOf, licenseOf } from './support/sales.js';

const run = promisify(execFile);
const EXAMPLES = new URL('../../examples/', import.meta.url).pathname;
// Longer than any program takes, on a machine that has other things to do.
const TIMEOUT_MS = 120_000;
// More than one page of the catalog.
const ARTIFACTS = 101;
const BATCH = 21;

/** A program that Node.js runs, once its packages are there. */
const script = (folder) => ({
	missing: !existsSync(join(EXAMPLES, folder, 'node_modules')) && `no packages in ${folder}`,
	command: (name) => [process.execPath, join(EXAMPLES, folder, `${name}.js`)],
});
const built = process.env.AGORA_EXAMPLES;

// How the programs of each client are run, and how it writes the name of an error.
const CLIENTS = {
	'polkadot-js': { ...script('polkadot-js'), error: 'market.AlreadyLicensed' },
	papi: { ...script('papi'), error: 'Market.AlreadyLicensed' },
	subxt: {
		missing: !built && 'AGORA_EXAMPLES does not name the folder of the built programs',
		command: (name) => [join(built, `example-${name}`)],
		error: 'Market::AlreadyLicensed',
	},
};

const chain = useChain();
const folder = mkdtempSync(join(tmpdir(), 'agora-examples-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/** What a program prints, line by line. */
async function says([program, ...first], ...more) {
	const { stdout } = await run(program, [...first, chain.node.url, ...more], {
		timeout: TIMEOUT_MS,
	});
	return stdout.trimEnd().split('\n');
}

/** What a program complains of that cannot do what it should. */
async function complains([program, ...first], ...more) {
	const failed = run(program, [...first, chain.node.url, ...more], { timeout: TIMEOUT_MS });
	const { code, stderr } = await failed.then(
		() => assert.fail('it worked'),
		(error) => error,
	);
	assert.equal(code, 1);
	return stderr;
}

/** The only line that begins so: what follows. */
function line(lines, beginning) {
	const found = lines.filter((line) => line.startsWith(beginning));
	assert.equal(found.length, 1, lines.join('\n'));
	return found[0].slice(beginning.length);
}

/** What the catalog has, page by page, as the programs write it. */
async function search(text) {
	const query = { order: 'Newest', text, retired: false };
	const found = [];
	for (let next = null, page; page?.next !== null; next = page.next) {
		page = plain(await chain.api.call.catalogApi.search(query, next, 7));
		found.push(...page.items);
	}
	return found.map(({ artifact, latest, licenses, price }) => {
		const name = Buffer.from(artifact.name.slice(2), 'hex');
		const cost = price === null ? 'not for sale' : `from ${ago(price)}`;
		const { number } = latest.version;
		return `  ${artifact.publisher}/${name}@${number}, ${licenses} licenses, ${cost}`;
	});
}

/** Planck as the programs write them. */
function ago(planck) {
	const rest = String(planck % AGO).padStart(12, '0');
	return `${planck / AGO}.${rest}`.replace(/\.?0+$/, '') + ' AGO';
}

chain.test('there is more than one page', async () => {
	const publisher = await chain.account();
	const { registry, utility } = chain.api.tx;
	const calls = () => {
		const name = freshName();
		const artifact = artifactId(publisher, name);
		return [
			registry.register('Dataset', name, []),
			registry.publish(artifact, newVersion(), null),
		];
	};
	for (let left = ARTIFACTS; left > 0; left -= BATCH) {
		const count = Math.min(left, BATCH);
		const batch = utility.batchAll(Array.from({ length: count }, calls).flat());
		await chain.accepted(batch, publisher);
	}
});

for (const [client, { missing, command, error }] of Object.entries(CLIENTS)) {
	if (missing) {
		chain.test(`${client}: publish, query, buy and claim`, (t) => t.skip(missing));
		continue;
	}
	// Its secret is a mnemonic here, and the buyer's a name.
	const mnemonic = mnemonicGenerate();
	const buyer = new Keyring({ type: 'sr25519' }).addFromUri('//Bob');
	const name = `model-${client}`;
	const files = join(folder, client);
	let publisher;
	let sequence;
	let artifact;
	let offer;

	chain.test(`${client}: publish registers, publishes and offers`, async () => {
		publisher = new Keyring({ type: 'sr25519' }).addFromUri(mnemonic);
		const endow = chain.api.tx.balances.transferKeepAlive(publisher.address, 1_000n * AGO);
		await chain.accepted(endow, chain.alice);
		const file = `${files}.bin`;
		writeFileSync(file, `weights of ${client}`);

		const printed = await says(command('publish'), mnemonic, file, name, '10');
		sequence = Number(line(printed, `published ${publisher.address}/${name} as version `));
		offer = Number(line(printed, 'offered at 10 AGO as offer '));

		const view = plain(await chain.ask('registry', 'version', sequence));
		assert.equal(view.publisher, publisher.address);
		artifact = view.version.artifact;
		assert.equal(view.version.number, 1);
		assert.equal(view.version.terms.royalty, percent(5));
		const registered = plain(await chain.ask('registry', 'artifact', artifact)).artifact;
		assert.deepEqual([registered.kind, registered.owner], ['Model', publisher.address]);
		const [offered] = plain(await chain.ask('market', 'offers', artifact));
		assert.deepEqual([offered.id, offered.price, offered.open], [offer, 10n * AGO, true]);
		assert.equal(offered.offer.terms.version, sequence);
	});

	chain.test(`${client}: what publish hashed is what agora verifies`, async (t) => {
		if (!process.env.AGORA_CLI) {
			t.skip('AGORA_CLI does not name the command');
			return;
		}
		const copy = mkdtempSync(join(folder, 'copy-'));
		writeFileSync(join(copy, `${client}.bin`), `weights of ${client}`);
		const reference = `${publisher.address}/${name}@1`;
		const verify = ['verify', reference, copy, '--node', chain.node.url, '--json'];
		const { stdout } = await run(process.env.AGORA_CLI, verify, { timeout: TIMEOUT_MS });
		assert.equal(JSON.parse(stdout).ok, true);
	});

	chain.test(`${client}: publish adds a version to what is registered`, async () => {
		const file = `${files}-2.bin`;
		writeFileSync(file, `better weights of ${client}`);
		const printed = await says(command('publish'), mnemonic, file, name);
		assert.equal(printed.length, 1);
		const second = Number(line(printed, `published ${publisher.address}/${name} as version `));
		const { version } = plain(await chain.ask('registry', 'version', second));
		assert.deepEqual([version.artifact, version.number], [artifact, 2]);
	});

	chain.test(`${client}: query shows all pages, and the newest with its lineage`, async () => {
		const sources = [{ sequence, relation: 'Adapter', maxRoyalty: percent(5) }];
		const derived = await publishNew(chain, publisher, { sources, license: 'MIT' });
		const { utility, market } = chain.api.tx;
		const terms = (price) => ({ version: derived.sequence, price, duration: null, supply: null });
		const offers = [AGO / 2n, 3n * AGO].map((price) =>
			market.createOffer({ ...terms(price), transferable: false, refundWindow: 0 }),
		);
		const made = await chain.accepted(utility.batchAll(offers), publisher);
		const [half, three] = made.events('market', 'OfferCreated').map(({ offer }) => offer);

		const newest = `${publisher.address}/${derived.name}@1`;
		const lines = [
			`${newest}:`,
			`  Model of ${publisher.address}, ${derived.submitted.bytes} bytes`,
			`  manifest ${derived.submitted.manifest}`,
			`  ${newest} from ${publisher.address}/${name}@1`,
			'    Adapter, for 5 % of its income',
			`  offer ${half} at 0.5 AGO`,
			`  offer ${three} at 3 AGO`,
		];

		const all = await search('');
		assert.ok(all.length > ARTIFACTS);
		assert.equal(all[0], `  ${newest}, 0 licenses, from 0.5 AGO`);
		assert.deepEqual(await says(command('query')), ['found:', ...all, ...lines]);

		const one = await search(derived.name);
		assert.deepEqual(one, all.slice(0, 1));
		assert.deepEqual(await says(command('query'), derived.name), ['found:', ...one, ...lines]);
		assert.deepEqual(await says(command('query'), 'no such thing'), ['found:']);
	});

	chain.test(`${client}: buy quotes, pays and shows the license`, async () => {
		const quote = plain(await chain.ask('market', 'quote', offer));
		await chain.calm();
		const before = await chain.balance(buyer);
		const printed = await says(command('buy'), '//Bob', String(offer));
		const after = await chain.balance(buyer);
		assert.deepEqual(printed, [
			`price 10 AGO, of which the fee is ${ago(quote.fee)}`,
			`deposit ${ago(quote.deposit)}, which comes back when the license is released`,
			`version ${sequence} gets ${ago(quote.income)}, passes on 0 AGO of it`,
			`  and its owners earn ${ago(quote.income)}`,
			'paid 10 AGO',
			`license for ${artifact} lasts: Perpetual`,
		]);
		const license = await licenseOf(chain, { artifact }, buyer);
		assert.deepEqual([license.lasts, license.license.grant.offer], [true, offer]);
		const paid = before.free - after.free;
		assert.ok(paid > 10n * AGO + quote.deposit && paid < 11n * AGO + quote.deposit);
		assert.equal(after.reserved - before.reserved, quote.deposit);
	});

	chain.test(`${client}: a refused purchase ends with the sentence of its error`, async () => {
		const complaint = await complains(command('buy'), '//Bob', String(offer));
		assert.ok(complaint.includes(`${error}: The account has a license already. Renew it.`));
		const none = await complains(command('buy'), '//Bob', '1000000');
		assert.ok(none.includes('nothing is sold under offer 1000000'));
	});

	chain.test(`${client}: claim claims rewards and withdraws earnings`, async () => {
		const { epoch } = await endEpoch(chain);
		const claimable = async () =>
			plain(await chain.ask('rewards', 'claimable', publisher.address, null, 100)).items;
		const [reward, ...others] = await claimable();
		assert.deepEqual([reward.epoch, reward.version, others], [epoch, sequence, []]);
		const [earned] = await earningsOf(chain, [publisher]);
		assert.ok(earned > 9n * AGO && reward.amount > 0n);
		const before = await chain.balance(publisher);
		assert.deepEqual(await says(command('claim'), mnemonic), [
			`claiming ${ago(reward.amount)} for version ${sequence} in epoch ${epoch}`,
			`claimed ${ago(reward.amount)} for version ${sequence}`,
			`withdrew ${ago(earned + reward.amount)}`,
		]);
		assert.deepEqual(await claimable(), []);
		assert.deepEqual(await earningsOf(chain, [publisher]), [0n]);
		const gained = (await chain.balance(publisher)).free - before.free;
		assert.ok(gained > earned && gained < earned + reward.amount);

		const nothing = await says(command('claim'), mnemonic);
		assert.deepEqual(nothing, ['there is nothing to withdraw']);
	});
}

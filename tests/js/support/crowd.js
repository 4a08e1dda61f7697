// SPDX-License-Identifier: Apache-2.0

// A crowd: many publishers with many artifacts, some of which are sold, as fast as a development chain
// takes them. The same number gives the same names, tags, licenses and prices each time.
//
// For a chain that runs already, from the folder `tests/js`:
//
//     node support/crowd.js ws://127.0.0.1:9944 10000

import { pathToFileURL } from 'node:url';
import { ApiPromise, Keyring, WsProvider } from '@polkadot/api';
import { artifactId, newVersion } from './registry.js';

const AGO = 1_000_000_000_000n;

// How many artifacts one transaction registers and publishes; how many offers it makes, and how many
// licenses it buys. Each fills less than half of a block.
const PUBLISHED_AT_ONCE = 150;
const OFFERED_AT_ONCE = 200;
const BOUGHT_AT_ONCE = 60;
const ENDOWMENT = 20_000n * AGO;
// Every fifth artifact is on sale, and every second of these has buyers.
const ON_SALE = 5;
const SOLD = 2 * ON_SALE;
const BUYERS = 6;
const BLOCK_WITHIN_MS = 30_000;

const FIRST = ['amber', 'brisk', 'calm', 'deep', 'even', 'fair', 'grand', 'hazel', 'ivory', 'jade'];
const SECOND = ['bert', 'diffusion', 'encoder', 'forest', 'llama', 'minilm', 'parser', 'tagger', 'vit'];
const DATA = ['corpus', 'dialogues', 'images', 'maps', 'prices', 'reviews', 'speech', 'tables'];
const TAGS = ['nlp', 'vision', 'audio', 'tabular', 'small', 'large', 'english', 'french', 'medical'];
const LICENSES = ['Apache-2.0', 'MIT', 'CC-BY-4.0', 'CC0-1.0', 'MIT OR Apache-2.0', 'GPL-3.0-only'];

/** The word that three artifacts of every crowd have in their names, and no other. */
export const RARE = 'zebrafish';

/** Numbers that look random, the same each time. */
function dice(seed) {
	let state = seed >>> 0;
	return (below) => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return Math.floor((state / 2 ** 32) * below);
	};
}

/** What the artifact of a number is: each has a name of its own. */
export function member(number, count) {
	const roll = dice(number + 1);
	const kind = roll(3) === 0 ? 'Dataset' : 'Model';
	const noun = kind === 'Dataset' ? DATA : SECOND;
	const rare = [0, count >> 1, count - 1].includes(number);
	const words = [FIRST[roll(FIRST.length)], rare ? RARE : noun[roll(noun.length)], number];
	const tags = new Set([TAGS[roll(TAGS.length)], TAGS[roll(TAGS.length)]]);
	return {
		kind,
		name: words.join('-'),
		tags: [...tags],
		license: LICENSES[roll(LICENSES.length)],
		onSale: number % ON_SALE === 0,
		price: BigInt(roll(50) + 1) * (AGO / 10n),
		buyers: number % SOLD === 0 ? 1 + roll(BUYERS) : 0,
	};
}

const chunks = (items, size) =>
	Array.from({ length: Math.ceil(items.length / size) }, (_, at) =>
		items.slice(at * size, (at + 1) * size),
	);

/** Submits a transaction and waits for its block; whether its calls succeeded is not asked. */
async function included(api, signed) {
	let stop;
	let timer;
	await new Promise((resolve, reject) => {
		timer = setTimeout(() => reject(new Error('no block came')), BLOCK_WITHIN_MS);
		// Without the events of the block: to decode them takes longer than all else.
		stop = api.rpc.author.submitAndWatchExtrinsic(signed, (status) => {
			if (status.isInBlock || status.isFinalized) {
				resolve();
			} else if (status.isInvalid || status.isDropped || status.isUsurped) {
				reject(new Error(`a transaction is ${status.type}`));
			}
		});
		stop.catch(reject);
	}).finally(() => clearTimeout(timer));
	(await stop)();
}

/**
 * Fills a development chain on which `//Alice` has tokens.
 *
 * Answers with the `artifacts`, each with its `id`, `sequence`, `publisher` and what `member` says; with
 * the addresses of `publishers` and `buyers`; and with how long it took. Nobody else may publish or offer
 * meanwhile.
 */
export async function fill(api, { count = 10_000, publishers = 20 } = {}) {
	const from = performance.now();
	const { balances, market, registry, utility } = api.tx;
	const keyring = new Keyring({ type: 'sr25519', ss58Format: api.registry.chainSS58 });
	const account = (name) => keyring.addFromUri(`//crowd//${name}`);
	const sellers = Array.from({ length: publishers }, (_, at) => account(`publisher//${at}`));
	const buyers = Array.from({ length: BUYERS }, (_, at) => account(`buyer//${at}`));
	const alice = keyring.addFromUri('//Alice');

	// One transaction is made and signed while the one before is on its way to its block: they get
	// there in this order. Nonces are counted here, so that nothing is asked in between.
	const nonces = new Map();
	let onItsWay = Promise.resolve();
	const send = async (signer, calls) => {
		const { address } = signer;
		const nonce = nonces.get(address) ?? (await api.rpc.system.accountNextIndex(address));
		nonces.set(address, Number(nonce) + 1);
		const options = { nonce, era: 0, blockHash: api.genesisHash };
		const signed = await utility.batchAll(calls).signAsync(signer, options);
		await onItsWay;
		onItsWay = included(api, signed);
		// It is looked at with the next one.
		onItsWay.catch(() => {});
	};
	/** Sees that all is there: where a call of a batch fails, none of it is done. */
	const arrive = async (counter, expected) => {
		await onItsWay;
		const found = await counter();
		if (found.toNumber() !== expected) {
			throw new Error(`a batch was refused: ${found}, not ${expected}`);
		}
	};

	const endow = ({ address }) => balances.transferKeepAlive(address, ENDOWMENT);
	await send(alice, [...sellers, ...buyers].map(endow));
	// An account's nonces begin with the block in which it is made.
	await onItsWay;

	const sequence = (await api.query.registry.nextSequence()).toNumber();
	const artifacts = Array.from({ length: count }, (_, number) => {
		const what = member(number, count);
		// Neighbours are of one publisher, who publishes them in one transaction.
		const seller = sellers[Math.floor((number / count) * publishers)];
		const id = artifactId(seller, what.name);
		return { ...what, id, seller, publisher: seller.address, sequence: sequence + number };
	});
	for (const seller of sellers) {
		const mine = artifacts.filter((artifact) => artifact.seller === seller);
		for (const batch of chunks(mine, PUBLISHED_AT_ONCE)) {
			const calls = batch.flatMap(({ kind, name, tags, id, license }) => [
				registry.register(kind, name, tags),
				registry.publish(id, newVersion({ license, locations: [] }), null),
			]);
			await send(seller, calls);
		}
	}

	await arrive(api.query.registry.nextSequence, sequence + count);

	let offer = (await api.query.market.nextOffer()).toNumber();
	for (const seller of sellers) {
		const mine = artifacts.filter(({ onSale, ...each }) => onSale && each.seller === seller);
		for (const batch of chunks(mine, OFFERED_AT_ONCE)) {
			const calls = batch.map((artifact) => {
				artifact.offer = offer;
				offer += 1;
				return market.createOffer({
					version: artifact.sequence,
					price: artifact.price,
					duration: null,
					supply: null,
					transferable: false,
					refundWindow: 0,
				});
			});
			await send(seller, calls);
		}
	}
	await arrive(api.query.market.nextOffer, offer);

	for (const [place, buyer] of buyers.entries()) {
		const wanted = artifacts.filter((artifact) => artifact.buyers > place);
		for (const batch of chunks(wanted, BOUGHT_AT_ONCE)) {
			await send(
				buyer,
				batch.map(({ offer, price }) => market.buy(offer, price, 1)),
			);
		}
		const licenses = async () => {
			const keys = await api.query.market.licensesOf.keys(buyer.address);
			return { toNumber: () => keys.length, toString: () => `${keys.length}` };
		};
		await arrive(licenses, wanted.length);
	}

	return {
		artifacts: artifacts.map(({ seller, ...artifact }) => artifact),
		publishers: sellers.map(({ address }) => address),
		buyers: buyers.map(({ address }) => address),
		ms: performance.now() - from,
	};
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
	const [url = 'ws://127.0.0.1:9944', count = '10000'] = process.argv.slice(2);
	const api = await ApiPromise.create({ provider: new WsProvider(url), noInitWarn: true });
	const { artifacts, ms } = await fill(api, { count: Number(count) });
	console.log(`${artifacts.length} artifacts in ${(ms / 1_000).toFixed(1)} s`);
	await api.disconnect();
}

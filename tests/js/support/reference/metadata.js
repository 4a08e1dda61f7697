// SPDX-License-Identifier: Apache-2.0

// What the metadata says, and which of it is ours.

import { readFileSync } from 'node:fs';
import { Metadata, TypeRegistry } from '@polkadot/types';

/** The pallets that get a page each, with their own sentence and where their specification is. */
export const OURS = {
	Registry: 'Models and datasets, their versions, their lineage, and reservations.',
	Provenance: 'Records of datasets, consent to their use, and attestations.',
	Market: 'Offers, licenses, refunds, and capped profit.',
	Royalties: 'Vaults, splits, contributors, and earnings.',
	Rewards: 'Epochs, fee credit, and claims.',
};

/** The runtime APIs that come with the SDK. */
const SDK_APIS = new Set([
	'AccountNonceApi',
	'AuthorityDiscoveryApi',
	'BabeApi',
	'BlockBuilder',
	'Core',
	'GenesisBuilder',
	'GrandpaApi',
	'Metadata',
	'OffchainWorkerApi',
	'RuntimeViewFunction',
	'SessionKeys',
	'TaggedTransactionQueue',
	'TransactionPaymentApi',
	'TransactionPaymentCallApi',
]);

/** Reads metadata from a file: pallets and runtime APIs, and what looks up their types. */
export function read(path) {
	const registry = new TypeRegistry();
	const metadata = new Metadata(registry, `0x${readFileSync(path).toString('hex')}`);
	quietly(() => registry.setMetadata(metadata));
	const { apis, lookup, pallets } = metadata.asLatest;
	const named = (items) => [...items].map((item) => [item.name.toString(), item]);
	const all = named(apis);
	return {
		registry,
		lookup,
		pallets: new Map(named(pallets)),
		apis: new Map(all.filter(([name]) => !SDK_APIS.has(name))),
		sdkApis: new Map(all.filter(([name]) => SDK_APIS.has(name))),
	};
}

/** polkadot.js warns of extensions that it does not know; none of them is of interest here. */
function quietly(action) {
	const { warn } = console;
	console.warn = () => {};
	try {
		action();
	} finally {
		console.warn = warn;
	}
}

/** The variants of an enum, such as all calls of a pallet, by their indices. */
export function variants({ lookup }, type) {
	const { def } = lookup.getSiType(type);
	return [...def.asVariant.variants].sort((a, b) => a.index.toNumber() - b.index.toNumber());
}

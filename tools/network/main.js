// SPDX-License-Identifier: Apache-2.0

// What `scripts/network` does: that script says what may be asked, and asks nothing else.

import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { FAST } from './chain.js';
import { Membership } from './membership.js';
import { Network } from './network.js';
import { USUAL_PORTS } from './places.js';
import { table } from './table.js';

const SLOT_SECONDS = 3;
const ERA_SECONDS = FAST.sessionSlots * FAST.eraSessions * SLOT_SECONDS;
// The fifth validator: its node, and who has the stake.
const JOINER = 'eve';
const SIGNER = '//Eve';

const { positionals, values } = parseArgs({
	allowPositionals: true,
	options: {
		folder: { type: 'string' },
		detach: { type: 'boolean' },
		'add-validator': { type: 'boolean' },
		leave: { type: 'boolean' },
		forget: { type: 'boolean' },
	},
});
const [command] = positionals;
const folder = resolve(values.folder);
const binary = process.env.AGORA_NODE;

/** The network of the folder, as it is now. */
function known() {
	if (!Network.isIn(folder)) {
		throw new Error(`there is no network in ${folder}: scripts/network up makes one`);
	}
	return Network.load(folder, { ports: USUAL_PORTS, binary });
}

async function up() {
	const old = Network.isIn(folder);
	const network = old
		? known()
		: await Network.make(folder, { binary, ports: USUAL_PORTS, namespaces: false });
	if (network.running.length > 0) {
		throw new Error(`the network in ${folder} runs already: scripts/network status`);
	}
	const away = (node) => old && node.name === JOINER;
	console.log(old ? `The chain in ${folder} goes on.` : `A new chain in ${folder}.`);
	const started = network.nodes.filter((node) => !away(node));
	// What is started is written down at once, for whoever ends it.
	started.forEach((node) => node.launch([], { detached: true }));
	network.save();
	const end = stopWith(network);
	await Promise.all(started.map((node) => node.ready()));
	await network.together();
	console.log(await table(network));
	console.log(`
Sessions of ${FAST.sessionSlots * SLOT_SECONDS} s, eras of ${ERA_SECONDS} s. //Alice may do all; //Alice to //Ferdie have tokens.`);
	if (values['add-validator']) {
		await join(network);
	}
	if (!values.detach) {
		console.log('\nThe network stays up until you press Ctrl-C; its chain is kept.');
		await Promise.all(started.map(({ exit }) => exit));
		await end();
	}
	process.exit(0);
}

/** Ends the network when we are told to, with all that others added to it meanwhile. */
function stopWith(network) {
	let ending;
	const end = async () => {
		ending ??= (async () => {
			const now = Network.load(folder, { ports: USUAL_PORTS });
			await Promise.all([network.stop(), now.stop()]);
			now.save();
		})();
		await ending;
	};
	for (const [signal, number] of Object.entries({ SIGINT: 2, SIGTERM: 15, SIGHUP: 1 })) {
		process.once(signal, () => end().finally(() => process.exit(128 + number)));
	}
	return end;
}

async function down() {
	const network = known();
	const count = network.running.length;
	await network.stop();
	network.save();
	console.log(`${count} nodes ended.`);
	if (values.forget) {
		rmSync(folder, { recursive: true });
		console.log(`${folder} is gone.`);
	}
}

async function status() {
	console.log(await table(known()));
}

async function addValidator() {
	const network = known();
	if (network.running.length === 0) {
		throw new Error('the network is down: scripts/network up');
	}
	await (values.leave ? leave(network) : join(network));
	process.exit(0);
}

/** Says steps with their numbers. */
function numbered() {
	let step = 0;
	return (text) => console.log(`  ${(step += 1)}. ${text}`);
}

async function join(network) {
	const node =
		network.nodes.find(({ name }) => name === JOINER) ??
		(await network.add(JOINER, { flags: ['--validator'] }));
	if (!node.running) {
		node.launch([], { detached: true });
		network.save();
		await node.ready();
	}
	const membership = new Membership(node, { signer: SIGNER, era: ERA_SECONDS, say: numbered() });
	if ((await membership.status()).bonded !== '0') {
		throw new Error(`${JOINER} has tokens at stake already: scripts/network add-validator --leave`);
	}
	console.log(`\nA fifth validator, ${JOINER}, for which ${SIGNER} signs:`);
	await membership.join();
}

async function leave(network) {
	const node = network.node(JOINER);
	console.log(`${JOINER} leaves:`);
	const say = numbered();
	await new Membership(node, { signer: SIGNER, era: ERA_SECONDS, say }).leave();
	await node.stop();
	network.save();
	say('its node ended');
}

const COMMANDS = { up, down, status, 'add-validator': addValidator };
try {
	await COMMANDS[command]();
} catch (error) {
	console.error(`error: ${error.message}`);
	process.exit(1);
}

// SPDX-License-Identifier: Apache-2.0

// A byte of a database is not what was written. The node refuses it and says so, or does without
// it; in no case does it hold another block for final than everybody else.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
	closeSync,
	openSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { until } from '../../../tools/network/wait.js';
import { catchesUp, endsBySelf, goesOn, highest } from '../support/alive.js';

const DATABASE = 'paritydb/full';
const CAUGHT_UP_WITHIN = 180;
const DECIDED_WITHIN = 180;

// What ParityDB keeps in which column.
const META = '00';
const STATE = '01';
const HEADERS = '04';
const AUXILIARY = '08';

// The place of each byte is told as a part of what is written in the file.
const PLACES = [
	{ what: 'the version of the database', pick: () => 'metadata', at: 0, refused: true },
	{ what: 'the code of the runtime', pick: largest(`table_${STATE}_ff`), at: 0.5, refused: true },
	{ what: 'what the tables are about', pick: largest(`table_${META}`), at: 0.6 },
	{ what: 'headers of blocks', pick: largest(`table_${HEADERS}`), at: 0.97 },
	{ what: 'the index of the state', pick: largest(`index_${STATE}`), at: 0.1 },
];
const MORE = [
	{ what: 'a value of the state', pick: largest(`table_${STATE}_5`), at: 0.5 },
	{ what: 'what consensus remembers', pick: largest(`table_${AUXILIARY}`), at: 0.5 },
	{ what: 'the index of headers', pick: largest(`index_${HEADERS}`), at: 0.5 },
	{ what: 'the index of what the tables are about', pick: largest(`index_${META}`), at: 0.5 },
];

export const title = 'a byte of a database is another';

export async function run(t, context) {
	const { network, long } = context;
	const node = await network.add('corrupt');
	const kept = join(node.folder, 'kept');
	try {
		await t.test('of a log of changes that a crash left behind', () => crashed(context, node));
		await node.start();
		await catchesUp(network, node, CAUGHT_UP_WITHIN);
		await node.stop();
		copy(node.basePath, kept);
		for (const place of long ? [...PLACES, ...MORE] : PLACES) {
			await t.test(`of ${place.what}`, async () => {
				rmSync(node.basePath, { recursive: true });
				copy(kept, node.basePath);
				await survives(context, node, place);
			});
		}
		await network.assertOneChain();
	} finally {
		await network.remove('corrupt');
	}
}

/** As it is, with its holes. */
function copy(from, to) {
	execFileSync('cp', ['--archive', '--sparse=always', from, to]);
}

function folderOf(node) {
	const [chain] = readdirSync(join(node.basePath, 'chains'));
	return join(node.basePath, 'chains', chain, DATABASE);
}

/** The file with the most in it whose name begins so. */
function largest(prefix) {
	return (folder) => {
		const blocks = (name) => statSync(join(folder, name)).blocks;
		const files = readdirSync(folder).filter((name) => name.startsWith(prefix));
		return files.toSorted((a, b) => blocks(b) - blocks(a))[0];
	};
}

/** Changes a byte at that part of what is written in a file, and answers with where it is. */
function flip(path, at) {
	const bytes = readFileSync(path);
	const places = [];
	bytes.forEach((byte, place) => byte === 0 || places.push(place));
	const place = places[Math.floor(places.length * at)];
	const file = openSync(path, 'r+');
	writeSync(file, Buffer.from([bytes[place] ^ 0x55]), 0, 1, place);
	closeSync(file);
	return place;
}

/** What was written before a crash and is not whole is left out, and fetched again. */
async function crashed({ network, figure }, node) {
	try {
		await node.start();
		await catchesUp(network, node, CAUGHT_UP_WITHIN);
		await node.kill();
		const folder = folderOf(node);
		const file = largest('log')(folder);
		flip(join(folder, file), 0.7);
		const { end, told } = await outcome(network, node);
		figure(`${file} of a node that was killed: ${told}`);
		assert.equal(end, CAUGHT_UP, node.lastLines());
		await network.assertOneChain();
	} finally {
		await node.stop();
	}
}

async function survives({ network, figure }, node, { what, pick, at, refused }) {
	const folder = folderOf(node);
	const file = pick(folder);
	assert.ok(file, `no file holds ${what}`);
	const place = flip(join(folder, file), at);
	try {
		await goesOn(network, `a corrupted database of one node`, async () => {
			const { end, told } = await outcome(network, node);
			figure(`${what} (${file}, byte ${place}): ${told}`);
			if (refused) {
				assert.equal(end, REFUSED, 'it runs with it');
			}
			if (end === REFUSED) {
				assert.notEqual(node.ended.code, 0);
				assert.match(node.said(), /^Error: .+|panicked at|Critical database error/m);
			}
			await network.assertOneChain();
		});
	} finally {
		await node.stop();
	}
}

const REFUSED = 'refused';
const CAUGHT_UP = 'caught up, as if it were whole';

/** Starts a node, and answers with what became of it, also in a line. */
async function outcome(network, node) {
	const others = network.founders.filter(({ running }) => running);
	const goal = await highest(others, 'best');
	node.launch();
	const end = await until('it ends or catches up', DECIDED_WITHIN, async () => {
		if (!node.running) {
			return REFUSED;
		}
		const [best, final] = await Promise.all([node.best(), node.finalized()]);
		return best >= goal && final >= goal && CAUGHT_UP;
	});
	const said = node.said().split('\n').find((line) => COMPLAINT.test(line));
	return { end, told: said ? `${end}; it said ${said.trim().slice(0, 160)}` : end };
}

// Not its own name, which is said at each start.
const COMPLAINT = /^Error: |panicked at|Critical database|[Cc]orrupted|[Ii]nvalid|Error |mismatch/;

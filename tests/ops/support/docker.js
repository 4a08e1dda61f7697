// SPDX-License-Identifier: Apache-2.0

// What containers of our image run, without a container: the Dockerfile says what every command
// begins with, and the guide how it goes on.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEPLOY, ROOT } from './commands.js';

const dockerfile = readFileSync(join(DEPLOY, 'Dockerfile'), 'utf8');

/** What an instruction says that is a list, such as ENTRYPOINT; an empty one if it is not there. */
function listed(instruction) {
	const [, words = '[]'] = new RegExp(`^${instruction} (.*)$`, 'm').exec(dockerfile) ?? [];
	return JSON.parse(words);
}

const ENTRYPOINT = listed('ENTRYPOINT');
const CMD = listed('CMD');
/** Where the image keeps what outlives a container. */
export const VOLUME = /^VOLUME (.*)$/m.exec(dockerfile)[1];

/** The commands of the guide's section, each as its words. */
function typed() {
	const guide = readFileSync(join(ROOT, 'docs/validators.md'), 'utf8');
	const section = /^## In a container$[^]*?(?=^## )/m.exec(guide)[0];
	const lines = section.replaceAll('\\\n', ' ').matchAll(/^\$ docker (.*)$/gm);
	return [...lines].map(([, line]) => line.split(/\s+/).map((word) => word.replaceAll('"', '')));
}

/** What follows an option. */
const valueOf = (words, option) => words[words.indexOf(option) + 1];

/**
 * What the guide has a container run, in order: `{ options, command }`, where `command` is what the
 * kernel is given. `options` are Docker's own words.
 */
export function commands() {
	let image;
	let container;
	return typed().flatMap(([verb, ...words]) => {
		const after = (name) => {
			const place = words.indexOf(name);
			return [words.slice(0, place), words.slice(place + 1)];
		};
		switch (verb) {
			case 'build':
				image = valueOf(words, '--tag');
				return [];
			case 'run': {
				const [options, args] = after(image);
				if (options.includes('--name')) {
					container = valueOf(options, '--name');
				}
				return [{ options, command: [...ENTRYPOINT, ...(args.length > 0 ? args : CMD)] }];
			}
			// This one does not begin with the entry point.
			case 'exec': {
				const [options, [program, ...args]] = after(container);
				return [{ options, command: [join('/usr/local/bin', program), ...args] }];
			}
			default:
				throw new Error(`what 'docker ${verb}' does is not known here`);
		}
	});
}

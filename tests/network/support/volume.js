// SPDX-License-Identifier: Apache-2.0

// A small file system in a file, to fill up. It is mounted where nobody else sees it: in the mounts
// of `tools/network/isolated`, which are gone with the process.

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, statfsSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const MIB = 1_024 * 1_024;

const quietly = (program, ...args) => {
	execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
};

export class Volume {
	/** Makes one of so many MiB; throws where that cannot be had, and says why. */
	constructor(folder, size) {
		if (!process.env.AGORA_ISOLATED) {
			throw new Error(process.env.AGORA_NOT_ISOLATED ?? 'mounts would be seen outside');
		}
		mkdirSync(folder, { recursive: true, mode: 0o700 });
		const image = join(folder, 'volume.img');
		this.path = join(folder, 'volume');
		mkdirSync(this.path);
		writeFileSync(image, '');
		truncateSync(image, size * MIB);
		quietly('mkfs.ext4', '-q', '-m', '0', image);
		quietly('mount', '-o', 'loop', image, this.path);
		this.ballast = join(this.path, 'ballast');
	}

	/** MiB that are free. */
	get free() {
		const { bavail, bsize } = statfsSync(this.path);
		return (bavail * bsize) / MIB;
	}

	/** Leaves so many MiB free. */
	leave(free) {
		this.clear();
		quietly('fallocate', '--length', String(Math.floor((this.free - free) * MIB)), this.ballast);
	}

	/** Leaves nothing at all. */
	fill() {
		this.leave(1);
		try {
			quietly('dd', 'if=/dev/zero', `of=${this.ballast}`, 'bs=4k', 'oflag=append', 'conv=notrunc');
		} catch (error) {
			// It ends when nothing is left.
			if (!/No space left/.test(error.stderr)) {
				throw error;
			}
		}
	}

	/** Frees what it filled. */
	clear() {
		if (existsSync(this.ballast)) {
			rmSync(this.ballast);
		}
	}

	remove() {
		quietly('umount', '--lazy', this.path);
	}
}

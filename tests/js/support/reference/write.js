// SPDX-License-Identifier: Apache-2.0

// Writes the reference; `scripts/reference` runs it.

import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FOLDER, reference } from './index.js';

const pages = reference();
mkdirSync(FOLDER, { recursive: true });
for (const name of readdirSync(FOLDER).filter((name) => !pages.has(name))) {
	rmSync(join(FOLDER, name));
}
for (const [name, text] of pages) {
	writeFileSync(join(FOLDER, name), text);
}
console.log(`docs/reference has ${pages.size} pages`);

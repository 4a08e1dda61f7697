// SPDX-License-Identifier: Apache-2.0

// The dashboard for Grafana, and the questions that it asks.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEPLOY } from './commands.js';

export const dashboard = JSON.parse(readFileSync(join(DEPLOY, 'grafana/dashboard.json'), 'utf8'));

/** All but the headings of rows. */
export const panels = dashboard.panels.filter(({ type }) => type !== 'row');

/** What a panel asks when all nodes are shown, over so long a time: `[{ title, query }]`. */
export const queries = (rate) =>
	panels.flatMap(({ title, targets }) =>
		targets.map(({ expr }) => {
			const query = expr.replaceAll('$instance', '.*').replaceAll('$__rate_interval', rate);
			return { title, query };
		}),
	);

// SPDX-License-Identifier: Apache-2.0

// The dashboard is complete: whether its questions are answered is seen by guide.test.js.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { DEPLOY } from './support/commands.js';
import { dashboard, panels, queries } from './support/dashboard.js';

const ROWS = ['Chain', 'Finality', 'Authoring', 'Network', 'Pool', 'Marketplace', 'Machine'];

test('it has its rows, in order, and panels in each', () => {
	const rows = dashboard.panels.filter(({ type }) => type === 'row');
	assert.deepEqual(rows.map(({ title }) => title), ROWS);
	rows.forEach(({ gridPos }, place) => {
		const end = rows[place + 1]?.gridPos.y ?? Infinity;
		const inside = panels.filter(({ gridPos: { y } }) => y > gridPos.y && y < end);
		assert.ok(inside.length > 0, rows[place].title);
	});
});

test('every panel has an id, a place, a description, a unit and questions of its own', () => {
	const ids = dashboard.panels.map(({ id }) => id);
	assert.equal(new Set(ids).size, ids.length);
	const places = dashboard.panels.map(({ gridPos: { x, y } }) => `${x}, ${y}`);
	assert.equal(new Set(places).size, places.length);
	for (const { title, description, fieldConfig, gridPos, targets } of panels) {
		assert.match(description ?? '', /^[A-Z1].*\.$/, title);
		assert.ok(fieldConfig.defaults.unit, title);
		assert.ok(gridPos.x + gridPos.w <= 24 && gridPos.h > 0, title);
		const letters = targets.map(({ refId }) => refId);
		assert.equal(new Set(letters).size, letters.length, title);
		assert.ok(targets.every(({ expr, legendFormat }) => expr && legendFormat), title);
	}
	const asked = queries('1m').map(({ query }) => query);
	assert.equal(new Set(asked).size, asked.length);
});

test('it asks whichever Prometheus its reader has, of the nodes that are chosen', () => {
	const names = dashboard.templating.list.map(({ name }) => name);
	assert.deepEqual(names, ['datasource', 'instance']);
	for (const { title, datasource, targets } of panels) {
		[{ datasource }, ...targets].forEach(({ datasource: { uid } }) =>
			assert.equal(uid, '${datasource}', title),
		);
		targets
			.filter(({ expr }) => /\b(agora|substrate)_/.test(expr))
			.forEach(({ expr }) => assert.match(expr, /instance=~"\$instance"/, title));
	}
});

test('the disks that it shows are those of the alert', () => {
	const [{ expr }] = panels.find(({ title }) => title === 'Disk space').targets;
	const rules = readFileSync(join(DEPLOY, 'prometheus/alerts.yml'), 'utf8');
	assert.equal(rules.split(expr).length, 1 + 2);
});

// SPDX-License-Identifier: Apache-2.0

// Each alert fires when it should and stays quiet when it should not, as Prometheus' own tool for
// testing rules sees it.

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { CASES } from './support/alerts.js';
import { DEPLOY, lacking, ROOT, run } from './support/commands.js';

const skip = lacking('promtool');
const CONFIG = join(DEPLOY, 'prometheus/prometheus.yml');
const RULES = join(DEPLOY, 'prometheus/alerts.yml');
const rules = readFileSync(RULES, 'utf8');
const alerts = [...rules.matchAll(/^ *- alert: (\w+)$/gm)].map(([, name]) => name);

const work = mkdtempSync(join(tmpdir(), 'agora-alerts-'));
after(() => rmSync(work, { recursive: true }));

/** Has promtool tell a story to the rules and ask at its end what fires of one alert. */
function told(alert, story, { at, expected }) {
	const file = join(work, `${alert}.json`);
	const input_series = Object.entries(story).map(([series, values]) => ({ series, values }));
	const firing = `count(ALERTS{alertname="${alert}", alertstate="firing"})`;
	const exp_samples = expected ? [{ labels: '{}', value: 1 }] : [];
	const promql_expr_test = [{ expr: firing, eval_time: at, exp_samples }];
	const tests = [{ interval: '1m', input_series, promql_expr_test }];
	// Every JSON is YAML too.
	writeFileSync(file, JSON.stringify({ rule_files: [RULES], evaluation_interval: '1m', tests }));
	return run('promtool', ['test', 'rules', file]);
}

test('rules and configuration are sound', { skip }, () => {
	const checks = [
		['rules', RULES],
		['config', CONFIG],
	];
	for (const [what, file] of checks) {
		const { code, said } = run('promtool', ['check', what, file]);
		assert.equal(code, 0, said);
		assert.match(said, new RegExp(`SUCCESS: ${what === 'rules' ? alerts.length : ''}`));
	}
});

test('every alert has a test, and stands in the guide', () => {
	assert.ok(alerts.length > 0);
	assert.deepEqual([...alerts].sort(), Object.keys(CASES).sort());
	const guide = readFileSync(join(ROOT, 'docs/validators.md'), 'utf8');
	assert.deepEqual(alerts.filter((alert) => !guide.includes(`\`${alert}\``)), []);
});

for (const [alert, { at, fires, quiet }] of Object.entries(CASES)) {
	test(`${alert} fires when it should, and only then`, { skip }, () => {
		for (const [story, expected] of [
			[fires, true],
			[quiet, false],
		]) {
			const { code, said } = told(alert, story, { at, expected });
			assert.equal(code, 0, said);
			// The tool itself tells when it is told something else.
			assert.notEqual(told(alert, story, { at, expected: !expected }).code, 0);
		}
	});
}

test('what an alert says names the node and the figure', { skip }, () => {
	const file = join(work, 'words.json');
	const tests = [
		{
			interval: '1m',
			input_series: [
				{
					series: 'substrate_sub_libp2p_peers_count{job="agora", instance="node"}',
					values: '2x20',
				},
			],
			alert_rule_test: [
				{
					eval_time: '10m',
					alertname: 'AgoraFewPeers',
					exp_alerts: [
						{
							exp_labels: { severity: 'warning', job: 'agora', instance: 'node' },
							exp_annotations: {
								summary: 'node has 2 peers',
								description: /AgoraFewPeers[^]*?description: (.*)/.exec(rules)[1],
							},
						},
					],
				},
			],
		},
	];
	writeFileSync(file, JSON.stringify({ rule_files: [RULES], evaluation_interval: '1m', tests }));
	const { code, said } = run('promtool', ['test', 'rules', file]);
	assert.equal(code, 0, said);
});

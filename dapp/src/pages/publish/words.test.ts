// SPDX-License-Identifier: Apache-2.0

import { describe, expect, it } from 'vitest'
import { licenseFault, proposedLicense, uncommon } from './spdx'
import { nameFault, partsOf, proposedName, proposedTags, tagsFault } from './words'

describe('what goes into the chain', () => {
	it('names are as the registry takes them', () => {
		for (const name of ['a', '0', 'all-minilm-l6-v2', 'v1.2_3', 'a-', 'a'.repeat(64)]) expect(nameFault(name)).toBeUndefined()
		for (const name of ['', 'A', '-a', '.a', '_a', 'a b', 'a/b', 'ä', 'a\n', 'a'.repeat(65)]) {
			expect(nameFault(name), name).toBeDefined()
		}
	})
	it('tags are few, short and different', () => {
		expect(tagsFault('speech, vad  audio')).toBeUndefined()
		expect(tagsFault('')).toBeUndefined()
		for (const tags of ['Speech', 'a a', 'a b c d e f', 'a'.repeat(25)]) expect(tagsFault(tags), tags).toBeDefined()
	})
	it('shares are per cent with four decimals', () => {
		expect(['0', '2.5', '50', '0.0001', '100'].map(partsOf)).toEqual([0, 25_000, 500_000, 1, 1_000_000])
		for (const wrong of ['', '-1', '1,5', '0.00001', '100.1', 'x']) expect(partsOf(wrong)).toBeUndefined()
	})
	it('folders and cards propose what can be taken', () => {
		expect(proposedName('Silero VAD_6.2.3')).toBe('silero-vad_6.2.3')
		expect(proposedName('..')).toBe('')
		expect(proposedTags(['Feature Extraction', 'dataset:x', 'onnx', 'onnx', 'a'.repeat(25)])).toBe('feature-extraction onnx')
	})
})

describe('licenses', () => {
	it('have the form of SPDX expressions', () => {
		for (const license of [
			'MIT',
			'GPL-2.0+',
			'(MIT OR Apache-2.0) AND CC-BY-4.0',
			'GPL-3.0-or-later WITH Classpath-exception-2.0',
			'DocumentRef-a:LicenseRef-b',
		]) {
			expect(licenseFault(license), license).toBeUndefined()
		}
		for (const license of ['', 'MIT OR', '(MIT', 'MIT)', 'MIT Apache-2.0', 'MIT +', 'OR', '()', 'MIT/X', 'MIT_1', 'MÏT']) {
			expect(licenseFault(license), license).toBeDefined()
		}
		expect(licenseFault(Array(20).fill('MIT').join(' OR '))).toContain('at most 64')
	})
	it('that are rare are remarked on', () => {
		expect(uncommon('(MIT OR Apache-2.0) AND LicenseRef-x')).toBeUndefined()
		expect(uncommon('MIT OR Apache2')).toBe('Apache2')
		expect(uncommon('GPL-2.0-only WITH Classpath-exception-2.0')).toBeUndefined()
	})
	it('are proposed as the command proposes them', () => {
		const of = (id: string, name?: string) => proposedLicense([id], name)
		expect(of('apache-2.0')).toBe('Apache-2.0')
		expect(of('MIT')).toBe('MIT')
		expect(of('gpl-3.0')).toBe('GPL-3.0-only')
		expect(of('odbl')).toBe('ODbL-1.0')
		expect(of('llama3.1')).toBe('LicenseRef-llama3.1')
		expect(of('openrail++')).toBe('LicenseRef-openrail-plus-plus')
		expect(of('MIT OR Apache-2.0')).toBe('MIT OR Apache-2.0')
		expect(of('other', 'My License, v2')).toBe('LicenseRef-My-License--v2')
		for (const id of ['', 'unknown', 'other', '???']) expect(of(id)).toBeUndefined()
		expect(proposedLicense(['mit', 'cc-by-4.0'], undefined)).toBe('MIT AND CC-BY-4.0')
	})
})

// SPDX-License-Identifier: Apache-2.0

import { describe, expect, it } from 'vitest'
import { artifactId, newVersion } from './calls'
import { type Draft, EMPTY, type Faults, type Limits, type Publication, readDraft } from './draft'
import type { Hashed } from './hashed'
import { blocksOf, FIRST_OFFER, readOffer } from './offer'
import { allowedUses, type CitedSource, relationsBetween, RELATIONS, royaltySum, sourceFault } from './relations'

const LIMITS: Limits = { maxRoyalty: 500_000, minPrice: 10_000_000_000n, maxRefundWindow: 864_000, blockTime: 3_000 }
const ALICE = '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY'
const ALL = { train: true, evaluate: true, commercial: true }
const DRAFT: Draft = { ...EMPTY, name: 'vad', license: 'MIT' }

const source = (patch: Partial<CitedSource> = {}): CitedSource => ({
	sequence: 7n,
	reference: `${ALICE}/data@1`,
	publisher: ALICE,
	name: 'data',
	number: 1,
	kind: 'Dataset',
	status: 'Live',
	retired: false,
	withdrawn: false,
	derivation: 'Open',
	uses: ALL,
	royalty: 100_000,
	own: false,
	licensed: 'no',
	relation: 'TrainedOn',
	...patch,
})

const published = (draft: Draft): Publication => {
	const read = readDraft(draft, LIMITS)
	if ('faults' in read) throw new Error(JSON.stringify(read.faults))
	return read.publication
}
const faults = (patch: Partial<Draft>): Faults => {
	const read = readDraft({ ...DRAFT, ...patch }, LIMITS)
	if ('publication' in read) throw new Error('It has no fault.')
	return read.faults
}

describe('a draft', () => {
	it('becomes a publication', () => {
		const read = published({
			...DRAFT,
			name: ' vad ',
			tags: 'speech, onnx',
			royalty: '2.5',
			locations: [' https://x.y/z ', ''],
			sources: [source()],
			offer: { ...FIRST_OFFER, price: '2.5', lasts: { many: '30', unit: 'days' }, supply: '1000' },
		})
		expect(read).toMatchObject({
			name: 'vad',
			tags: ['speech', 'onnx'],
			locations: ['https://x.y/z'],
			terms: { derivation: 'Open', uses: ALL, royalty: 25_000 },
			offer: { price: 2_500_000_000_000n, duration: 864_000, supply: 1_000, transferable: false, refund_window: 1_200 },
		})
	})
	it('tells what is wrong, each at its place', () => {
		expect(faults({ name: 'Vad' }).name).toContain('a-z')
		expect(readDraft(DRAFT, LIMITS, 'Taken.')).toMatchObject({ faults: { name: 'Taken.' } })
		expect(faults({ license: 'MIT/X' }).license).toBeDefined()
		expect(faults({ tags: 'A' }).tags).toBeDefined()
		expect(faults({ royalty: '50.1' }).royalty).toContain('50 %')
		expect(faults({ royalty: 'x' }).royalty).toBeDefined()
		expect(faults({ locations: ['a:b', 'a:b'] }).locations).toEqual([undefined, 'The same location is given twice.'])
		const [first, second] = [source({ royalty: 300_000 }), source({ sequence: 8n, royalty: 200_001 })]
		expect(faults({ sources: [first, second] }).royalties).toContain('50.0001 %')
		expect(faults({ sources: [source({ uses: { ...ALL, commercial: false } })] }).uses).toContain('commercial')
		expect(faults({ sources: [source({ status: 'Yanked' })] }).sources.get(7n)).toContain('yanked')
	})
	it('of a version of an artifact has its name and kind', () => {
		const artifact = { id: '0x00', publisher: ALICE, name: 'mine', kind: 'Dataset', tags: [], next: 2 } as const
		expect(published({ ...DRAFT, name: 'NOT ONE', artifact: { ...artifact, tags: [] } })).toMatchObject({ name: 'mine', kind: 'Dataset' })
	})
})

describe('sources', () => {
	it('can be cited as their terms say', () => {
		expect(sourceFault(source(), 'Model')).toBeUndefined()
		const refused: [Partial<CitedSource>, string][] = [
			[{ status: 'Superseded' }, 'superseded'],
			[{ retired: true }, 'retired'],
			[{ relation: 'FineTune' }, 'A model cannot be fine-tune of a dataset'],
			[{ uses: { ...ALL, train: false } }, 'does not allow training'],
			[{ withdrawn: true }, 'consent'],
			[{ derivation: 'Forbidden', own: true }, 'forbids'],
			[{ derivation: 'LicenseRequired' }, 'Get one first'],
			[{ derivation: 'LicenseRequired', licensed: 'refundable' }, 'refunded'],
		]
		for (const [patch, why] of refused) expect(sourceFault(source(patch), 'Model'), why).toContain(why)
		expect(sourceFault(source({ derivation: 'LicenseRequired', own: true }), 'Model')).toBeUndefined()
		expect(sourceFault(source({ derivation: 'LicenseRequired', licensed: 'yes' }), 'Model')).toBeUndefined()
		expect(sourceFault(source({ relation: 'Subset', withdrawn: true }), 'Dataset')).toBeUndefined()
		// Measuring with a dataset binds to nothing.
		expect(sourceFault(source({ relation: 'EvaluatedOn', derivation: 'Forbidden' }), 'Model')).toBeUndefined()
	})
	it('are owed what they ask, and pass on what they allow', () => {
		const measured = source({ sequence: 8n, relation: 'EvaluatedOn', uses: { ...ALL, commercial: false } })
		expect(royaltySum([source(), measured])).toBe(100_000)
		expect(allowedUses([source({ uses: { ...ALL, train: false } }), measured])).toEqual({ ...ALL, train: false })
	})
	it('have relations for each two kinds, and each relation some kinds', () => {
		expect(relationsBetween('Model', 'Dataset')).toEqual(['TrainedOn', 'EvaluatedOn'])
		expect(relationsBetween('Dataset', 'Model')).toEqual(['Synthetic'])
		expect(relationsBetween('Dataset', 'Dataset')).toEqual(['Merge', 'Conversion', 'Subset', 'Synthetic'])
		expect(relationsBetween('Model', 'Model')).toHaveLength(7)
		expect(Object.keys(RELATIONS)).toHaveLength(11)
	})
})

describe('an offer', () => {
	it('is refused as the market refuses it', () => {
		const of = (patch: Partial<typeof FIRST_OFFER>, commercial = true) => {
			const read = readOffer({ ...FIRST_OFFER, price: '1', ...patch }, commercial, LIMITS)
			return 'faults' in read ? Object.keys(read.faults) : read.terms.price
		}
		expect(of({})).toBe(10n ** 12n)
		expect(of({ price: '0' }, false)).toBe(0n)
		expect(of({}, false)).toEqual(['price'])
		expect(of({ price: '' })).toEqual(['price'])
		expect(of({ price: '0.001' })).toEqual(['price'])
		expect(of({ lasts: { many: '0', unit: 'days' } })).toEqual(['lasts'])
		expect(of({ lasts: { many: '1', unit: 'hours' } })).toEqual(['refund'])
		expect(of({ refund: { many: '31', unit: 'days' } })).toEqual(['refund'])
		expect(of({ refund: { many: '', unit: 'days' } })).toBe(10n ** 12n)
		for (const supply of ['0', '-1', '1.5', 'x']) expect(of({ supply })).toEqual(['supply'])
	})
	it('counts time in blocks', () => {
		expect(blocksOf({ many: '1.5', unit: 'hours' }, 3_000)).toBe(1_800)
		expect(blocksOf({ many: '1.5', unit: 'blocks' }, 3_000)).toBeUndefined()
		expect(blocksOf({ many: '9999999999', unit: 'blocks' }, 3_000)).toBeUndefined()
	})
})

describe('what is signed', () => {
	it('names the artifact by publisher and name', () => {
		// As `agora show` prints it for Alice's `minilm`, and for a name whose length takes two bytes.
		expect(artifactId(ALICE, 'minilm')).toBe('0x9f27f1b874693c54a6e6b6382e41271778ad8f95e48a35cdf2843d273da20785')
		expect(artifactId(ALICE, 'a'.repeat(64))).toBe('0x134d6286ce5952de33c6389e9c713acd05386c58c43fc7acb4840c6eb4a85e53')
	})
	it('says of the files what their manifest says, and caps each royalty at what was shown', () => {
		const hashed: Hashed = {
			folder: 'vad',
			files: [{ path: 'a', size: 3, blake3: '1'.repeat(64), sha256: '2'.repeat(64) }],
			bytes: 3,
			manifest: new Uint8Array(),
			digest: 'ab'.repeat(32),
			card: 'cd'.repeat(32),
			proposed: { name: '', license: undefined, tags: '' },
		}
		const sources = [source(), source({ sequence: 8n, relation: 'EvaluatedOn' })]
		const version = newVersion(published({ ...DRAFT, sources }), hashed)
		expect(version).toMatchObject({ manifest: `0x${'ab'.repeat(32)}`, bytes: 3n, files: 1, card: `0x${'cd'.repeat(32)}` })
		expect(version.sources.map(({ max_royalty }) => max_royalty)).toEqual([100_000, 0])
		expect(newVersion(published({ ...DRAFT, card: false }), hashed).card).toBeUndefined()
	})
})

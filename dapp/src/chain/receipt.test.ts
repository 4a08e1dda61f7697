// SPDX-License-Identifier: Apache-2.0

import { describe, expect, it } from 'vitest'
import { bytesOf } from '../lib/bytes'
import { isOfRecord, leadsTo, NOBODY, parseReceipt, ReceiptFault } from './receipt'

// Written by `agora dataset receipt`: the first of five records, and the last of the seven of a
// version that extends it.
const FIRST = `{
	"format": "agora-record-receipt/1",
	"genesis": "0xe421fb53e4b76f3c044304a22df2663595b4dda94a43912ca5baf40ac362eed1",
	"version": 1,
	"reference": "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY/people@1",
	"root": "0x862872f696cd9bc30a7da9776086618ed86a1e4519829b0cec3dac5a262fa90c",
	"count": 5,
	"index": 0,
	"contributor": "5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty",
	"salt": "0xaa72f17f0b74b071b13e8ead28923f9461456535e2be720787833e0c550e97a1",
	"record": "0x56194e9d826684dfd5da15b3a4c618f5c053f1e594b4da3a86f5f537c6f883e9",
	"proof": [
	 "0x85ab50bbd1cf710cc5ddd4531ad1b9924ee0f0f5d53d51a8d07393877bcfc98d",
	 "0x5c59c67c61ef8d897d29db70ee5971f8163d7e76c66e6ecd193810f1f8746c4c",
	 "0x310071533b3c0c543730c551b8a549e3374e8024c0c5579a685db734b5549595"
	]
}`
const LAST = `{
	"format": "agora-record-receipt/1",
	"genesis": "0xe421fb53e4b76f3c044304a22df2663595b4dda94a43912ca5baf40ac362eed1",
	"version": 5,
	"reference": "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY/people@2",
	"root": "0xe4c44f83a212660cdce104ce707b119bdbd8f910d572bae7153e9158b9871634",
	"count": 7,
	"index": 6,
	"contributor": "5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty",
	"salt": "0xc69e438be40d842692d5a57b543678cbe628abb4acc5bd29d3084648b80078d9",
	"record": "0x387b38a0d0bdb7e5b90ea1af6887022ae00d54ce8dd2a3f2759f32167c290b1d",
	"proof": [
	 "0x2b670c7afe851bef24a29a72d72f0b37496b867091d880c7ae853cfe000e79a6",
	 "0x876bbefde1902ec351ae00064ae27e487b63af542a69f612aa486f46a9f24d1f"
	]
}`

describe('receipts that the command wrote', () => {
	it('hold for their root, and for no other', async () => {
		for (const text of [FIRST, LAST]) {
			const receipt = parseReceipt(text)
			expect(await leadsTo(receipt, receipt.root, receipt.count)).toBe(true)
			expect(await leadsTo(receipt, receipt.record, receipt.count)).toBe(false)
			expect(await leadsTo(receipt, receipt.root, receipt.count + 4)).toBe(false)
			expect(await leadsTo({ ...receipt, index: 1 }, receipt.root, receipt.count)).toBe(false)
			expect(await leadsTo({ ...receipt, contributor: ALICE }, receipt.root, receipt.count)).toBe(false)
			expect(await leadsTo({ ...receipt, record: receipt.salt }, receipt.root, receipt.count)).toBe(false)
			expect(await leadsTo({ ...receipt, proof: receipt.proof.slice(1) }, receipt.root, receipt.count)).toBe(false)
		}
	})

	it('are of their record, however it is written, and of no other', async () => {
		const receipt = parseReceipt(FIRST)
		for (const text of ['{"age":"36","name":"Ada"}', '{ "name": "Ada", "age": "36" }\n', '{"age":"36","name":"Ada"}\r\n']) {
			expect(await isOfRecord(receipt, bytesOf(text)), text).toBe(true)
		}
		for (const text of ['', 'Ada,36', '{"age":36,"name":"Ada"}', '{"age":"41","name":"Alan"}']) {
			expect(await isOfRecord(receipt, bytesOf(text)), text).toBe(false)
		}
	})
})

const ALICE = '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY'

const changed = (change: Record<string, unknown>) => JSON.stringify({ ...JSON.parse(FIRST), ...change })

it('nobody is the account of zeros', () => {
	expect(parseReceipt(changed({ contributor: null })).contributor).toBe(NOBODY)
	const key = `0x${'00'.repeat(32)}`
	expect(parseReceipt(changed({ contributor: key })).contributor).toBe(NOBODY)
})

it.each([
	['', 'not JSON'],
	['not json', 'not JSON'],
	['[]', 'no object'],
	['null', 'no object'],
	['{}', 'no “format”'],
	[changed({ format: 'agora-records/1' }), 'format'],
	[changed({ more: 1 }), 'a field that receipts do not have: “more”'],
	[changed({ salt: undefined }), 'no “salt”'],
	[changed({ root: '0x12' }), '“root” is not a hash'],
	[changed({ count: 2 ** 33 }), '“count”'],
	[changed({ index: -1 }), '“index”'],
	[changed({ index: 1.5 }), '“index”'],
	[changed({ version: '1' }), '“version”'],
	[changed({ version: 2 ** 60 }), '“version”'],
	[changed({ contributor: 'Ada' }), '“contributor”'],
	[changed({ contributor: 7 }), '“contributor”'],
	[changed({ reference: 7 }), '“reference”'],
	[changed({ proof: 'x' }), '“proof”'],
	[changed({ proof: ['0x12'] }), 'sibling 0'],
	[changed({ proof: Array.from({ length: 33 }, () => `0x${'00'.repeat(32)}`) }), '“proof”'],
	[' '.repeat(70_000), 'too long'],
])('what is no receipt is told why (%#)', (text, why) => {
	expect(() => parseReceipt(text)).toThrow(ReceiptFault)
	expect(() => parseReceipt(text)).toThrow(why)
})

// SPDX-License-Identifier: Apache-2.0

import { expect, it } from 'vitest'
import { bytesOfHex, hexOf } from '../lib/bytes'
import { includes, leafHash, nodeHash } from './merkle'

const bytes = (hex: string) => bytesOfHex(hex) ?? new Uint8Array()

// What Certificate Transparency's reference implementation is tested with.
const LEAVES = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f']
const ROOTS: Record<number, string> = {
	1: '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
	2: 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
	3: 'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
	4: 'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
	5: '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
	8: '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
}
const A = '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e'
const B = 'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b'
const C = '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7'
const D = '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4'
const E = 'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0'
const VECTORS: [index: number, count: number, proof: string[]][] = [
	[0, 1, []],
	[0, 8, [C, A, D]],
	[5, 8, [B, E, ROOTS[4] ?? '']],
	[2, 3, [ROOTS[2] ?? '']],
	[1, 5, [ROOTS[1] ?? '', A, B]],
]

it('proofs are those of Certificate Transparency', async () => {
	for (const [index, count, proof] of VECTORS) {
		const leaf = await leafHash(bytes(LEAVES[index] ?? ''))
		const root = bytes(ROOTS[count] ?? '')
		expect(await includes(root, count, index, leaf, proof.map(bytes)), `${index} of ${count}`).toBe(true)
	}
})

/** The root by the definition, and the siblings of a leaf, lowest first. */
async function tree(leaves: Uint8Array[], index: number): Promise<{ root: Uint8Array; proof: Uint8Array[] }> {
	const [only] = leaves
	if (leaves.length === 1 && only) return { root: only, proof: [] }
	let split = 1
	while (split * 2 < leaves.length) split *= 2
	const isLeft = index < split
	const left = await tree(leaves.slice(0, split), isLeft ? index : 0)
	const right = await tree(leaves.slice(split), isLeft ? 0 : index - split)
	const [here, other] = isLeft ? [left, right] : [right, left]
	return { root: await nodeHash(left.root, right.root), proof: [...here.proof, other.root] }
}

it('every proof holds, and no other does', async () => {
	const all = await Promise.all(Array.from({ length: 20 }, (_, at) => leafHash(Uint8Array.of(at))))
	for (const count of [1, 2, 3, 7, 8, 13, 20]) {
		const leaves = all.slice(0, count)
		for (const [index, leaf] of leaves.entries()) {
			const { root, proof } = await tree(leaves, index)
			expect(await includes(root, count, index, leaf, proof)).toBe(true)
			const others = [count, -1, 0.5, 2 ** 53, ...leaves.keys()].filter(other => other !== index)
			for (const other of others) expect(await includes(root, count, other, leaf, proof)).toBe(false)
			expect(await includes(root, count, index, leaf, [...proof, leaf])).toBe(false)
			expect(await includes(leafOf(9), count, index, leaf, proof)).toBe(false)
			expect(await includes(root, count, index, leafOf(7), proof)).toBe(false)
			if (proof.length === 0) continue
			expect(await includes(root, count, index, leaf, proof.slice(1))).toBe(false)
			expect(await includes(root, count, index, leaf, [leafOf(1), ...proof.slice(1)])).toBe(false)
		}
	}
	expect(await includes(leafOf(0), 0, 0, leafOf(0), [])).toBe(false)
})

const leafOf = (byte: number) => new Uint8Array(32).fill(byte)

it('hashes are those of the example in the specification', async () => {
	const leaf = (hex: string) => bytes(hex)
	const first = leaf('de847bf56f5446740e368057e8a23a35b70e5ecf6c8ce4271a3369ed69fb4b10')
	const second = leaf('4626b97b3783f0ed108f10946ed703af2bb11de55538465fe5ed1531c53efb6a')
	const third = leaf('36689797df3c2f58358dde3ebf57e633ce1c03c32ee6d7f65b3ae26ccdee62e6')
	const root = bytes('4d02b2c5bff95464e9c6206b76d0b7e22c30a6c1413b3637bc40a3d9d4ebeaeb')
	const node = await nodeHash(first, second)
	expect(hexOf(node)).toBe('4973dedc67023280d6ec972016cd272559ddd2feba895e768862ced88978c697')
	expect(await includes(root, 3, 2, third, [node])).toBe(true)
	expect(await includes(root, 3, 1, second, [first, third])).toBe(true)
	expect(await includes(root, 3, 1, first, [second, third])).toBe(false)
})

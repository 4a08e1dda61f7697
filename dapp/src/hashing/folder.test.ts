// SPDX-License-Identifier: Apache-2.0

import { describe, expect, it } from 'vitest'
import { chosenFolder, droppedFolder, fileAt } from './folder'

const chosen = (path: string): File =>
	Object.defineProperty(new File(['x'], path.split('/').at(-1) ?? ''), 'webkitRelativePath', { value: path })

type Tree = { [name: string]: Tree | string }

/** Entries as browsers have them: a reader gives two at a time, and then none. */
function entryOf(name: string, what: Tree | string): FileSystemEntry {
	if (typeof what === 'string') {
		const file = (then: (file: File) => void, fail: (error: Error) => void) =>
			what === 'unreadable' ? fail(new Error('no')) : then(new File([what], name))
		return { name, isFile: true, isDirectory: false, file } as unknown as FileSystemEntry
	}
	const createReader = () => {
		const left = Object.entries(what).map(([name, what]) => entryOf(name, what))
		return { readEntries: (then: (batch: FileSystemEntry[]) => void) => then(left.splice(0, 2)) }
	}
	return { name, isFile: false, isDirectory: true, createReader } as unknown as FileSystemEntry
}
const drop = (tree: Tree) =>
	droppedFolder({
		items: Object.entries(tree).map(([name, what]) => ({
			kind: 'file',
			webkitGetAsEntry: () => entryOf(name, what),
		})) as unknown as DataTransferItemList,
	})
const paths = (folder: { files: { path: string }[] }) => folder.files.map(({ path }) => path).sort()

describe('a folder', () => {
	it('that was chosen has all files below it but its manifest', () => {
		const folder = chosenFolder(
			['m/a', 'm/.hidden', 'm/agora.json', 'm/.agora.json.x.tmp', 'm/s/agora.json', 'm/s/t/b'].map(chosen),
		)
		expect(folder.name).toBe('m')
		expect(paths(folder)).toEqual(['.hidden', 'a', 's/agora.json', 's/t/b'])
		expect(folder.manifest?.name).toBe('agora.json')
		expect(fileAt(folder, 'a')?.name).toBe('a')
		expect(fileAt(folder, 'agora.json')).toBeUndefined()
	})
	it('that was dropped is read to its end', async () => {
		const many = Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`f${i}`, 'x']))
		const folder = await drop({ m: { ...many, s: { t: { b: 'y', 'agora.json': '{}' } }, 'agora.json': '{}', e: {} } })
		expect(folder.name).toBe('m')
		expect(paths(folder)).toEqual([...Object.keys(many), 's/t/agora.json', 's/t/b'])
		expect(folder.manifest).toBeDefined()
	})
	it('can be files that were dropped by themselves', async () => {
		const folder = await drop({ a: 'x', 'agora.json': '{}', s: { b: 'y' } })
		expect(folder.name).toBeUndefined()
		expect(paths(folder)).toEqual(['a', 's/b'])
	})
	it('is refused with a sentence where it makes no version', async () => {
		expect(() => chosenFolder([])).toThrow('no file')
		expect(() => chosenFolder([chosen('m/agora.json')])).toThrow('no file')
		expect(() => chosenFolder([chosen('m/a\ufffdb')])).toThrow('not UTF-8')
		await expect(drop({ m: { e: {} } })).rejects.toThrow('no file')
		await expect(drop({})).rejects.toThrow('no folder')
		await expect(drop({ m: { s: { a: 'unreadable' } } })).rejects.toThrow('“s/a” could not be read: no')
	})
	it('is as deep as for the command, and no deeper', async () => {
		const path = (names: number) => [...Array(names - 1).fill('d'), 'a'].join('/')
		let deep: Tree = { a: 'x' }
		for (let names = 1; names < 128; names++) deep = { d: deep }
		expect(paths(await drop({ m: deep }))).toEqual([path(128)])
		await expect(drop({ m: { d: deep } })).rejects.toThrow('deep')
		expect(paths(chosenFolder([chosen(`m/${path(128)}`)]))).toEqual([path(128)])
		expect(() => chosenFolder([chosen(`m/${path(129)}`)])).toThrow('deep')
	})
})
